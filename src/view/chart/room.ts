/** Height around the chart on the first screen, as in `--around`; in low windows there is no overview. */
const [AROUND, AROUND_LOW] = [222, 168];
const LOW = 760;
/** In windows at least this high the chart has its preferred height. */
const HIGH = 900;

/** Height for the chart in a window, in pixels. */
export function roomIn(height: number): number {
	const seen = Math.min(height, HIGH);
	return seen - (seen < LOW ? AROUND_LOW : AROUND);
}

/** Height around the chart above a step of the story: the header, and the line about lanes not drawn. */
const [TOLD_AROUND, TOLD_AROUND_NARROW] = [86, 204];
/** Windows wider than this have lane names beside the plot and the overview beside the text. */
const WIDE = 1024;
/** Least height of the chart; in lower windows the page scrolls. */
const LEAST = 280;
/** Height for the chart above a step of the story, in pixels. @param caption height of the step */
export function roomTold(width: number, height: number, caption: number): number {
	return Math.max(LEAST, height - caption - (width > WIDE ? TOLD_AROUND : TOLD_AROUND_NARROW));
}
