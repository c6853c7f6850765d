/** Ticks are in order, apart, only where there is room, and the same while the view moves. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, type Span } from '../../src/domain/model/when.ts';
import { inFull, said, ticks, type Measure, type Tick } from '../../src/layout/ticks.ts';
import { clamped, scaleOf, toSpan, toAxisRange, type AxisRange } from '../../src/layout/view.ts';
import { elasticTime, trueTime, type TimeScale } from '../../src/layout/time-scale.ts';
import { Timeline } from '../../src/state/timeline.svelte.ts';
import { chartOf } from '../../src/view/chart/build.svelte.ts';
import { anyTimeScale, anyWorld, measure, PLOT, real, shares, axisRanges } from './chart-data.ts';
import { dataset } from './record.ts';

const widths = fc.oneof(fc.constantFrom(280, 390, 768, PLOT, 3840), fc.integer({ min: 280, max: 3840 }));
const textWidth: Measure = (label, level) => measure(label, level);

interface Scene {
	readonly timeScale: TimeScale;
	readonly extent: Span;
	readonly range: AxisRange;
	readonly scale: number;
	readonly width: number;
}
const scenes: fc.Arbitrary<Scene> = anyWorld.chain((world) =>
	fc.tuple(anyTimeScale(world), axisRanges, widths).map(([timeScale, asked, width]) => {
		const range = clamped(timeScale, asked);
		return { extent: world.extent, timeScale, range, width, scale: scaleOf(range, width) };
	}),
);
/** The days that have a line. */
const carryingIn = ({ start, end }: Span) =>
	[1 / 3, 1 / 2].map((share) => start + Math.floor((share * (end - start)) / DAY) * DAY);
const ticksOf = ({ timeScale, extent, scale }: Scene, range: AxisRange) =>
	ticks(timeScale, scale, toSpan(timeScale, range), extent, textWidth, carryingIn(extent));
/** The extent of a tick, from its line to the end of its text. */
const reach = ({ w, label, level }: Tick, scale: number) => w * scale + 5 + measure(label, level);
const isCoarse = ({ level }: Tick) => level !== 'day';
const short = ({ t, level, label }: Tick) => `${new Date(t).toISOString().slice(0, 10)} ${level} ${label}`;

