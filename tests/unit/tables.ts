/** Event tables with random events and words, for the tests of column files and of queries. */
import fc from 'fast-check';
import { labelOf, type EventTable } from '../../src/table/event-table.ts';
import { facets, FACETS, type Query } from '../../src/table/query.ts';
import { worlds, LANES, type World } from './chart-data.ts';

const STATUSES = ['Alleged', 'Official', 'Reported'];

/** Bytes in their own buffer. */
export function tableOf({ columns, extent }: World, labels: readonly string[], status: Uint8Array): EventTable {
	const encoder = new TextEncoder();
	const parts = labels.map((label) => encoder.encode(label));
	const ends = new Uint32Array(parts.length + 1);
	parts.forEach((part, i) => (ends[i + 1] = ends[i]! + part.length));
	const bytes = new Uint8Array(ends.at(-1)!);
	parts.forEach((part, i) => bytes.set(part, ends[i]));
	return {
		columns,
		status,
		labels: { ends, bytes },
		about: {
			edition: 'a test',
			title: 'Events of a test',
			extent: { start: extent.start, end: extent.end },
			lanes: Array.from({ length: LANES }, (_, i) => ({ name: `Lane ${i}`, agency: i ? `agency-${i}` : null })),
			statuses: STATUSES,
			pageSize: 16,
		},
	};
}

/** Few letters, so that words match: with case, accents, two to four bytes, and some that fold into several letters. */
const letters = fc.constantFrom(
	...['a', 'A', 'b', 'B', 'ab', 'é', 'É', 'e', 'E', 'ı', 'İ', 'ß', 'ﬁ', 'fi', 'Ω', 'ω', '😀', '漢', '½', 'ﷺ', '–', '-'],
	...[' ', ' ', '0', '9', '\u0301'],
);
const words = (maxLength: number) => fc.array(letters, { maxLength }).map((list) => list.join(''));
const texts = fc.oneof({ weight: 4, arbitrary: words(14) }, fc.string({ unit: 'grapheme', maxLength: 12 }));

export const tables: fc.Arbitrary<EventTable> = worlds().chain((world) => {
	const { length } = world.columns;
	return fc
		.tuple(
			fc.array(texts, { minLength: length, maxLength: length }),
			fc.uint8Array({ minLength: length, maxLength: length, max: STATUSES.length - 1 }),
		)
		.map(([labels, status]) => tableOf(world, labels, status));
});

/** Searches for random text or for a part of a label. */
const queries = (table: EventTable): fc.Arbitrary<Query> => {
	const { length } = table.columns;
	const part = fc.tuple(fc.nat(Math.max(length - 1, 0)), fc.nat(20), fc.nat(6)).map(([row, at, n]) =>
		length
			? Array.from(labelOf(table.labels, row))
					.slice(at, at + n)
					.join('')
			: '',
	);
	const text = fc.oneof(
		part,
		words(3),
		fc.tuple(part, part).map((two) => two.join(' ')),
		fc.constant(''),
	);
	const pressed = Object.fromEntries(
		facets.map((facet) => {
			const all = 2 ** FACETS[facet].values(table.about).length - 1;
			return [facet, fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.nat(all))];
		}),
	) as Record<keyof Query['pressed'], fc.Arbitrary<number>>;
	return fc.record({ text, wordStarts: fc.boolean(), pressed: fc.record(pressed) });
};
export const asked = tables.chain((table) => fc.tuple(fc.constant(table), queries(table)));
