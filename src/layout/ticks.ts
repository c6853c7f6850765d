/** Ticks of the axis: levels appear where they have room; a tick depends on its neighbours in time, not on the view. */
import { utcDay, utcMonth, utcYear, type CountableTimeInterval } from 'd3';
import { bisectLeft } from './bisect.ts';
import { DAY, type Span } from '../domain/model/when.ts';
import type { Stretch } from './view.ts';
import type { Warp } from './warp.ts';

export type Level = 'year' | 'month' | 'day';
export interface Tick {
	readonly t: number;
	readonly w: number;
	readonly level: Level;
	readonly label: string;
}
/** Width of a label in pixels. */
export type Measure = (label: string, level: Level) => number;

/** From tick to label, and from label to the next tick. */
const PADDING = 10;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date that may get a tick. */
interface Candidate {
	readonly w: number;
	readonly date: Date;
}

/** Each step contains the ones before it, so a coarse tick never gives way to a fine one. */
const STEPS: readonly { level: Level; has: (date: Date) => boolean }[] = [
	...[100, 50, 10, 5, 1].map((n) => ({ level: 'year' as const, has: (d: Date) => d.getUTCFullYear() % n === 0 })),
	...[6, 3, 1].map((n) => ({ level: 'month' as const, has: (d: Date) => d.getUTCMonth() % n === 0 })),
	...[15, 5].map((n) => ({ level: 'day' as const, has: (d: Date) => d.getUTCDate() % n === 0 })),
	{ level: 'day', has: () => true },
];

/** A month is labelled with its year, and a day with its month, where that has no tick of its own. */
function labelOf(date: Date, level: Level, isPlaced: (date: Date) => boolean): string {
	const [year, month, day] = [date.getUTCFullYear(), MONTHS[date.getUTCMonth()]!, date.getUTCDate()];
	if (level === 'year') return String(year);
	if (level === 'month') return isPlaced(utcYear(date)) ? month : `${month} ${year}`;
	return isPlaced(utcMonth(date)) ? String(day) : `${day} ${month}`;
}

/** Least room in which looking for ticks of the next level is worth it, in pixels. */
const WORTH = 30;

/** The dates of each level within a span, where the unit above has room for any; none is in two levels. */
function candidates({ start, end }: Span, toW: Warp['toW'], scale: number): Record<Level, readonly Candidate[]> {
	const dated = (date: Date): Candidate => ({ w: toW(+date), date });
	/** Of each unit that has room for them, what a finer interval has in it. */
	const within = (list: readonly Candidate[], unit: CountableTimeInterval, finer: CountableTimeInterval) =>
		list.flatMap(({ date, w }) => {
			const next = unit.offset(date, 1);
			return (toW(+next) - w) * scale < WORTH ? [] : finer.range(date, next).map(dated);
		});
	const last = utcYear.offset(utcYear(new Date(end - 1)), 1);
	const years = utcYear.range(utcYear(new Date(start)), last).map(dated);
	const months = within(years, utcYear, utcMonth);
	const days = within(months, utcMonth, utcDay);
	return {
		year: [...years, dated(last)],
		month: months.filter(({ date }) => date.getUTCMonth() > 0),
		day: days.filter(({ date }) => date.getUTCDate() > 1),
	};
}

/** @param scale the smallest at which they have room @param span what to fill @param extent no tick is outside it */
export function ticks({ toW }: Warp, scale: number, span: Span, extent: Span, measure: Measure): Tick[] {
	const need = (tick: Tick) => measure(tick.label, tick.level) + PADDING;
	const dates = candidates(span, toW, scale);
	let placed: readonly Tick[] = [];
	for (const { level, has } of STEPS) {
		const times = placed.map((p) => p.t);
		const isPlaced = (date: Date) => times[bisectLeft(times, +date)] === +date;
		const fits: Tick[] = [];
		for (const { w, date } of dates[level]) {
			const t = +date;
			if (!has(date) || t < extent.start || t >= extent.end) continue;
			const at = bisectLeft(times, t);
			const [before, after] = [placed[at - 1], placed[at]];
			if (after?.t === t) continue;
			// Most have no room, and are not given words.
			if (before && (w - before.w) * scale < need(before)) continue;
			if (((after?.w ?? 1) - w) * scale < PADDING) continue;
			const tick = { t, w, level, label: labelOf(date, level, isPlaced) };
			if (((after?.w ?? 1) - w) * scale >= need(tick)) fits.push(tick);
		}
		if (fits.length) placed = merged(placed, apart(fits, need, scale));
	}
	return [...placed];
}