describe('ticks', () => {
	test('are in order, and no text reaches the next one of its row, nor that of a day the next line', () => {
		fc.assert(
			fc.property(scenes, (scene) => {
				const list = ticksOf(scene, scene.range);
				list.slice(1).forEach((tick, i) => expect(tick.t).toBeGreaterThan(list[i]!.t));
				for (const row of [list.filter(isCoarse), list])
					row.slice(1).forEach((tick, i) => {
						const before = row[i]!;
						if (row === list && isCoarse(before)) return;
						expect(reach(before, scene.scale)).toBeLessThan(tick.w * scene.scale);
					});
			}),
			{ numRuns: 250 },
		);
	});
	test('are inside the extent, at their moment, and so is their text', () => {
		fc.assert(
			fc.property(scenes, (scene) => {
				for (const tick of ticksOf(scene, scene.range)) {
					expect(tick.t).toBeGreaterThanOrEqual(scene.extent.start);
					expect(tick.t).toBeLessThan(scene.extent.end);
					expect(tick.w).toBe(scene.timeScale.toAxis(tick.t));
					expect(reach(tick, scene.scale)).toBeLessThanOrEqual(scene.scale + 1e-6);
				}
			}),
		);
	});
	test('show their date, at their own level', () => {
		const MONTH = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
		fc.assert(
			fc.property(scenes, (scene) => {
				for (const tick of ticksOf(scene, scene.range)) {
					const date = new Date(tick.t);
					const [year, month, day] = [date.getUTCFullYear(), MONTH[date.getUTCMonth()]!, date.getUTCDate()];
					expect(tick.t % DAY === 0).toBe(true);
					const full = { year: `${year}`, month: `${month} ${year}`, day: `${day} ${month} ${year}` }[tick.level];
					expect(inFull(tick)).toBe(full);
					expect(full).toContain(tick.label);
					if (tick.level !== 'day') expect(day).toBe(1);
					if (tick.level === 'year') expect(month).toBe('Jan');
					if (tick.level !== 'day') expect(tick.label).toBe(full);
				}
			}),
		);
	});
	test('number the days of named months alone', () => {
		fc.assert(
			fc.property(scenes, (scene) => {
				const list = ticksOf(scene, scene.range);
				const months = new Set(list.filter(({ level }) => level === 'month').map((t) => t.t));
				for (const { t, level } of list) {
					const date = new Date(t);
					const month = Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
					// The month in which the extent begins has no tick.
					if (level === 'day' && month >= scene.extent.start) expect(months).toContain(month);
				}
			}),
		);
	});
	test('name every month that is as wide as its name', () => {
		fc.assert(
			fc.property(scenes, (scene) => {
				const { timeScale, scale, extent } = scene;
				const list = ticksOf(scene, scene.range);
				const view = toSpan(timeScale, scene.range);
				const first = new Date(view.start);
				for (let month = first.getUTCMonth() + 1; ; month++) {
					const [from, to] = [month, month + 1].map((m) => Date.UTC(first.getUTCFullYear(), m)) as [number, number];
					if (to >= Math.min(view.end, extent.end)) break;
					const room = (timeScale.toAxis(to) - timeScale.toAxis(from)) * scale;
					if (room > 100) expect(list.filter(isCoarse).map(({ t }) => t)).toContain(from);
				}
			}),
		);
	});
	test('stay in place while the view is panned, except near its ends', () => {
		fc.assert(
			fc.property(scenes, shares, (scene, share) => {
				const { range, scale, width } = scene;
				const by = share * (range.to - range.from);
				const other = { from: range.from + by, to: Math.min(range.to + by, 1) };
				// Near the ends of the view, a tick may fit only because its neighbour is outside.
				const MARGIN = Math.min(width / 4, 200);
				const [from, to] = [other.from * scale + MARGIN, range.to * scale - MARGIN];
				const common = (list: readonly Tick[]) => list.filter((t) => t.w * scale > from && t.w * scale < to).map(short);
				expect(common(ticksOf(scene, other))).toEqual(common(ticksOf(scene, range)));
			}),
			{ numRuns: 250 },
		);
	});
	test('show years when five centuries are in view, at every width', () => {
		const extent = { start: Date.UTC(1600, 0), end: Date.UTC(2100, 0) };
		fc.assert(
			fc.property(widths, (width) => {
				const list = ticks(trueTime(extent), width, extent, extent, textWidth);
				expect(list.length).toBeGreaterThanOrEqual(2);
				expect(list.every((t) => t.level === 'year')).toBe(true);
			}),
		);
	});
	test('name a date and its year in every view of at least a day, at every width, and stay in view', () => {
		fc.assert(
			fc.property(scenes, (scene) => {
				const { range, scale, width, timeScale } = scene;
				const from = range.from * scale;
				const list = said(ticksOf(scene, range), timeScale, scale, range, width, textWidth);
				expect(list.length).toBeGreaterThan(0);
				expect(list.some((t) => /\d{4}/.test(t.label))).toBe(true);
				for (const tick of list) {
					expect(tick.w * scale).toBeGreaterThanOrEqual(from - 1 - 1e-6);
					expect(reach(tick, scale)).toBeLessThanOrEqual(from + width + 1e-6);
					// A named date is at least partly in view.
					const end = { day: DAY, month: 32 * DAY, year: 366 * DAY }[tick.level] + tick.t;
					expect(timeScale.toAxis(end) * scale).toBeGreaterThan(from);
					expect(timeScale.toAxis(tick.t) * scale).toBeLessThanOrEqual(from + width);
				}
				const row = list.filter(isCoarse);
				row.slice(1).forEach((tick, i) => expect(reach(row[i]!, scale)).toBeLessThan(tick.w * scale + 1e-6));
			}),
			{ numRuns: 500 },
		);
	});
	test('show a day that fills the view, unless the text of the previous tick reaches into it', () => {
		fc.assert(
			fc.property(anyWorld, shares, widths, (world, share, width) => {
				const { extent, columns } = world;
				const day = extent.start + Math.floor((share * (extent.end - DAY - extent.start)) / DAY) * DAY;
				for (const timeScale of [elasticTime(columns, extent), trueTime(extent)]) {
					const range = toAxisRange(timeScale, { start: day, end: day + DAY });
					const scale = scaleOf(range, width);
					const list = ticks(timeScale, scale, { start: day, end: day + DAY }, extent, textWidth);
					const w = timeScale.toAxis(day);
					expect(list.some((t) => t.t === day || (t.w < w && reach(t, scale) + 6 > w * scale))).toBe(true);
				}
			}),
		);
	});
	test('show every day of the case that fills a view at true scale', () => {
		const timeScale = trueTime(real.extent);
		for (let day = real.extent.start; day < real.extent.end; day += 7 * DAY) {
			const span = { start: day, end: day + DAY };
			const list = ticks(timeScale, scaleOf(toAxisRange(timeScale, span), 280), span, real.extent, textWidth);
			expect(list.map((t) => t.t)).toContain(day);
		}
	});
	test('of the whole case show years, months and days', () => {
		const timeScale = elasticTime(real.columns, real.extent);
		const levels = ticks(timeScale, PLOT, real.extent, real.extent, textWidth).map((t) => t.level);
		expect(new Set(levels)).toEqual(new Set(['year', 'month', 'day']));
	});
	test('prefer a day with a line to other days, if years and months leave it room', () => {
		let gained = 0;
		fc.assert(
			fc.property(scenes, shares, (scene, share) => {
				const { timeScale, extent, scale } = scene;
				const view = toSpan(timeScale, scene.range);
				const day = Math.floor((view.start + share * (view.end - view.start)) / DAY) * DAY;
				const list = ticks(timeScale, scale, view, extent, textWidth, [day]);
				const plain = ticks(timeScale, scale, view, extent, textWidth);
				expect(list.filter(isCoarse)).toEqual(plain.filter(isCoarse));
				// A day with a line that is named without this rule is still named with it.
				if (plain.some((t) => t.t === day)) expect(list.map((t) => t.t)).toContain(day);
				else if (list.some((t) => t.t === day)) gained++;
			}),
			{ numRuns: 100 },
		);
		expect(gained).toBeGreaterThan(0);
	});
	test('of the case name the day on which many acts became public', () => {
		const timeline = new Timeline(dataset);
		const chart = chartOf(timeline, measure);
		for (const width of [1168, 1242]) {
			chart.prepare(width, 678);
			const { sharedDay } = chart.data;
			if (sharedDay !== null) expect(chart.ticks.map((t) => t.t)).toContain(sharedDay);
		}
	});
	test('are no more than fit in the width', () => {
		fc.assert(
			fc.property(scenes, (scene) => {
				const { from, to } = scene.range;
				const inView = ticksOf(scene, scene.range).filter((t) => t.w >= from && t.w <= to);
				expect(inView.length).toBeLessThanOrEqual(scene.width / 15 + 1);
			}),
		);
	});
});
