/** A stretch of a line, in pixels. */
export type Piece = readonly [from: number, to: number];

/** Shorter pieces of a line are not seen. */
const LEAST = 1;

/** What is left of a line with holes in it, in order. */
export function without([from, to]: Piece, holes: readonly Piece[]): Piece[] {
	const left: Piece[] = [];
	let at = from;
	for (const [begin, end] of holes.toSorted((a, b) => a[0] - b[0])) {
		if (Math.min(begin, to) > at + LEAST) left.push([at, Math.min(begin, to)]);
		at = Math.max(at, end);
	}
	if (to > at + LEAST) left.push([at, to]);
	return left;
}
