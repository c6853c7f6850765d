/** The chart follows the reader: no event that passes is lost, and nothing moves without a reason. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facets, type Filter } from '../../src/domain/query/filter.ts';
import { DAY } from '../../src/domain/model/when.ts';
import { BAR } from '../../src/layout/columns.ts';
import { pixels } from '../../src/layout/mark-box.ts';
import { axisEnds } from '../../src/layout/placed.ts';
import { panned, zoomed } from '../../src/layout/view.ts';
import type { Chart } from '../../src/state/chart.svelte.ts';
import type { Timeline } from '../../src/state/timeline.svelte.ts';
import * as data from './chart-data.ts';
import { between, members, PLOT, real, shares, axisRanges } from './chart-data.ts';
import { chartOf, key, rowOf, rowsOf } from './charts.ts';
import * as readers from './reader.ts';
import { dataset } from './record.ts';

function narrow(timeline: Timeline, filter: Filter) {
	for (const facet of facets) for (const value of filter[facet]) timeline.press(facet, value);
	timeline.showContext(filter.context);
}
const acts = fc.record({
	filter: fc.oneof(fc.constant(null), readers.filter()),
	range: axisRanges,
	width: fc.constantFrom(320, 390, 768, PLOT, 2560),
	trueScale: fc.boolean(),
	/** Days around an event instead of the time span. */
	around: fc.option(fc.record({ row: fc.nat(real.columns.length - 1), days: fc.integer({ min: 1, max: 90 }) })),
});
function after({ filter, range, width, trueScale, around }: typeof acts extends fc.Arbitrary<infer T> ? T : never) {
	const made = chartOf(real, width);
	// A link without a search is applied at once, and sets the scale without an animation.
	if (trueScale) void made.timeline.follow('?scale=true');
	if (filter) narrow(made.timeline, filter);
	const start = around && real.columns.start[around.row]!;
	if (around && start !== null) made.timeline.show({ start, end: start + around.days * DAY });
	else made.show(range);
	return made;
}
describe('for every filter and time span', () => {
	test('every event that passes is in exactly one item', () => {
		fc.assert(
			fc.property(acts, (act) => {
				const { chart, reader } = after(act);
				const held = rowsOf(chart.items)
					.flat()
					.sort((a, b) => a - b);
				expect(held).toEqual([...reader.rows]);
			}),
		);
	});
	test('every event that passes and overlaps the view is in exactly one mark', () => {
		fc.assert(
			fc.property(acts, (act) => {
				const { chart, reader } = after(act);
				const [held, span] = [rowsOf(chart.marks).flat(), chart.span];
				expect(new Set(held).size).toBe(held.length);
				for (const row of reader.rows) {
					const meets = real.columns.start[row]! < span.end - 1 && real.columns.end[row]! > span.start + 1;
					if (meets) expect(held, data.labelOf(row)).toContain(row);
				}
			}),
			{ numRuns: 150 },
		);
	});
	test('if part of an event is in view, its mark or cluster is in view too', () => {
		fc.assert(
			fc.property(acts, (act) => {
				const { chart, reader } = after(act);
				const { marks, timeScale, scale } = chart;
				const { from, to } = chart.range;
				const pixel = 0.01 / scale;
				for (const row of reader.rows) {
					const [w0, w1] = axisEnds(real.columns, row, timeScale);
					if (w1 <= from || w0 >= to) continue;
					const mark = marks.find((m) => members(m).includes(row))!;
					expect(mark.w1, data.labelOf(row)).toBeGreaterThanOrEqual(from - pixel);
					expect(mark.w0, data.labelOf(row)).toBeLessThanOrEqual(to + pixel);
				}
			}),
			{ numRuns: 150 },
		);
	});
	test('an event that lasts through the whole view is in it', () => {
		const lasting = dataset.events.filter(({ when }) => when.end - when.start >= 5 * DAY);
		expect(lasting).not.toEqual([]);
		for (const { id, when } of lasting) {
			const { chart, timeline } = chartOf();
			timeline.show({ start: when.start + 2 * DAY, end: when.end - 2 * DAY });
			const mark = chart.marks.find((m) => members(m).includes(rowOf.get(id)!))!;
			expect(mark.w0, id).toBeLessThan(chart.range.to);
			expect(mark.w1, id).toBeGreaterThan(chart.range.from);
		}
	});
	test('a moment is drawn at the middle of its day, in the view or in the overscan beside it', () => {
		fc.assert(
			fc.property(acts, (act) => {
				const { chart } = after(act);
				const mark = chart.marks.find((m) => m.count === 1 && m.w0 === m.w1);
				fc.pre(mark !== undefined);
				const x = pixels(mark.w0, chart);
				expect(Math.abs(x - chart.x(real.columns.start[mark.event]! + DAY / 2))).toBeLessThan(0.01);
				expect(chart.holding(mark.event)).toBe(mark);
				// Its day may reach into the laid-out part while its middle is outside.
				const halfDay = x - chart.x(real.columns.start[mark.event]!);
				expect(x).toBeGreaterThanOrEqual(pixels(chart.base, chart) - halfDay - 0.01);
			}),
			{ numRuns: 60 },
		);
	});
	test('the laid-out part covers the view and at least an eighth of a view beyond each end', () => {
		fc.assert(
			fc.property(acts, (act) => {
				const { chart } = after(act);
				const { base, scale, range, width } = chart;
				const before = (range.from - base) * scale;
				expect(before).toBeGreaterThanOrEqual(width / 8 - 0.01);
				expect(before).toBeLessThanOrEqual(width / 4 + 0.01);
			}),
		);
	});
});

