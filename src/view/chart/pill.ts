/** Where the handle of the page's day is held: at the end of that day, or at the end of the view nearest to it. */

/** Its width, in pixels. */
export const PILL = 136;

export interface Pill {
	readonly left: number;
	/** The end of the view at which it is held, where its day is outside of it. */
	readonly pinnedTo: 'left' | 'right' | null;
}

/**
 * Right of its line, over what is washed out, as far as there is room.
 * @param x of the line, from the view's left end
 */
export function pillAt(x: number, width: number): Pill {
	if (x < 0) return { left: 0, pinnedTo: 'left' };
	if (x > width) return { left: width - PILL, pinnedTo: 'right' };
	return { left: x + PILL <= width ? x - 1 : x - PILL + 1, pinnedTo: null };
}
