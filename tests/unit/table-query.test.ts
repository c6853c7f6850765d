/** What is asked of an archive is answered as if every label were a string and every event an object. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY } from '../../src/domain/model/when.ts';
import { fold } from '../../src/domain/query/marked.ts';
import { labelOf, type Archive } from '../../src/table/event-table.ts';
import { wordsOf } from '../../src/table/find.ts';
import { folded, EDGE } from '../../src/table/case-folded.ts';
import { byLane } from '../../src/layout/placed.ts';
import { answers, EVERYTHING, facets, FACETS, meeting, type Facet, type Question } from '../../src/table/query.ts';
import { synthetic } from '../large/generate.ts';
import { archives, archiveOf, asked } from './tables.ts';
import { between, LANES, world } from './chart-data.ts';

const rowsOf = ({ columns }: Archive) => Array.from(columns.start.keys());
const foldedLabel = ({ labels }: Archive, row: number) => fold(labelOf(labels, row));

/** Whether a label holds every word of a query: with strings and a regular expression. */
function holdsWords(archive: Archive, row: number, { query, beginnings }: Question): boolean {
	const label = foldedLabel(archive, row);
	return wordsOf(query).every((word) => {
		for (let at = label.indexOf(word); at >= 0; at = label.indexOf(word, at + 1))
			if (!beginnings || !/[\p{L}\p{N}\p{M}]$/u.test(label.slice(0, at))) return true;
		return false;
	});
}
const passesFacet = (archive: Archive, row: number, { pressed }: Question, facet: Facet) =>
	pressed[facet] === 0 || (FACETS[facet].of(archive, row) & pressed[facet]) !== 0;

test('a search finds the labels that hold every word, without case or accents, and no others', () => {
	fc.assert(
		fc.property(asked, ([archive, question]) => {
			const only = { ...EVERYTHING, query: question.query, beginnings: question.beginnings };
			const expected = rowsOf(archive).filter((row) => holdsWords(archive, row, only));
			expect([...answers(archive).answer(only).rows]).toEqual(expected);
		}),
		{ numRuns: 2_000 },
	);
});

test('facets combine, values of one facet add up, and counts are under the other facets', () => {
	fc.assert(
		fc.property(asked, ([archive, question]) => {
			const { rows, counts } = answers(archive).answer(question);
			const found = rowsOf(archive).filter((row) => holdsWords(archive, row, question));
			expect([...rows]).toEqual(found.filter((row) => facets.every((f) => passesFacet(archive, row, question, f))));
			for (const facet of facets) {
				const others = found.filter((row) =>
					facets.every((f) => f === facet || passesFacet(archive, row, question, f)),
				);
				const expected = FACETS[facet]
					.values(archive.about)
					.map((_, value) => others.filter((row) => FACETS[facet].of(archive, row) & (1 << value)).length);
				expect([...counts[facet]], facet).toEqual(expected);
			}
		}),
	);
});

test('with every answer come the lanes as the chart would make them', () => {
	fc.assert(
		fc.property(asked, ([archive, question]) => {
			const { rows, lanes } = answers(archive).answer(question);
			expect(lanes).toEqual(byLane(archive.columns, rows, LANES));
		}),
	);
});

test('a folded label stands between edges and is the fold of the label', () => {
	fc.assert(
		fc.property(archives, (archive) => {
			const { bytes, begins } = folded(archive.labels);
			for (const row of rowsOf(archive)) {
				expect(bytes[begins[row]! - 1]).toBe(EDGE);
				const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
					bytes.subarray(begins[row], begins[row + 1]! - 1),
				);
				expect(text).toBe(foldedLabel(archive, row));
			}
			expect(bytes.at(-1)).toBe(EDGE);
			expect(begins.at(-1)).toBe(bytes.length);
		}),
	);
});

const days = (labels: readonly string[]) =>
	archiveOf(
		world(
			{ start: 0, end: 864e8 },
			labels.map((_, from) => ({ from, days: 1, lane: 0, ties: 0, rank: 0, open: 0 })),
		),
		labels,
		new Uint8Array(labels.length),
	);
const found = (labels: readonly string[], query: string, beginnings = false) => [
	...answers(days(labels)).answer({ ...EVERYTHING, query, beginnings }).rows,
];

test.for([
	['kazemi', ['Seyed Kazemí', 'KAZEMI', 'Kazem i', 'kazem'], [0, 1]],
	['bc', ['ab', 'c', 'abc'], [2]],
	['two words', ['words, two', 'two', 'twowords', 'words'], [0, 2]],
	['ﬁne', ['FINE', 'fine', 'fi ne'], [0, 1]],
	['', ['a', ''], [0, 1]],
	['  ', ['a', ''], [0, 1]],
	['aa', ['aaa', 'aba', 'a'], [0]],
] as const)('“%s” in %j finds %j', ([query, labels, rows]) => {
	expect(found(labels, query)).toEqual(rows);
});

test('asked for beginnings, a word counts only where a word begins, also after a later one that does not', () => {
	expect(found(['reports', 'airports', 'air ports', 'airports ports', 'air–ports', 'éports'], 'ports', true)).toEqual([
		2, 3, 4,
	]);
	expect(found(['reports', 'airports'], 'ports')).toEqual([0, 1]);
});

test('a label in a thousand is found among many, wherever it stands', () => {
	const archive = synthetic(20_000);
	const { answer } = answers(archive);
	const rows = [...answer({ ...EVERYTHING, query: 'KAZEMI' }).rows];
	expect(rows).toEqual(rowsOf(archive).filter((row) => labelOf(archive.labels, row).includes('Kazemí')));
	expect(rows.length).toBeGreaterThan(5);
});

test('those that meet a span are those that begin before its end and end after its beginning', () => {
	fc.assert(
		fc.property(asked, between(0, 1), between(0, 1), ([archive, question], a, b) => {
			const { columns, about } = archive;
			const { rows } = answers(archive).answer(question);
			// Whole days, so that some spans begin where an event ends.
			const days = (about.extent.end - about.extent.start) / DAY;
			const at = (share: number) => about.extent.start + Math.round(share * days) * DAY;
			const span = { start: at(Math.min(a, b)), end: at(Math.max(a, b)) };
			const meets = [...rows].filter((row) => columns.start[row]! < span.end && columns.end[row]! > span.start);
			expect(meeting(columns, rows, span)).toBe(meets.length);
		}),
	);
});
