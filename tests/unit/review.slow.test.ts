/** The curator's review: its numbers recounted from the files, and a made-up case. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toDataset } from '../../src/domain/model/dataset.ts';
import type { EventRecord, Source } from '../../src/domain/model/records.ts';
import {
	byPrecision,
	linksByPublisher,
	oneVoice,
	paragraphsWithoutQuotes,
	review,
	singleSource,
	withoutPrimary,
} from '../../tools/validate/review.ts';
import { grounds, unused, withoutWords } from '../../tools/validate/debts.ts';
import { closely } from './closely.ts';
import { held } from './faults.ts';
import { Project } from './project.ts';
import { dataset, document, records, root } from './record.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(join(root, `src/data/${name}.json`), 'utf8'));
const { events } = read('events') as { events: readonly EventRecord[] };
const { sources } = read('sources') as { sources: readonly Source[] };
const ids = (list: readonly { readonly id: string }[]) => list.map((e) => e.id).toSorted();
const sum = (rows: readonly (readonly [string, number])[]) => rows.reduce((n, [, count]) => n + count, 0);
const text = review(dataset);
/** The lines under a heading, up to the next one. */
const section = (title: string) => text.split(`\n## ${title}`)[1]!.split('\n## ')[0]!;
const items = (title: string) => section(title).match(/^- /gm)?.length ?? 0;

describe('of this record, recounted from the files', () => {
	const press = new Set(sources.filter((s) => s.standing === 'press').map((s) => s.id));
	const cites = (e: EventRecord) => new Set([...e.quotes, ...e.references].map((r) => r.source));

	test('events without a primary source', () => {
		const expected = events.filter((e) => ![...cites(e)].some((id) => !press.has(id)));
		expect(ids(withoutPrimary(dataset))).toEqual(ids(expected));
		expect(expected.length).toBeGreaterThan(0);
		expect(section('Events without a primary source')).toMatch(new RegExp(`^ \\(${expected.length}\\)\n`));
		expect(items('Events without a primary source')).toBe(expected.length);
	});
	test('events with a single source', () => {
		const expected = events.filter((e) => cites(e).size === 1);
		expect(ids(singleSource(dataset))).toEqual(ids(expected));
		expect(items('Events with a single source')).toBe(expected.length);
	});
	test('each quote once, under its paragraph', () => {
		const lines = section('Quotes by source and paragraph').split('\n');
		for (const q of events.flatMap((e) => e.quotes)) {
			const at = lines.findIndex((l) => l.startsWith(`  - ${q.id} (`));
			expect(lines[at], q.id).toContain(`“${q.exact}”`);
			const label = lines
				.slice(0, at)
				.findLast((l) => l.startsWith('- '))!
				.slice(2)
				.split(',')[0]!;
			const paragraph = document.text.split(/\r?\n/).filter((l) => l.trim())[
				label === 'H' ? 0 : Number(label.slice(1))
			];
			expect(paragraph, q.id).toContain(q.exact);
		}
		expect(lines.filter((l) => l.startsWith('  - '))).toHaveLength(events.flatMap((e) => e.quotes).length);
	});
	test('paragraphs without a quote', () => {
		const quotes = events.flatMap((e) => e.quotes).filter((q) => q.source === document.source.id);
		const bare = document.text
			.split(/\r?\n/)
			.filter((l) => l.trim())
			.flatMap((line, i) => (quotes.some((q) => line.includes(q.exact)) ? [] : [i ? `P${i}` : 'H']));
		expect(paragraphsWithoutQuotes(document)).toEqual(bare);
		expect(text).toContain(`Paragraphs without a quote: ${bare.join(', ')}.`);
	});
	test('events without words of a source, sentences by their grounds, unused sources', () => {
		const wordless = events.filter((e) => !e.quotes.length && !e.references.some((r) => r.words?.length));
		expect(ids(withoutWords(dataset))).toEqual(ids(wordless));
		expect(items('Events without a quote or words cited')).toBe(wordless.length);
		const sentences = events.flatMap((e) => [...(typeof e.summary === 'string' ? [] : e.summary), ...e.later]);
		const of = (basis: string) => sentences.filter((s) => s.basis === basis).length;
		const drafts = events.filter((e) => typeof e.summary === 'string');
		expect(grounds(dataset)).toEqual({
			...{ event: of('event'), inference: of('inference'), none: drafts.length },
			sources: sentences.filter((s) => s.references).length,
		});
		expect(items('Summaries without grounds')).toBe(drafts.length);
		const cited = JSON.stringify([
			records.events,
			records.disputes,
			records.discrepancies,
			records.omissions,
			records.people,
		]);
		const idle = sources.filter((s) => !cited.includes(`"${s.id}"`) && !sources.some((o) => o.origin === s.id));
		expect(ids(unused(dataset))).toEqual(ids(idle));
		expect(section('What is missing')).toContain(
			`- ${of('event')} sentences rest on the sources of their event as a whole`,
		);
	});
	test('words cited, each with its speaker', () => {
		const words = events.flatMap((e) => e.references.flatMap((r) => r.words ?? []));
		expect(items('Words cited')).toBe(words.length);
		for (const w of words) expect(section('Words cited')).toContain(`“${w.text}”, ${w.by}`);
	});
	test('dates by precision', () => {
		expect(sum(byPrecision(dataset))).toBe(events.length);
		const days = events.filter((e) => /^\d{4}-\d\d-\d\d$/.test(e.when)).length;
		expect(byPrecision(dataset)[0]).toEqual(['day', days]);
	});
	test('links by publisher', () => {
		const expected = sources.filter((s) => s.url);
		expect(sum(linksByPublisher(dataset))).toBe(expected.length);
		for (const [publisher, n] of linksByPublisher(dataset))
			expect(n, publisher).toBe(expected.filter((s) => s.publisher === publisher).length);
	});
	test('independent support of every event, and every caution', () => {
		expect(items('Independent support')).toBe(events.length);
		const cautions = sources.filter((s) => s.caution);
		expect(items('Cautions')).toBe(cautions.length);
		for (const s of cautions) expect(section('Cautions')).toContain(`- ${s.id}: ${s.caution!}`);
	});
});

