/** The page as of a date: it shows nothing later than the day, and lacks nothing earlier. */
import { isLong } from '../long.ts';
import { describe, expect, test } from 'vitest';
import { newOn, publicDays, recordsAsOf } from '../../src/domain/model/asof.ts';
import { toDataset, type Dataset } from '../../src/domain/model/dataset.ts';
import { readableSince } from '../../src/domain/model/known.ts';
import type { Records } from '../../src/domain/model/records.ts';
import { DAY, isoDay, readWhen } from '../../src/domain/model/when.ts';
import { newsWords, publicWords } from '../../src/view/shared/sentences.ts';
import { needed } from '../needed.ts';
import { dataset, records } from './record.ts';
import { marked, strings } from './provenance.ts';

const on = (day: string) => readWhen(day).start;
const asOf = (of: Records, day: number) => toDataset(recordsAsOf(of, day));
const { start, end } = dataset.extent;

/** Corrections dated before an event that they name: one of it alone, and one that also names an older event. */
const [oldest, youngest] = dataset.events
	.toSorted((a, b) => a.known - b.known)
	.filter((_, i, all) => i % (all.length - 1) === 0);
const changes = [[youngest!.id], [youngest!.id, oldest!.id]].map((events, i) => ({
	date: isoDay(oldest!.known),
	events,
	what: `What ${i}.`,
	why: 'Why.',
}));
const { marks, since, days } = marked({ ...records, changes: [...records.changes, ...changes] }, dataset);
/** Strings in the dataset of a day that rest on something later. */
const early = (shown: Dataset, day: number) => [...strings(shown)].filter((text) => since(text) > day);

test('the dataset of a day has nothing, at any depth or in any field, that could only be read later', () => {
	for (const day of days) expect(early(asOf(marks, day), day), isoDay(day)).toEqual([]);
});

test('the row of a day names only what became public on that day', () => {
	for (const { day, events, sources } of publicDays(dataset)) {
		const shown = newOn(asOf(marks, day), day);
		expect(shown.length, isoDay(day)).toBe(events);
		expect(early({ row: publicWords(shown, sources) } as never, day), isoDay(day)).toEqual([]);
		expect(shown.map((e) => e.known).filter((known) => known !== day)).toEqual([]);
	}
	expect(newOn(asOf(marks, days[0]!), days[0]! - DAY)).toEqual([]);
});

test('and the dataset of a day lacks nothing that could be read by then', () => {
	const all = [...strings(marks)].filter((text) => since(text) > 0);
	for (const day of isLong ? days : days.filter((_, i) => i % 3 === 0)) {
		const shown = strings(asOf(marks, day));
		const missing = all.filter((text) => since(text) <= day && !shown.has(text));
		expect(missing, isoDay(day)).toEqual([]);
	}
});

describe('the test detects a leak', () => {
	const whole = toDataset(marks);
	const first = [...whole.source.keys()];
	const LEAKS: readonly (readonly [what: string, leak: (shown: Dataset) => object])[] = [
		['a new field of an event', (d) => d.events.map((e) => ({ ...e, further: whole.event.get(e.id)!.references }))],
		['a new field of a reference', (d) => d.events.map((e) => e.references.map((r) => ({ ...r, see: first.at(-1) })))],
		['a new field of a source, as a Map', (d) => [...d.source.values()].map((s) => ({ ...s, also: whole.source }))],
		['words made of a younger text', (d) => ({ ...d, words: `${whole.events.map((e) => e.title).join('; ')}.` })],
		['a remark left in', (d) => d.events.map((e) => ({ ...e, later: whole.event.get(e.id)!.later }))],
		['the records of today', (d) => ({ ...d, records: marks })],
	];
	test.for(LEAKS)('%s', ([, leak]) => {
		const isLeaking = (day: number) => early(leak(asOf(marks, day)) as Dataset, day).length > 0;
		expect(days.some(isLeaking)).toBe(true);
	});
});

test('an event is known since the same day, whatever was removed from it', () => {
	for (const day of days) {
		const before = dataset.events.filter((e) => e.known <= day);
		expect(asOf(records, day).events.map((e) => [e.id, e.known])).toEqual(before.map((e) => [e.id, e.known]));
	}
});

test('if the reason for that day rests on something later, the day stays and the reason is removed', () => {
	const [event] = records.events;
	const young = { ...records.sources[0]!, id: 'young', published: '2022-02-01' };
	const publicOn = { date: '2020-11-01', reason: 'Said so later.', source: 'young' };
	const made = {
		...records,
		sources: [...records.sources, young],
		events: [{ ...event!, when: '2020-11-01', follows: [], quotes: [], publicOn }],
	};
	const shown = (day: string) => asOf(made, on(day)).events.map((e) => [e.known, e.publicOn?.reason]);
	expect(shown('2020-10-31')).toEqual([]);
	expect(shown('2020-11-01')).toEqual([[on('2020-11-01'), undefined]]);
	expect(shown('2022-02-01')).toEqual([[on('2020-11-01'), 'Said so later.']]);
});

