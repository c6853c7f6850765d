/** A piece of a straight line, in pixels. */
export type Piece = readonly [from: number, to: number];

/** Shorter pieces would not be visible. */
const LEAST = 1;

/** The pieces of a line that holes leave, in order. */
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
