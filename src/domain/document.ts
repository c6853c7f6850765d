/** A quoted source as a reader sees it: numbered paragraphs, cut where passages and discrepancies begin and end. */
import { anchor, isFound, type Passage, type TextQuoteSelector } from './quote.ts';

/** One line of the source that is not empty: "H" is the headline, "P1" the first paragraph after it. */
export interface Paragraph extends Passage {
	readonly label: string;
}

export function paragraphs(text: string): Paragraph[] {
	return [...text.matchAll(/[^\r\n]*\S[^\r\n]*/g)].map((line, i) => ({
		label: i === 0 ? 'H' : `P${i}`,
		start: line.index,
		end: line.index + line[0].length,
	}));
}

/** Something that stands at a passage of the text: a quote or a discrepancy. */
export interface Placed<T> extends Passage {
	readonly of: T;
}

/** Where each selector stands; those that cannot be proven are left out, since nothing may be marked that is not there. */
export const placed = <T extends TextQuoteSelector>(text: string, selectors: readonly T[]): Placed<T>[] =>
	selectors.flatMap((of) => {
		const place = anchor(text, of);
		return isFound(place) ? [{ of, start: place.start, end: place.end }] : [];
	});

/** A stretch of text with the same quotes and the same discrepancies on every character of it. */
export interface Segment<Q, D> extends Passage {
	readonly text: string;
	readonly quotes: readonly Q[];
	readonly discrepancies: readonly D[];
	/** Discrepancies whose last character is here: their note's number stands after this segment. */
	readonly noted: readonly D[];
}

const covers = (a: Passage, b: Passage) => a.start <= b.start && a.end >= b.end;

/** Cuts one passage of the text into segments. Overlapping and nested quotes share segments. */
export function segments<Q, D>(
	text: string,
	{ start, end }: Passage,
	quotes: readonly Placed<Q>[],
	discrepancies: readonly Placed<D>[],
): Segment<Q, D>[] {
	const edges = [...quotes, ...discrepancies].flatMap((p) => [p.start, p.end]).filter((at) => at > start && at < end);
	const cuts = [...new Set([start, ...edges, end])].sort((a, b) => a - b);
	return cuts.slice(0, -1).map((from, i) => {
		const here = { start: from, end: cuts[i + 1]! };
		const within = <T>(list: readonly Placed<T>[]) => list.filter((p) => covers(p, here));
		const inside = within(discrepancies);
		return {
			...here,
			text: text.slice(here.start, here.end),
			quotes: within(quotes).map((p) => p.of),
			discrepancies: inside.map((p) => p.of),
			noted: inside.filter((p) => p.end === here.end).map((p) => p.of),
		};
	});
}

/** Share of the document's words, headline included, that stand in at least one quote: 0 to 1. */
export function quotedShare(text: string, quotes: readonly Passage[]): number {
	const words = [...text.matchAll(/\S+/g)];
	const quoted = words.filter(({ index, 0: word }) =>
		quotes.some((q) => q.start < index + word.length && q.end > index),
	);
	return words.length ? quoted.length / words.length : 0;
}
