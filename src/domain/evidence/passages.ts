/** A document prepared for display: paragraphs divided into runs, each a link to one of the quotes that cover it. */
import { overlapping, segments, type Paragraph, type Placed, type Segment } from './document.ts';
import type { Passage } from './quote.ts';

/** Adjacent segments with the same quotes: one highlight, however many discrepancies divide it. */
export interface Run<Q, D> {
	readonly start: number;
	readonly pieces: readonly Segment<Q, D>[];
	readonly quotes: readonly Q[];
	/** The quote it links to: the shortest that covers it, so that nested quotes can be reached. */
	readonly lead: Q | undefined;
	/** It is the first run that links to `lead`. */
	readonly isFirst: boolean;
	/** Quotes that begin with this run: links to them lead here. */
	readonly begun: readonly Q[];
	/** Quotes that end with this run and that no run links to: they get links of their own after it. */
	readonly others: readonly Q[];
}
export type Line<Q, D, P extends Paragraph = Paragraph> = P & { readonly runs: readonly Run<Q, D>[] };

interface Marked<Q, D, P extends Paragraph = Paragraph> {
	readonly text: string;
	readonly paragraphs: readonly P[];
	readonly quotes: readonly Placed<Q>[];
	readonly discrepancies: readonly Placed<D>[];
}

const length = (p: Passage) => p.end - p.start;
const isSame = (a: readonly unknown[], b: readonly unknown[]) => a.length === b.length && a.every((x, i) => x === b[i]);

/** Divides a document, or some of its paragraphs, into runs: O(n log n) in quotes and discrepancies. */
export function lines<Q, D, P extends Paragraph>(marked: Marked<Q, D, P>): Line<Q, D, P>[] {
	const { text, paragraphs, quotes, discrepancies } = marked;
	const passageOf = new Map(quotes.map((p) => [p.of, p]));
	const quoted = overlapping(quotes, paragraphs);
	const departing = overlapping(discrepancies, paragraphs);
	const shorter = (a: Q, b: Q) => (length(passageOf.get(b)!) < length(passageOf.get(a)!) ? b : a);
	/** For each quote: the first run that links to it, and the first and last run that it covers. */
	const [led, first, last] = [new Map<Q, object>(), new Map<Q, object>(), new Map<Q, object>()];
	const drafts = paragraphs.map((paragraph, i) => {
		const runs: Segment<Q, D>[][] = [];
		for (const piece of segments(text, paragraph, quoted[i]!, departing[i]!)) {
			const before = runs.at(-1);
			if (before && isSame(before[0]!.quotes, piece.quotes)) before.push(piece);
			else runs.push([piece]);
		}
		for (const run of runs) {
			const { quotes: on } = run[0]!;
			for (const q of on) {
				if (!first.has(q)) first.set(q, run);
				last.set(q, run);
			}
			const lead = on.length ? on.reduce(shorter) : undefined;
			if (lead !== undefined && !led.has(lead)) led.set(lead, run);
		}
		return { paragraph, runs };
	});
	// Only after all runs are made is it known which quotes no run links to.
	return drafts.map(({ paragraph, runs }) => ({
		...paragraph,
		runs: runs.map((run) => {
			const [{ start, quotes: on }] = run as [Segment<Q, D>];
			const lead = on.length ? on.reduce(shorter) : undefined;
			return {
				start,
				pieces: run,
				quotes: on,
				lead,
				isFirst: lead !== undefined && led.get(lead) === run,
				begun: on.filter((q) => first.get(q) === run),
				others: on.filter((q) => !led.has(q) && last.get(q) === run),
			};
		}),
	}));
}

/** Labels of the paragraphs without a quote, adjacent ones as a range: ["H", "P3 to P7"]. */
export function unquoted({ paragraphs, quotes }: Pick<Marked<unknown, unknown>, 'paragraphs' | 'quotes'>): string[] {
	const at = overlapping(quotes, paragraphs);
	const out: { first: string; last: string; index: number }[] = [];
	paragraphs.forEach(({ label }, index) => {
		if (at[index]!.length) return;
		const before = out.at(-1);
		if (before?.index === index - 1) Object.assign(before, { last: label, index });
		else out.push({ first: label, last: label, index });
	});
	return out.map(({ first, last }) => (first === last ? first : `${first} to ${last}`));
}
