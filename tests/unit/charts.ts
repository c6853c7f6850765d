/** Charts for tests: of the case itself or of any events, with a reader state. */
import type { Mark } from '../../src/layout/marks.ts';
import type { Item } from '../../src/layout/placed.ts';
import { toSpan, type AxisRange } from '../../src/layout/view.ts';
import type { ChartData, Reader } from '../../src/state/chart-data.ts';
import { Chart } from '../../src/state/chart.svelte.ts';
import { Timeline } from '../../src/state/timeline.svelte.ts';
import { allRows, chartData, labelOf, measure, members, PLOT, real, type World } from './chart-data.ts';
import { dataset } from './record.ts';

export const rowOf = new Map(dataset.events.map((e, i) => [e.id, i]));

/** A chart of some events, and its reader state. */
export function chartOf(world: World = real, width = PLOT, more: Partial<ChartData> = {}) {
	const timeline = new Timeline(dataset);
	const everything = allRows(world.columns.length);
	const reader: Reader = {
		get rows() {
			return world === real ? Uint32Array.from(timeline.passing, (e) => rowOf.get(e.id)!) : everything;
		},
		get unpublished() {
			const isPublic = new Set(timeline.dataset.events.map((e) => e.id));
			return Uint32Array.from(
				dataset.events.filter((e) => !isPublic.has(e.id)),
				(e) => rowOf.get(e.id)!,
			);
		},
		left: new Uint32Array(),
		get asOf() {
			return timeline.asOf;
		},
		get span() {
			return timeline.span;
		},
		get trueScale() {
			return timeline.trueScale;
		},
		known: false,
		isReading: false,
		scene: null,
		get chosen() {
			return rowOf.get(timeline.chosen?.id ?? '') ?? -1;
		},
		show: (span) => timeline.show(span),
		rest: () => timeline.rest(),
		choose: () => undefined,
	};
	const data = { ...chartData(world, world === real ? labelOf : undefined), ...more };
	const chart = new Chart(data, reader, measure);
	chart.width = width;
	const show = (range: AxisRange) => timeline.show(toSpan(chart.timeScale, range));
	return { chart, timeline, reader, show };
}
/** The rows of the events in some items. */
export const rowsOf = (items: readonly Item[]) => items.map(members);
export const key = (m: Mark) => `${m.lane}.${m.event}×${m.count}`;
