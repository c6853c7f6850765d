/** The chart follows the reader: nothing that passes is lost, and nothing moves that has no reason to. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facets, type Filter } from '../../src/domain/filter.ts';
import { DAY } from '../../src/domain/when.ts';
import { BAR } from '../../src/layout/columns.ts';
import type { Mark } from '../../src/layout/marks.ts';
import type { Item } from '../../src/layout/placed.ts';
import { panned, toSpan, zoomed, type Stretch } from '../../src/layout/view.ts';
import { Chart, type Reader } from '../../src/state/chart.svelte.ts';
import { Timeline } from '../../src/state/timeline.svelte.ts';
import * as data from './chart-data.ts';
import {
	between,
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
	/** Days around an event in place of the stretch. */
	around: fc.option(fc.record({ row: fc.nat(real.columns.length - 1), days: fc.integer({ min: 1, max: 90 }) })),
});
function after({ filter, stretch, width, trueScale, around }: typeof acts extends fc.Arbitrary<infer T> ? T : never) {
	const made = chartOf(real, width);
	// The scale at once, without the time that marks take to glide; a link without a search is followed at once too.
	if (trueScale) void made.timeline.follow('?scale=true');
	if (filter) narrow(made.timeline, filter);
	const start = around && real.columns.start[around.row]!;
	if (around && start !== null) made.timeline.show({ start, end: start + around.days * DAY });
	else made.show(stretch);
	return made;
}
/** Rows of the events that items hold. */
const rowsOf = ({ lanes }: Chart, items: readonly Item[]) =>
	items.map((item) => members(item).map((i) => lanes[item.lane]!.home[i]!));
const key = (m: Mark) => `${m.lane}.${m.first}×${m.count}`;

describe('for every filter and stretch of time', () => {
	test('every event that passes is in exactly one item', () => {
		fc.assert(
			fc.property(acts, (act) => {
				const { chart, reader } = after(act);
				const held = rowsOf(chart, chart.items)
					.flat()
					.sort((a, b) => a - b);
				expect(held).toEqual([...reader.rows]);
			}),
		);
	});
	test('every event that passes and meets the view is in exactly one mark, but for bars in a cluster', () => {
		fc.assert(
			fc.property(acts, (act) => {
				const { chart, reader } = after(act);
				const [held, span, items] = [rowsOf(chart, chart.marks).flat(), chart.span, rowsOf(chart, chart.items)];
				expect(new Set(held).size).toBe(held.length);
				// A cluster stands where its members begin; what of a bar comes later may be in view without it.
				const hidden = items
					.filter((rows) => rows.length > 1 && rows.some((row) => real.columns.shape[row]! & BAR))
					.flat();
				for (const row of reader.rows) {
					const meets = real.columns.start[row]! < span.end - 1 && real.columns.end[row]! > span.start + 1;
					if (meets && !hidden.includes(row)) expect(held, data.labelOf(row)).toContain(row);
				}
			}),
			{ numRuns: 150 },
		);
	});
	test('a moment stands at the middle of its day, in the view or in the overscan beside it', () => {
		fc.assert(
			fc.property(acts, (act) => {
				const { chart } = after(act);
				const mark = chart.marks.find((m) => m.count === 1 && m.x0 === m.x1);
				fc.pre(mark !== undefined);
				const at = chart.placeOf(mark.event)!;
				expect(Math.abs(at.x - chart.x(real.columns.start[mark.event]! + DAY / 2))).toBeLessThan(0.01);
				expect([at.y, at.mark.event]).toEqual([mark.y, mark.event]);
				expect(at.x1).toBeGreaterThanOrEqual(-0.01);
			}),
			{ numRuns: 60 },
		);
	});
	test('the laid-out part covers the view and at least a quarter of a view beyond each end', () => {
		fc.assert(
			fc.property(acts, (act) => {
				const { chart } = after(act);
				const { shift, width } = chart;
				expect(shift).toBeGreaterThanOrEqual(width / 4 - 0.01);
				expect(shift).toBeLessThanOrEqual(width / 2 + 0.01);
			}),
		);
	});
});

