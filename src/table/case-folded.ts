/** Prepares labels for search: folds case and accents as the page's search does, and keeps them as one byte array. */
import { fold } from '../domain/query/highlight.ts';
import { labelOf, type Labels } from './event-table.ts';

/** A byte that never occurs in UTF-8, before each label and after the last, so that no match spans two labels. */
export const SEPARATOR = 0xff;

export interface CaseFolded {
	readonly bytes: Uint8Array;
	/** Offset of each label, and of the end: one more entry than labels. */
	readonly begins: Uint32Array;
}

const CASE = 0x20;
const isUpper = (byte: number) => byte >= 0x41 && byte <= 0x5a;

/** O(bytes); only labels that are not ASCII are decoded to strings. */
export function caseFolded(labels: Labels): CaseFolded {
	const { ends, bytes } = labels;
	const count = ends.length - 1;
	const encoder = new TextEncoder();
	const begins = new Uint32Array(count + 1);
	let out = new Uint8Array(bytes.length + count + 1);
	let at = 0;
	for (let row = 0; row < count; row++) {
		const [from, to] = [ends[row]!, ends[row + 1]!];
		out[at++] = SEPARATOR;
		begins[row] = at;
		let isPlain = true;
		for (let i = from; i < to; i++) {
			const byte = bytes[i]!;
			if (byte > 0x7f) {
				isPlain = false;
				break;
			}
			out[at + i - from] = isUpper(byte) ? byte | CASE : byte;
		}
		if (isPlain) {
			at += to - from;
			continue;
		}
		const text = encoder.encode(fold(labelOf(labels, row)));
		// Folding may lengthen a label: make room for it and for the labels still to come.
		const needed = at + text.length + (bytes.length - to) + (count - row);
		if (needed > out.length) {
			const larger = new Uint8Array(needed + Math.floor(out.length / 8));
			larger.set(out.subarray(0, at));
			out = larger;
		}
		out.set(text, at);
		at += text.length;
	}
	out[at++] = SEPARATOR;
	begins[count] = at;
	return { bytes: out.subarray(0, at), begins };
}
