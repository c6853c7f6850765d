/** The sentence that a passage is taken from: what of it goes before the passage, and what comes after. */
import { paragraphAt, type Paragraph } from './document.ts';
import { STOP } from './excerpt.ts';
import type { Passage } from './quote.ts';

export interface Around {
	/** Empty where the passage begins with its sentence. */
	readonly before: string;
	/** Empty where it ends with it. */
	readonly after: string;
}

/** So many code units of a sentence are shown on either side, and as many words as are whole in them. */
const LONGEST = 240;
const lastOf = (text: string) => (text.length > LONGEST ? text.slice(-LONGEST).replace(/^\S*\s+/, '… ') : text);
const firstOf = (text: string) => (text.length > LONGEST ? text.slice(0, LONGEST).replace(/\s+\S*$/, ' …') : text);

/** The end of a sentence with what closes it: `made.”)`. */
const END = 8;

/** @param passage in the text; it may reach over several paragraphs */
export function sentenceAround(
	{ text, paragraphs }: { readonly text: string; readonly paragraphs: readonly Paragraph[] },
	{ start, end }: Passage,
): Around {
	const first = paragraphAt(paragraphs, start)?.start ?? start;
	const last = paragraphAt(paragraphs, end - 1)?.end ?? end;
	const before = text.slice(first, start);
	const begins = [...before.matchAll(STOP)].map((m) => m.index + m[0].length).at(-1) ?? 0;
	// Where the passage ends with its sentence, the end of that sentence is in it.
	const from = Math.max(start, end - END);
	const ends = [...text.slice(from, last).matchAll(STOP)].map((m) => from + m.index + m[0].trimEnd().length);
	const after = text.slice(end, ends.find((at) => at >= end) ?? last);
	return { before: lastOf(before.slice(begins)), after: firstOf(after) };
}