/** Two lists in order of time as one. */
function merged(a: readonly Tick[], b: readonly Tick[]): Tick[] {
	const all: Tick[] = [];
	let i = 0;
	for (const tick of b) {
		while (i < a.length && a[i]!.t < tick.t) all.push(a[i++]!);
		all.push(tick);
	}
	return all.concat(a.slice(i));
}

/**
 * Of ticks of one step those that are apart: where some are too close, the one with most room behind it stays. That
 * depends on neighbours alone, so a tick does not come and go as the view is panned.
 */
function apart(row: readonly Tick[], need: (tick: Tick) => number, scale: number): Tick[] {
	const x = row.map((tick) => tick.w * scale);
	const needs = row.map(need);
	const room = x.map((at, i) => (x[i + 1] ?? Infinity) - at);
	const beats = (a: number, b: number) =>
		room[a]! > room[b]! + 1e-6 || (Math.abs(room[a]! - room[b]!) <= 1e-6 && a < b);
	return row.filter((_, i) => {
		for (let j = i - 1; j >= 0 && x[i]! - x[j]! < needs[j]!; j--) if (!beats(i, j)) return false;
		for (let j = i + 1; j < row.length && x[j]! - x[i]! < needs[i]!; j++) if (!beats(i, j)) return false;
		return true;
	});
}

/** A tick's date with its month and year: what one tick says where no other in view does. */
export function inFull({ t, level, label }: Tick): string {
	const date = new Date(t);
	const year = String(date.getUTCFullYear());
	const month = MONTHS[date.getUTCMonth()]!;
	if (level === 'year') return label;
	return level === 'month' ? `${month} ${year}` : `${date.getUTCDate()} ${month} ${year}`;
}

/**
 * Ticks whose words fit in view, one of them with its year. Where no tick in view says that, the first with room for it
 * says its date in full; where none has room, the day at the left end of the view is named there.
 *
 * @param width of the view, in pixels
 */
export function said(
	list: readonly Tick[],
	warp: Warp,
	scale: number,
	{ from, to }: Stretch,
	width: number,
	measure: Measure,
): Tick[] {
	const x = (w: number) => (w - from) * scale;
	const reach = ({ w, label, level }: Tick) => x(w) + 5 + measure(label, level);
	const inView = list.filter((t) => t.w <= to && x(t.w) >= -1 && reach(t) <= width);
	if (inView.some((t) => t.level === 'year')) return inView;
	const fits = (tick: Tick, next: number) => reach(tick) + PADDING / 2 <= next;
	const full = inView.map((tick) => ({ ...tick, label: inFull(tick) }));
	const at = full.findIndex((tick, i) => fits(tick, inView[i + 1] ? x(inView[i + 1]!.w) : width));
	if (at >= 0) return inView.with(at, full[at]!);
	const day = Math.floor((warp.toT(from) + 1) / DAY) * DAY;
	const first: Tick = { t: day, w: from, level: 'day', label: '' };
	const named = { ...first, label: inFull(first) };
	return [named, ...inView.filter((tick) => fits(named, x(tick.w)))];
}

/** Where a year gets less room than a day does elsewhere, at any scale: the middles of those years, in W. */
export function breaks({ toW, dayAtMost }: Warp, { start, end }: Span): number[] {
	return utcYear.range(new Date(start), utcYear(new Date(end))).flatMap((year) => {
		const [from, to] = [toW(+year), toW(+utcYear.offset(year, 1))];
		return to - from < dayAtMost ? [(from + to) / 2] : [];
	});
}
