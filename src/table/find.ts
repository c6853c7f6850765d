/** Finds words in case-folded labels, byte by byte: no label is decoded. */
import { fold } from '../domain/query/highlight.ts';
import { SEPARATOR, type CaseFolded } from './case-folded.ts';

/** For each row 1 if its label has every word searched for, else 0. Null without a search. */
export type Matches = Uint8Array | null;

/** The shift table of the Boyer–Moore–Horspool algorithm: how far a search may move after the last byte it read. */
function steps(word: Uint8Array): Uint32Array {
	const by = new Uint32Array(256).fill(word.length);
	for (let i = 0; i < word.length - 1; i++) by[word[i]!] = word.length - 1 - i;
	return by;
}

/** Offset of the next occurrence of a word, or -1. */
function next(bytes: Uint8Array, word: Uint8Array, by: Uint32Array, from: number, to: number): number {
	const last = word.length - 1;
	for (let i = from + last; i < to; i += by[bytes[i]!]!) {
		let k = last;
		for (let j = i; k >= 0 && bytes[j] === word[k]; k--) j--;
		if (k < 0) return i - last;
	}
	return -1;
}

const decoder = new TextDecoder();
const isInWord = (letter: string) => /[\p{L}\p{N}\p{M}]$/u.test(letter);
/** Whether a word begins at an offset, which means that no letter or digit precedes it. */
function beginsWord(bytes: Uint8Array, at: number): boolean {
	let from = at - 1;
	if (bytes[from] === SEPARATOR) return true;
	while ((bytes[from]! & 0xc0) === 0x80) from--;
	return !isInWord(decoder.decode(bytes.subarray(from, at)));
}

/** The case-folded words of a search, divided by white space. */
export const wordsOf = (text: string): string[] => [...new Set(fold(text).split(/\s+/u).filter(Boolean))];

/**
 * Searches all labels at once for the longest word, then only the labels that have it for the others. At best
 * O(bytes / length of the longest word).
 *
 * @param wordStarts match only at the beginning of words in the label
 */
export function find({ bytes, begins }: CaseFolded, text: string, wordStarts: boolean): Matches {
	const encoder = new TextEncoder();
	const words = wordsOf(text)
		.map((word) => encoder.encode(word))
		.sort((a, b) => b.length - a.length);
	const [longest, ...others] = words;
	if (!longest) return null;
	const count = begins.length - 1;
	const found = new Uint8Array(count);
	const counts = (at: number) => at >= 0 && (!wordStarts || beginsWord(bytes, at));

	const by = steps(longest);
	let row = 0;
	for (let from = 0; ;) {
		const at = next(bytes, longest, by, from, bytes.length);
		if (at < 0) break;
		while (begins[row + 1]! <= at) row++;
		const isFound = counts(at);
		if (isFound) found[row] = 1;
		// One match in a label is enough.
		from = isFound ? begins[row + 1]! - 1 : at + 1;
	}
	for (const word of others) {
		const step = steps(word);
		for (let i = 0; i < count; i++) {
			if (!found[i]) continue;
			const end = begins[i + 1]! - 1;
			let at = next(bytes, word, step, begins[i]!, end);
			while (at >= 0 && !counts(at)) at = next(bytes, word, step, at + 1, end);
			if (at < 0) found[i] = 0;
		}
	}
	return found;
}
