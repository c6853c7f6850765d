/** Filters that exclude everything together: the count of each part alone, and of the others without it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TimelineEvent } from '../../src/domain/model/dataset.ts';
import {
	EVERYTHING,
	FACETS,
	facets,
	isEverything,
	passes,
	type Filter,
	type Found,
} from '../../src/domain/query/filter.ts';
import { narrowings, without, type FilterPart } from '../../src/domain/query/without.ts';
import { exclusionWords } from '../../src/view/shared/sentences.ts';
import { filter, found } from './reader.ts';
import { dataset } from './record.ts';

const { events } = dataset;
/** Whether an event passes one part: a second, independent implementation. */
function meets(e: TimelineEvent, part: FilterPart, f: Filter, ids: Found): boolean {
	if (part === 'query') return !f.query || !ids || ids.has(e.id);
	if (part === 'context') return f.context || e.tier !== 'context';
	return f[part].length === 0 || FACETS[part].of(e).some((id) => f[part].includes(id));
}
const PARTS: readonly FilterPart[] = [...facets, 'query', 'context'];
const active = (f: Filter) =>
	PARTS.filter((p) => (p === 'query' ? f.query !== '' : p === 'context' ? !f.context : f[p].length > 0));

test('each active part has the counts with it alone and without it, and no other part is named', () => {
	fc.assert(
		fc.property(filter(fc.constantFrom('', 'word')), found, (f, ids) => {
			const counted = narrowings(events, f, ids);
			expect(counted.map(({ part }) => part)).toEqual(active(f));
			for (const { part, alone, without: left } of counted) {
				expect(alone).toBe(events.filter((e) => meets(e, part, f, ids)).length);
				const others = active(f).filter((p) => p !== part);
				expect(left).toBe(events.filter((e) => others.every((p) => meets(e, p, f, ids))).length);
			}
		}),
		{ numRuns: 300 },
	);
});

test('removing a part shows as many events as promised, and removing the last one shows all', () => {
	fc.assert(
		fc.property(filter(), (f) => {
			const bare = { ...f, query: '' };
			for (const { part, without: left } of narrowings(events, bare, null))
				expect(events.filter(passes(without(bare, part), null))).toHaveLength(left);
			expect(isEverything(active(f).reduce(without, f))).toBe(true);
		}),
	);
});

test('no part is active if everything passes', () => {
	expect(narrowings(events, EVERYTHING, null)).toEqual([]);
});

test.for([
	[['Alpha'], 'No event passes Alpha.'],
	[['Alpha', 'Beta'], 'No event passes both Alpha and Beta.'],
	[['Alpha', 'Beta', '“word”'], 'No event passes Alpha, Beta and “word” together.'],
] as const)('%j: %s', ([names, words]) => {
	expect(exclusionWords(names)).toBe(words);
});