test('a source does not name one that was not yet readable, but support counts all of them', () => {
	const [one, other] = records.sources.filter((s) => s.published && s.published < '2021');
	const young = { ...one!, id: 'young', title: 'Young', published: '2022-02-01' };
	const made = {
		...records,
		sources: [young, { ...one!, origin: 'young' }, { ...other!, copyOf: 'Young' }],
		events: [],
		texts: {},
		disputes: [],
	};
	const named = (day: string) =>
		[...asOf(made, on(day)).source.values()].flatMap(({ origin, copyOf }) => [origin, copyOf].filter(Boolean));
	expect(named('2022-01-31')).not.toContain('young');
	expect(named('2022-01-31')).not.toContain('Young');
	expect(named('2022-02-01')).toEqual(expect.arrayContaining(['young', 'Young']));
});

const readable = (id: string) => readableSince(dataset.source.get(id)!);

describe('on a day before any document could be read', () => {
	const firstDocument = Math.min(...[...dataset.documents.keys()].map(readable));
	const quoted = needed(
		'an event with quotes that was public before its document',
		dataset.events.find((e) => e.quotes.length && e.known < firstDocument),
	);
	const shown = asOf(records, quoted.known);

	test('public events are there, and later ones are not', () => {
		const isPublic = dataset.events.map((e) => [e.id, e.known <= quoted.known]);
		expect(dataset.events.map((e) => [e.id, shown.event.has(e.id)])).toEqual(isPublic);
		expect(new Set(isPublic.map(([, is]) => is)).size).toBe(2);
	});
	test('neither its quotes nor their documents are there', () => {
		expect(shown.event.get(quoted.id)!.quotes).toEqual([]);
		expect([...shown.documents]).toEqual([]);
	});
});

test('an event has its status as of that day, and names nobody who spoke later', () => {
	const revised = needed(
		'an event whose last status is by somebody who had not spoken before',
		dataset.events.find(
			(e) => e.status.length > 1 && e.status.filter((s) => s.by === e.currentStatus.by).length === 1 && e.attributedBy,
		),
	);
	const shown = asOf(records, on(revised.currentStatus.since) - DAY).event.get(revised.id)!;
	expect(shown.currentStatus).toEqual(revised.status.at(-2));
	expect(revised.named).toContain(revised.currentStatus.by);
	expect(shown.named).not.toContain(revised.currentStatus.by);
});

test('an undated document is readable from the latest day on which we may have got it', () => {
	expect(readableSince({ heldSince: '2021-11-18/2021-11-30' })).toBe(on('2021-11-30'));
	for (const id of dataset.documents.keys()) {
		expect(asOf(records, readable(id) - DAY).documents.has(id)).toBe(false);
		expect(asOf(records, readable(id)).documents.has(id)).toBe(true);
	}
});

test('one account alone is no dispute: it waits for the second', () => {
	const accounts = ['2020-10-22', '2021-03-16'].map((published, i) => ({
		by: `${i}`,
		says: published,
		references: [`s${i}`],
	}));
	const [event] = records.events;
	const made = {
		...records,
		texts: {},
		discrepancies: [],
		sources: [
			...records.sources,
			...accounts.map((a, i) => ({ ...records.sources[0]!, id: `s${i}`, published: a.says })),
		],
		events: [{ ...event!, quotes: [], follows: [] }],
		disputes: [{ id: 'd', question: '?', events: [event!.id], accounts }],
	};
	expect(asOf(made, on('2021-03-15')).events[0]!.disputes).toEqual([]);
	expect(asOf(made, on('2021-03-16')).events[0]!.disputes[0]!.accounts).toHaveLength(2);
});

test('a departure from a record that was not yet public is not noted, in the document or at a quote', () => {
	const held = dataset.documents.values().next().value!;
	const made = {
		...records,
		sources: [...records.sources, { ...records.sources[0]!, id: 'young', published: '2022-02-01' }],
		discrepancies: records.discrepancies.map((d) => ({ ...d, references: ['young'] })),
	};
	const noted = (day: string) => {
		const { documents, quote } = asOf(made, on(day));
		return [documents.get(held.source.id)!.discrepancies, [...quote.values()].flatMap((q) => q.discrepancies)].map(
			(l) => l.length > 0,
		);
	};
	expect(noted('2022-01-31')).toEqual([false, false]);
	expect(noted('2022-02-01')).toEqual([true, true]);
});

test('the days on which something became public are complete', () => {
	const days = publicDays(dataset);
	expect(days.map((d) => d.day)).toEqual(days.map((d) => d.day).toSorted((a, b) => a - b));
	expect(days.reduce((n, d) => n + d.events, 0)).toBe(dataset.events.length);
	const size = (day: number) => {
		const { events, source } = asOf(records, day);
		return [events.length, source.size];
	};
	let before = [0, size(start - DAY)[1]!];
	for (const { day, events, sources } of days) {
		expect(size(day - DAY), isoDay(day)).toEqual(before);
		before = size(day);
		expect(events + sources).toBeGreaterThan(0);
	}
	expect(size(end - DAY)).toEqual(before);
});

test('what a day brought, in words', () => {
	expect(newsWords({ events: 1, sources: 0 })).toBe('1 event');
	expect(newsWords({ events: 3, sources: 2 })).toBe('3 events and 2 sources');
});

test('what became public that day, in words', () => {
	const events = [{ title: 'One thing' }, { title: 'Another' }];
	expect(publicWords(events, 2)).toBe('Became public that day: One thing; Another; 2 sources.');
	expect(publicWords([], 1)).toBe('Became public that day: 1 source.');
	expect(publicWords([], 0)).toBe('Nothing became public that day.');
});
