/** A quoted source as readers see it: numbered paragraphs, cut where quotes and discrepancies begin and end. */
import { anchors, isFound, type Passage, type TextQuoteSelector } from './quote.ts';

/** One non-blank line of the source. Label "H" is the headline, "P1" the first paragraph after it. */
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
 * Where each selector matches the text. Selectors that do not match exactly once are left out: nothing may be
 * marked that is not proven.
 */
export function placed<T extends TextQuoteSelector>(text: string, selectors: readonly T[]): Placed<T>[] {
	const found = anchors(text, selectors);
	return selectors.flatMap((of, i) => {
		const passage = found[i]!;
		return isFound(passage) ? [{ of, start: passage.start, end: passage.end }] : [];
	});
}

/** A stretch of text whose every character is covered by the same quotes and discrepancies. */
export interface Segment<Q, D> extends Passage {
	readonly text: string;
	readonly quotes: readonly Q[];
	readonly discrepancies: readonly D[];
	/** Discrepancies that end with this segment: the number of their note follows it. */
	readonly noted: readonly D[];
}

/**
 * For each span, the items of the list that overlap it, in the order of the list.
 * @param spans sorted by start, so that one sweep over both is enough: O(n log n) plus the size of the result
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

/** Cuts one passage of the text into segments. Where quotes overlap or nest, a segment belongs to several. */
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

/** The paragraph that contains an offset, by binary search. @param list sorted and not overlapping */
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

/** Share of the document's words (0 to 1), headline included, that overlap at least one quote. */
export function quotedShare(text: string, quotes: readonly Passage[]): number {
	const sorted = [...quotes].sort((a, b) => a.start - b.start);
	let [words, quoted, next, reach] = [0, 0, 0, 0];
	for (const { index, 0: word } of text.matchAll(/\S+/g)) {
		words++;
		// The furthest end of all quotes that begin before this word ends.
		for (; next < sorted.length && sorted[next]!.start < index + word.length; next++)
			reach = Math.max(reach, sorted[next]!.end);
		if (reach > index) quoted++;
	}
	return words ? quoted / words : 0;
}
