/** The page as of a date: nothing younger than the day is in what the page shows, and nothing older is missing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asOf, newsWords, publicDays } from '../../src/domain/model/asof.ts';
import { toDataset, type Dataset } from '../../src/domain/model/dataset.ts';
import { readableSince } from '../../src/domain/model/known.ts';
import { DAY, isoDay, readWhen } from '../../src/domain/model/when.ts';
import { dataset, records } from './record.ts';

const on = (day: string) => readWhen(day).start;
const then = (day: string) => asOf(dataset, on(day));
const { start, end } = dataset.extent;
const EVERY_DAY = Array.from({ length: (end - start) / DAY }, (_, i) => start + i * DAY);
const known = new Map(dataset.events.map((e) => [e.id, e.known]));
const readable = (id: string) => readableSince(dataset.source.get(id)!);

/** Every text that rests on something, with the first day on which it could be read, worked out from the records alone. */
function texts(): Map<string, number> {
	const first = new Map<string, number>();
	const rests = (day: number, ...list: (string | undefined)[]) => {
		for (const text of list) if (text) first.set(text, Math.min(first.get(text) ?? Infinity, day));
	};
	const latest = (ids: readonly string[]) => Math.max(...ids.map(readable));
	for (const e of records.events) {
		const since = known.get(e.id)!;
		const because = (ids: readonly string[]) => Math.max(since, latest(ids));
		rests(since, e.title, e.label, e.summary, e.id);
		rests(Math.max(since, e.publicOn?.source ? readable(e.publicOn.source) : 0), e.publicOn?.reason);
		for (const q of e.quotes) rests(because([q.source]), q.id, q.exact, q.note, q.speaker);
		for (const r of e.references) rests(because([r.source]), r.establishes);
		for (const remark of [...e.later, ...(e.notes ?? [])]) rests(because(remark.references), remark.says);
	}
	for (const d of records.disputes) {
		const days = d.accounts.map((a) => latest(a.references)).sort((a, b) => a - b);
		rests(days[1]!, d.question);
		for (const a of d.accounts) rests(latest(a.references), a.says);
	}
	for (const d of [...records.discrepancies, ...records.omissions])
		rests(Math.max(latest(d.references), readable(d.source)), d.record, d.note);
	for (const s of records.sources) rests(readable(s.id), s.id);
	for (const [id, text] of Object.entries(records.texts)) rests(readable(id), text);
	for (const c of records.changes) rests(on(c.date), c.what, c.why);
	return first;
}

/** Every string in what the page is made of. The registries of sources and agencies are looked things up in, never listed. */
function strings(shown: Dataset): Set<string> {
	const all = new Set<string>();
	const walk = (value: unknown): void => {
		if (typeof value === 'string') all.add(value);
		else if (value instanceof Map) for (const [key, of] of value) walk([key, of]);
		else if (value && typeof value === 'object') Object.values(value).forEach(walk);
	};
	const { events, event, quote, documents, disputes, changes } = shown;
	walk([events, [...event.keys()], quote, documents, disputes, changes]);
	return all;
}

test('on no day of the case does the page hold a text that could be read only later', () => {
	const first = [...texts()];
	for (const day of EVERY_DAY) {
		const shown = strings(asOf(dataset, day));
		const early = first.filter(([text, since]) => since > day && shown.has(text)).map(([text]) => text);
		expect(early, isoDay(day)).toEqual([]);
	}
});

test('and on no day does it miss an event, a status, a quote or a reference that could be', () => {
	for (const { day } of publicDays(dataset)) {
		const shown = asOf(dataset, day);
		expect(shown.events.map((e) => e.id)).toEqual(dataset.events.filter((e) => e.known <= day).map((e) => e.id));
		for (const e of shown.events) {
			const whole = dataset.event.get(e.id)!;
			expect(e.status).toEqual(whole.status.filter((s) => on(s.since) <= day));
			for (const of of ['quotes', 'references'] as const)
				expect(e[of].map((s) => s.source)).toEqual(
					whole[of].map((s) => s.source).filter((source) => readable(source) <= day),
				);
		}
	}
});