describe('while the view is panned', () => {
	/** A time span, and the steps of a pan from it. */
	const pans = fc.tuple(acts, fc.array(between(-0.6, 0.6), { minLength: 1, maxLength: 6 }));
	/** The shortest view is a day, and days differ in width, so there a pan cannot keep the length on the axis. */
	const isLong = (chart: Chart) => chart.span.end - chart.span.start > 40 * DAY;

	test('the scale is constant, every item keeps its place, and labels keep their side', () => {
		fc.assert(
			fc.property(pans, ([act, steps]) => {
				const { chart, show } = after(act);
				const { scale, items, unpinned, range } = chart;
				fc.pre(isLong(chart));
				const before = new Map(unpinned.map((m) => [key(m), m]));
				show(steps.reduce((s, step) => panned(chart.timeScale, s, step), range));
				fc.pre(isLong(chart));
				expect(Math.abs(chart.scale / scale - 1)).toBeLessThan(1e-9);
				expect(chart.items).toEqual(items);
				for (const mark of chart.unpinned) {
					const was = before.get(key(mark));
					if (!was) continue;
					expect([mark.placement, mark.y, mark.ties]).toEqual([was.placement, was.y, was.ties]);
					expect(mark.w0).toBe(was.w0);
				}
			}),
			{ numRuns: 60 },
		);
	});
	test('a step within the overscan changes only the shift of what is drawn', () => {
		const { chart, show } = chartOf();
		show({ from: 0.33, to: 0.53 });
		const { unpinned, ticks, base, shift } = chart;
		show(panned(chart.timeScale, chart.range, 0.05));
		expect(chart.base).toBe(base);
		expect(chart.unpinned).toEqual(unpinned);
		expect(chart.ticks).toBe(ticks);
		expect(chart.shift - shift).toBeCloseTo(PLOT * 0.05, 3);
	});
});

describe('zooming', () => {
	test('within an octave changes no cluster', () => {
		fc.assert(
			fc.property(shares, fc.nat(10), between(1, 1.99), (at, octave, factor) => {
				const { chart, show } = chartOf();
				const length = 2 ** -octave;
				show({ from: at * (1 - length), to: at * (1 - length) + length });
				fc.pre(chart.span.end - chart.span.start > 40 * DAY);
				const { items } = chart;
				show(zoomed(chart.timeScale, chart.range, factor, at));
				expect(chart.items).toEqual(items);
			}),
			{ numRuns: 60 },
		);
	});
	test('to a day separates all moments of different days', () => {
		const { chart, show } = chartOf();
		const { start, shape } = real.columns;
		for (const day of new Set(start.subarray(4, 24))) {
			show({ from: chart.timeScale.toAxis(day), to: chart.timeScale.toAxis(day + DAY) });
			const clusters = rowsOf(chart.items).filter((rows) => rows.length > 1);
			// Two rows have no room for a moment beside two bars.
			const moments = clusters.filter((rows) => !rows.some((r) => shape[r]! & BAR));
			expect(moments.filter((rows) => new Set(rows.map((r) => start[r])).size > 1)).toEqual([]);
		}
	});
});
