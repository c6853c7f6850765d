/** What is around the chart on the first screen, as `--around` has it; in a low window the overview gives way. */
const [AROUND, AROUND_LOW] = [222, 168];
const LOW = 760;
/** From a window so high the chart is as high as it wants to be. */
const HIGH = 900;

/** Height for the chart in a window, in pixels. */
export function roomIn(height: number): number {
	const seen = Math.min(height, HIGH);
	return seen - (seen < LOW ? AROUND_LOW : AROUND);
}

/** What is around the chart while a story is told below it: the header, and the line on lanes that are not drawn. */
const [TOLD_AROUND, TOLD_AROUND_NARROW] = [86, 204];
/** From a width so large the lanes' names are beside the plot, and the overview is beside the text. */
const WIDE = 1024;
/** The page scrolls before the chart gets lower. */
const LEAST = 280;
/** @param caption height of what is told */
export function roomTold(width: number, height: number, caption: number): number {
	return Math.max(LEAST, height - caption - (width > WIDE ? TOLD_AROUND : TOLD_AROUND_NARROW));
}
