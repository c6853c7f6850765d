/** Ids must be free in the page and valid as file names; addresses must be safe; files are named after their source. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Records } from '../../src/domain/model/records.ts';
import { anchors, OWN } from '../../tools/validate/ids.ts';
import type { DataFiles } from '../../tools/validate/schema.ts';
import { loadTrial } from '../../tools/trial.mjs';
import { act, Copy, dispute, held, named, operation, quote, type Fault } from './faults.ts';
import { records, root } from './record.ts';

/** Records in the form of their files, for the fields with ids. */
const dataOf = ({ case: told, events, people, sources, disputes, discrepancies, changes }: Records) =>
	({
		case: told,
		people: { people },
		events: { events },
		sources: { sources },
		disputes: { disputes },
		discrepancies: { discrepancies },
		changes: { changes },
	}) as unknown as DataFiles;
/** Changes the id of an event everywhere. */
const rename = (copy: Copy, from: string, to: string) => {
	for (const file of ['events', 'disputes', 'changes'] as const) {
		const path = `src/data/${file}.json`;
		copy.write(path, copy.text(path).replaceAll(`"${from}"`, `"${to}"`));
	}
};
const problemsOf = (make: (copy: Copy) => void) => {
	const copy = new Copy();
	make(copy);
	return copy.problems();
};
const chapter = records.case.chapters[0]!.id;
const other = records.events.find((e) => e.id !== act.id)!.id;

test.for(['about', 'disputes', 'start', 'record', 'column', 'stage', 'title-3', 'note-1', 'sheet-check', 'facet-kind'])(
	'refused: an event called “%s”, as a part of the page is (A12) (F19)',
	(id) => {
		const problems = problemsOf((copy) => rename(copy, act.id, id));
		expect(problems.map((p) => [p.file, p.id, p.field])).toEqual([['src/data/events.json', id, 'id']]);
		expect(problems[0]!.fix).toBe(`The page uses “${id}” itself: give this event another id.`);
	},
);

test.for([`chapter-${chapter}`, `dispute-${dispute.id}`, `${other}-body`, quote.id, `sheet-${quote.id}`])(
	'refused: an event called “%s”, as another anchor of the page is (A12)',
	(id) => {
		const problems = problemsOf((copy) => rename(copy, act.id, id));
		expect(problems, JSON.stringify(problems)).toHaveLength(1);
		expect(problems[0]!.field).toBe('id');
		expect(problems[0]!.fix).toMatch(/ has the anchor “.*” already: give this \w+ another id\.$/);
	},
);

test.for(['caution', 'masthead', 'noted-7'])('refused: a quote called “%s” (A12)', (id) => {
	const problems = problemsOf((copy) => copy.entry('events', operation.id, (e) => (e.quotes[0]!.id = id)));
	expect(problems.map((p) => [p.field, p.found])).toEqual([['id', `“${id}”`]]);
});

test.for(['con', 'nul', 'com1', 'x'.repeat(101)])(
	'refused: an event called “%s”, which is no valid folder name (A12)',
	(id) => {
		const problems = problemsOf((copy) => rename(copy, act.id, id));
		expect(problems.map((p) => [p.id, p.field])).toEqual([[id, 'id']]);
		expect(problems[0]!.fix).toMatch(/Windows has no folder|Shorten it to at most 100 characters/);
	},
);

test.for(['script', 'constructor', 'body', 'valueof', 'events', 'index'])('an event may be called “%s” (A12)', (id) => {
	expect(problemsOf((copy) => rename(copy, act.id, id))).toEqual([]);
});

test('a source may be called like a property of every object (A12)', () => {
	const [problem, ...more] = problemsOf((copy) => {
		copy.edit('sources', (d) => d.sources.push({ ...d.sources.find((s) => !s.file)!, id: 'constructor' }));
		copy.entry('events', operation.id, (e) => (e.quotes[0]!.source = 'constructor'));
	});
	expect(more).toEqual([]);
	expect(problem!.fix).toContain('The source “constructor” has no text');
});