test('what was public stays public: of two days the later shows at least what the earlier did', () => {
	const day = fc.constantFrom(...EVERY_DAY);
	// What a speaker was called first may give way to a status; texts do not.
	const resting = texts();
	fc.assert(
		fc.property(day, day, (a, b) => {
			const later = strings(asOf(dataset, Math.max(a, b)));
			for (const text of strings(asOf(dataset, Math.min(a, b))))
				if (resting.has(text)) expect(later.has(text)).toBe(true);
		}),
		{ numRuns: 60 },
	);
});

describe('on 21 October 2020', () => {
	const shown = then('2020-10-21');
	test('the briefing is there and the indictment is not', () => {
		expect(shown.event.has('odni-fbi-briefing-2020')).toBe(true);
		expect(shown.event.has('indictment-unsealed-2021')).toBe(false);
	});
	test('the emails stand by what was said that day, not by the charge', () => {
		const emails = shown.event.get('proud-boys-emails-2020')!;
		expect(emails.standing).toMatchObject({ kind: 'assessed', by: 'odni' });
		expect(emails.named).not.toContain('doj');
		expect(emails.quotes).toEqual([]);
	});
	test('no thread leads to what was not public', () => {
		for (const e of shown.events)
			for (const id of [...e.follows, ...e.followedBy]) expect(shown.event.has(id), `${e.id} → ${id}`).toBe(true);
	});
	test('the document that speaks of it all is not there to be read', () => {
		expect([...shown.documents]).toEqual([]);
	});
});

test('an undated document can be read from the latest day on which we came to hold it', () => {
	expect(readableSince({ heldSince: '2021-11-18/2021-11-30' })).toBe(on('2021-11-30'));
	expect(then('2021-11-29').documents.size).toBe(0);
	expect(then('2021-11-30').documents.size).toBe(1);
});

test('one account alone is no dispute: it waits for the second', () => {
	const accounts = ['2020-10-22', '2021-03-16'].map((published, i) => ({
		by: `${i}`,
		says: published,
		references: [`s${i}`],
	}));
	const [event] = records.events;
	const made = toDataset({
		...records,
		texts: {},
		discrepancies: [],
		sources: [
			...records.sources,
			...accounts.map((a, i) => ({ ...records.sources[0]!, id: `s${i}`, published: a.says })),
		],
		events: [{ ...event!, quotes: [], follows: [] }],
		disputes: [{ id: 'd', question: '?', events: [event!.id], accounts }],
	});
	expect(asOf(made, on('2021-03-15')).events[0]!.disputes).toEqual([]);
	expect(asOf(made, on('2021-03-16')).events[0]!.disputes[0]!.accounts).toHaveLength(2);
});

test('a departure from a record that was not public yet is not noted, neither in the document nor at a quote', () => {
	const held = dataset.documents.values().next().value!;
	const made = toDataset({
		...records,
		sources: [...records.sources, { ...records.sources[0]!, id: 'young', published: '2022-02-01' }],
		discrepancies: records.discrepancies.map((d) => ({ ...d, references: ['young'] })),
	});
	const noted = (day: string) => {
		const { documents, quote } = asOf(made, on(day));
		return [documents.get(held.source.id)!.discrepancies, [...quote.values()].flatMap((q) => q.discrepancies)].map(
			(l) => l.length > 0,
		);
	};
	expect(noted('2022-01-31')).toEqual([false, false]);
	expect(noted('2022-02-01')).toEqual([true, true]);
});

test('the days on which something became public are all there are', () => {
	const days = publicDays(dataset);
	expect(days.map((d) => d.day)).toEqual(days.map((d) => d.day).toSorted((a, b) => a - b));
	expect(days.reduce((n, d) => n + d.events, 0)).toBe(dataset.events.length);
	const size = (day: number) => {
		const { events, source } = { events: asOf(dataset, day).events, source: dataset.source };
		return [events.length, [...source.values()].filter((s) => readableSince(s) <= day).length];
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
