/** A document as it is read: paragraph by paragraph, in runs that each lead to the quotes on them. */
import { overlapping, segments, type Paragraph, type Placed, type Segment } from './document.ts';
import type { Passage } from './quote.ts';

/** Neighbouring segments of the same quotes: one mark, however many discrepancies are inside. */
export interface Run<Q, D> {
	readonly start: number;
	readonly pieces: readonly Segment<Q, D>[];
	readonly quotes: readonly Q[];
	/** The quote it leads to: the shortest of those that cover it, so that an inner one can be reached. */
	readonly lead: Q | undefined;
	/** No run before it leads there. */
	readonly isFirst: boolean;
	/** Quotes whose passage begins here: their address leads here. */
	readonly begun: readonly Q[];
	/** Quotes that end here and to which no run leads: they are offered beside it. */
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

/** Cuts a document, or some of its paragraphs, into lines of runs: O(n log n) in its quotes and discrepancies. */
export function lines<Q, D, P extends Paragraph>(marked: Marked<Q, D, P>): Line<Q, D, P>[] {
	const { text, paragraphs, quotes, discrepancies } = marked;
	const passageOf = new Map(quotes.map((p) => [p.of, p]));
	const quoted = overlapping(quotes, paragraphs);
	const departing = overlapping(discrepancies, paragraphs);
	const shorter = (a: Q, b: Q) => (length(passageOf.get(b)!) < length(passageOf.get(a)!) ? b : a);
	/** The first run that leads to a quote, the first and the last that it covers. */
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
	// Only now is it known which quotes have no run that leads to them.
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

/** Labels of the paragraphs no quote is in, neighbours drawn together: ["H", "P3 to P7"]. */
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
