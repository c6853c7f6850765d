/** What a query says where it is a date, in the forms that people write. */
import { lastDay, meets, MONTHS, parseWhen, readWhen, SEASONS, yearOf, type Span, type When } from '../model/when.ts';

/** Parts of a query, as they are typed. */
type Parts = Readonly<Record<string, string | undefined>>;
/** Within a year: month or season, and day. */
type Days = readonly number[];

const MONTH = /(?<month>[a-z]{3,})\.?/.source;
const DAY = /(?<day>\d{1,2})\.?/.source;
const YEAR = /(?<year>\d{1,4})(?: ?(?<era>bce?|ce|ad))?/.source;

/** A month by its name or the beginning of it, or a season as EDTF numbers them. */
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
/** The ways in which each form can be read. */
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
				// With stops the day comes first, wherever dates are written so.
				return sign === '.' && isDay(dayFirst) ? [dayFirst] : [dayLast, dayFirst].filter(isDay);
			},
		],
		// A number alone is a year only if all of it is there.
		[YEAR, ({ year, era }) => (era || year!.length > 3 ? [[]] : [])],
	] satisfies readonly Notation[]
).map(([pattern, read]): readonly [RegExp, Notation[1]] => [new RegExp(`^${pattern}$`), read]);

/** Without what may be around a date: "about", its weekday, the ending of "22nd". */
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

/** Years that are meant: without their first or last digits, or without any, those of the case that fit. */
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
 * The dates that a query may mean, as far as they meet the time of the case; none where it is no date. Which of two
 * numbers is the month is not guessed, and without a year it may be any.
 */
export function datesIn(query: string, extent: Span): readonly When[] {
	const typed = plain(query);
	for (const [pattern, read] of NOTATIONS) {
		const parts = pattern.exec(typed)?.groups;
		if (!parts) continue;
		const all = yearsOf(parts, extent).flatMap((year) => read(parts).map((days) => parseWhen(edtf(year, days))));
		const dates = all.filter((when) => typeof when !== 'string' && meets(when, extent)) as readonly When[];
		// "Oct 20" is a day, and not the beginning of a year.
		if (dates.length) return [...new Map(dates.map((when) => [when.text, when])).values()];
	}
	return [];
}

/** Years that a box of four digits can hold: what is outside of the case is told from what is no date. */
const ANY = readWhen('0001/9999');

/**
 * The days of the case that a text in a box for one day may mean: of a month the first one, or the last. None where
 * it is no date, or none of the case's.
 */
export function daysTyped(text: string, extent: Span, end: 'first' | 'last'): readonly number[] {
	const days = datesIn(text, extent).map((date) =>
		end === 'first' ? Math.max(date.start, extent.start) : Math.min(lastDay(date), lastDay(extent)),
	);
	return [...new Set(days)];
}
/** Whether a text is a date at all. */
export const isDate = (text: string) => datesIn(text, ANY).length > 0;
