/** What is around the chart on the first screen, as `--around` has it. */
const AROUND = 222;
/** From a window so high the chart is as high as it wants to be. */
const HIGH = 900;
/** Windows so narrow are a phone's, whose height changes while the page is scrolled. */
const NARROW = 640;

/** Height for the chart in a window, in pixels. */
export const roomIn = (width: number, height: number) => (width <= NARROW ? HIGH : Math.min(height, HIGH)) - AROUND;
