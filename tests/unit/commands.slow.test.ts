/** The commands as run by hand: their output, files and exit codes. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { closely } from './closely.ts';
import { held, operation, quote } from './faults.ts';
import { Project } from './project.ts';
import { records } from './record.ts';

/** Path → bytes of every file in a folder, as one string to compare. */
const contents = (folder: string) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((e) => e.isFile())
		.map((e) => join(e.parentPath, e.name))
		.toSorted()
		.map((path) => [path, readFileSync(path).toString('base64')]);

const misquoted = quote.exact.replace(/\w(?=\w*$)/, (letter) => (letter === 'x' ? 'y' : 'x'));
const misquote = (project: Project) => project.change('src/data/events.json', quote.exact, misquoted);
/** "src/data/events.json:12:5 · the entry · the field" */
const place = (file: string, of: string) => new RegExp(`src/data/${file}\\.json:\\d+:\\d+ · ${of}`);
const expectQuoteNamed = (said: string) => {
	expect(said).toMatch(place('events', `${operation.id} · quotes ${quote.id}`));
	expect(said).toContain(`The nearest text is “${quote.exact}`);
	expect(said).toContain('1 problem in the data. Nothing was written.');
};

/** A plugin that records the modules and files of the bundle. */
const WRITES_GRAPH = `{ name: 'graph', async generateBundle(_, bundle) {
	const of = Object.values(bundle).flatMap((part) => part.moduleIds ?? part.originalFileNames);
	if (this.environment.name === 'client') (await import('node:fs')).writeFileSync('graph.json', JSON.stringify(of));
} }`;
const decoded = (html: string) => html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

describe('check', () => {
	test('accepts valid data, and says what was proven', () => {
		const { status, said } = new Project().check();
		expect(said).toContain(`${records.events.length} events, ${records.sources.length} sources`);
		expect(said).toContain(`Data version ${records.version}.`);
		expect(status).toBe(0);
	});

	closely('refuses a quote with one letter changed, and names it', () => {
		const project = new Project();
		misquote(project);
		const { status, said } = project.check();
		expectQuoteNamed(said);
		expect(status).toBe(1);
	});

	closely('refuses a text that was changed, and names its source', () => {
		const project = new Project();
		writeFileSync(project.at(held.file!), `${readFileSync(project.at(held.file!), 'utf8')}\n`);
		const { status, said } = project.check();
		expect(said).toMatch(place('sources', `${held.id} · sha256`));
		expect(status).toBe(1);
	});

	closely('prints every problem in one run', () => {
		const project = new Project();
		misquote(project);
		project.change('src/data/case.json', '"from": ".."', '"from": "2018"');
		rmSync(project.at(held.file!));
		const { status, said } = project.check();
		for (const file of ['case', 'sources']) expect(said).toMatch(place(file, ''));
		expect(said).toContain('2 problems in the data.');
		expect(status).toBe(1);
	});
});

