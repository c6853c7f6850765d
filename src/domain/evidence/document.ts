/** A quoted source as a reader sees it: numbered paragraphs, cut where passages and discrepancies begin and end. */
import { anchors, isFound, type Passage, type TextQuoteSelector } from './quote.ts';

/** One line of the source that is not empty: "H" is the headline, "P1" the first paragraph after it. */
export interface Paragraph extends Passage {
	readonly label: string;
}

/** "headline", "paragraph 5". */
export const paragraphWords = (label: string): string => (label === 'H' ? 'headline' : `paragraph ${label.slice(1)}`);

export function paragraphs(text: string): Paragraph[] {
	return [...text.matchAll(/[^\r\n]*\S[^\r\n]*/g)].map((line, i) => ({
		label: i === 0 ? 'H' : `P${i}`,
		start: line.index,
		end: line.index + line[0].length,
	}));
}

/** Something at a passage of the text: a quote or a discrepancy. */
export interface Placed<T> extends Passage {
	readonly of: T;
}

/**
 * Where each selector is; those that cannot be proven are left out, since nothing may be marked that is not
 * there.
 */
export function placed<T extends TextQuoteSelector>(text: string, selectors: readonly T[]): Placed<T>[] {
	const found = anchors(text, selectors);
	return selectors.flatMap((of, i) => {
		const passage = found[i]!;
		return isFound(passage) ? [{ of, start: passage.start, end: passage.end }] : [];
	});
}

/** A stretch of text with the same quotes and the same discrepancies on every character of it. */
export interface Segment<Q, D> extends Passage {
	readonly text: string;
	readonly quotes: readonly Q[];
	readonly discrepancies: readonly D[];
	/** Discrepancies whose last character is here: their note's number is after this segment. */
	readonly noted: readonly D[];
}

/**
 * For each span, what of the list overlaps it, in the order of the list.
 * @param spans in order of their starts: one sweep over both costs O(n log n) and what it returns
 */
export function overlapping<T extends Passage>(list: readonly T[], spans: readonly Passage[]): T[][] {
	const waiting = list.map((item, index) => ({ item, index })).sort((a, b) => a.item.start - b.item.start);
	let next = 0;
	let active: typeof waiting = [];
	return spans.map((span) => {
		active = active.filter(({ item }) => item.end > span.start);
		const before = active.length;
		for (; next < waiting.length && waiting[next]!.item.start < span.end; next++)
			if (waiting[next]!.item.end > span.start) active.push(waiting[next]!);
		if (active.length > before) active.sort((a, b) => a.index - b.index);
		return active.flatMap(({ item }) => (item.start < span.end ? [item] : []));
	});
}

/** Cuts one passage of the text into segments. Overlapping and nested quotes share segments. */
export function segments<Q, D>(
	text: string,
	{ start, end }: Passage,
	quotes: readonly Placed<Q>[],
	discrepancies: readonly Placed<D>[],
): Segment<Q, D>[] {
	const edges = [...quotes, ...discrepancies].flatMap((p) => [p.start, p.end]).filter((at) => at > start && at < end);
	const cuts = [...new Set([start, ...edges, end])].sort((a, b) => a - b);
	const spans = cuts.slice(0, -1).map((from, i) => ({ start: from, end: cuts[i + 1]! }));
	const quoted = overlapping(quotes, spans);
	const departing = overlapping(discrepancies, spans);
	return spans.map((here, i) => ({
		...here,
		text: text.slice(here.start, here.end),
		quotes: quoted[i]!.map((p) => p.of),
		discrepancies: departing[i]!.map((p) => p.of),
		noted: departing[i]!.filter((p) => p.end === here.end).map((p) => p.of),
	}));
}

/** The paragraph a place is in, by halving. */
export function paragraphAt<T extends Passage>(list: readonly T[], at: number): T | undefined {
	let [low, high] = [0, list.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (list[middle]!.end > at) high = middle;
		else low = middle + 1;
	}
	const found = list[low];
	return found && found.start <= at ? found : undefined;
}

/** Share of the document's words, headline included, that are in at least one quote: 0 to 1. */
export function quotedShare(text: string, quotes: readonly Passage[]): number {
	const sorted = [...quotes].sort((a, b) => a.start - b.start);
	let [words, quoted, next, reach] = [0, 0, 0, 0];
	for (const { index, 0: word } of text.matchAll(/\S+/g)) {
		words++;
		// What begins before this word ends, and reaches furthest.
		for (; next < sorted.length && sorted[next]!.start < index + word.length; next++)
			reach = Math.max(reach, sorted[next]!.end);
		if (reach > index) quoted++;
	}
	return words ? quoted / words : 0;
}
