/** The rest of the sentence that a passage is taken from: the part before the passage and the part after it. */
import { paragraphAt, type Paragraph } from './document.ts';
import { STOP } from './excerpt.ts';
import type { Passage } from './quote.ts';

export interface Around {
	/** Empty where the sentence begins with the passage. */
	readonly before: string;
	/** Empty where the sentence ends with the passage. */
	readonly after: string;
}

/** Code units shown on either side; longer parts are cut between words. */
const LONGEST = 240;
const lastOf = (text: string) => (text.length > LONGEST ? text.slice(-LONGEST).replace(/^\S*\s+/, '… ') : text);
const firstOf = (text: string) => (text.length > LONGEST ? text.slice(0, LONGEST).replace(/\s+\S*$/, ' …') : text);

/** Code units that the end of a sentence may take, with closing quotes and brackets: `made.”)`. */
const END = 8;

/** @param passage may span several paragraphs */
export function sentenceAround(
	{ text, paragraphs }: { readonly text: string; readonly paragraphs: readonly Paragraph[] },
	{ start, end }: Passage,
): Around {
	const first = paragraphAt(paragraphs, start)?.start ?? start;
	const last = paragraphAt(paragraphs, end - 1)?.end ?? end;
	const before = text.slice(first, start);
	const begins = [...before.matchAll(STOP)].map((m) => m.index + m[0].length).at(-1) ?? 0;
	// Begin a little before the passage's end: where it ends with its sentence, the full stop is inside it.
	const from = Math.max(start, end - END);
	const ends = [...text.slice(from, last).matchAll(STOP)].map((m) => from + m.index + m[0].trimEnd().length);
	const after = text.slice(end, ends.find((at) => at >= end) ?? last);
	return { before: lastOf(before.slice(begins)), after: firstOf(after) };
}
