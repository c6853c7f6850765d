/** The promises of this record. */
import { describe, expect, test } from 'vitest';
import { formatWhen, isoDay } from '../../src/domain/model/when.ts';
import { Timeline } from '../../src/state/timeline.svelte.ts';
import { chartOf } from '../../src/view/chart/build.svelte.ts';
import { roomIn } from '../../src/view/chart/room.ts';
import { measure } from './chart-data.ts';
import { dataset, document, records } from './record.ts';
import { summaryText } from '../../src/domain/model/sentences.ts';

const { events } = dataset;

test('every chapter has something to show', () => {
	for (const c of dataset.chapters)
		expect(
			events.some((e) => e.when.start >= c.start && e.when.start < c.end),
			c.title,
		).toBe(true);
});

describe('every event', () => {
	test('is in the chapter of its earliest day', () => {
		for (const e of events)
			expect(
				dataset.chapters.filter((c) => e.when.start >= c.start && e.when.start < c.end),
				e.id,
			).toHaveLength(1);
	});
	test('is in time order', () => {
		expect(events.map((e) => e.when.start)).toEqual(events.map((e) => e.when.start).toSorted((a, b) => a - b));
	});
	test('was not known before its earliest day', () => {
		for (const e of events) expect(e.known, e.id).toBeGreaterThanOrEqual(e.when.start);
	});
	test('has its first status from the day it could be known, or earlier with an explanation', () => {
		for (const e of events) {
			const [first, known] = [e.status[0]!.since, isoDay(e.known)];
			// Part of it was public before: `publicOn` says so, or the event is the later, fuller statement.
			if (e.publicOn || first < isoDay(e.when.start)) expect(first <= known, e.id).toBe(true);
			else expect(first, e.id).toBe(known);
		}
	});
	test('has its statuses in time order, one per day, and the last one is current', () => {
		for (const e of events) {
			const days = e.status.map((s) => s.since);
			expect(days, e.id).toEqual([...new Set(days)].toSorted());
			expect(e.currentStatus, e.id).toEqual(e.status.at(-1));
		}
	});
	test('has a status by an actor or agency that it names', () => {
		for (const e of events) for (const s of e.status) expect([...e.named, 'press'], e.id).toContain(s.by);
	});
	test('is alleged only as part of a charge, and never before the charges', () => {
		const unsealed = events.find((e) => e.kind === 'charge')!;
		for (const e of events)
			for (const s of e.status.filter((x) => x.kind === 'alleged'))
				expect([s.by, s.since >= unsealed.when.text], e.id).toEqual([unsealed.agencies[0], true]);
	});
	test('follows only events that began no later than it ended', () => {
		for (const e of events)
			for (const id of e.follows) expect(dataset.event.get(id)!.when.start, `${e.id} → ${id}`).toBeLessThan(e.when.end);
	});
	test('has at most three sentences of summary', () => {
		// "U.S." and "No." do not end a sentence; a new sentence starts with a capital.
		const sentences = (text: string) => text.replace(/\b(U\.S|U\.N|No|Mr)\./g, '$1').split(/[.!?]”? (?=[A-Z“])/).length;
		for (const e of events) expect(sentences(summaryText(e)), e.id).toBeLessThanOrEqual(3);
	});
	test('has words of a source: a quote or cited words', () => {
		for (const e of events)
			expect(
				e.quotes.length + e.references.flatMap((r) => r.words ?? []).length,
				`${e.id}: add “quotes”, or “words” to one of its references`,
			).toBeGreaterThan(0);
	});
	test('has later remarks only where their sources are later', () => {
		const year = (id: string) => dataset.source.get(id)!.published?.slice(0, 4) ?? '9999';
		for (const e of events)
			for (const { says, references = [] } of e.later)
				for (const [told] of says.matchAll(/\b20\d\d\b/g))
					for (const id of references) expect(year(id) >= told, `${e.id}: ${says} (${id})`).toBe(true);
	});
	test('names no actor whose role mentions a year after its first source', () => {
		for (const { id, role = '', references } of records.people) {
			const first = references.map((r) => dataset.source.get(r)!.published!.slice(0, 4)).toSorted()[0]!;
			for (const [told] of role.matchAll(/\b20\d\d\b/g)) expect(told <= first, `${id}: ${role}`).toBe(true);
		}
	});
	test('has a date that can be said in words', () => {
		for (const e of events) expect(formatWhen(e.when, e.coverage), e.id).toMatch(/\d{4}/);
	});
});

