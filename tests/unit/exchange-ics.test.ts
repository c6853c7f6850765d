/** iCalendar, parsed by ical.js. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { Extract } from '../../src/domain/exchange/extract.ts';
import { folded, ICS } from '../../src/domain/exchange/ics.ts';
import { markedTitle } from '../../src/domain/exchange/words.ts';
import { formatWhen, isoDay, lastDay } from '../../src/domain/model/when.ts';
import { anyText, EXTRACTS, extractOf, HARD, recordsWith } from './extracts.ts';

function read(text: string) {
	const calendar = new ICAL.Component(ICAL.parse(text) as never);
	return { calendar, events: calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part)) };
}
/** A text as a calendar can hold it: line breaks are one character, and other control characters are removed. */
const plain = (text: string) => text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, '');
const octets = (text: string) => new TextEncoder().encode(text).length;

function compare(text: string, { events, dataset, site }: Extract) {
	const { events: entries } = read(text);
	expect(entries.map((e) => e.uid.split('@')[0])).toEqual(events.map((e) => e.id));
	for (const [i, e] of events.entries()) {
		const entry = entries[i]!;
		const says = plain(entry.description);
		expect(entry.summary.startsWith(plain(markedTitle(e, dataset)))).toBe(true);
		expect(entry.startDate.isDate).toBe(true);
		expect(entry.startDate.toString()).toBe(isoDay(e.when.from ? e.when.start : lastDay(e.when)));
		if (e.when.to) expect(entry.endDate.toString()).toBe(isoDay(e.when.end));
		expect(says).toContain(formatWhen(e.when, e.coverage));
		for (const q of e.quotes) expect(says).toContain(plain(`“${q.exact}”`));
		for (const w of e.words) expect(says).toContain(plain(`“${w.text}”`));
		for (const s of e.summary) expect(says).toContain(plain(s.says));
		for (const s of e.sources) expect(says).toContain(plain(s.title));
		for (const s of e.status) expect(says).toContain(dataset.vocabulary.statuses.get(s.kind)!.name);
		const named = e.named.map((id) => plain(dataset.agency.get(id)!.name));
		expect(entry.component.getFirstProperty('categories')?.getValues() ?? []).toEqual(named);
		expect(Boolean(entry.component.getFirstPropertyValue('url'))).toBe(site !== '');
	}
}

describe.for(Object.entries(EXTRACTS))('%s', ([, extract]) => {
	const text = ICS.write(extract);
	test('has the same events, dates, quotes and words', () => compare(text, extract));
	test('has lines of 75 octets at most, each ending in CRLF, and no character cut in two', () => {
		const lines = text.split('\r\n');
		expect(lines.pop()).toBe('');
		for (const line of lines) expect(octets(line)).toBeLessThanOrEqual(75);
		expect(text).not.toMatch(/\p{Surrogate}/u);
		expect(lines.join('')).not.toMatch(/[\r\n]/);
	});
	test('has what RFC 5545 requires, unique ids, and says how much of the record it contains', () => {
		const { calendar, events } = read(text);
		for (const name of ['version', 'prodid']) expect(calendar.getAllProperties(name)).toHaveLength(1);
		for (const { component } of events)
			for (const name of ['uid', 'dtstamp', 'dtstart', 'dtend'])
				expect(component.getAllProperties(name), name).toHaveLength(1);
		expect(new Set(events.map((e) => e.uid)).size).toBe(events.length);
		expect(String(calendar.getFirstPropertyValue('description'))).toContain(
			`${extract.events.length} of ${extract.total} events`,
		);
	});
});

test('any text survives', () => {
	fc.assert(
		fc.property(fc.array(anyText, { minLength: 1, maxLength: 4 }), (texts) => {
			const extract = extractOf(recordsWith(texts));
			compare(ICS.write(extract), extract);
		}),
		{ numRuns: 60 },
	);
});

test.for([
	['2021-03-04', undefined, '2021-03-04', '2021-03-05', ''],
	['2021-03-04~', undefined, '2021-03-04', '2021-03-05', ' (about 4 March 2021)'],
	['2021-03', 'within', '2021-03-01', '2021-04-01', ' (March 2021, day not known)'],
	['2021-03-04/2021-03-09', 'throughout', '2021-03-04', '2021-03-10', ''],
	['2021-03-04/2021-03-09', 'within', '2021-03-04', '2021-03-10', ' (between 4 and 9 March 2021, day not known)'],
	['2021-03/..', 'throughout', '2021-03-01', '2021-03-02', ' (since March 2021, end open)'],
	['../2021-03', 'throughout', '2021-03-31', '2021-04-01', ' (until March 2021, beginning not known)'],
	['2021-02-28?', undefined, '2021-02-28', '2021-03-01', ' (28 February 2021 (uncertain))'],
] as const)('%s %s is from %s until before %s, and the title says what is not known', (given) => {
	const [when, coverage, start, end, words] = given;
	const extract = extractOf(recordsWith(['A'], { when, ...(coverage && { coverage }) }));
	const [entry] = read(ICS.write(extract)).events;
	expect(entry!.startDate.toString()).toBe(start);
	expect(entry!.endDate.toString()).toBe(end);
	expect(entry!.summary).toBe(`A [Alleged]${words}`);
});

test.for(['-0043-03-15', '0000', '9999-12-31', '9999'])('%s is in no calendar: it is counted and named', (when) => {
	const { calendar, events } = read(ICS.write(extractOf(recordsWith(['A; b'], { when, coverage: 'within' }))));
	expect(events).toEqual([]);
	expect(calendar.getFirstPropertyValue('x-events-left-out')).toBe(1);
	expect(calendar.getFirstPropertyValue('description')).toContain('Left out, since a calendar has no such year: A; b.');
});
test.for(['0001-01-01', '9999-12-30'])('%s is in the calendar', (when) => {
	expect(read(ICS.write(extractOf(recordsWith(['A'], { when })))).events).toHaveLength(1);
});

test('a folded line can be unfolded, with a character of any width at the edge', () => {
	for (const [i, text] of [...HARD, '🎉'.repeat(50), 'ש'.repeat(90)].entries()) {
		const line = `X:${'a'.repeat(i + 60)}${text.replace(/[\r\n]/g, '')}`;
		expect(folded(line).replaceAll('\r\n ', '')).toBe(line);
		for (const part of folded(line).split('\r\n')) expect(octets(part)).toBeLessThanOrEqual(75);
	}
});
