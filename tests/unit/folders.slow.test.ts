/** No command deletes or overwrites what a curator wrote, whatever folder or file it gets. */
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { siteFolder } from '../../tools/build/folders.ts';
import { closely } from './closely.ts';
import { quote } from './faults.ts';
import { Project } from './project.ts';
import { records } from './record.ts';

/** Path → bytes of every file outside node_modules. */
const contents = (project: Project, folder = '') =>
	readdirSync(project.at(folder), { recursive: true, withFileTypes: true })
		.filter((e) => e.isFile() && !e.parentPath.includes('node_modules'))
		.map((e) => join(e.parentPath, e.name))
		.toSorted()
		.map((path) => [path, readFileSync(path).toString('base64')]);
/** A second case in a folder of the project. */
const withCase = (project: Project) => {
	for (const part of ['src/data', 'seeds']) cpSync(project.at(part), project.at(`case/${part}`), { recursive: true });
};

describe('OUT is refused by name, before anything is touched (F1) (A3)', () => {
	const REFUSED: Readonly<Record<string, (project: Project) => void>> = {
		'.': () => undefined,
		'..': () => undefined,
		src: () => undefined,
		'src/data/new': () => undefined,
		seeds: () => undefined,
		case: withCase,
		'case/seeds': withCase,
		notes: (project) => {
			mkdirSync(project.at('notes'));
			writeFileSync(project.at('notes/draft.md'), 'weeks of work');
		},
		'package.json': () => undefined,
		link: (project) => symlinkSync(project.at('src'), project.at('link')),
	};
	test.for(Object.entries(REFUSED))('%s', ([out, make]) => {
		const project = new Project();
		make(project);
		const theCase = out.startsWith('case') ? 'case' : '.';
		expect(() => siteFolder(out, project.root, theCase)).toThrow(`OUT=${out} is refused: `);
	});

	test('by the command, in one sentence', () => {
		const project = new Project();
		withCase(project);
		const before = contents(project);
		const { status, said } = project.build({ OUT: 'case', CASE: 'case' });
		expect(said).toContain('OUT=case is refused: the project or the case is in it. Nothing was written');
		expect(said).not.toMatch(/^\s+at /m);
		expect(status).not.toBe(0);
		expect(contents(project)).toEqual(before);
	});
});

closely('a site is replaced whole or not at all, and nothing is left beside it (A7) (F15)', () => {
	const project = new Project();
	const build = () => project.build({ OUT: 'elsewhere/site' });
	expect(build().status).toBe(0);
	writeFileSync(project.at('elsewhere/site/withdrawn.txt'), 'not for the public');
	expect(build().status).toBe(0);
	const before = contents(project, 'elsewhere/site');
	expect(before.filter(([path]) => path!.endsWith('withdrawn.txt'))).toEqual([]);

	// Makes the build fail late, when most files are written.
	project.change('index.html', '<!--footer-->', '');
	const { status, said } = build();
	expect(said).toContain('footer');
	expect(status).not.toBe(0);
	expect(contents(project, 'elsewhere/site')).toEqual(before);
	expect(readdirSync(project.at('elsewhere'))).toEqual(['site']);
});

closely('check takes the case that CASE names (F4) (A14)', () => {
	const project = new Project();
	withCase(project);
	expect(project.check({ CASE: 'case' }).status).toBe(0);
	project.change('case/src/data/events.json', quote.exact, `${quote.exact}x`);
	expect(project.check().status).toBe(0);
	const { status, said } = project.check({ CASE: 'case' });
	expect(said).toContain(`quotes ${quote.id}`);
	expect(status).toBe(1);
});

closely('--report is refused where it would write over something else, and writes over an earlier review (A3)', () => {
	const project = new Project();
	const report = (file: string) => project.node(['tools/check.mjs', `--report=${file}`]);
	for (const file of ['src/data/events.json', records.sources.find((source) => source.file)!.file!]) {
		const before = readFileSync(project.at(file));
		const { status, said } = report(file);
		expect(said).toContain(`--report=${file} is refused`);
		expect(status).toBe(1);
		expect(readFileSync(project.at(file))).toEqual(before);
	}
	expect([report('review.md').status, report('review.md').status]).toEqual([0, 0]);
});