test('two explanations by one official are cited together or not at all', () => {
	const { references } = dataset.event.get('reuters-video-errors-2020')!;
	const cited = references.flatMap((r) => r.words ?? []).map((w) => w.text);
	expect(cited.includes('dumb mistake')).toBe(cited.includes('wanted to get caught'));
});

test('a name that a source misspells, and an alias, lead to one person', () => {
	const named = (name: string) =>
		records.people.filter((p) => [p.name, ...(p.aliases ?? []).map((a) => a.name)].some((n) => n.includes(name)));
	for (const [name, id] of [
		['Hossein', 'seyyed-mohammad-hosein-musa-kazemi'],
		['Zamani', 'seyyed-mohammad-hosein-musa-kazemi'],
		['Cassian', 'sajjad-kashian'],
		['Nabavi', 'sajjad-kashian'],
		['Cotton Sandstorm', 'emennet-pasargad'],
	] as const)
		expect(
			named(name).map((p) => p.id),
			name,
		).toEqual([id]);
});

test('the two people who are charged are described as charged, and nobody else is', () => {
	const charged = records.people.filter((p) => p.charged).map((p) => p.id);
	expect(charged).toEqual(['seyyed-mohammad-hosein-musa-kazemi', 'sajjad-kashian']);
});

describe('the document', () => {
	test('has at least one quote in each of its paragraphs P1 to P10', () => {
		const quoted = new Set(document.quotes.map((q) => q.of.paragraph));
		for (let i = 1; i <= 10; i++) expect(quoted, `P${i}`).toContain(`P${i}`);
	});
	test('is never quoted where its words were found unsuitable', () => {
		const unfit = document.discrepancies.filter((d) => d.of.note.includes('Not used as a quotation'));
		expect(unfit.length).toBeGreaterThan(0);
		const overlaps = unfit.flatMap((d) =>
			document.quotes.filter((q) => q.start < d.end && q.end > d.start).map((q) => `${q.of.id} on “${d.of.exact}”`),
		);
		expect(overlaps).toEqual([]);
	});
	test('has a place for each of its quotes and discrepancies', () => {
		expect(document.quotes).toHaveLength(records.events.flatMap((e) => e.quotes).length);
		expect(document.discrepancies).toHaveLength(records.discrepancies.length);
		expect(document.discrepancies.map((d) => d.of.number)).toEqual(document.discrepancies.map((_, i) => i + 1));
	});
});

describe('every source', () => {
	const cited = new Set([
		...events.flatMap((e) => [
			...[...e.quotes, ...e.references].map((x) => x.source),
			...[...e.later, ...(e.notes ?? [])].flatMap((x) => x.references),
			e.publicOn?.source,
		]),
		...records.disputes.flatMap((d) => d.accounts.flatMap((a) => a.references)),
		...[...records.discrepancies, ...records.omissions].flatMap((d) => d.references),
		...records.sources.map((s) => s.origin),
	]);
	test('is cited somewhere', () => {
		expect(records.sources.filter((s) => !cited.has(s.id)).map((s) => s.id)).toEqual([]);
	});
	test('that is a copy says whose text it copies', () => {
		for (const s of records.sources.filter((x) => x.standing === 'copy')) expect(s.copyOf, s.id).toBeTruthy();
	});
	test('that is quoted is held, and what is held is quoted', () => {
		const quoted = new Set(events.flatMap((e) => e.quotes.map((q) => q.source)));
		expect(records.sources.filter((s) => s.file).map((s) => s.id)).toEqual([...quoted]);
	});
});

test('every agency and every kind is used by some event', () => {
	const used = new Set(events.flatMap((e) => [...e.named, ...e.status.map((s) => s.by), e.kind]));
	const declared = [...dataset.agencies.map((a) => a.id), ...dataset.vocabulary.kinds.keys()];
	expect(declared.filter((id) => !used.has(id))).toEqual([]);
});

test('every dispute belongs to an event, and has accounts with sources', () => {
	for (const d of records.disputes) {
		expect(d.events.length, d.id).toBeGreaterThan(0);
		for (const a of d.accounts) expect(a.references.length, `${d.id}: ${a.by}`).toBeGreaterThan(0);
	}
});

test('all annotations are drawn at first sight, in windows of 1440×900 and 1366×768', () => {
	for (const [width, height] of [
		[1440, 900],
		[1366, 768],
	] as const) {
		const chart = chartOf(new Timeline(dataset), measure);
		// Without the margins and the lane names.
		chart.prepare(width - 2 * 32 - 134, roomIn(height));
		const drawn = chart.overlay.notes.map(({ text }) => text);
		expect(drawn.toSorted()).toEqual([...dataset.annotation.values()].toSorted());
	}
});
