/** Everything drawn of any case, in any window, on any day: nothing is hidden by overlap, and nothing is lost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publicDays } from '../../src/domain/model/asof.ts';
import { toDataset } from '../../src/domain/model/dataset.ts';
import { DAY, formatWhen, isoDay, type Span } from '../../src/domain/model/when.ts';
import { pixels } from '../../src/layout/mark-box.ts';
import { said } from '../../src/layout/ticks.ts';
import type { Chart } from '../../src/state/chart.svelte.ts';
import { Timeline } from '../../src/state/timeline.svelte.ts';
import { chartOf } from '../../src/view/chart/build.svelte.ts';
import { roomIn } from '../../src/view/chart/room.ts';
import { isLong } from '../long.ts';
import { measure, shares } from './chart-data.ts';
import { EPSILON, HIGH, isWords, meetings, painted, type Box } from './painted.ts';
import { cases } from './random-case.ts';
import { records } from './record.ts';

/** Texts that are not fully in view, and texts of the axis that overlap. */
function cut(chart: Chart, boxes: readonly Box[]): string[] {
	const right = chart.shift + chart.width;
	const words = boxes.filter((b) => isWords(b) && (b.from < chart.shift - EPSILON || b.to > right + EPSILON));
	const axis = said(chart.ticks, chart.timeScale, chart.scale, chart.range, chart.width, measure).map(
		({ w, label, level }) => {
			const from = pixels(w, chart) + 5;
			return { label, isDay: level === 'day', from, to: from + measure(label, level) };
		},
	);
	return [
		...words.map(({ of, from, to }) => `${of} is cut: ${from.toFixed(1)}–${to.toFixed(1)}`),
		...axis.flatMap(({ label, isDay, to }, i) => {
			// The label of a day must not reach the line of the next month either, which crosses both rows.
			const next = axis.slice(i + 1).find((other) => isDay || !other.isDay);
			return to > right + EPSILON || (next && to > next.from) ? [`“${label}” on the axis has no room`] : [];
		}),
	];
}

/** For each event, the rows of its mark as of today. */
const union = (chart: Chart) =>
	new Map(chart.items.flatMap(({ rows }) => [...rows].map((row) => [row, rows] as const)));

/**
 * Events that are not a mark, in one that holds several, or a place that is kept; or that are twice. What had not begun on
 * that day is nowhere, nor is what is not shown where the mark that would hold it holds something that is.
 */
function lost(chart: Chart, { whole, passing, asOf }: Timeline, today: ReturnType<typeof union>): string[] {
	const times = new Map<number, number>();
	for (const { rows } of [...chart.items, ...chart.unpublished, ...chart.left])
		for (const row of rows) times.set(row, (times.get(row) ?? 0) + 1);
	const shown = new Set(passing.map((e) => e.id));
	const isShown = (row: number) => shown.has(whole.events[row]!.id);
	return whole.events.flatMap(({ id, when, known, coverage }, row) => {
		const n = times.get(row) ?? 0;
		const isFuture = asOf !== null && when.start > asOf;
		const isBehind = !isShown(row) && [...today.get(row)!].some(isShown);
		const which = `${id} (${formatWhen(when, coverage)}, public ${isoDay(known)})`;
		return n === 1 || (n === 0 && (isFuture || isBehind)) ? [] : [`${which} is there ${n} times`];
	});
}

const sizes = fc.record({ width: fc.integer({ min: 320, max: 3840 }), height: fc.integer({ min: 600, max: 1400 }) });
/** The difference between the width of the window and that of the plot. */
const GUTTER = 198;

