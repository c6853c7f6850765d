/** Places the words "not yet public" of outlines: right of the day line if the outline reaches it, else beside it. */
import { GAP } from './labels.ts';

/** Something drawn in a track of a lane, in pixels. */
export interface Drawn {
	readonly lane: number;
	readonly track: number;
	readonly from: number;
	readonly to: number;
}

/** An outline that ends closer to the line has no room for words before it. */
const NEAR = 24;

/**
 * @param width width of an outline's words
 * @param others marks with their labels, and the outlines
 * @param line x of the line at the end of the day of knowledge
 * @param right right end of the view
 * @param isAlone whether an outline has its track to itself; then its words are always right of the line
 * @returns x of each outline's words, or null where they have no room
 */
export function wordsAt<T extends Drawn>(
	outlines: readonly T[],
	width: (outline: T) => number,
	others: readonly Drawn[],
	line: number,
	right: number,
	isAlone: (outline: T) => boolean,
): (number | null)[] {
	const taken = [...others];
	return outlines.map((outline) => {
		const { lane, track, to } = outline;
		const isBehind = isAlone(outline) || to >= line - NEAR;
		const from = isBehind ? Math.max(line + 2 * GAP, to + GAP) : to + GAP;
		const end = from + width(outline);
		const isFree = taken.every(
			(o) => o.lane !== lane || o.track !== track || o === outline || o.to + GAP <= from || o.from >= end + GAP,
		);
		if (!isFree || end > right || (!isBehind && end + GAP > line)) return null;
		taken.push({ lane, track, from, to: end });
		return from;
	});
}
