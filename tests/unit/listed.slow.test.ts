/** The list of search results: the lines that show why, and their order. */
import { expect, test } from 'vitest';
import { inOrder, linesOf } from '../../src/domain/query/listed.ts';
import { highlight } from '../../src/domain/query/highlight.ts';
import { beneath } from '../../src/domain/query/search-fields.ts';
import { buildIndex } from '../../src/domain/query/search.ts';
import { dataset } from './record.ts';

const index = await buildIndex(dataset);
const isHit = (text: string, words: ReadonlySet<string>) => highlight(text, words).some((slice) => slice.hit);
/** Labels, which match in titles, and names and publishers, which match elsewhere. */
const queries = [
	...dataset.events.map((e) => e.label),
	...dataset.people.map((p) => p.name),
	...dataset.records.sources.map((s) => s.publisher),
];

test('every event found has its own line with a word of the search, or a title with one', () => {
	let listed = 0;
	for (const query of queries) {
		const { found, words } = index(query, dataset);
		for (const e of dataset.events.filter(({ id }) => found.has(id))) {
			const lines = linesOf(e, words, dataset);
			expect(lines.length > 0 || isHit(e.title, words) || isHit(e.label, words), `${query}: ${e.id}`).toBe(true);
			for (const { where, slices } of lines) {
				const said = slices
					.map((slice) => slice.text)
					.join('')
					.replace(/^…|…$/g, '');
				expect(beneath(e, dataset).some((field) => field.where === where && field.text.includes(said))).toBe(true);
				expect(slices.some((slice) => slice.hit)).toBe(true);
				listed++;
			}
		}
	}
	expect(listed).toBeGreaterThan(0);
});

test('no line repeats a word of the title or of an earlier line, unless it is the only line', () => {
	for (const query of queries) {
		const { found, words } = index(query, dataset);
		for (const e of dataset.events.filter(({ id }) => found.has(id))) {
			const lines = linesOf(e, words, dataset);
			if (isHit(e.title, words) && words.size === 1) expect(lines.length).toBeLessThanOrEqual(1);
			expect(lines.length).toBeLessThanOrEqual(2);
		}
	}
});

test('events with a word in the title come first, and none is lost', () => {
	for (const query of queries) {
		const { found, words } = index(query, dataset);
		const events = dataset.events.filter(({ id }) => found.has(id));
		const ordered = inOrder(events, words);
		expect(new Set(ordered)).toEqual(new Set(events));
		expect(ordered).toHaveLength(events.length);
		const says = ordered.map((e) => isHit(e.title, words));
		expect(says).toEqual(says.toSorted((a, b) => Number(b) - Number(a)));
	}
});
