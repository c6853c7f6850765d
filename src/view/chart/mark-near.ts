import { nearest } from '../../layout/mark-box.ts';
import type { Mark } from '../../layout/marks.ts';
import type { Chart } from '../../state/chart.svelte.ts';

/** The mark near a press that missed all marks. */
export function markNear(chart: Chart, plot: HTMLElement, { clientX, clientY }: MouseEvent): Mark | undefined {
	const { left, top } = plot.getBoundingClientRect();
	const at = { x: clientX - left + chart.shift, y: clientY - top };
	return nearest(at, chart.unpinned, chart, { from: chart.shift, width: chart.width });
}
