// The measures of the benchmark: key in the figures, title, and target against the limit.

/** Libraries with a time axis that can pan and zoom; we are compared with the best of them. */
export const FIELD_PEERS = ['vis', 'vis-flat', 'echarts', 'event-drops', 'plot', 'timelinejs'];
export const LIMIT = 'limit';
export const OURS = 'ours';
/** The benchmark with an empty page: nothing can be faster, and a ratio to it means nothing. */
export const FLOOR = 'noop';

/** With few events, accessible names and keyboard support are the larger part of the cost. */
const frame = (n) => (n <= 1000 ? 1.8 : 1.5);

/**
 * `alone`: not to be compared with libraries, of which some draw on a canvas and have no elements.
 * `bar` is the ratio to the limit that is aimed at for a number of events, `most` the absolute figure; where neither is given the measure
 * explains another. `little`: so little that the ratio does not matter.
 * @type {readonly { key: string, title: string, digits?: number, bar?: (n: number) => number, most?: number, little?: number, counted?: boolean, alone?: boolean }[]}
 */
export const MEASURES = [
	{
		key: 'first.total',
		title: 'First complete paint, ms from script text to the second frame',
		digits: 0,
		bar: () => 1.5,
		counted: true,
	},
	{ key: 'pan.task', title: 'Pan, main-thread ms a frame', bar: frame, counted: true },
	{ key: 'zoom.task', title: 'Zoom, main-thread ms a frame', bar: frame, counted: true },
	{ key: 'pan.cpu', title: 'Pan, processor ms a frame, all processes of the browser', bar: () => 1.7 },
	{ key: 'zoom.cpu', title: 'Zoom, processor ms a frame, all processes of the browser', bar: () => 1.7 },
	{ key: 'filter.ms', title: 'Filter to one group, ms to the task after the next frame', bar: () => 1.5, most: 33 },
	{ key: 'filter.task', title: 'Filter to one group, main-thread ms' },
	{ key: 'select.ms', title: 'Click to selection painted, ms from the release', most: 33 },
	{ key: 'memory.both', title: 'Memory over the events’ own, MB: heap and typed arrays', bar: () => 2, little: 4 },
	{ key: 'memory.elements', title: 'Elements', digits: 0, most: 600, alone: true },
	{ key: 'first.eval', title: 'Of the first paint: evaluating the script, ms' },
	{ key: 'first.setup', title: 'Of the first paint: building, ms' },
	{ key: 'pan.layout', title: 'Of the pan: style and layout, ms a frame' },
	{ key: 'zoom.layout', title: 'Of the zoom: style and layout, ms a frame' },
];

/** Shown together: the frame interval at the 95th percentile, dropped frames, and long tasks. */
export const SMOOTHNESS = [
	{ kind: 'pan', title: 'Pan: interval between frames at the 95th percentile, ms; dropped; tasks over 50 ms' },
	{ kind: 'zoom', title: 'Zoom: interval between frames at the 95th percentile, ms; dropped; tasks over 50 ms' },
];