describe('build', () => {
	test('with a fault names it and leaves an earlier dist/ unchanged, byte for byte', () => {
		const project = new Project();
		misquote(project);
		mkdirSync(project.at('dist/assets'), { recursive: true });
		writeFileSync(project.at('dist/index.html'), 'the page of yesterday');
		writeFileSync(project.at('dist/evidence.json'), '{ "version": "1", "files": {} }');
		writeFileSync(
			project.at('dist/assets/old.bin'),
			Uint8Array.from({ length: 256 }, (_, i) => i),
		);
		const before = contents(project.at('dist'));
		const { status, said } = project.build();
		expectQuoteNamed(said);
		expect(status).not.toBe(0);
		expect(contents(project.at('dist'))).toEqual(before);
	});

	closely('with a fault makes no dist/ where there was none', () => {
		const project = new Project();
		writeFileSync(project.at(held.file!), `${readFileSync(project.at(held.file!), 'utf8')}\n`);
		const { status, said } = project.build();
		expect(said).toMatch(place('sources', `${held.id} · sha256`));
		expect(status).not.toBe(0);
		expect(existsSync(project.at('dist'))).toBe(false);
	});

	test('without a fault writes the page, with every event in it, every quoted text beside it, what a host is to send, and the licences of all that is sent (A19)', () => {
		const project = new Project();
		project.change('vite.config.ts', 'plugins: [', `plugins: [${WRITES_GRAPH},`);
		const { status, said } = project.build();
		expect(status, said).toBe(0);
		const html = readFileSync(project.at('dist/index.html'), 'utf8');
		for (const e of records.events) expect(html).toContain(`id="${e.id}"`);
		// The page's policy would refuse style attributes.
		expect(html).not.toMatch(/<[^>]*\sstyle=/);
		expect(readFileSync(project.at(`dist/${held.file!}`))).toEqual(readFileSync(project.at(held.file!)));

		const rules = readFileSync(project.at('dist/_headers'), 'utf8');
		for (const rule of ['nosniff', 'frame-ancestors', 'Referrer-Policy', 'charset=utf-8', 'immutable'])
			expect(rules).toContain(rule);
		const graph = JSON.parse(readFileSync(project.at('graph.json'), 'utf8')) as readonly string[];
		const packages = new Set(graph.flatMap((id) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []));
		for (const sent of ['svelte', 'minisearch', '@fontsource/newsreader']) expect(packages).toContain(sent);
		const terms = decoded(readFileSync(project.at('dist/licences.html'), 'utf8'));
		for (const name of packages) {
			const own = readdirSync(project.at(`node_modules/${name}`)).find((file) => /^licen[cs]e/i.test(file));
			expect(terms, name).toContain(`${name} `);
			expect(terms, name).toContain(readFileSync(project.at(`node_modules/${name}/${own}`), 'utf8').trim());
		}
		expect(html).toContain('licences.html');
		expect(readdirSync(project.at('dist')).filter((name) => name.startsWith('.'))).toEqual([]);
	});
});

/** Runs code before the command starts. */
const first = (code: string) => ['--import', `data:text/javascript,${encodeURIComponent(code)}`];

describe('setup', () => {
	test('says so before it starts when nothing can be written (A19)', () => {
		const refusing = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
			fs.accessSync = () => { throw new Error('EROFS'); }; syncBuiltinESMExports();`;
		const { status, said } = new Project().node([...first(refusing), 'tools/setup.mjs']);
		expect(said).toMatch(/^Nothing can be written to .+: copy the project to a\nfolder of your own/);
		expect(status).toBe(1);
	});

	closely('without a network says what it needs, and how to do without (A19)', () => {
		const project = new Project();
		const offline = { npm_config_offline: 'true', npm_config_cache: project.at('empty-cache') };
		const { status, said } = project.node(['tools/setup.mjs'], offline);
		expect(said).toContain('The dependencies could not be installed: npm says why above.');
		expect(said).not.toMatch(/^\s+at /m);
		expect(status).toBe(1);
	});

	test.for([
		['', 0],
		['true', 1],
	] as const)(
		'says how to get an engine that is missing and cannot be downloaded; with CI=“%s” it exits with %i',
		([CI, ends]) => {
			const refusing = `import fs from 'node:fs'; import processes from 'node:child_process';
			import { syncBuiltinESMExports } from 'node:module'; const { existsSync } = fs;
			fs.existsSync = (path) => path !== '/usr/bin/apt-get' && existsSync(path);
			processes.spawnSync = () => ({ status: 0 }); syncBuiltinESMExports();`;
			const settings = { CI, FIREFOX_PATH: '/there/is/none' };
			const { status, said } = new Project().node([...first(refusing), 'tools/setup.mjs', '--engines'], settings);
			expect(said).toContain('No firefox found: on Debian apt-get install firefox-esr; else install Firefox, or set');
			expect(status).toBe(ends);
		},
	);

	test.for(['18.20.4', '20.18.3', '21.7.3', '22.11.0'])(
		'under Node.js %s stops at once, with one line that says why',
		(version) => {
			const pretended = `for (const [name, value] of Object.entries({ version: 'v${version}', versions: { ...process.versions, node: '${version}' } })) Object.defineProperty(process, name, { value });`;
			const { status, said } = new Project().node([...first(pretended), 'tools/setup.mjs']);
			expect(said).toBe(`This project needs Node.js 20.19 or later of 20, or 22.12 or later; this is v${version}.\n`);
			expect(status).toBe(1);
		},
	);
});
