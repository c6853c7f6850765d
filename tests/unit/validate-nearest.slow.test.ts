/** For a quote that is not in its source, the check shows the most similar text and the differences. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difference } from '../../tools/validate/difference.ts';
import { sha256 } from '../../tools/validate/evidence.ts';
import { nearest, plain } from '../../tools/validate/nearest.ts';
import { random } from '../seeded.ts';
import { Copy, held, operation, quote } from './faults.ts';
import { dataset } from './record.ts';

/** Reference: compares every window of so many words. Correct, but far too slow for a long text. */
function slowly(text: string, exact: string): string | null {
	const pairs = (of: string) => Array.from({ length: Math.max(0, of.length - 1) }, (_, i) => of.slice(i, i + 2));
	const words = [...text.matchAll(/\S+/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
	const size = Math.max(1, exact.match(/\S+/g)?.length ?? 0);
	const goal = pairs(plain(exact));
	let best = { text: '', likeness: -1 };
	for (let i = 0; i + size <= words.length; i++) {
		const window = text.slice(words[i]!.start, words[i + size - 1]!.end);
		const left = [...goal];
		const here = pairs(plain(window));
		const shared = here.filter((pair) => {
			const at = left.indexOf(pair);
			if (at >= 0) left.splice(at, 1);
			return at >= 0;
		});
		const likeness = (2 * shared.length) / (goal.length + here.length);
		if (likeness > best.likeness) best = { text: window, likeness };
	}
	return best.likeness > 0.4 ? best.text : null;
}

const word = fc.stringMatching(/^[abcB“”’é]{1,4}$/);
const blank = fc.constantFrom(' ', '  ', '\n', '\n\n', '\t ', '\u00a0');
const sentence = (maxLength: number) =>
	fc.array(fc.tuple(word, blank), { minLength: 1, maxLength }).map((parts) => parts.flat().join('').trimEnd());

test('the nearest text is the same as in a comparison of all windows (A18)', () => {
	fc.assert(
		fc.property(sentence(30), sentence(5), (text, exact) => {
			expect(nearest(text, exact)?.text ?? null).toBe(slowly(text, exact));
		}),
		{ numRuns: 500 },
	);
});

/** Words as in a long report, without repeated passages. */
function longText(length: number): string {
	const next = random(7);
	const words = dataset.documents.get(held.id)!.text.match(/\p{L}+/gu)!;
	const parts: string[] = [];
	for (let n = 0; n < length; n += parts.at(-1)!.length + 1) parts.push(words[Math.floor(next() * words.length)]!);
	return parts.join(' ');
}

test.for([5, 50, 500])('a text is read only twice for a quote of %i words (A18) (F19)', (words) => {
	for (const length of [20_000, 200_000]) {
		const text = longText(length);
		const exact = text
			.split(' ')
			.slice(100, 100 + words)
			.join(' ')
			.replace(/.$/, '#');
		let work = 0;
		expect(nearest(text, exact, (pairs) => (work = pairs))!.text.slice(0, -1)).toBe(exact.slice(0, -1));
		expect(work).toBeGreaterThan(text.length);
		expect(work).toBeLessThanOrEqual(2 * text.length);
	}
});

test('a misquote and a quote that occurs a million times are reported from a text of 10 MB (A18) (F19)', () => {
	const copy = new Copy();
	const before = copy.text(held.file!);
	const text = `${before}\n${longText(10 * 2 ** 20)}\n${'ab '.repeat(1000)}`;
	copy.write(held.file!, text);
	copy.entry('sources', held.id, (s) => (s.sha256 = sha256(text)));
	copy.entry('events', operation.id, (e) => {
		e.quotes[0]!.exact = quote.exact.replace(/\w(?=\w*$)/, '#');
		e.quotes.push({ ...quote, id: 'everywhere', exact: 'e' });
	});
	const problems = copy.located().filter((p) => p.id === operation.id);
	expect(problems.map((p) => p.field)).toEqual([`quotes ${quote.id}`, 'quotes everywhere']);
	expect(problems[0]!.fix).toContain(`The nearest text is “${quote.exact.slice(0, 40)}`);
	expect(problems[1]!.found).toMatch(/^“e” \d{6,} times, on lines (\d+, ){4}\d+ …$/);
});

describe('the difference is named by code point', () => {
	const DIFFERENT: readonly (readonly [what: string, here: string, there: string, said: readonly string[]])[] = [
		[
			'an accent in two ways',
			'caf\u00e9 noir',
			'cafe\u0301 noir',
			['only in how accents are written', 'letter 4', '(U+00E9 here, U+0065 U+0301 there)'],
		],
		[
			'a zero-width blank',
			'the\u200b vote',
			'the vote',
			['only in characters that cannot be seen', 'letter 4', '(U+200B here, U+0020 there)'],
		],
		['a soft hyphen there', 'election', 'elec\u00adtion', ['only in characters that cannot be seen', 'U+00AD']],
		['a letter of another script', 'voter d\u0430ta', 'voter data', ['letter 8', '(U+0430 here, U+0061 there)']],
		[
			'a blank that does not break',
			'a\u00a0vote',
			'a vote',
			['only in capitals, quotation marks, apostrophes or spaces', '(U+00A0 here, U+0020 there)'],
		],
		[
			'letters drawn as one',
			'of\ufb01ce',
			'office',
			['only in characters that look alike', '(U+FB01 here, U+0066 there)'],
		],
		[
			'another letter',
			'the vote',
			'the note',
			['The first difference is at letter 5', '“the vote” here, “the note” there', '(U+0076 here, U+006E there)'],
		],
		['an emoji of several', 'a 👩\u200d💻', 'a 👩', ['U+1F469 U+200D U+1F4BB here, U+1F469 there']],
		['more words', 'the vote', 'the vote!', ['It goes on differently after the last word.']],
		['fewer words', 'the vote is', 'the vote', ['(U+0020 here, the end there)']],
	];
	test.for(DIFFERENT)('%s (F13) (A18)', ([, here, there, said]) => {
		for (const part of said) expect(difference(here, there)).toContain(part);
	});
	test('in the report invisible characters are named (F13) (A18)', () => {
		const copy = new Copy();
		copy.entry('events', operation.id, (e) => (e.quotes[0]!.exact = quote.exact.replace(' ', ' \u200b')));
		const [problem] = copy.problems();
		expect(problem!.fix).toContain('It differs only in characters that cannot be seen: copy it from the file.');
		expect(problem!.fix).toContain('U+200B here');
	});
});
