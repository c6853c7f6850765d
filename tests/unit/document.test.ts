/** A quoted source, cut into paragraphs and segments: every character once, with its quotes and discrepancies. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraphs, placed, quotedShare, segments, type Placed } from '../../src/domain/evidence/document.ts';
import { document as seed } from './record.ts';

const line = 'one two three four five';
const whole = { start: 0, end: line.length };
const at = (exact: string): Placed<string> => {
	const start = line.indexOf(exact);
	return { of: exact, start, end: start + exact.length };
};
const cut = (quotes: readonly string[], discrepancies: readonly string[] = []) =>
	segments(line, whole, quotes.map(at), discrepancies.map(at)).map((s) => [s.text, ...s.quotes]);

describe('paragraphs', () => {
	test('the headline is H, then P1, P2 …; empty lines are none', () => {
		const text = 'Headline\n\nFirst.\r\n \t\r\nSecond. \nThird.';
		expect(paragraphs(text).map(({ label, start, end }) => [label, text.slice(start, end)])).toEqual([
			['H', 'Headline'],
			['P1', 'First.'],
			['P2', 'Second. '],
			['P3', 'Third.'],
		]);
	});
	test('an empty text has none', () => {
		expect(paragraphs(' \n \n')).toEqual([]);
	});
	test('only white space is between two paragraphs', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\u00a0', '“') }), (text) => {
				const list = paragraphs(text);
				const edges = [0, ...list.flatMap((p) => [p.start, p.end]), text.length];
				for (let i = 0; i < edges.length; i += 2) expect(text.slice(edges[i], edges[i + 1]).trim()).toBe('');
			}),
		);
	});
});

describe('segments', () => {
	test('a paragraph without quotes is one segment', () => {
		expect(cut([])).toEqual([[line]]);
	});
	test('a quote is its own segment', () => {
		expect(cut(['two three'])).toEqual([['one '], ['two three', 'two three'], [' four five']]);
	});
	test('a quote within a quote belongs to both', () => {
		expect(cut(['two three four', 'three'])).toEqual([
			['one '],
			['two ', 'two three four'],
			['three', 'two three four', 'three'],
			[' four', 'two three four'],
			[' five'],
		]);
	});
	test('an overlap belongs to both quotes', () => {
		expect(cut(['one two three', 'three four'])).toEqual([
			['one two ', 'one two three'],
			['three', 'one two three', 'three four'],
			[' four', 'three four'],
			[' five'],
		]);
	});
	test('adjacent quotes are two segments', () => {
		expect(cut(['one ', 'two'])).toEqual([['one ', 'one '], ['two', 'two'], [' three four five']]);
	});
	test('two quotes of the same words share their segment', () => {
		expect(cut(['one', 'one'])).toEqual([['one', 'one', 'one'], [' two three four five']]);
	});
	test('the note of a discrepancy occurs once, after its last character', () => {
		const cuts = segments(line, whole, [at('two three')], [at('one two'), at('five')]);
		expect(cuts.filter((s) => s.noted.length).map((s) => [s.text, s.noted])).toEqual([
			['two', ['one two']],
			['five', ['five']],
		]);
	});
	test('a passage over two paragraphs is marked in both and noted in the second', () => {
		const text = 'one two\nthree four';
		const across = { of: 'across', start: 4, end: 13 };
		const parts = paragraphs(text).map((p) =>
			segments(text, p, [across], [across]).map((s) => [s.text, s.quotes.length, s.noted.length]),
		);
		expect(parts).toEqual([
			[
				['one ', 0, 0],
				['two', 1, 0],
			],
			[
				['three', 1, 1],
				[' four', 0, 0],
			],
		]);
	});
});

/** A text with random passages: overlapping, nested, adjacent, over line breaks. */
const marked = fc
	.string({
		unit: fc.constantFrom('a', ' ', '\n', '“', 'é', '\u0301', 'ا', '\u00ad', '🗳'),
		minLength: 2,
		maxLength: 60,
	})
	.chain((text) => {
		const passage = fc
			.uniqueArray(fc.nat(text.length), { minLength: 2, maxLength: 2 })
			.map((ends) => ends.sort((a, b) => a - b) as [number, number])
			.map(([start, end]) => ({ start, end }));
		const list = (prefix: string) =>
			fc.array(passage, { maxLength: 8 }).map((all) => all.map((p, i) => ({ ...p, of: `${prefix}${i}` })));
		return fc.record({ text: fc.constant(text), quotes: list('q'), discrepancies: list('d') });
	});

test('joined segments equal the paragraph, and none is empty', () => {
	fc.assert(
		fc.property(marked, ({ text, quotes, discrepancies }) => {
			for (const p of paragraphs(text)) {
				const cuts = segments(text, p, quotes, discrepancies);
				expect(cuts.map((s) => s.text).join('')).toBe(text.slice(p.start, p.end));
				expect(cuts.filter((s) => s.text === '')).toEqual([]);
			}
		}),
	);
});

test('every character has exactly the quotes and discrepancies that contain it', () => {
	fc.assert(
		fc.property(marked, ({ text, quotes, discrepancies }) => {
			const on = (list: readonly Placed<string>[], i: number) =>
				list.filter((p) => p.start <= i && i < p.end).map((p) => p.of);
			for (const p of paragraphs(text))
				for (const s of segments(text, p, quotes, discrepancies))
					for (let i = s.start; i < s.end; i++) {
						expect(s.quotes).toEqual(on(quotes, i));
						expect(s.discrepancies).toEqual(on(discrepancies, i));
					}
		}),
	);
});

test('every discrepancy is noted exactly once, in the paragraph in which it ends', () => {
	fc.assert(
		fc.property(marked, ({ text, quotes, discrepancies }) => {
			const noted = paragraphs(text).flatMap((p) => segments(text, p, quotes, discrepancies).flatMap((s) => s.noted));
			const ending = paragraphs(text).flatMap((p) =>
				discrepancies.filter((d) => d.end > p.start && d.end <= p.end).map((d) => d.of),
			);
			expect(noted.toSorted()).toEqual(ending.toSorted());
		}),
	);
});

describe('the document we hold', () => {
	test('has no mark without a proof', () => {
		expect(placed(seed.text, [{ exact: 'Iranian citizens' }, { exact: 'never said' }])).toEqual([]);
	});
	test('has a place for every quote and discrepancy, with its exact words', () => {
		for (const { of, start, end } of [...seed.quotes, ...seed.discrepancies])
			expect(seed.text.slice(start, end)).toBe(of.exact);
	});
	test('has a quoted share between 0 and 1, which counts words', () => {
		expect(quotedShare(line, [at('two three')])).toBe(2 / 5);
		expect(quotedShare(line, [at('two three'), at('three four')])).toBe(3 / 5);
		expect(quotedShare(line, [])).toBe(0);
		expect(quotedShare(' \n', [])).toBe(0);
		expect(quotedShare(line, [{ start: 0, end: line.length }])).toBe(1);
	});
});
