/** The only module with calendar arithmetic. Everywhere else times are epoch milliseconds, always UTC. */
// The full version prepares Intl formats on import, which takes longer than the rest of the script.
import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays, addMonths, addYears } from 'date-fns';
import type { Coverage } from './records.ts';

export const DAY = 86_400_000;

/** A half-open span of time in epoch milliseconds, UTC. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

export type Precision = 'day' | 'month' | 'season' | 'year';

/** One EDTF date, with the whole span it may mean: "2020-10" is all of October, not its first midnight. */
export interface Edge extends Span {
	readonly precision: Precision;
	/** EDTF "~" */
	readonly approximate: boolean;
	/** EDTF "?" */
	readonly uncertain: boolean;
}

/** An EDTF date or interval. An open end is null, its bound infinite; a single date has `from` equal to `to`. */
export interface When extends Span {
	readonly text: string;
	readonly from: Edge | null;
	readonly to: Edge | null;
}

export const SEASONS: Readonly<Record<string, readonly [name: string, month: number]>> = {
	'21': ['spring', 3],
	'22': ['summer', 6],
	'23': ['autumn', 9],
	'24': ['winter', 12],
};

/** A UTC date from epoch milliseconds, or from a date that date-fns made. */
const utc = (t: unknown) => new UTCDateMini(t as number);
const inUtc = { in: utc };

/** Year, month (from 1) and day. Years are astronomical, as in EDTF: 0 is 1 BCE, -1 is 2 BCE. */
export function calendar(t: number): readonly [year: number, month: number, day: number] {
	const date = new UTCDateMini(t);
	return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}
export const yearOf = (t: number) => calendar(t)[0];

/** Midnight of a day, or null where there is no such day: Date would turn 31 February into a day of March. */
function midnight(year: number, month: number, day: number): number | null {
	// Not the constructor: it would take the year 50 for 1950.
	const t = new UTCDateMini(0).setUTCFullYear(year, month - 1, day);
	return calendar(t).every((part, i) => part === [year, month, day][i]) ? t : null;
}

const LENGTHS = { day: [addDays, 1], month: [addMonths, 1], season: [addMonths, 3], year: [addYears, 1] } as const;
function parseEdge(text: string): Edge | null {
	const [, year, part, day, qualifier] = /^((?!-0000)-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%])?$/.exec(text) ?? [];
	if (!year) return null;
	const season = part && !day ? SEASONS[part] : undefined;
	const precision: Precision = day ? 'day' : season ? 'season' : part ? 'month' : 'year';
	const start = midnight(Number(year), season?.[1] ?? Number(part ?? 1), Number(day ?? 1));
	if (start === null) return null;
	const [add, count] = LENGTHS[precision];
	const end = add(start, count, inUtc).getTime();
	return {
		start,
		end,
		precision,
		approximate: qualifier === '~' || qualifier === '%',
		uncertain: qualifier === '?' || qualifier === '%',
	};
}

/**
 * Parses the supported part of EDTF level 1: day, month, year (also negative), season 21–24 (northern hemisphere),
 * qualifiers ~ ? %, intervals, open ends "..".
 * @returns the When, or a sentence that says what is wrong with the text
 */
export function parseWhen(text: string): When | string {
	const parts = text.split('/');
	if (parts.length > 2) return 'has more than one "/"';
	const edges = parts.map((part) => (parts.length === 2 && part === '..' ? null : (parseEdge(part) ?? part)));
	const wrong = edges.find((edge) => typeof edge === 'string');
	if (wrong !== undefined) return `"${wrong}" is not a day (2020-10-20), month (2020-10), season (2020-23) or year`;
	const [from = null, to = from] = edges as (Edge | null)[];
	const when = {
		text,
		from,
		to: parts.length === 1 ? from : to,
		start: from?.start ?? -Infinity,
		end: to?.end ?? Infinity,
	};
	if (!from && !to) return 'is open at both ends, so it says nothing';
	if (when.end <= when.start || (from && to && to.start < from.start)) return 'ends before it starts';
	return when;
}

const read = new Map<string, When>();
/** Parses a text that the check has accepted. Cached, since a case names few dates, each many times. */
export function readWhen(text: string): When {
	const known = read.get(text);
	if (known) return known;
	const when = parseWhen(text);
	if (typeof when === 'string') throw new Error(`${text} ${when}`);
	read.set(text, when);
	return when;
}

/** Whether an event with this date needs an `coverage`: for an interval, or anything coarser than a day. */
export const isCoarse = ({ text, from, to }: When) =>
	text.includes('/') || from?.precision !== 'day' || to?.precision !== 'day';

/** The whole days that a span overlaps; links store these. */
export const wholeDays = ({ start, end }: Span): Span => {
	const from = Math.floor(start / DAY + 1e-6) * DAY;
	return { start: from, end: Math.max(Math.ceil(end / DAY - 1e-6) * DAY, from + DAY) };
};

/** The whole days of a span that lie in an extent; null where they cover all of it. */
export function daysWithin(span: Span, extent: Span): Span | null {
	const { start, end } = wholeDays(span);
	if (start <= extent.start && end >= extent.end) return null;
	return { start: Math.max(start, extent.start), end: Math.min(end, extent.end) };
}

/** Whether two spans have any time in common. */
export const meets = (a: Span, b: Span) => a.start < b.end && a.end > b.start;

/** First millisecond of the last day of a span. */
export const lastDay = ({ end }: Span) => end - DAY;

export const MONTHS = 'January February March April May June July August September October November December'.split(
	' ',
);