test('of a made-up case: events that rest on one voice, on the press, or on no exact date', () => {
	const [event] = records.events;
	const source = (id: string, more: Partial<Source>): Source => ({
		...{ id, title: id, publisher: `The ${id}`, type: 'news', standing: 'press', published: '2020-10-21' },
		...more,
	});
	const made = (id: string, when: string, ...cited: string[]): EventRecord => ({
		...{
			...event!,
			id,
			when,
			title: `Title of ${id}`,
			coverage: 'within',
			quotes: [],
			later: [],
			notes: [],
			follows: [],
		},
		references: cited.map((s) => ({ source: s, establishes: 'it' })),
	});
	const case_ = toDataset({
		...records,
		...{ disputes: [], discrepancies: [], omissions: [], texts: {} },
		sources: [
			source('wire', { url: 'https://wire.example' }),
			source('paper', { origin: 'wire' }),
			source('office', { standing: 'own', caution: 'Read twice.' }),
		],
		events: [
			made('one-voice', '2020-10', 'wire', 'paper'),
			made('single', '2020~', 'office'),
			made('both', '2020-10-20/2020-11', 'wire', 'office'),
		],
	});
	expect(ids(oneVoice(case_))).toEqual(['one-voice']);
	expect(ids(withoutPrimary(case_))).toEqual(['one-voice']);
	expect(ids(singleSource(case_))).toEqual(['single']);
	expect(byPrecision(case_)).toEqual([
		['interval of months', 1],
		['month', 1],
		['year, approximate or uncertain', 1],
	]);
	expect(linksByPublisher(case_)).toEqual([['The wire', 1]]);
	const words = review(case_);
	expect(words).toContain(
		'## Events whose sources all derive from one another (1)\n\n- one-voice: Title of one-voice\n',
	);
	expect(words).toContain(
		'- single: 1 source\n- one-voice: 2 sources, 1 independent\n- both: 2 sources, 2 independent',
	);
	expect(words).toContain('- 3 events without a quote or words cited');
	expect(words).toContain('## Quotes by source and paragraph (0)\n');
	expect(words).toContain('- office: Read twice.');
});

describe('as a command', () => {
	const run = (project: Project, ...args: string[]) => project.node(['tools/check.mjs', ...args]);

	// folders.slow.test.ts always tests that a review is written, and which files it never overwrites.
	closely('--report prints it, --report=FILE writes it there and says what was proven', () => {
		const project = new Project();
		const printed = run(project, '--report');
		expect([printed.status, printed.said]).toEqual([0, text]);
		const written = run(project, '--report=review.md');
		expect(written.said).toContain(`Data version ${records.version}.`);
		expect(readFileSync(project.at('review.md'), 'utf8')).toBe(text);
	});

	closely('of data that do not pass there is no review, only the problems', () => {
		const project = new Project();
		project.change('src/data/sources.json', held.sha256!, '0'.repeat(64));
		const { status, said } = run(project, '--report=review.md');
		expect(status).toBe(1);
		expect(said).toContain(`${held.id} · sha256`);
		expect(existsSync(project.at('review.md'))).toBe(false);
	});

	test('an unknown option is refused and nothing is written', () => {
		const { status, said } = run(new Project(), '--raport');
		expect(status).toBe(1);
		expect(said).toContain('“--raport” is not an option');
	});
});
