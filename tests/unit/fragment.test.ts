/** The address of a passage in a plain text, read back by a reader of its own. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textFragment } from '../../src/domain/evidence/text-fragment.ts';
import { anchor, type Passage } from '../../src/domain/evidence/quote.ts';
import { document } from './record.ts';

/** Parts of a directive as the standard has them: split at the commas, then decoded. */
function parts(fragment: string) {
	expect(fragment.startsWith('#:~:text=')).toBe(true);
	const list = fragment.slice('#:~:text='.length).split(',');
	const prefix = list[0]!.endsWith('-') ? list.shift()!.slice(0, -1) : '';
	const suffix = list.at(-1)!.startsWith('-') ? list.pop()!.slice(1) : '';
	const [start = '', end = '', ...more] = list;
	expect(more).toEqual([]);
	for (const part of [prefix, start, end, suffix]) expect(part).not.toMatch(/[-,&\s]/);
	return {
		prefix: decodeURIComponent(prefix),
		start: decodeURIComponent(start),
		end: decodeURIComponent(end),
		suffix: decodeURIComponent(suffix),
	};
}

/** Where a browser would go: a pattern over the text, without capitals, at the bounds of words. */
function opened(text: string, fragment: string): Passage | null {
	const { prefix, start, end, suffix } = parts(fragment);
	const words = (part: string) =>
		part
			// A text alone is preformatted: as many blanks as there are, of whatever kind.
			.split(/\s/)
			.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
			.join('\\s');
	const bound = String.raw`(?:(?<![\p{L}\p{N}])|(?![\p{L}\p{N}]))`;
	const piece = (part: string) => (part ? `${bound}${words(part)}${bound}` : '');
	const pattern = `(?<=${piece(prefix)}${prefix && '\\s*'})(${piece(start)}${end && `[^]*?${piece(end)}`})(?=${suffix && '\\s*'}${piece(suffix)})`;
	const match = new RegExp(pattern, 'iu').exec(text);
	return match && { start: match.index, end: match.index + match[1]!.length };
}
const at = (text: string, exact: string) => anchor(text, { exact }) as Passage;
const of = (text: string, exact: string) => textFragment(text, at(text, exact));

test('a passage is named by its words alone where they stand once', () => {
	expect(of('He said so. They did not.', 'They did not.')).toBe('#:~:text=They%20did%20not.');
});

test.for([
	['a comma', 'in Florida, Alaska and Arizona', 'Florida, Alaska'],
	['a hyphen', 'the state-sponsored actors and so on', 'state-sponsored actors'],
	['an ampersand', 'Smith & Sons went', 'Smith & Sons'],
	['curly quotes', 'he said “it’s over” then', '“it’s over”'],
	['a per cent sign', 'by 50% of all', '50% of'],
	['other scripts', 'the word Ἰλιάς stands', 'Ἰλιάς stands'],
] as const)('%s is percent-encoded and comes back', ([, text, exact]) => {
	const fragment = of(text, exact);
	expect(parts(fragment)).toEqual({ prefix: '', start: exact, end: '', suffix: '' });
	expect(opened(text, fragment)).toEqual(at(text, exact));
});

test('the directive’s own signs are spelled out', () => {
	expect(of('a, b-c & d', 'a, b-c & d')).toBe('#:~:text=a%2C%20b%2Dc%20%26%20d');
});

test('a long quote is named by its first and last words, and by more of them where three are not enough', () => {
	const middle = Array.from({ length: 90 }, (_, i) => `w${i}`).join(' ');
	const exact = `one two three ${middle} seven eight nine`;
	expect(parts(of(`Before. ${exact} After.`, exact))).toEqual({
		prefix: '',
		start: 'one two three',
		end: 'seven eight nine',
		suffix: '',
	});
	const twice = `one two three four ${middle} six seven eight nine`;
	const text = `one two three five. ${twice}`;
	expect(parts(of(text, twice)).start).toBe('one two three four');
	expect(opened(text, of(text, twice))).toEqual(at(text, twice));
});

test('what stands more than once is told apart by what is before and after it', () => {
	const text = 'The vote was held. Later the vote was counted.';
	const start = text.lastIndexOf('the vote was');
	const { prefix, suffix } = parts(textFragment(text, { start, end: start + 'the vote was'.length }));
	expect([prefix, suffix]).toEqual(['Later', 'counted.']);
});

test('every quote of the record is led to', () => {
	for (const { of: quote, start, end } of document.quotes)
		expect(opened(document.text, textFragment(document.text, { start, end })), quote.id).toEqual({ start, end });
});

test('wherever anything tells the passage apart, another reader of the standard finds it', () => {
	const word = fc.constantFrom('a', 'b', 'A', 'a-b', 'c,', '&', '“d”', 'e.', 'f', 'g', 'h', 'i-', 'k', 'x'.repeat(120));
	let apart = 0;
	fc.assert(
		fc.property(
			fc.array(word, { minLength: 20, maxLength: 60 }),
			fc.constantFrom(' ', '\n\n'),
			fc.nat(),
			fc.nat(),
			(words, gap, a, b) => {
				const text = words.map((w, i) => w + (i % 7 === 6 ? gap : ' ')).join('');
				const from = a % words.length;
				const to = Math.min(from + (b % 5), words.length - 1);
				const all = [...text.matchAll(/\S+/g)];
				const passage = { start: all[from]!.index, end: all[to]!.index + all[to]![0].length };
				const fragment = textFragment(text, passage);
				const exact = text.slice(passage.start, passage.end);
				const { prefix, start, end, suffix } = parts(fragment);
				// Words alone are also what is left where nothing helps; then they are the whole passage.
				if (!prefix && !suffix && !end) expect(start).toBe(exact);
				else {
					apart++;
					expect(opened(text, fragment)).toEqual(passage);
				}
			},
		),
		{ numRuns: 500 },
	);
	expect(apart).toBeGreaterThan(50);
});
