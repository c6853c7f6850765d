/** Zooming and panning by buttons and keys. */
import { panned, toSpan, zoomed } from '../../layout/view.ts';
import type { Chart } from '../../state/chart.svelte.ts';

/** @param factor 0 shows everything @param at the place that stays, as a share of the view: without it the middle */
export function zoomBy(chart: Chart, factor: number, at?: number) {
	chart.reader.show(factor === 0 ? null : toSpan(chart.timeScale, zoomed(chart.timeScale, chart.range, factor, at)));
	chart.reader.rest();
}
export function panBy(chart: Chart, share: number) {
	chart.reader.show(toSpan(chart.timeScale, panned(chart.timeScale, chart.range, share)));
	chart.reader.rest();
}
/** Pans so that the chosen event is in the middle. */
function centre(chart: Chart) {
	const { chosen } = chart.reader;
	if (chosen < 0) return;
	const { start, end } = chart.data.columns;
	const at = chart.timeScale.toAxis((start[chosen]! + end[chosen]!) / 2);
	panBy(chart, (at - (chart.range.from + chart.range.to) / 2) / (chart.range.to - chart.range.from));
}
/** Keys that work anywhere on the page. */
export const pageKeys = (chart: Chart): Record<string, () => void> => ({
	'+': () => zoomBy(chart, 2),
	'=': () => zoomBy(chart, 2),
	'-': () => zoomBy(chart, 1 / 2),
	'0': () => zoomBy(chart, 0),
	f: () => centre(chart),
});
