/**
 * Ticks of the axis, in two rows: months and years, and above them the numbers of days. Finer levels appear where they
 * have room. Ticks depend on their neighbours in time, not on the view. Dates are plain numbers here: the intervals of
 * d3-time make an object of each, and the script of a zoom frame would take 2.8 ms instead of 2.0.
 */
import { bisectLeft } from './bisect.ts';
import { DAY, isoDay, readWhen, yearWords, type Span } from '../domain/model/when.ts';
import type { Geometry } from './geometry.ts';
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
/** Days have a row of their own, above that of months and years. */
const isDay = ({ level }: Pick<Tick, 'level'>) => level === 'day';
/** Middle of the row of a tick's label, and length of its line, which begins at the top of the axis. */
export function tickPlace(tick: Pick<Tick, 'level'>, { axis, under }: Pick<Geometry, 'axis' | 'under'>) {
	const all = under - axis;
	return isDay(tick) ? { y: axis + all / 4 + 1, line: all / 2 } : { y: axis + (all * 3) / 4 - 1, line: all };
}

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
	has: ({ day }) => (day - (n > 1 ? 0 : 1)) % n === 0,
}));

/** A month has its year with it, so that its row can be read alone; the number of a day is read with its month. */
const monthWords = (year: number, month: number) => `${MONTHS[month]!} ${yearWords(year)}`;
function labelOf({ year, month, day }: Candidate, level: Level): string {
	if (level === 'day') return String(day);
	return level === 'month' ? monthWords(year, month) : yearWords(year);
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
		found.month.push(...months);
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
 * Months and days as wide as their names come first, as they are what readers look at; they cannot meet. Only named
 * months have numbers of days.
 *
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
	/** @param row ticks placed in the row @param others ticks whose lines its labels must not reach */
	const fitting = (row: readonly Tick[], { level, has }: Step, others: readonly Tick[] = []): Tick[] => {
		const [times, lines] = [row, others].map((list) => list.map(({ t }) => t)) as [number[], number[]];
		return dates[level].flatMap((date) => {
			const { t, w } = date;
			if (!has(date) || t < extent.start || t >= extent.end) return [];
			const at = bisectLeft(times, t);
			const [before, after] = [row[at - 1], row[at]];
			if (after?.t === t) return [];
			// Most dates have no room: test that before making labels.
			if (before && (w - before.w) * scale < need(before)) return [];
			const end = Math.min(after?.w ?? 1, others[bisectLeft(lines, t)]?.w ?? 1);
			if ((end - w) * scale < PADDING) return [];
			const tick = { t, w, level, label: labelOf(date, level) };
			return (end - w) * scale >= need(tick) ? [tick] : [];
		});
	};
	const filled = (row: readonly Tick[], step: Step, others?: readonly Tick[]) => {
		const fits = fitting(row, step, others);
		return fits.length ? merged(row, apart(fits, need, scale)) : row;
	};
	const endOf = {
		month: ({ year, month }: Candidate) => momentOf(year, month + 1),
		day: ({ t }: Candidate) => t + DAY,
	};
	/** Whether a unit is as wide as its name. */
	const isWide = (level: keyof typeof endOf) => (date: Candidate) =>
		(toAxis(endOf[level](date)) - toAxis(Math.max(date.t, extent.start))) * scale >=
		measure(labelOf(date, level), level) + PADDING;
	const months: Step = { level: 'month', has: isWide('month') };
	const coarse = [months, ...COARSE].reduce<readonly Tick[]>((row, step) => filled(row, step), []);
	/** Also the month in which the extent begins, which has no tick and is named at the left end of the view. */
	const named = new Set(
		[...coarse.filter(({ level }) => level === 'month'), ...dates.month.filter(months.has)].map(({ t }) => t),
	);
	const inNamed = ({ year, month }: Candidate) => named.has(momentOf(year, month));
	const carries: Step = { level: 'day', has: ({ t }) => carrying.includes(t) };
	const days = [carries, { level: 'day' as const, has: isWide('day') }, ...DAYS].reduce<readonly Tick[]>(
		(row, { level, has }) => filled(row, { level, has: (date) => has(date) && inNamed(date) }, coarse),
		[],
	);
	return merged(coarse, days);
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

/** A tick's full date. */
export function inFull({ t, level, label }: Tick): string {
	const date = new Date(t);
	return isDay({ level }) ? `${label} ${monthWords(date.getUTCFullYear(), date.getUTCMonth())}` : label;
}

/** How many characters to cut off an EDTF day to get its month or year. */
const DATE_ENDS = { day: undefined, month: -3, year: -6 } as const;
/** The day, month or year that a tick names. */
export function spanOf({ t, level }: Tick): Span {
	return readWhen(isoDay(t).slice(0, DATE_ENDS[level]));
}

/**
 * Ticks whose labels fit in view. Where the view begins with days, or has no other label, their month is named at its
 * left end.
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
	if (inView[0] && !isDay(inView[0])) return inView;
	const date = new Date(timeScale.toTime(from) + 1);
	const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
	const first: Tick = { t: momentOf(year, month), w: from, level: 'month', label: monthWords(year, month) };
	const next = inView.find((tick) => !isDay(tick));
	return next && reach(first) + PADDING / 2 > x(next.w) ? inView : [first, ...inView];
}
