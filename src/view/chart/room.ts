/** What is around the chart on the first screen, as `--around` has it; in a low window the overview gives way. */
const [AROUND, AROUND_LOW] = [222, 168];
const LOW = 760;
/** From a window so high the chart is as high as it wants to be. */
const HIGH = 900;
/** Windows so narrow are a phone's, whose height changes while the page is scrolled. */
const NARROW = 640;

/** Height for the chart in a window, in pixels. */
export function roomIn(width: number, height: number): number {
	const seen = width <= NARROW ? HIGH : Math.min(height, HIGH);
	return seen - (seen < LOW ? AROUND_LOW : AROUND);
}