describe('the anchors that the check knows', () => {
	test('are all the anchors of the page itself (A12)', () => {
		const view = readdirSync(join(root, 'src/view'), { recursive: true, encoding: 'utf8' });
		// An exported picture is its own document.
		const parts = view.filter((path) => path.endsWith('.svelte') && !path.startsWith('picture'));
		const paths = ['index.html', ...parts.map((path) => `src/view/${path}`)];
		const ids = paths.flatMap((path) =>
			[...readFileSync(join(root, path), 'utf8').matchAll(/\sid="([^"{]*)"/g)].map((m) => m[1]!),
		);
		expect(ids.length).toBeGreaterThan(15);
		// The 404 page has no content of the case.
		const own = [...Object.values(OWN), /^(home|else)$/];
		expect(ids.filter((id) => !own.some((kind) => kind.test(id)))).toEqual([]);
	});
	test('are all the anchors of built documents (A12)', async () => {
		const { index, pages } = (await loadTrial()).documentsOf(records);
		const known = anchors(dataOf(records));
		const idsOf = (html: string) => [...html.matchAll(/\sid="([^"]*)"/g)].map((m) => m[1]!);
		const unknown = (document: keyof typeof OWN, html: string) => {
			const there = new Set(known[document].map((a) => a.anchor));
			return idsOf(html).filter((id) => !there.has(id) && !OWN[document].test(id));
		};
		expect(unknown('index', Object.values(index).join(''))).toEqual([]);
		for (const { path, body } of pages) {
			const document = path.startsWith('documents/') ? 'document' : path === 'sources.html' ? 'sources' : 'dossier';
			expect(unknown(document, body), path).toEqual([]);
			expect(new Set(idsOf(body)).size, path).toBe(idsOf(body).length);
		}
	});
});

const address = (fault: string, url: string, fix: string | RegExp): Fault => ({
	fault,
	make: (c) => c.entry('sources', held.id, (s) => (s.archiveUrl = url)),
	...{ file: 'sources', id: held.id, field: 'archiveUrl', fix },
});
test.for([
	address(
		'with a name and a password',
		'https://me:secret@example.org/',
		'It has a name or a password before the host',
	),
	address('with a name that looks like a host', 'https://example.org@evil.example/', 'before the host'),
	address('that is none', 'https://[1/', 'This is not an address'),
	address('without a host', 'https:///path', /not a host on the Internet|This is not an address|^“path”/),
	address('of this machine', 'http://localhost:8080/x', '“localhost” is not a host on the Internet'),
	address('with letters of two scripts', 'https://www.fаcebook.com/', 'mixes letters of Latin and Cyrillic'),
	address('that is turned', 'https://example.org/\u202egpj.exe', 'It has U+202E in it'),
	address('with a letter that nobody sees', 'https://example.org/\u200b', 'It has U+200B in it'),
])('refused: an address $fault (A16)', (fault) => {
	const copy = new Copy();
	fault.make(copy);
	expect(named(copy.problems(), fault), JSON.stringify(copy.problems())).toHaveLength(1);
});
test.for([
	'https://example.org',
	'http://127.0.0.1.example/a?b=c#d',
	'https://münchen.example/straße',
	'https://пример.example/',
	'https://web.archive.org/web/2020/https://example.org/a@b',
	'https://[2001:db8::1]/',
])('an address may be %s (A16)', (url) => {
	expect(problemsOf((copy) => copy.entry('sources', held.id, (s) => (s.archiveUrl = url)))).toEqual([]);
});

test.for(['seeds/a b.txt', 'seeds/50%.txt', 'seeds/why?.txt', 'seeds/no#1.txt', 'seeds/Other.txt', 'seeds/other.txt'])(
	'refused: a quoted text called %s, and not after its source (A16) (F19)',
	(file) => {
		const problems = problemsOf((copy) => {
			copy.write(file, copy.text(held.file!));
			copy.entry('sources', held.id, (s) => (s.file = file));
		});
		expect(problems.map((p) => [p.id, p.field, p.fix])).toEqual([
			[held.id, 'file', `Name the file after the id of its source: seeds/${held.id}.txt.`],
		]);
	},
);