describe('while the view is panned', () => {
	/** A stretch, and a way from it in steps. */
	const pans = fc.tuple(acts, fc.array(between(-0.6, 0.6), { minLength: 1, maxLength: 6 }));
	/** A day is the shortest view, and some days are wider than others: there a pan cannot keep its length. */
	const isLong = (chart: Chart) => chart.span.end - chart.span.start > 40 * DAY;

	test('the scale is steady, every item is where it was, and labels keep their side', () => {
		fc.assert(
			fc.property(pans, ([act, steps]) => {
				const { chart, show } = after(act);
				const [scale, items, marks, stretch] = [chart.scale, chart.items, chart.marks, chart.stretch];
				fc.pre(isLong(chart));
				const before = new Map(marks.map((m) => [key(m), m]));
				show(steps.reduce((s, step) => panned(chart.warp, s, step), stretch));
				fc.pre(isLong(chart));
				expect(Math.abs(chart.scale / scale - 1)).toBeLessThan(1e-9);
				expect(chart.items).toEqual(items);
				for (const mark of chart.marks) {
					const was = before.get(key(mark));
					if (!was) continue;
					expect([mark.side, mark.y, mark.ties]).toEqual([was.side, was.y, was.ties]);
					expect(Math.abs(mark.x0 - was.x0)).toBeLessThan(0.01);
				}
			}),
			{ numRuns: 60 },
		);
	});
	test('a step within the overscan changes nothing that is drawn but the shift', () => {
		const { chart, show } = chartOf();
		show({ from: 0.31, to: 0.51 });
		const [marks, ticks, base, shift] = [chart.marks, chart.ticks, chart.base, chart.shift];
		show(panned(chart.warp, chart.stretch, 0.05));
		expect(chart.base).toBe(base);
		expect(chart.marks).toEqual(marks);
		expect(chart.ticks).toEqual(ticks);
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
				show(zoomed(chart.warp, chart.stretch, factor, at));
				expect(chart.items).toEqual(items);
			}),
			{ numRuns: 60 },
		);
	});
	test('to a day parts all moments that do not share one', () => {
		const { chart, show } = chartOf();
		const { start, shape } = real.columns;
		for (const day of new Set(start.subarray(4, 24))) {
			show({ from: chart.warp.toW(day), to: chart.warp.toW(day + DAY) });
			const clusters = rowsOf(chart, chart.items).filter((rows) => rows.length > 1);
			// Two rows have no room for two bars at once and a moment.
			const moments = clusters.filter((rows) => !rows.some((r) => shape[r]! & BAR));
			expect(moments.filter((rows) => new Set(rows.map((r) => start[r])).size > 1)).toEqual([]);
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
	test('crowded into all lanes are at most 400 marks, wherever the view is, and each event is in one', () => {
		const { chart, show } = chartOf(spread(20_000));
		for (const depth of [0, 2, 7]) {
			show({ from: 0.4, to: 0.4 + 0.6 * 2 ** -depth });
			const { marks } = chart;
			expect(marks.length).toBeLessThanOrEqual(400);
			const held = rowsOf(chart, marks).flat();
			expect(new Set(held).size).toBe(held.length);
		}
	});
	test('a pan over a crowded chart changes no cluster that was and is in view', () => {
		const { chart, show } = chartOf(spread(20_000));
		show({ from: 0.4, to: 0.55 });
		const before = new Set(chart.marks.map(key));
		const [from, to] = [0.4 * chart.scale, 0.55 * chart.scale];
		show(panned(chart.warp, chart.stretch, 0.4));
		const inBoth = chart.marks.filter((m) => m.x0 > from + PLOT * 0.4 && m.x1 < to).map(key);
		expect(inBoth.length).toBeGreaterThan(20);
		for (const mark of inBoth) expect(before).toContain(mark);
	});
});
