/** iCalendar (RFC 5545) with all-day entries and calendar properties of RFC 7986. */
import type { TimelineEvent } from '../model/dataset.ts';
import { DAY, isoDay, lastDay, yearOf, type Span, type When } from '../model/when.ts';
import { eventAddress, viewAddress, type Extract, type Format } from './extract.ts';
import {
	addressOf,
	citedWordsWords,
	dateWords,
	markedTitle,
	publicDayWords,
	quoteWords,
	sourceWords,
	statusWords,
	summaryWords,
	viewWords,
} from './words.ts';

const LONGEST = 75;
/** Length of a character in UTF-8 bytes. */
function octets(character: string): number {
	const point = character.codePointAt(0)!;
	return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

/** RFC 5545 §3.1: a line has at most 75 octets; the rest continues after a line break and a space. */
export function folded(line: string): string {
	let [text, room] = ['', LONGEST];
	for (const character of line) {
		const length = octets(character);
		if (length > room) [text, room] = [`${text}\r\n `, LONGEST - 1];
		text += character;
		room -= length;
	}
	return text;
}

/** Escapes a text as in RFC 5545 §3.3.11, which allows no control characters but the tab and those from U+0080 on. */
const escaped = (text: string): string =>
	text
		.replace(/\r\n?/g, '\n')
		.replace(/(?![\t\n\u0080-\u009f])\p{Cc}/gu, '')
		.replace(/[\\;,]/g, '\\$&')
		.replace(/\n/g, '\\n');
const date = (t: number): string => isoDay(t).replaceAll('-', '');

/**
 * The whole days that an entry covers: all on which the event may have happened. Where the end is open only the first
 * day, where the beginning is open only the last.
 * @returns null outside the years 1 to 9999, which are all that a calendar can hold
 */
function daysOf(when: When): Span | null {
	const start = when.from ? when.start : lastDay(when);
	const end = when.to ? when.end : start + DAY;
	return yearOf(start) >= 1 && yearOf(end) <= 9999 ? { start, end } : null;
}

/** Whether the entry covers exactly the event's days, not merely days on which it may have happened. */
const isExact = ({ when: { from, to }, coverage }: TimelineEvent): boolean =>
	coverage !== 'within' &&
	[from, to].every((edge) => edge?.precision === 'day' && !edge.approximate && !edge.uncertain);

function description(event: TimelineEvent, { dataset }: Extract): string {
	const { quotes, words, sources } = event;
	const known = publicDayWords(event);
	return [
		`Date: ${dateWords(event)}`,
		`Status: ${statusWords(event, dataset)}`,
		...(known ? [`Public: ${known}`] : []),
		`\n${summaryWords(event)}`,
		...quotes.map((q) => `\nQuote: ${quoteWords(q, dataset)}`),
		...words.map((w) => `\n${citedWordsWords(w, dataset)}`),
		'\nSources:',
		...sources.map((s) => [sourceWords(s, dataset), addressOf(s)].filter(Boolean).join(' ')),
	].join('\n');
}

/** The same in every export of a case, so that calendars update an entry and do not duplicate it. */
function uid({ id }: TimelineEvent, { site, dataset }: Extract): string {
	const of = site.replace(/^\w+:\/\/|\/$/g, '') || encodeURIComponent(dataset.case.title);
	return `${id}@${of}`;
}

function entry(event: TimelineEvent, { start, end }: Span, extract: Extract): readonly string[] {
	const { dataset, site } = extract;
	const title = markedTitle(event, dataset);
	const agencies = event.named.map((id) => escaped(dataset.agency.get(id)!.name));
	return [
		'BEGIN:VEVENT',
		`UID:${escaped(uid(event, extract))}`,
		`DTSTAMP:${stamp(extract)}`,
		`SEQUENCE:${event.corrections.length}`,
		`DTSTART;VALUE=DATE:${date(start)}`,
		`DTEND;VALUE=DATE:${date(end)}`,
		`SUMMARY:${escaped(isExact(event) ? title : `${title} (${dateWords(event)})`)}`,
		`DESCRIPTION:${escaped(description(event, extract))}`,
		...(agencies.length ? [`CATEGORIES:${agencies.join(',')}`] : []),
		...(site ? [`URL:${eventAddress(extract, event.id)}`] : []),
		'TRANSP:TRANSPARENT',
		'END:VEVENT',
	];
}

/** The day of the edition and not the time of export, so that files of one edition are identical. */
const stamp = ({ edition }: Extract): string => `${date(edition ?? 0)}T000000Z`;

const LOSES =
	'Held texts, notes, disputes and corrections; a date that is not known to the day fills all the days it may be, ' +
	'and its title says so; nothing before the year 1 or after the year 9999.';

function write(extract: Extract): string {
	const { dataset, events, site } = extract;
	const placed = events.map((event) => ({ event, days: daysOf(event.when) }));
	const out = placed.flatMap(({ event, days }) => (days ? [] : [event]));
	const left = out.length
		? [`Left out, since a calendar has no such year: ${out.map((e) => e.title).join('; ')}.`]
		: [];
	const about = [dataset.case.deck, viewWords(extract), ...left, `Not in this calendar: ${LOSES}`, dataset.case.footer];
	const [name, words] = [escaped(dataset.case.title), escaped(about.join('\n'))];
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Evidence timeline//Record//EN',
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		`NAME:${name}`,
		`X-WR-CALNAME:${name}`,
		`DESCRIPTION:${words}`,
		`X-WR-CALDESC:${words}`,
		`LAST-MODIFIED:${stamp(extract)}`,
		...(site ? [`URL:${viewAddress(extract)}`] : []),
		`X-EVENTS-LEFT-OUT;VALUE=INTEGER:${out.length}`,
		...placed.flatMap(({ event, days }) => (days ? entry(event, days, extract) : [])),
		'END:VCALENDAR',
	];
	return lines.map((line) => `${folded(line)}\r\n`).join('');
}

export const ICS: Format = {
	id: 'ics',
	name: 'iCalendar',
	extension: 'ics',
	type: 'text/calendar;charset=utf-8',
	holds: 'events',
	use: 'for a calendar',
	loses: LOSES,
	write,
};
