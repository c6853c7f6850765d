/** For any number of events, the width limits what is drawn, and no event is lost. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/domain/model/when.ts';
import { BAR } from '../../src/layout/columns.ts';
import type { Mark } from '../../src/layout/marks.ts';
import type { Tick } from '../../src/layout/ticks.ts';
import { panned, type AxisRange } from '../../src/layout/view.ts';
import { EXTENT, synthetic } from './synthetic.ts';
import * as data from './chart-data.ts';
import { LANES, PLOT, axisRanges } from './chart-data.ts';
import { chartOf, key, rowsOf } from './charts.ts';

/** Elements other than marks, labels and axis words: the rest of the plot, and the strip below it. */
const REST = 100;
/** The most elements in the plot and the strip; words of the axis count only in view. */
function elements(marks: readonly Mark[], ticks: readonly Tick[], { from, to }: AxisRange): number {
	const inView = ticks.filter((t) => t.w >= from && t.w <= to);
	// Each mark has a moving element with a button, which may hold a label.
	return 2 * marks.length + marks.filter((m) => m.placement).length + inView.length + REST;
}

test('at 1440 px the chart has at most 600 elements, for any data and view, and loses no event', () => {
	fc.assert(
		fc.property(
			fc.oneof(fc.integer({ min: 40, max: 3_000 }), fc.integer({ min: 40, max: 100_000 })),
			fc.constantFrom(1, 20, 400),
			axisRanges,
			(n, days, range) => {
				const columns = synthetic(n, LANES);
				// Most bars of the benchmark are short, so some are made longer than any view.
				for (let i = 0; i < n; i += 37) {
					columns.end[i] = Math.min(columns.start[i]! + days * DAY, EXTENT.end);
					columns.shape[i] = days > 1 ? BAR : 0;
				}
				const { chart, show } = chartOf({ columns, extent: EXTENT });
				show(range);
				const { marks, ticks, span } = chart;
				expect(elements(marks, ticks, chart.range)).toBeLessThanOrEqual(600);
				const held = rowsOf(marks).flat();
				expect(new Set(held).size).toBe(held.length);
				const meeting = Array.from(columns.start.keys()).filter(
					(row) => columns.start[row]! < span.end - 1 && columns.end[row]! > span.start + 1,
				);
				const all = new Set(held);
				expect(meeting.filter((row) => !all.has(row))).toEqual([]);
			},
		),
		{ numRuns: 40, endOnFailure: true },
	);
});

test('the case itself is laid out without cells at every width and scale', () => {
	fc.assert(
		fc.property(axisRanges, fc.constantFrom(280, 390, 768, PLOT, 3840), fc.boolean(), (range, width, isTrue) => {
			const { chart, timeline, show } = chartOf(data.real, width);
			if (isTrue) void timeline.follow('?scale=true');
			show(range);
			// A layout by cells would cover only the view.
			expect(rowsOf(chart.items).flat().length).toBe(data.real.columns.length);
		}),
	);
});

describe('any number of events', () => {
	const spread = (n: number) =>
		data.world(
			{ start: 0, end: 3_650 * DAY },
			Array.from({ length: n }, (_, i) => ({
				from: Math.floor(((i * 0.618_033_988_75) % 1) * 3_650),
				days: i % 10 ? 1 : 1 + (i % 60),
				lane: i % LANES,
				ties: i % 7 ? 0 : 1 << (1 + (i % (LANES - 1))),
				tier: i % 3,
				open: 0,
			})),
		);
	test('crowded into all lanes makes at most 400 marks in any view, and each event is in one', () => {
		const { chart, show } = chartOf(spread(20_000));
		for (const depth of [0, 2, 7]) {
			show({ from: 0.4, to: 0.4 + 0.6 * 2 ** -depth });
			const { marks } = chart;
			expect(marks.length).toBeLessThanOrEqual(400);
			const held = rowsOf(marks).flat();
			expect(new Set(held).size).toBe(held.length);
		}
	});
	test('a pan over a crowded chart changes no cluster that stays in view', () => {
		const { chart, show } = chartOf(spread(20_000));
		show({ from: 0.4, to: 0.55 });
		const before = new Set(chart.marks.map(key));
		show(panned(chart.timeScale, chart.range, 0.4));
		const inBoth = chart.unpinned.filter((m) => m.w0 > 0.4 + 0.15 * 0.4 && m.w1 < 0.55).map(key);
		expect(inBoth.length).toBeGreaterThan(20);
		for (const mark of inBoth) expect(before).toContain(mark);
	});
});
