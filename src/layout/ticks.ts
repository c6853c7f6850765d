/**
 * Ticks of the axis: finer levels appear where they have room. Ticks depend on their neighbours in time, not on the
 * view. Dates are plain numbers here: the intervals of d3-time make an object of each, and the script of a zoom frame
 * would take 2.8 ms instead of 2.0.
 */
import { bisectLeft } from './bisect.ts';
import { DAY, isoDay, readWhen, yearWords, type Span } from '../domain/model/when.ts';
import type { AxisRange } from './view.ts';
import type { TimeScale } from './time-scale.ts';

export type Level = 'year' | 'month' | 'day';
export interface Tick {
	readonly t: number;
	readonly w: number;
	readonly level: Level;
	readonly label: string;
}
/** Width of a label in pixels. */
export type Measure = (label: string, level: Level) => number;

/** Pixels from tick to label and from label to the next tick, together. */
const PADDING = 10;

export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Four centuries, after which the Gregorian calendar repeats. */
const CYCLE = 146_097 * DAY;
/** Start of a day, month (from 0) or year. Shifted by whole cycles, as Date.UTC takes the year 50 for 1950. */
export const momentOf = (year: number, month = 0, day = 1) => Date.UTC(year + 12_000, month, day) - 30 * CYCLE;

/** A date that may get a tick. */
interface Candidate {
	readonly t: number;
	readonly w: number;
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

interface Step {
	readonly level: Level;
	readonly has: (date: Candidate) => boolean;
}
/** Steps of each level, coarse to fine. Each contains the ones before it, so fine ticks never replace coarse ones. */
const COARSE: readonly Step[] = [
	...[100, 50, 10, 5, 1].map((n) => ({ level: 'year' as const, has: ({ year }: Candidate) => year % n === 0 })),
	...[6, 3, 1].map((n) => ({
		level: 'month' as const,
		has: ({ month }: Candidate) => month > 0 && month % n === 0,
	})),
];
const DAYS: readonly Step[] = [15, 5, 1].map((n) => ({
	level: 'day',
	has: ({ day }) => day > 1 && (day - (n > 1 ? 0 : 1)) % n === 0,
}));

/** A month's label includes its year, and a day's its month, where that has no tick of its own. */
function labelOf({ year, month, day }: Candidate, level: Level, isPlaced: (t: number) => boolean): string {
	if (level === 'year') return yearWords(year);
	if (level === 'month') return isPlaced(momentOf(year)) ? MONTHS[month]! : `${MONTHS[month]!} ${yearWords(year)}`;
	return isPlaced(momentOf(year, month)) ? String(day) : `${day} ${MONTHS[month]!}`;
}

/** Narrower units, in pixels, have no room for ticks of the next level. */
const WORTH = 30;

/** Dates of each level within a span, where the unit above has room for any; no date is in two levels. */
function candidates(
	{ start, end }: Span,
	toAxis: TimeScale['toAxis'],
	scale: number,
): Record<Level, readonly Candidate[]> {
	const dated = (year: number, month: number, day: number): Candidate => {
		const t = momentOf(year, month, day);
		return { t, w: toAxis(t), year, month, day };
	};
	const found = { year: [] as Candidate[], month: [] as Candidate[], day: [] as Candidate[] };
	const last = new Date(end - 1).getUTCFullYear() + 1;
	for (let year = new Date(start).getUTCFullYear(); year <= last; year++) found.year.push(dated(year, 0, 1));
	for (const [i, year] of found.year.entries()) {
		const next = found.year[i + 1];
		if (!next || (next.w - year.w) * scale < WORTH) continue;
		const months = Array.from({ length: 12 }, (_, month) => (month ? dated(year.year, month, 1) : year));
		found.month.push(...months.slice(1));
		for (const [month, first] of months.entries()) {
			const after = months[month + 1] ?? next;
			if ((after.w - first.w) * scale < WORTH) continue;
			const days = Math.round((after.t - first.t) / DAY);
			for (let day = 2; day <= days; day++) found.day.push(dated(first.year, month, day));
		}
	}
	return found;
}

/**
 * @param scale the smallest at which the labels must fit @param span the time to fill
 * @param extent no tick is outside it @param carrying days with a line, which get ticks before other days
 */
export function ticks(
	{ toAxis }: TimeScale,
	scale: number,
	span: Span,
	extent: Span,
	measure: Measure,
	carrying: readonly number[] = [],
): Tick[] {
	const need = (tick: Tick) => measure(tick.label, tick.level) + PADDING;
	const dates = candidates(span, toAxis, scale);
	let placed: readonly Tick[] = [];
	const carries: Step = { level: 'day', has: ({ t, day }) => day > 1 && carrying.includes(t) };
	for (const { level, has } of [...COARSE, carries, ...DAYS]) {
		const times = placed.map((p) => p.t);
		const isPlaced = (t: number) => times[bisectLeft(times, t)] === t;
		const fits: Tick[] = [];
		for (const date of dates[level]) {
			const { t, w } = date;
			if (!has(date) || t < extent.start || t >= extent.end) continue;
			const at = bisectLeft(times, t);
			const [before, after] = [placed[at - 1], placed[at]];
			if (after?.t === t) continue;
			// Most dates have no room: test that before making labels.
			if (before && (w - before.w) * scale < need(before)) continue;
			if (((after?.w ?? 1) - w) * scale < PADDING) continue;
			const tick = { t, w, level, label: labelOf(date, level, isPlaced) };
			if (((after?.w ?? 1) - w) * scale >= need(tick)) fits.push(tick);
		}
		if (fits.length) placed = merged(placed, apart(fits, need, scale));
	}
	return [...placed];
}

/** Merges two lists in time order. */
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
 * Ticks of one step without those too close together: of these the one with most room after it stays. This depends only
 * on neighbours, so ticks do not flicker while the view is panned.
 */
function apart(all: readonly Tick[], need: (tick: Tick) => number, scale: number): Tick[] {
	const x = all.map((tick) => tick.w * scale);
	const needs = all.map(need);
	const room = x.map((at, i) => (x[i + 1] ?? Infinity) - at);
	const beats = (a: number, b: number) =>
		room[a]! > room[b]! + 1e-6 || (Math.abs(room[a]! - room[b]!) <= 1e-6 && a < b);
	return all.filter((_, i) => {
		for (let j = i - 1; j >= 0 && x[i]! - x[j]! < needs[j]!; j--) if (!beats(i, j)) return false;
		for (let j = i + 1; j < all.length && x[j]! - x[i]! < needs[i]!; j++) if (!beats(i, j)) return false;
		return true;
	});
}

/** A tick's full date, for when no tick in view has the year. */
export function inFull({ t, level, label }: Tick): string {
	const date = new Date(t);
	const year = yearWords(date.getUTCFullYear());
	const month = MONTHS[date.getUTCMonth()]!;
	if (level === 'year') return label;
	return level === 'month' ? `${month} ${year}` : `${date.getUTCDate()} ${month} ${year}`;
}

/** How many characters to cut off an EDTF day to get its month or year. */
const DATE_ENDS = { day: undefined, month: -3, year: -6 } as const;
/** The day, month or year that a tick names. */
export function spanOf({ t, level }: Tick): Span {
	return readWhen(isoDay(t).slice(0, DATE_ENDS[level]));
}

/**
 * Ticks whose labels fit in view, at least one of them with its year: where none has it, the first with enough room
 * gets its full date; where none has room, a label for the day at the left end of the view is added.
 *
 * @param width width of the view, in pixels
 */
export function said(
	list: readonly Tick[],
	timeScale: TimeScale,
	scale: number,
	{ from, to }: AxisRange,
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
	const day = Math.floor((timeScale.toTime(from) + 1) / DAY) * DAY;
	const first: Tick = { t: day, w: from, level: 'day', label: '' };
	const named = { ...first, label: inFull(first) };
	return [named, ...inView.filter((tick) => fits(named, x(tick.w)))];
}

/** Whole years within a span that get less room than the widest day: their middle and their share of the axis. */
export function narrowYears({ toAxis, dayAtMost }: TimeScale, { start, end }: Span) {
	const found: { readonly year: number; readonly w: number; readonly share: number }[] = [];
	const last = new Date(end).getUTCFullYear();
	let year = new Date(start).getUTCFullYear();
	if (momentOf(year) < start) year++;
	for (; year < last; year++) {
		const [from, to] = [toAxis(momentOf(year)), toAxis(momentOf(year + 1))];
		if (to - from < dayAtMost) found.push({ year, w: (from + to) / 2, share: to - from });
	}
	return found;
}

/** The widest day and the widest year that gets less room, to explain an uneven axis; null where no year gets less. */
export function unevenness(timeScale: TimeScale, extent: Span): { readonly day: number; readonly year: number } | null {
	const years = narrowYears(timeScale, extent);
	if (years.length === 0) return null;
	const { year } = years.reduce((a, b) => (b.share > a.share ? b : a));
	return { day: timeScale.widestDay, year };
}
