/** Ticks of the axis: each level appears where it has room, and a tick depends on its neighbours in time, not on what is in view. */
import { bisectLeft, utcDay, utcMonth, utcYear } from 'd3';
import type { Span } from '../domain/when.ts';
import type { Warp } from './warp.ts';

export type Level = 'year' | 'month' | 'day';
export interface Tick {
	readonly t: number;
	/** Pixels from the beginning of W-space at the given scale. */
	readonly x: number;
	readonly level: Level;
	readonly label: string;
}
/** Width of a label in pixels. */
export type Measure = (label: string, level: Level) => number;

/** From tick to label, and from label to the next tick. */
const PADDING = 10;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Each step contains the ones before it, so a coarse tick never gives way to a fine one. */
const STEPS: readonly { level: Level; has: (date: Date) => boolean }[] = [
	...[100, 50, 10, 5, 1].map((n) => ({ level: 'year' as const, has: (d: Date) => d.getUTCFullYear() % n === 0 })),
	...[6, 3, 1].map((n) => ({
		level: 'month' as const,
		has: (d: Date) => d.getUTCMonth() > 0 && d.getUTCMonth() % n === 0,
	})),
	...[15, 5, 1].map((n) => ({
		level: 'day' as const,
		has: (d: Date) => d.getUTCDate() > 1 && (d.getUTCDate() - (n > 1 ? 0 : 1)) % n === 0,
	})),
];

/** What names a date within its unit: a month names its year, and a day its month, where that has no tick of its own. */
function labelOf(date: Date, level: Level, placed: ReadonlySet<number>): string {
	const year = String(date.getUTCFullYear());
	const month = MONTHS[date.getUTCMonth()]!;
	if (level === 'year') return year;
	if (level === 'month') return placed.has(+utcYear.floor(date)) ? month : `${month} ${year}`;
	const day = String(date.getUTCDate());
	const isNamed = placed.has(+utcMonth.floor(date));
	return isNamed ? day : `${day} ${month}`;
}

/** Least room in which looking for ticks of the next level is worth it, in pixels. */
const WORTH = 30;

/** The dates of a level within a span, only where the unit above has room for any. */
function candidates(level: Level, { start, end }: Span, x: (t: number) => number): Date[] {
	const years = utcYear.range(utcYear.floor(new Date(start)), new Date(end));
	if (level === 'year') return [...years, utcYear.ceil(new Date(end))];
	const roomy = (unit: typeof utcYear) => (d: Date) => x(+unit.offset(d)) - x(+d) >= WORTH;
	const months = years.filter(roomy(utcYear)).flatMap((d) => utcMonth.range(d, utcYear.offset(d)));
	if (level === 'month') return months;
	return months.filter(roomy(utcMonth)).flatMap((d) => utcDay.range(d, utcMonth.offset(d)));
}

/** @param span the stretch to fill @param extent no tick stands outside it @param scale pixels per unit of W */
export function ticks(warp: Warp, scale: number, span: Span, extent: Span, measure: Measure): Tick[] {
	const x = (t: number) => warp.toW(t) * scale;
	const need = (tick: Tick) => measure(tick.label, tick.level) + PADDING;
	let placed: Tick[] = [];
	const dates: Partial<Record<Level, Date[]>> = {};
	for (const { level, has } of STEPS) {
		const asked = (dates[level] ??= candidates(level, span, x)).filter(
			(d) => has(d) && +d >= extent.start && +d < extent.end,
		);
		const times = placed.map((p) => p.t);
		const named = new Set(times);
		const fits = asked
			.map((d): Tick => ({ t: +d, x: x(+d), level, label: labelOf(d, level, named) }))
			.filter((tick) => {
				const at = bisectLeft(times, tick.t);
				const [before, after] = [placed[at - 1], placed[at]];
				return (
					after?.t !== tick.t &&
					(!before || tick.x - before.x >= need(before)) &&
					(after?.x ?? scale) - tick.x >= need(tick)
				);
			});
		placed = [...placed, ...apart(fits, need)].sort((a, b) => a.t - b.t);
	}
	return placed;
}

/**
 * Of ticks of one step those that stand apart: where some are too close, the one with most room behind it stays. That depends on
 * neighbours alone, so a tick does not come and go as the view is panned.
 */
function apart(row: readonly Tick[], need: (tick: Tick) => number): Tick[] {
	const room = row.map((tick, i) => (row[i + 1]?.x ?? Infinity) - tick.x);
	const beats = (a: number, b: number) =>
		room[a]! > room[b]! + 1e-6 || (Math.abs(room[a]! - room[b]!) <= 1e-6 && a < b);
	return row.filter((tick, i) => {
		for (let j = i - 1; j >= 0 && tick.x - row[j]!.x < need(row[j]!); j--) if (!beats(i, j)) return false;
		for (let j = i + 1; j < row.length && row[j]!.x - tick.x < need(tick); j++) if (!beats(i, j)) return false;
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
 * Ticks whose words fit in view, one of them with its year. Where no tick in view says that, the first with room for it says its date in
 * full; where none has room, the day at the left end of the view is named there.
 *
 * @param from left end of the view, in pixels from the beginning of W-space
 */
export function said(
	list: readonly Tick[],
	warp: Warp,
	scale: number,
	from: number,
	width: number,
	measure: Measure,
): Tick[] {
	const to = from + width;
	const reach = (x: number, { label, level }: Tick) => x + 5 + measure(label, level);
	const inView = list.filter((t) => t.x >= from - 1 && reach(t.x, t) <= to);
	if (inView.some((t) => t.level === 'year')) return inView;
	const fits = (tick: Tick, next: number) => reach(tick.x, tick) + PADDING / 2 <= next;
	const full = inView.map((tick) => ({ ...tick, label: inFull(tick) }));
	const at = full.findIndex((tick, i) => fits(tick, inView[i + 1]?.x ?? to));
	if (at >= 0) return inView.with(at, full[at]!);
	const day = +utcDay.floor(new Date(warp.toT(from / scale) + 1));
	const first: Tick = { t: day, x: from, level: 'day', label: '' };
	const named = { ...first, label: inFull(first) };
	return [named, ...inView.filter((tick) => fits(named, tick.x))];
}

/** Where a year gets less room than a day does elsewhere: the middles of those years, in pixels. */
export function breaks(warp: Warp, scale: number, { start, end }: Span): number[] {
	const x = (t: number) => warp.toW(t) * scale;
	const day = warp.dayAtMost * scale;
	return utcYear
		.range(utcYear.ceil(new Date(start)), utcYear.floor(new Date(end)))
		.filter((year) => x(+utcYear.offset(year)) - x(+year) < day)
		.map((year) => (x(+year) + x(+utcYear.offset(year))) / 2);
}
