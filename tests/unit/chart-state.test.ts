/** The chart follows the reader: nothing that passes is lost, and nothing moves that has no reason to. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facets, type Filter } from '../../src/domain/filter.ts';
import { DAY } from '../../src/domain/when.ts';
import type { Mark } from '../../src/layout/marks.ts';
import type { Item } from '../../src/layout/placed.ts';
import { panned, toSpan, zoomed, type Stretch } from '../../src/layout/view.ts';
import { Chart, type Reader } from '../../src/state/chart.svelte.ts';
import { Timeline } from '../../src/state/timeline.svelte.ts';
import * as data from './chart-data.ts';
import {
	allRows,
	chartData,
	LANES,
	measure,
	members,
	PLOT,
	real,
	shares,
	stretches,
	type World,
} from './chart-data.ts';
import * as readers from './reader.ts';
import { dataset } from './record.ts';

const rowOf = new Map(dataset.events.map((e, i) => [e.id, i]));

/** A chart of some events, and the reader it follows. */
function chartOf(world: World = real, width = PLOT) {
	const timeline = new Timeline(dataset);
	const everything = allRows(world.columns.length);
	const reader: Reader = {
		get rows() {
			return world === real ? Uint32Array.from(timeline.passing, (e) => rowOf.get(e.id)!) : everything;
		},
		get span() {
			return timeline.span;
		},
		get trueScale() {
			return timeline.trueScale;
		},
		known: false,
		isSwitching: false,
		get chosen() {
			return rowOf.get(timeline.chosen?.id ?? '') ?? -1;
		},
		show: timeline.show,
		rest: timeline.rest,
		choose: () => undefined,
	};
	const chart = new Chart(chartData(world, world === real ? data.labelOf : undefined), reader, measure);
	chart.width = width;
	const show = (stretch: Stretch) => timeline.show(toSpan(chart.warp, stretch));
	return { chart, timeline, reader, show };
}
function narrow(timeline: Timeline, { pressed, context }: Filter) {
	for (const facet of facets) for (const value of pressed[facet]) timeline.press(facet, value);
	timeline.showContext(context);
}
const acts = fc.record({
	filter: fc.oneof(fc.constant(null), readers.filter()),
	stretch: stretches,
	width: fc.constantFrom(320, 390, 768, PLOT, 2560),
	trueScale: fc.boolean(),
});
function after({ filter, stretch, width, trueScale }: typeof acts extends fc.Arbitrary<infer T> ? T : never) {
	const made = chartOf(real, width);
	if (filter) narrow(made.timeline, filter);
	// The scale at once, without the time that marks take to glide.
	if (trueScale) void made.timeline.follow('?scale=true');
	made.show(stretch);
	return made;
}
const rowsOf = (chart: Chart, mark: Item) => members(mark).map((i) => chart.lanes[mark.lane]!.home[i]!);
const key = (m: Mark) => `${m.lane}.${m.first}×${m.count}`;

describe('for every filter and stretch of time', () => {
	test('every event that passes is in exactly one item', () => {
		fc.assert(
			fc.property(acts, (act) => {
				const { chart, reader } = after(act);
				const held = chart.items.flatMap((item) => rowsOf(chart, item)).sort((a, b) => a - b);
				expect(held).toEqual([...reader.rows]);
			}),
		);
	});
	test('every event that passes and meets the view is in exactly one mark', () => {
		fc.assert(
			fc.property(acts, (act) => {
				const { chart, reader } = after(act);
				const held = chart.marks.flatMap((mark) => rowsOf(chart, mark));
				expect(new Set(held).size).toBe(held.length);
				const { start, end } = chart.span;
				for (const row of reader.rows) {
					const meets = real.columns.start[row]! < end && real.columns.end[row]! > start;
					if (meets) expect(held, data.labelOf(row)).toContain(row);
				}
			}),
			{ numRuns: 300 },
		);
	});
	test('no event that is held back is in any mark', () => {
		fc.assert(
			fc.property(acts, (act) => {
				const { chart, timeline } = after(act);
				const held = new Set(chart.marks.flatMap((mark) => rowsOf(chart, mark)));
				for (const e of dataset.events.filter(timeline.isHeldBack)) expect(held).not.toContain(rowOf.get(e.id)!);
			}),
		);
	});
	test('a mark stands where its event is, in the view and in the overscan beside it', () => {
		fc.assert(
			fc.property(acts, (act) => {
				const { chart } = after(act);
				for (const mark of chart.marks.filter((m) => m.count === 1)) {
					const at = chart.placeOf(mark.event)!;
					const t = Math.min(real.columns.start[mark.event]! + DAY / 2, real.columns.end[mark.event]!);
					if (mark.x0 === mark.x1) expect(Math.abs(at.x - chart.x(t))).toBeLessThan(0.01);
					expect(at.x1).toBeGreaterThanOrEqual(-0.01);
				}
			}),
		);
	});
	test('the laid-out part covers the view and at least a quarter of a view beyond each end', () => {
		fc.assert(
			fc.property(acts, (act) => {
				const { chart } = after(act);
				expect(chart.shift).toBeGreaterThanOrEqual(chart.width / 4 - 0.01);
				expect(chart.shift).toBeLessThanOrEqual(chart.width / 2 + 0.01);
			}),
		);
	});
});