/** "2020"; with the era where the number alone would be unclear: "501 CE", "44 BCE". */
export const yearWords = (year: number) => (year > 999 ? String(year) : year > 0 ? `${year} CE` : `${1 - year} BCE`);
const monthWords = (t: number) => MONTHS[calendar(t)[1] - 1]!;

const dayWords = new Map<number, string>();
/** "20 October 2020". Cached, since a moving chart formats the same days again and again. */
export function formatDay(t: number): string {
	const at = Math.floor(t / DAY);
	let words = dayWords.get(at);
	if (words === undefined) {
		const [year, , day] = calendar(t);
		dayWords.set(at, (words = `${day} ${monthWords(t)} ${yearWords(year)}`));
	}
	return words;
}
/** "22 Oct 2020"; "22 Oct" where `beside` is a day of the same year. */
export function shortDay(t: number, beside?: number): string {
	const [year, month, day] = calendar(t);
	const words = `${day} ${MONTHS[month - 1]!.slice(0, 3)}`;
	return beside !== undefined && yearOf(beside) === year ? words : `${words} ${yearWords(year)}`;
}
const padded = (n: number, length: number) => String(n).padStart(length, '0');
/** "2020-10-20", as in URL parameters. */
export function isoDay(t: number): string {
	const [year, month, day] = calendar(t);
	return `${year < 0 ? '-' : ''}${padded(Math.abs(year), 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}
/** Whether HTML's date input can hold every day of a span: it has no years before 1. */
export const hasDateBox = ({ start }: Span) => yearOf(start) > 0;

function seasonWords({ start, end }: Edge): string {
	const [year, month] = calendar(start);
	const name = Object.values(SEASONS).find(([, first]) => month === first)![0];
	if (name !== 'winter') return `${name} ${yearWords(year)}`;
	// Winter begins in one year and ends in the next.
	const next = yearOf(end);
	return `winter ${yearWords(year)}–${year > 999 ? padded(next % 100, 2) : yearWords(next)}`;
}
const edgeWords = (edge: Edge) =>
	({
		day: () => formatDay(edge.start),
		month: () => `${monthWords(edge.start)} ${yearWords(yearOf(edge.start))}`,
		season: () => seasonWords(edge),
		year: () => yearWords(yearOf(edge.start)),
	})[edge.precision]();

const about = (edge: Edge, words: string) =>
	(edge.approximate ? 'about ' : '') + words + (edge.uncertain ? ' (uncertain)' : '');

/** The beginning in words: "20 October 2020", "about 2019"; where it is open, the end: "until 2019". */
export const beginWords = ({ from, to }: When) =>
	from ? about(from, edgeWords(from)) : `until ${about(to!, edgeWords(to!))}`;

/** The first of two edges in words, without the year or month that the second repeats. */
function shortened(from: Edge, to: Edge): string {
	const [year, month, day] = calendar(from.start);
	const [lastYear, lastMonth] = calendar(to.start);
	const plain = ({ precision }: Edge) => precision === 'day' || precision === 'month';
	if (!plain(from) || !plain(to) || year !== lastYear) return edgeWords(from);
	if (from.precision === 'month') return monthWords(from.start);
	return month === lastMonth ? String(day) : `${day} ${monthWords(from.start)}`;
}

/** A date in words, and separately what is not known of it: { date: "October 2020", precision: "day not known" }. */
export function whenWords(when: When, coverage?: Coverage): { date: string; precision: string } {
	const { from, to } = when;
	if (!from || !to) {
		if (from) return { date: `since ${about(from, edgeWords(from))}`, precision: 'end open' };
		return { date: `until ${about(to!, edgeWords(to!))}`, precision: 'beginning not known' };
	}
	if (from === to || (from.start === to.start && from.end === to.end)) {
		const date = about(from, edgeWords(from));
		if (from.precision === 'day') return { date, precision: '' };
		return coverage === 'throughout'
			? { date: `throughout ${date}`, precision: '' }
			: { date, precision: 'day not known' };
	}
	if (coverage === 'within')
		return {
			date: `between ${about(from, shortened(from, to))} and ${about(to, edgeWords(to))}`,
			precision: 'day not known',
		};
	const first = about(from, shortened(from, to));
	// "20–28 September 2020", "August–November 2020", but "January – 19 October 2020".
	const tight = from.precision === to.precision && !first.includes(' ');
	return { date: first + (tight ? '–' : ' – ') + about(to, edgeWords(to)), precision: '' };
}

/** "20–28 September 2020", "October 2020, day not known", "about 20 October 2020". */
export function formatWhen(when: When, coverage?: Coverage): string {
	const { date, precision } = whenWords(when, coverage);
	return precision ? `${date}, ${precision}` : date;
}

const MONTH = new RegExp(`\\b(${MONTHS.join('|')})\\b`, 'g');
/** A date in words where there is little room: "20–28 Sep 2020", "about Oct 2020". */
export const briefWhen = (when: When, coverage?: Coverage): string =>
	whenWords(when, coverage).date.replace(MONTH, (month) => month.slice(0, 3));

/** The date for the `datetime` of HTML's `time` element, or undefined where that cannot express it. */
export const machineDate = ({ text }: When) =>
	/^(?!0000)\d{4}(-\d\d){0,2}$/.test(text) && !/-2[1-4]$/.test(text.slice(0, 7)) ? text : undefined;

/** "9 days" for something that lasted over known days, else ''. */
export function durationWords({ from, to, start, end }: When, coverage?: Coverage): string {
	if (coverage !== 'throughout' || from?.precision !== 'day' || to?.precision !== 'day') return '';
	const days = Math.round((end - start) / DAY);
	return days > 1 ? `${days} days` : '';
}
