/** Queries of an event table give the same results as plain strings and objects would. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY } from '../../src/domain/model/when.ts';
import { fold } from '../../src/domain/query/highlight.ts';
import { labelOf, type EventTable } from '../../src/table/event-table.ts';
import { wordsOf } from '../../src/table/find.ts';
import { caseFolded, SEPARATOR } from '../../src/table/case-folded.ts';
import { byLane } from '../../src/layout/placed.ts';
import { EVERYTHING, queryEngine, facets, FACETS, meeting, type Facet, type Query } from '../../src/table/query.ts';
import { synthetic } from '../large/generate.ts';
import { tables, tableOf, asked } from './tables.ts';
import { between, LANES, world } from './chart-data.ts';

const rowsOf = ({ columns }: EventTable) => Array.from(columns.start.keys());
const foldedLabel = ({ labels }: EventTable, row: number) => fold(labelOf(labels, row));

/** Whether a label has every word of a search, by strings and a regular expression. */
function holdsWords(table: EventTable, row: number, { text, wordStarts }: Query): boolean {
	const label = foldedLabel(table, row);
	return wordsOf(text).every((word) => {
		for (let at = label.indexOf(word); at >= 0; at = label.indexOf(word, at + 1))
			if (!wordStarts || !/[\p{L}\p{N}\p{M}]$/u.test(label.slice(0, at))) return true;
		return false;
	});
}
const passesFacet = (table: EventTable, row: number, { pressed }: Query, facet: Facet) =>
	pressed[facet] === 0 || (FACETS[facet].of(table, row) & pressed[facet]) !== 0;

test('a search finds exactly the labels with every word, ignoring case and accents', () => {
	fc.assert(
		fc.property(asked, ([table, query]) => {
			const only = { ...EVERYTHING, text: query.text, wordStarts: query.wordStarts };
			const expected = rowsOf(table).filter((row) => holdsWords(table, row, only));
			expect([...queryEngine(table).run(only).rows]).toEqual(expected);
		}),
		{ numRuns: 2_000 },
	);
});

test('facets combine, values of one facet add up, and counts apply the other facets', () => {
	fc.assert(
		fc.property(asked, ([table, query]) => {
			const { rows, counts } = queryEngine(table).run(query);
			const found = rowsOf(table).filter((row) => holdsWords(table, row, query));
			expect([...rows]).toEqual(found.filter((row) => facets.every((f) => passesFacet(table, row, query, f))));
			for (const facet of facets) {
				const others = found.filter((row) => facets.every((f) => f === facet || passesFacet(table, row, query, f)));
				const expected = FACETS[facet]
					.values(table.about)
					.map((_, value) => others.filter((row) => FACETS[facet].of(table, row) & (1 << value)).length);
				expect([...counts[facet]], facet).toEqual(expected);
			}
		}),
	);
});

test('every result has the lanes that the chart would make', () => {
	fc.assert(
		fc.property(asked, ([table, query]) => {
			const { rows, lanes } = queryEngine(table).run(query);
			expect(lanes).toEqual(byLane(table.columns, rows, LANES));
		}),
	);
});

test('a case-folded label is between separators and equals the fold of the label', () => {
	fc.assert(
		fc.property(tables, (table) => {
			const { bytes, begins } = caseFolded(table.labels);
			for (const row of rowsOf(table)) {
				expect(bytes[begins[row]! - 1]).toBe(SEPARATOR);
				const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
					bytes.subarray(begins[row], begins[row + 1]! - 1),
				);
				expect(text).toBe(foldedLabel(table, row));
			}
			expect(bytes.at(-1)).toBe(SEPARATOR);
			expect(begins.at(-1)).toBe(bytes.length);
		}),
	);
});

const days = (labels: readonly string[]) =>
	tableOf(
		world(
			{ start: 0, end: 864e8 },
			labels.map((_, from) => ({ from, days: 1, lane: 0, ties: 0, tier: 0, open: 0 })),
		),
		labels,
		new Uint8Array(labels.length),
	);
const found = (labels: readonly string[], text: string, wordStarts = false) => [
	...queryEngine(days(labels)).run({ ...EVERYTHING, text, wordStarts }).rows,
];

test.for([
	['kazemi', ['Seyed Kazemí', 'KAZEMI', 'Kazem i', 'kazem'], [0, 1]],
	['bc', ['ab', 'c', 'abc'], [2]],
	['two words', ['words, two', 'two', 'twowords', 'words'], [0, 2]],
	['ﬁne', ['FINE', 'fine', 'fi ne'], [0, 1]],
	['', ['a', ''], [0, 1]],
	['  ', ['a', ''], [0, 1]],
	['aa', ['aaa', 'aba', 'a'], [0]],
] as const)('“%s” in %j finds %j', ([text, labels, rows]) => {
	expect(found(labels, text)).toEqual(rows);
});

test('with prefix search a match counts only at the start of a word, also after one inside a word', () => {
	expect(found(['reports', 'airports', 'air ports', 'airports ports', 'air–ports', 'éports'], 'ports', true)).toEqual([
		2, 3, 4,
	]);
	expect(found(['reports', 'airports'], 'ports')).toEqual([0, 1]);
});

test('one label in a thousand is found among many, at any position', () => {
	const table = synthetic(20_000);
	const { run } = queryEngine(table);
	const rows = [...run({ ...EVERYTHING, text: 'KAZEMI' }).rows];
	expect(rows).toEqual(rowsOf(table).filter((row) => labelOf(table.labels, row).includes('Kazemí')));
	expect(rows.length).toBeGreaterThan(5);
});

test('events that overlap a span are those that begin before its end and end after its start', () => {
	fc.assert(
		fc.property(asked, between(0, 1), between(0, 1), ([table, query], a, b) => {
			const { columns, about } = table;
			const { rows } = queryEngine(table).run(query);
			// Whole days, so that some spans start where an event ends.
			const days = (about.extent.end - about.extent.start) / DAY;
			const at = (share: number) => about.extent.start + Math.round(share * days) * DAY;
			const span = { start: at(Math.min(a, b)), end: at(Math.max(a, b)) };
			const meets = [...rows].filter((row) => columns.start[row]! < span.end && columns.end[row]! > span.start);
			expect(meeting(columns, rows, span)).toBe(meets.length);
		}),
	);
});