describe('while the view is panned', () => {
	/** A stretch, and a way from it in steps. */
	const pans = fc.tuple(
		acts,
		fc.array(fc.double({ min: -0.6, max: 0.6, noNaN: true }), { minLength: 1, maxLength: 6 }),
	);
	/** A day is the shortest view, and some days are wider than others: there a pan cannot keep its length. */
	const isLong = (chart: Chart) => chart.span.end - chart.span.start > 40 * DAY;

	test('the scale is steady, and no item is placed again', () => {
		fc.assert(
			fc.property(pans, ([act, steps]) => {
				const { chart, show } = after(act);
				const [scale, items] = [chart.scale, chart.items];
				for (const step of steps) {
					fc.pre(isLong(chart));
					show(panned(chart.warp, chart.stretch, step));
					fc.pre(isLong(chart));
					expect(Math.abs(chart.scale / scale - 1)).toBeLessThan(1e-9);
					expect(chart.items).toBe(items);
				}
			}),
		);
	});
	test('labels keep their side and marks their place', () => {
		fc.assert(
			fc.property(pans, ([act, steps]) => {
				const { chart, show } = after(act);
				const before = new Map(chart.marks.map((m) => [key(m), m]));
				for (const step of steps) {
					fc.pre(isLong(chart));
					show(panned(chart.warp, chart.stretch, step));
					fc.pre(isLong(chart));
					for (const mark of chart.marks) {
						const was = before.get(key(mark));
						if (!was) continue;
						expect([mark.side, mark.y, mark.ties]).toEqual([was.side, was.y, was.ties]);
						expect(Math.abs(mark.x0 - was.x0)).toBeLessThan(0.01);
					}
				}
			}),
		);
	});
	test('a step within the overscan changes nothing that is drawn', () => {
		const { chart, show } = chartOf();
		show({ from: 0.3, to: 0.5 });
		const [marks, ticks, base] = [chart.marks, chart.ticks, chart.base];
		show(panned(chart.warp, chart.stretch, 0.05));
		expect(chart.base).toBe(base);
		expect(chart.marks).toBe(marks);
		expect(chart.ticks).toBe(ticks);
		expect(chart.shift).toBeGreaterThan(PLOT / 4);
	});
});

describe('zooming', () => {
	test('within an octave changes no cluster', () => {
		fc.assert(
			fc.property(shares, fc.nat(10), fc.double({ min: 1, max: 1.99, noNaN: true }), (at, octave, factor) => {
				const { chart, show } = chartOf();
				const length = 2 ** -octave;
				show({ from: at * (1 - length), to: at * (1 - length) + length });
				fc.pre(chart.span.end - chart.span.start > 40 * DAY);
				const { items } = chart;
				show(zoomed(chart.warp, chart.stretch, factor, at));
				expect(chart.items).toBe(items);
			}),
		);
	});
	test('far enough parts all events that do not share a day', () => {
		const { chart, show } = chartOf();
		const days = real.columns.start;
		for (const day of new Set(days)) {
			show({ from: chart.warp.toW(day), to: chart.warp.toW(day + DAY) });
			const clusters = chart.items.filter((i) => i.count > 1).map((i) => rowsOf(chart, i));
			expect(clusters.filter((rows) => new Set(rows.map((r) => days[r])).size > 1)).toEqual([]);
		}
	});
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
				rank: i % 3,
				open: 0,
			})),
		);
	test.for([100_000])('%i: draws at most 400 marks, wherever the view is', (n) => {
		const { chart, show } = chartOf(spread(n));
		for (const stretch of [0, 1, 2, 5, 9].map((depth) => ({ from: 0.4, to: 0.4 + 0.6 * 2 ** -depth }))) {
			show(stretch);
			expect(chart.marks.length).toBeLessThanOrEqual(400);
			const held = chart.marks.flatMap((m) => rowsOf(chart, m));
			expect(new Set(held).size).toBe(held.length);
		}
	});
	test('a pan over a crowded chart changes no cluster that was and is in view', () => {
		const { chart, show } = chartOf(spread(40_000));
		show({ from: 0.4, to: 0.55 });
		const before = chart.marks.map(key);
		const [from, to] = [chart.stretch.from * chart.scale, chart.stretch.to * chart.scale];
		show(panned(chart.warp, chart.stretch, 0.4));
		const inBoth = chart.marks.filter((m) => m.x0 > from + PLOT * 0.4 && m.x1 < to).map(key);
		expect(inBoth.length).toBeGreaterThan(20);
		for (const mark of inBoth) expect(before).toContain(mark);
	});
});