interface View {
	readonly width: number;
	readonly height: number;
	/** The as-of day and the time span; null is today, and the whole extent. */
	readonly day: number | null;
	readonly span: Span | null;
	readonly agency?: readonly string[];
}
function look(timeline: Timeline, { width, height, day, span, agency = [] }: View) {
	const { filter } = timeline;
	const press = (agencies: readonly string[]) => timeline.set({ filter: { ...filter, agency: agencies } });
	const chart = chartOf(timeline, measure);
	chart.prepare(Math.max(width - GUTTER, 280), roomIn(height));
	timeline.readAsOf(null);
	timeline.show(null);
	press([]);
	const today = union(chart);
	press(agency);
	timeline.readAsOf(day);
	timeline.show(span);
	const boxes = painted(chart);
	const range = span ? `${isoDay(span.start)} to ${isoDay(span.end)}` : 'all of time';
	const which = `${width} × ${height}, ${range}, ${day === null ? 'today' : isoDay(day)}`;
	expect([...meetings(boxes), ...cut(chart, boxes), ...(span ? [] : lost(chart, timeline, today))], which).toEqual([]);
	return boxes.length;
}

/** Random choices, as shares of the available values. */
const presses = fc.record({ asOf: fc.option(shares), from: shares, to: shares, agency: fc.option(shares) });
const pick = <T>(list: readonly T[], share: number) =>
	list[Math.min(Math.floor(share * list.length), list.length - 1)]!;

test('in any case, window and view nothing overlaps, nothing is cut off and every event is counted', () => {
	let drawn = 0;
	fc.assert(
		fc.property(
			cases(isLong ? 300 : 120),
			sizes,
			fc.array(presses, { minLength: 1, maxLength: 3 }),
			(of, size, acts) => {
				const timeline = new Timeline(toDataset(of));
				timeline.set({ known: true });
				const { start, end } = timeline.whole.extent;
				const days = publicDays(timeline.whole).map(({ day }) => day);
				for (const { asOf, from, to, agency } of acts) {
					const agencies = agency === null ? [] : [pick(of.agencies, agency).id];
					const at = (share: number) => start + Math.floor((share * (end - start)) / DAY) * DAY;
					const span = from < to ? { start: at(from), end: at(to) + DAY } : null;
					// Half of them are days on which something became public, the others any days.
					const day = asOf === null ? null : asOf < 0.5 ? pick(days, 2 * asOf) : at(2 * asOf - 1);
					drawn += look(timeline, { ...size, day, span, agency: agencies });
				}
			},
		),
		{ numRuns: isLong ? 1000 : 50, endOnFailure: true },
	);
	expect(drawn).toBeGreaterThan(1000);
});

const sample = <T>(days: readonly T[]) => days.filter((_, i) => i % 6 === 0);

test('the same holds for the case itself, on every day', { timeout: 900_000 }, () => {
	const timeline = new Timeline(toDataset(records));
	timeline.set({ known: true });
	const { start, end } = timeline.whole.extent;
	const all = Array.from({ length: (end - start) / DAY }, (_, i) => start + i * DAY);
	const news = publicDays(timeline.whole).map(({ day }) => day);
	for (const [width, height, days] of [
		[1440, 900, isLong ? all : sample(news)],
		[1366, 768, isLong ? news : sample(news)],
		[1280, 720, isLong ? news : sample(news)],
	] as const)
		for (const day of [null, ...days]) look(timeline, { width, height, day, span: null });
});

test('a line shared by several acts does not cross the text of other delays', () => {
	const timeline = new Timeline(toDataset(records));
	timeline.set({ known: true });
	let crossed = 0;
	for (const width of [586, 800, 1082, 1168, 1242, 1722])
		for (const trueScale of [false, true]) {
			timeline.set({ trueScale });
			const chart = chartOf(timeline, measure);
			chart.prepare(width, roomIn(900));
			const x = pixels(chart.overlay.sharedLine?.w ?? -1, chart);
			const words = painted(chart).filter((b) => isWords(b) && b.from < x && b.to > x);
			const line = chart.overlay.sharedLine;
			const pieces = line ? chart.overlay.past(x, line.top, chart.geometry.axis) : [];
			for (const { y } of words.filter((b) => b.y < chart.geometry.axis)) {
				crossed++;
				expect(pieces.filter(([top, bottom]) => top < y + HIGH / 2 && bottom > y - HIGH / 2)).toEqual([]);
			}
		}
	expect(crossed > 0).toBe(chartOf(timeline, measure).data.sharedDay !== null);
});
