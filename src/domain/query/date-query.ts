/** Recognises dates in search queries, in the forms that people write. */
import { lastDay, meets, MONTHS, parseWhen, readWhen, SEASONS, yearOf, type Span, type When } from '../model/when.ts';

/** Named parts of a query, as typed. */
type Parts = Readonly<Record<string, string | undefined>>;
/** [month or season], then [day] if one is given; empty for a whole year. */
type Days = readonly number[];

const MONTH = /(?<month>[a-z]{3,})\.?/.source;
const DAY = /(?<day>\d{1,2})\.?/.source;
const YEAR = /(?<year>\d{1,4})(?: ?(?<era>bce?|ce|ad))?/.source;

/** The number of a month from its name or the beginning of it, or the EDTF number of a season; null for neither. */
function partOfYear(name: string): number | null {
	const month = MONTHS.findIndex((known) => known.toLowerCase().startsWith(name)) + 1;
	const season = name === 'fall' ? 'autumn' : name;
	return month || Number(Object.keys(SEASONS).find((code) => SEASONS[code]![0] === season)) || null;
}
function named({ month, day }: Parts): readonly Days[] {
	const part = partOfYear(month!);
	return part ? [[part, ...(day ? [Number(day)] : [])]] : [];
}
const isDay = ([month, day]: Days) => month! <= 12 && day! <= 31;

type Notation = readonly [pattern: string, read: (parts: Parts) => readonly Days[]];
/** Form of a date → the days it may mean. */
const NOTATIONS = (
	[
		[`${DAY} ${MONTH}(?: ${YEAR})?`, named],
		[`${MONTH} ${DAY}(?: ${YEAR})?`, named],
		// "winter 2020–21"
		[String.raw`${MONTH} ${YEAR}(?:[-–/]\d{1,4})?`, named],
		[
			/(?<year>-?\d{4})(?<sign>[-./])(?<part>\d{1,2})(?:\k<sign>(?<day>\d{1,2}))?/.source,
			({ part, day }) => [[Number(part), ...(day ? [Number(day)] : [])]],
		],
		[
			/(?<first>\d{1,2})(?<sign>[-./])(?<second>\d{1,2})\k<sign>(?<year>\d{1,4})/.source,
			({ first, second, sign }) => {
				const dayLast = [Number(first), Number(second)];
				const dayFirst = dayLast.toReversed();
				// Dates with full stops always have the day first.
				return sign === '.' && isDay(dayFirst) ? [dayFirst] : [dayLast, dayFirst].filter(isDay);
			},
		],
		// A number alone is a year only if it has four digits or an era.
		[YEAR, ({ year, era }) => (era || year!.length > 3 ? [[]] : [])],
	] satisfies readonly Notation[]
).map(([pattern, read]): readonly [RegExp, Notation[1]] => [new RegExp(`^${pattern}$`), read]);

/** The query without words around a date: "about", a weekday, the ending of "22nd". */
const plain = (query: string) =>
	query
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s,]+/g, ' ')
		.trim()
		.replace(/^(?:about|in|on|since|throughout|until) /, '')
		.replace(/^(?:mon|tues|wednes|thurs|fri|satur|sun)day /, '')
		.replace(/^the /, '')
		.replace(/\b(\d{1,2})(?:st|nd|rd|th)\b/, '$1')
		.replace(' of ', ' ');

/** The years a query may mean. Incomplete or missing digits stand for every year of the case that fits them. */
function yearsOf({ year = '', era }: Parts, { start, end }: Span): readonly number[] {
	if (era) return [era.startsWith('b') ? 1 - Number(year) : Number(year)];
	if (year.length > 3) return [Number(year)];
	const first = yearOf(start);
	const all = Array.from({ length: yearOf(end - 1) - first + 1 }, (_, i) => first + i);
	const ending = all.filter((y) => year.length === 2 && y % 100 === Number(year));
	return ending.length ? ending : all.filter((y) => String(y).startsWith(year));
}

const padded = (n: number, length: number) => String(n).padStart(length, '0');
const edtf = (year: number, days: Days) =>
	[(year < 0 ? '-' : '') + padded(Math.abs(year), 4), ...days.map((n) => padded(n, 2))].join('-');

/**
 * The dates that a query may mean, if they overlap the extent of the case; empty if it is no date. Nothing is guessed:
 * where two numbers could be day or month both readings are given, and without a year every year.
 */
export function datesIn(query: string, extent: Span): readonly When[] {
	const typed = plain(query);
	for (const [pattern, read] of NOTATIONS) {
		const parts = pattern.exec(typed)?.groups;
		if (!parts) continue;
		const all = yearsOf(parts, extent).flatMap((year) => read(parts).map((days) => parseWhen(edtf(year, days))));
		const dates = all.filter((when) => typeof when !== 'string' && meets(when, extent)) as readonly When[];
		// Only the first form that fits counts: "Oct 20" is a day, not the beginning of a year.
		if (dates.length) return [...new Map(dates.map((when) => [when.text, when])).values()];
	}
	return [];
}

/** All years that a date field can hold, to tell a date outside the case from text that is no date. */
const ANY = readWhen('0001/9999');

/**
 * The days of the case that text in a date field may mean. A month or year stands for its first or last day, as `end`
 * says. Empty where the text is no date, or none within the extent.
 */
export function daysTyped(text: string, extent: Span, end: 'first' | 'last'): readonly number[] {
	const days = datesIn(text, extent).map((date) =>
		end === 'first' ? Math.max(date.start, extent.start) : Math.min(lastDay(date), lastDay(extent)),
	);
	return [...new Set(days)];
}
/** Whether a text is a date at all, within the case or not. */
export const isDate = (text: string) => datesIn(text, ANY).length > 0;
