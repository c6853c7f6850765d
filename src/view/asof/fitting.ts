/** Width of the button "+12". */
const MORE = 52;

/** How many of the first items of a row fit beside a button for the rest. @param widths in pixels, with gaps */
export function fitting(widths: readonly number[], room: number): number {
	let taken = 0;
	let fit = 0;
	for (const [i, width] of widths.entries()) {
		taken += width;
		if (taken + (i < widths.length - 1 ? MORE : 0) <= room) fit = i + 1;
	}
	return fit;
}
