/** The only module that touches a calendar. Everything else speaks epoch milliseconds, always UTC. */
// The small form: the whole one makes ready the formats of Intl, which takes longer than the rest of the script.
import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays, addMonths, addYears, lightFormat } from 'date-fns';
import type { Extent } from './records.ts';

export const DAY = 86_400_000;

/** A half-open span of time in epoch milliseconds, UTC. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

export type Precision = 'day' | 'month' | 'season' | 'year';

/** One EDTF date: as wide as what is known. "2020-10" is the whole of October, not its first midnight. */
export interface Edge extends Span {
	readonly precision: Precision;
	/** EDTF "~" */
	readonly approximate: boolean;
	/** EDTF "?" */
	readonly uncertain: boolean;
}

/** An EDTF date or interval. An open end is null and its bound infinite; a single date has the same edge twice. */
export interface When extends Span {
	readonly text: string;
	readonly from: Edge | null;
	readonly to: Edge | null;
}

const SEASONS: Readonly<Record<string, readonly [name: string, month: string]>> = {
	'21': ['spring', '03'],
	'22': ['summer', '06'],
	'23': ['autumn', '09'],
	'24': ['winter', '12'],
};

/** Of epoch milliseconds, or of a date date-fns made of them. */
const utc = (t: unknown) => new UTCDateMini(t as number);
const inUtc = { in: utc };

/**
 * Midnight of a day, "2020-02-09", or null where the calendar has none: 31 February would be in March, and the
 * year 50 in 1950.
 */
function midnight(day: string): number | null {
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	const t = new UTCDateMini(year, month - 1, date);
	return t.getUTCFullYear() === year && t.getUTCMonth() === month - 1 && t.getUTCDate() === date ? +t : null;
}

function parseEdge(text: string): Edge | null {
	const [, year, part, day, qualifier] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%])?$/.exec(text) ?? [];
	if (!year) return null;
	const season = part && !day ? SEASONS[part] : undefined;
	const precision: Precision = day ? 'day' : season ? 'season' : part ? 'month' : 'year';
	const start = midnight([year, season?.[1] ?? part ?? '01', day ?? '01'].join('-'));
	if (start === null) return null;
	const end = +{
		day: () => addDays(start, 1, inUtc),
		month: () => addMonths(start, 1, inUtc),
		season: () => addMonths(start, 3, inUtc),
		year: () => addYears(start, 1, inUtc),
	}[precision]();
	return {
		start,
		end,
		precision,
		approximate: qualifier === '~' || qualifier === '%',
		uncertain: qualifier === '?' || qualifier === '%',
	};
}

/**
 * EDTF level 1, the part we use: day, month, year, season 21–24 (northern), qualifiers ~ ? %, intervals, open ends
 * "..".
 * @returns the When, or a sentence that says what is wrong with the text.
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
/** A When whose text the check has already accepted. A case names few days, each many times: each is parsed once. */
export function readWhen(text: string): When {
	const known = read.get(text);
	if (known) return known;
	const when = parseWhen(text);
	if (typeof when === 'string') throw new Error(`${text} ${when}`);
	read.set(text, when);
	return when;
}

/** True where the text needs an `extent`: an interval, or anything coarser than a day. */
export const isCoarse = ({ text, from, to }: When) =>
	text.includes('/') || from?.precision !== 'day' || to?.precision !== 'day';

/** The whole days a span meets, which is what a link keeps. */
export const wholeDays = ({ start, end }: Span): Span => {
	const from = Math.floor(start / DAY + 1e-6) * DAY;
	return { start: from, end: Math.max(Math.ceil(end / DAY - 1e-6) * DAY, from + DAY) };
};

/** The whole days of a span that lie in an extent; null where those are all of it. */
export function daysWithin(span: Span, extent: Span): Span | null {
	const { start, end } = wholeDays(span);
	if (start <= extent.start && end >= extent.end) return null;
	return { start: Math.max(start, extent.start), end: Math.min(end, extent.end) };
}

/** First millisecond of the last day a When may reach. */
export const lastDay = ({ end }: Span) => end - DAY;

const PATTERNS = { day: 'd MMMM yyyy', month: 'MMMM yyyy', year: 'yyyy' };

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** In English; date-fns' own words for months would bring every form of a date in every tongue with them. */
const format = (t: number, pattern: string) =>
	lightFormat(utc(t), pattern.replace('MMMM', `'${MONTHS[Number(lightFormat(utc(t), 'M')) - 1]!}'`));
const days = new Map<number, string>();
/** "20 October 2020". A chart in motion names the same days again and again: each is put into words once. */
export function formatDay(t: number): string {
	const day = Math.floor(t / DAY);
	let words = days.get(day);
	if (words === undefined) days.set(day, (words = format(t, PATTERNS.day)));
	return words;
}
export const isoDay = (t: number) => format(t, 'yyyy-MM-dd');

function edgeWords(edge: Edge, pattern?: string): string {
	const { start, precision } = edge;
	if (precision !== 'season') return format(start, pattern ?? PATTERNS[precision]);
	const season = Object.values(SEASONS).find(([, month]) => month === format(start, 'MM'))![0];
	// Winter begins in one year and ends in the next.
	return season === 'winter'
		? `winter ${format(start, 'yyyy')}–${format(edge.end, 'yy')}`
		: `${season} ${format(start, 'yyyy')}`;
}

const about = (edge: Edge, words: string) =>
	(edge.approximate ? 'about ' : '') + words + (edge.uncertain ? ' (uncertain)' : '');

/** The first of two edges without the year or month that the second repeats. */
function shortened(from: Edge, to: Edge): string {
	const same = (unit: string) => format(from.start, unit) === format(to.start, unit);
	const plain = ({ precision }: Edge) => precision === 'day' || precision === 'month';
	if (!plain(from) || !plain(to) || !same('yyyy')) return edgeWords(from);
	if (from.precision === 'month') return edgeWords(from, 'MMMM');
	return edgeWords(from, same('MM') ? 'd' : 'd MMMM');
}

/** A date in words, and beside it what is not known of it: { date: "October 2020", precision: "day not known" }. */
export function whenWords(when: When, extent?: Extent): { date: string; precision: string } {
	const { from, to } = when;
	if (!from || !to) {
		if (from) return { date: `since ${about(from, edgeWords(from))}`, precision: 'end open' };
		return { date: `until ${about(to!, edgeWords(to!))}`, precision: 'beginning not known' };
	}
	if (from === to || (from.start === to.start && from.end === to.end)) {
		const date = about(from, edgeWords(from));
		if (from.precision === 'day') return { date, precision: '' };
		return extent === 'throughout'
			? { date: `throughout ${date}`, precision: '' }
			: { date, precision: 'day not known' };
	}
	if (extent === 'within')
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
export function formatWhen(when: When, extent?: Extent): string {
	const { date, precision } = whenWords(when, extent);
	return precision ? `${date}, ${precision}` : date;
}

/** What HTML's `time` element takes as a machine date, or undefined where it has no form for it. */
export const machineDate = ({ text }: When) =>
	/^\d{4}(-\d\d){0,2}$/.test(text) && !/-2[1-4]$/.test(text.slice(0, 7)) ? text : undefined;

/** "9 days" for something that lasted over known days, else ''. */
export function durationWords({ from, to, start, end }: When, extent?: Extent): string {
	if (extent !== 'throughout' || from?.precision !== 'day' || to?.precision !== 'day') return '';
	const days = Math.round((end - start) / DAY);
	return days > 1 ? `${days} days` : '';
}
