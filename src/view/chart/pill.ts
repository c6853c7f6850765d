/** Position of the handle of the day of knowledge: at the end of that day, or at the nearer end of the view. */

/** Its width, in pixels. */
export const PILL = 136;

export interface Pill {
	readonly left: number;
	/** The end of the view to which it is pinned while its day is out of view. */
	readonly pinnedTo: 'left' | 'right' | null;
}

/**
 * Right of its line if there is room.
 * @param x position of the line, from the left end of the view
 */
export function pillAt(x: number, width: number): Pill {
	if (x < 0) return { left: 0, pinnedTo: 'left' };
	if (x > width) return { left: width - PILL, pinnedTo: 'right' };
	return { left: x + PILL <= width ? x - 1 : x - PILL + 1, pinnedTo: null };
}
