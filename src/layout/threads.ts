/** Threads: lines from an event to what it follows and to what follows it, along the gutters between rows. */

export interface Point {
	readonly x: number;
	readonly y: number;
}

/** Half a row: from the middle of a mark to the gutter beside its row. */
const GUTTER = 12;
const BEND = 7;

/**
 * An SVG path out of a mark into the gutter on the way, along it, and across to the other mark; corners are rounded.
 * Marks of one height are joined by a shallow bow through the gutter.
 */
export function thread(from: Point, to: Point): string {
	const down = to.y > from.y ? 1 : -1;
	const along = from.y + down * GUTTER;
	const right = to.x >= from.x ? 1 : -1;
	const bend = Math.min(BEND, Math.abs(to.x - from.x) / 2, GUTTER);
	if (bend < 1) return `M${from.x},${from.y}V${to.y}`;
	const landing =
		Math.abs(to.y - along) < bend
			? `L${to.x},${to.y}`
			: `H${to.x - right * bend}q${right * bend},0 ${right * bend},${Math.sign(to.y - along) * bend}V${to.y}`;
	return `M${from.x},${from.y}V${along - down * bend}q0,${down * bend} ${right * bend},${down * bend}${landing}`;
}
