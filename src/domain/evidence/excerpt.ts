/** The part of a document shown beside an event: the paragraphs with its quotes, and some context around them. */
import { overlapping, type Paragraph, type Placed } from './document.ts';

/** A paragraph of an excerpt; `start` and `end` limit the part of it that is shown. */
export interface Excerpted extends Paragraph {
	/** It has no quote of the event and is shown only as context. */
	readonly isContext: boolean;
	/** Paragraphs are left out directly before this one. */
	readonly isApart: boolean;
	/** Its beginning is left out. */
	readonly opens: boolean;
	/** Its end is left out. */
	readonly closes: boolean;
}

/** How much of a context paragraph is shown: at most so many sentences, and at most so many code units. */
const SENTENCES = 2;
const LONGEST = 280;
/** The end of a sentence. Two lower-case letters or digits before the stop tell it from an abbreviation. */
export const STOP = /[\p{Ll}\p{Lo}\p{N}"”’»)\]]{2}[.!?…]["”’»)\]]*\s+/gu;

/** Offsets directly after each match of a pattern, except at the end of the text. */
const after = (words: string, pattern: RegExp) =>
	[...words.matchAll(pattern)].map((m) => m.index + m[0].length).filter((at) => at < words.length);
const isHigh = (text: string, at: number) => /[\uD800-\uDBFF]/.test(text.charAt(at));

/** Offset at which the first sentences of a paragraph end. */
function firstOf(text: string, { start, end }: Paragraph): number {
	const words = text.slice(start, Math.min(end, start + LONGEST));
	const begins = after(words, STOP);
	const last = begins[SENTENCES - 1];
	if (last === undefined && end - start <= LONGEST) return end;
	const to = last ?? begins.at(-1) ?? after(words, /\s+/g).at(-1) ?? words.length - Number(isHigh(words, LONGEST - 1));
	return start + words.slice(0, to).trimEnd().length;
}

/** Offset at which the last sentences of a paragraph begin. */
function lastOf(text: string, { start, end }: Paragraph): number {
	const from = Math.max(start, end - LONGEST);
	const words = text.slice(from, end);
	const begins = after(words, STOP);
	const first = begins.at(-SENTENCES);
	if (first === undefined && from === start) return start;
	return from + (first ?? begins[0] ?? after(words, /\s+/g)[0] ?? Number(isHigh(text, from - 1)));
}

interface Marked<Q> {
	readonly text: string;
	readonly paragraphs: readonly Paragraph[];
	readonly quotes: readonly Placed<Q>[];
}

/**
 * Paragraphs with a quote are shown whole, and one between two of them too. Of the paragraph before a quoted one only
 * the end is shown, of the paragraph after only the beginning.
 */
export function excerpt<Q>({ text, paragraphs, quotes }: Marked<Q>, isOf: (quote: Q) => boolean): Excerpted[] {
	const own = quotes.filter((p) => isOf(p.of));
	const holds = overlapping(own, paragraphs).map((list) => list.length > 0);
	const shown = paragraphs.flatMap((_, i) => (holds[i - 1] || holds[i] || holds[i + 1] ? [i] : []));
	return shown.map((i, n) => {
		const paragraph = paragraphs[i]!;
		const isContext = !holds[i];
		const start = isContext && !holds[i - 1] ? lastOf(text, paragraph) : paragraph.start;
		const end = isContext && !holds[i + 1] ? firstOf(text, paragraph) : paragraph.end;
		return {
			...paragraph,
			start,
			end,
			isContext,
			isApart: n > 0 && shown[n - 1] !== i - 1,
			opens: start > paragraph.start,
			closes: end < paragraph.end,
		};
	});
}
