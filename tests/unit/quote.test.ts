/** A quote is proven only if it is found exactly once, code unit by code unit. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchor, anchors, anchorsInOnePass, isFound } from '../../src/domain/evidence/quote.ts';

test('words that occur once are found at their place', () => {
	expect(anchor('one two three', { exact: 'two' })).toEqual({ start: 4, end: 7 });
	expect(anchor('one', { exact: 'one' })).toEqual({ start: 0, end: 3 });
});

test('words that do not occur are absent, and so is an empty quote', () => {
	expect(anchor('one two three', { exact: 'four' })).toEqual({ problem: 'absent' });
	expect(anchor('one two three', { exact: '' })).toEqual({ problem: 'absent' });
	expect(anchor('one two three', { exact: '', prefix: 'one' })).toEqual({ problem: 'absent' });
	expect(anchor('', { exact: 'one' })).toEqual({ problem: 'absent' });
});

test('words that occur twice are ambiguous, and both places are reported', () => {
	expect(anchor('one two one', { exact: 'one' })).toEqual({ problem: 'ambiguous', at: [0, 8] });
	// Overlapping places are two places.
	expect(anchor('aaa', { exact: 'aa' })).toEqual({ problem: 'ambiguous', at: [0, 1] });
});

test('the text directly before or after distinguishes two places, and is not part of the passage', () => {
	expect(anchor('one two one', { exact: 'one', suffix: ' two' })).toEqual({ start: 0, end: 3 });
	expect(anchor('one two one', { exact: 'one', prefix: 'two ' })).toEqual({ start: 8, end: 11 });
	expect(anchor('one two one', { exact: 'one', prefix: 'two' })).toEqual({ problem: 'absent' });
	expect(anchor('a one b, a one c', { exact: 'one', prefix: 'a ' })).toEqual({ problem: 'ambiguous', at: [2, 11] });
});

/** Texts that look alike but differ in code units: neither may be found as the other. */
test.for([
	['curly and straight quotation marks', 'the “big” day', 'the "big" day'],
	['curly and straight apostrophes', 'Trump’s campaign', "Trump's campaign"],
	['no-break space and space', '$\u00a010 million', '$ 10 million'],
	['soft hyphen and none', 'elec\u00adtion', 'election'],
	['one letter with an accent and letter plus accent', 'Kazem\u00ed', 'Kazemi\u0301'],
	['zero-width joiner and none', 'می\u200cخواهم', 'میخواهم'],
	['Arabic and Persian letters', 'كاظمي', 'کاظمی'],
	['capitals', 'Proud Boys', 'proud boys'],
	['line break and space', 'one\ntwo', 'one two'],
	['two kinds of line break', 'one\r\ntwo', 'one\ntwo'],
	['ligature and letters', 'of\ufb01ce', 'office'],
] as const)('%s are not the same', ([, own, other]) => {
	const text = `Before. ${own} After.`;
	expect(anchor(text, { exact: own })).toEqual({ start: 8, end: 8 + own.length });
	expect(anchor(text, { exact: other })).toEqual({ problem: 'absent' });
});

test('offsets count code units, also after surrogate pairs and in right-to-left texts', () => {
	const text = '🗳 انتخابات 🗳🗳 رأی';
	const place = anchor(text, { exact: 'رأی' });
	expect(place).toEqual({ start: 17, end: 20 });
	expect(text.slice(17, 20)).toBe('رأی');
});

/** Texts of few letters, so that the same words occur at several places. */
const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '\u0301', '🗳'), minLength: 1, maxLength: 40 });
const range = text.chain((t) =>
	fc.tuple(fc.constant(t), fc.nat(t.length - 1), fc.nat(t.length)).map(([whole, a, length]) => {
		const end = Math.min(whole.length, a + 1 + length);
		return { text: whole, start: a, end, exact: whole.slice(a, end) };
	}),
);

test('a part of the text is found at its place, or every place where it occurs is reported', () => {
	fc.assert(
		fc.property(range, ({ text: t, start, end, exact }) => {
			const place = anchor(t, { exact });
			const places = Array.from({ length: t.length }, (_, i) => i).filter((i) => t.startsWith(exact, i));
			expect(places).toContain(start);
			if (places.length === 1) expect(place).toEqual({ start, end });
			else expect(place).toEqual({ problem: 'ambiguous', at: places });
		}),
	);
});

test('with all the text before and after it, every part is found at its own place', () => {
	fc.assert(
		fc.property(range, ({ text: t, start, end, exact }) => {
			const place = anchor(t, { exact, prefix: t.slice(0, start), suffix: t.slice(end) });
			expect(place).toEqual({ start, end });
			expect(isFound(place)).toBe(true);
		}),
	);
});

test('many quotes searched in one pass are found at the same places as one at a time', () => {
	const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '“', '\u0301', 'ا', '🗳'), maxLength: 80 });
	const part = fc.tuple(fc.nat(80), fc.nat(40));
	const edge = fc.constantFrom('', 'a', 'ab');
	fc.assert(
		fc.property(letters, fc.array(fc.record({ part, prefix: edge, suffix: edge, noise: edge })), (line, wanted) => {
			// Repeats a part of the line: words in it are ambiguous unless the text around them differs.
			const text = `${line}${line.slice(0, 30)}`;
			const selectors = wanted.map(({ part: [from, length], prefix, suffix, noise }) => ({
				exact: text.slice(from, from + length) + noise,
				prefix,
				suffix,
			}));
			const alone = selectors.map((s) => anchor(text, s));
			expect(anchorsInOnePass(text, selectors)).toEqual(alone);
			expect(anchors(text, selectors)).toEqual(alone);
		}),
	);
});
