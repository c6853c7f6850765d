/** Promises of README and docs: their paths and commands exist, and rows of "What a change touches" are tried out. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toDataset } from '../../src/domain/model/dataset.ts';
import { PARAMETERS } from '../../src/domain/query/permalink.ts';
import { lanesOf } from '../../src/layout/lanes.ts';
import { validate } from '../../tools/validate/validate.ts';
import { formatDiagnostics } from '../../tools/validate/diagnostic.ts';
import type { DataFiles } from '../../tools/validate/schema.ts';
import { writeCase } from '../cases.ts';
import { folder } from './faults.ts';
import { root } from './record.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const documents = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)];
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts);

test('the README is at most a screen and a half', () => {
	expect(read('README.md').split('\n').length).toBeLessThanOrEqual(170);
});
test('the glossary has at most twenty words', () => {
	const [, glossary] = read('docs/architecture.md').split('## Glossary');
	const words = glossary!.split('\n').filter((line) => /^\| [a-z]/.test(line));
	// Without the header of the table.
	expect(words.length - 1).toBeGreaterThan(0);
	expect(words.length - 1).toBeLessThanOrEqual(20);
});
test.for(documents)('%s: every link leads to a file, and every command exists', (path) => {
	const text = read(path);
	const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link]) => join(dirname(path), link!));
	expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
	const commands = [...text.matchAll(/npm (?:run )?([a-z][a-z:]*)/g)].map(([, name]) => name!);
	expect(commands.filter((name) => !scripts.includes(name) && !['ci', 'install', 'registry'].includes(name))).toEqual(
		[],
	);
});
test('every parameter of the address is in the list of links', () => {
	const links = read('docs/links.md');
	expect([...PARAMETERS.keys()].filter((name) => !new RegExp(`\`${name}[=\`]`).test(links))).toEqual([]);
});
test('every path that the README names exists', () => {
	const named = [...read('README.md').matchAll(/`((?:src|tools|tests|seeds|docs)\/[\w./-]*\w\/?)`/g)].map(
		([, path]) => path!,
	);
	expect(named.length).toBeGreaterThan(20);
	expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

describe('what a change touches', () => {
	/** A changed copy of the case, which must pass the check. @returns the names of the changed files, and the case */
	function changed(change: (files: DataFiles) => void) {
		const made = folder();
		let touched: string[] = [];
		writeCase(made, (files) => {
			const before = new Map(Object.entries(files).map(([name, data]) => [name, JSON.stringify(data)]));
			change(files);
			touched = Object.entries(files).flatMap(([name, data]) =>
				JSON.stringify(data) === before.get(name) ? [] : [name],
			);
		});
		const verdict = validate(made);
		expect(verdict.ok ? '' : formatDiagnostics(verdict.problems)).toBe('');
		return { touched, dataset: toDataset((verdict as Extract<typeof verdict, { ok: true }>).records) };
	}
	const [event, source] = Array.from(
		read('README.md').matchAll(/```json\n([\s\S]*?)```/g),
		([, block]) => JSON.parse(block!) as unknown,
	) as [DataFiles['events']['events'][number], DataFiles['sources']['sources'][number]];

	test('an event with a new source, as in the README, changes two files', () => {
		const { touched, dataset } = changed(({ events, sources }) => {
			events.events.push(event);
			sources.sources.push(source);
		});
		expect(touched.toSorted()).toEqual(['events', 'sources']);
		const added = dataset.event.get(event.id)!;
		expect(added.title).toBe(event.title);
		// This case promises words of a source for every event.
		expect(added.words).not.toEqual([]);
	});
	test('the order of lanes is the order of agencies, and changing it touches nothing else', () => {
		const lanes = (of: Parameters<typeof lanesOf>[0]) => lanesOf(of).map((lane) => lane.name);
		const before = changed(() => undefined);
		const after = changed(({ agencies }) => void agencies.agencies.reverse());
		expect(after.touched).toEqual(['agencies']);
		expect(lanes(after.dataset)).not.toEqual(lanes(before.dataset));
		expect(lanes(after.dataset).toSorted()).toEqual(lanes(before.dataset).toSorted());
	});
	test('a kind is a line in the file of the case', () => {
		const kind = { id: 'rehearsal', name: 'Rehearsal', side: 'below' as const };
		const { touched, dataset } = changed((files) => files.case.kinds!.push(kind));
		expect(touched).toEqual(['case']);
		expect(dataset.vocabulary.kinds.get(kind.id)?.name).toBe(kind.name);
	});
});
