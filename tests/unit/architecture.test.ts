/** The code obeys the law of floors, and violations of the law are detected. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { breaches, EFFECTS, HOMES, knowledge, LAW, unreached, type File } from './law.ts';
import { records, root } from './record.ts';

const files: readonly File[] = ['src', 'tools', 'tests'].flatMap((folder) =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
		.filter((path) => /\.(ts|svelte|css|mjs)$/.test(path) && !path.includes('/node_modules/'))
		.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
);

test.for(files)('$path obeys the law', (file) => {
	expect(breaches(file)).toEqual([]);
});

test('every file of src is reached from an entry', () => {
	expect(unreached(files)).toEqual([]);
});

test('every library is imported where the law says', () => {
	for (const [library, homes] of Object.entries(HOMES))
		for (const path of homes)
			expect(files.find((f) => f.path === path)?.text, `${library} in ${path}`).toContain(`from '${library}`);
});

test('the law looks at every floor, and every folder of src is one', () => {
	const floors = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((d) => d.isDirectory());
	expect(floors.map((d) => d.name).toSorted()).toEqual(
		Object.keys(LAW)
			.filter((f) => f !== 'entries')
			.toSorted(),
	);
	for (const floor of ['domain', 'layout', 'state', 'table', 'view', 'data'])
		expect(
			files.some((f) => f.path.startsWith(`src/${floor}/`)),
			floor,
		).toBe(true);
});

test('every file that may have an $effect has one', () => {
	const text = (path: string) => files.find((f) => f.path === path)?.text ?? '';
	for (const path of EFFECTS) expect(text(path), path).toContain('$effect');
});

const BROKEN: readonly (readonly [path: string, text: string, breach: string])[] = [
	['tools/a.ts', '// How to mend it.', 'says “mend”'],
	['src/layout/a.ts', 'export const actRows = 7;', 'says “actRows”'],
	['src/domain/a.ts', `import { x } from '../state/b.svelte.ts';`, '(domain) imports ../state/b.svelte.ts'],
	['src/domain/a.ts', `import type { X } from '../layout/b.ts';`, '(domain) imports ../layout/b.ts'],
	['src/domain/a.ts', `export const x = () => import('../view/b.ts');`, '(domain) imports ../view/b.ts'],
	['src/domain/a.ts', `export { x } from '../main.ts';`, '(domain) imports ../main.ts'],
	['src/domain/a.ts', `import * as v from 'valibot';`, '(domain) imports valibot'],
	[
		'src/domain/a.ts',
		`import { x } from '../../tools/validate/validate.ts';`,
		'imports ../../tools/validate/validate.ts',
	],
	['src/domain/a.ts', `import { scaleUtc } from 'd3';`, '(domain) imports d3'],
	[
		'src/domain/a.ts',
		`import { parseISO } from 'date-fns';`,
		'imports date-fns, which only src/domain/model/when.ts may',
	],
	['src/domain/a.ts', `import { utc } from '@date-fns/utc';`, 'imports @date-fns/utc, which only'],
	[
		'src/domain/a.ts',
		`import MiniSearch from 'minisearch';`,
		'imports minisearch, which only src/domain/query/search.ts',
	],
	[
		'src/layout/a.ts',
		`import { scaleUtc } from 'd3';`,
		'imports d3, which only src/view/chart/zoomable.svelte.ts, src/layout/even-ticks.ts may',
	],
	['src/domain/a.ts', `import { x } from './b';`, 'imports ./b without its extension'],
	['src/layout/a.ts', `import { utcDay } from 'date-fns/utcDay';`, '(layout) imports date-fns/utcDay'],
	['src/layout/a.ts', `import { x } from '../state/b.svelte.ts';`, '(layout) imports ../state/b.svelte.ts'],
	['src/state/a.svelte.ts', `import A from '../view/A.svelte';`, '(state) imports ../view/A.svelte'],
	['src/state/a.svelte.ts', `import data from '../data/events.json';`, '(state) imports ../data/events.json'],
	['src/view/A.svelte', `<script lang="ts">\nimport { x } from '../data/index.ts';\n</script>`, '(view) imports'],
	['src/view/a.css', `@import '../data/a.css';`, '(view) imports ../data/a.css'],
	['src/view/a.css', `a { background: url('https://elsewhere.example/a.png'); }`, '(view) imports https:'],
	['src/view/A.svelte', `<p>x</p>\n<style>\n@import 'somewhere/a.css';\n</style>`, '(view) imports somewhere/a.css'],
	['src/view/A.svelte', `{#await import('../main.ts') then x}{x}{/await}`, '(view) imports ../main.ts'],
	['src/table/a.ts', `import { x } from '../state/b.svelte.ts';`, '(table) imports ../state/b.svelte.ts'],
	['src/table/a.svelte.ts', `import { createContext } from 'svelte';`, '(table) imports svelte'],
	['src/layout/a.ts', `import { x } from '../table/b.ts';`, '(layout) imports ../table/b.ts'],
	['src/state/a.ts', `import type { X } from '../table/b.ts';`, '(state) imports ../table/b.ts'],
	['src/view/A.svelte', `<script>\nimport { x } from '../table/b.ts';\n</script>`, '(view) imports ../table/b.ts'],
	['src/main.ts', `import { x } from './table/b.ts';`, '(entries) imports ./table/b.ts'],
	['src/table/a.ts', `export const x = () => fetch('/');`, 'is not pure: fetch'],
	['src/table/A.svelte', `<p>x</p>`, 'is not pure: a file of Svelte'],
	['src/data/index.ts', `import { x } from '../state/b.svelte.ts';`, '(data) imports ../state/b.svelte.ts'],
	['src/main.ts', `import { x } from './layout/b.ts';`, '(entries) imports ./layout/b.ts'],
	['src/main.ts', `import 'virtual:other.css';`, '(entries) imports virtual:other.css'],
	['src/domain/a.ts', `export const x = () => document.title;`, 'is not pure: document'],
	['src/domain/a.ts', `export const now = () => Date.now();`, 'is not pure: Date'],
	['src/domain/a.ts', `export const year = (t: number) => new Date(t).getFullYear();`, 'is not pure: Date'],
	['src/layout/a.ts', `export const x = () => Math.random();`, 'is not pure: Math.random'],
	['src/layout/a.ts', `export const now = () => Date.now();`, 'is not pure: Date.now'],
	['src/layout/a.ts', `export const now = () => +new Date();`, 'is not pure: new Date()'],
	['src/layout/a.ts', `export const m = (d: Date) => d.getMonth();`, 'is not pure: d.getMonth'],
	['src/layout/a.ts', `export const fits = (e: HTMLElement) => e.offsetWidth;`, 'is not pure: HTMLElement'],
	['src/layout/a.ts', `export const x = $state(1);`, 'is not pure: $state'],
	['src/layout/a.svelte.ts', `export const x = 1;`, 'is not pure: a file of Svelte'],
	['src/view/a.ts', `export const back = () => history.back();`, 'touches history'],
	['src/view/A.svelte', `<button onclick={() => 1}>x</button><script>\nhistory.back();\n</script>`, 'touches history'],
	['src/view/A.svelte', `<script>\n$effect(() => {});\n</script>`, 'has an $effect'],
	['src/state/a.svelte.ts', `$effect.pre(() => {});`, 'has an $effect'],
	['src/state/a.ts', `export const x = $derived(1);`, 'reacts, but is not named .svelte.ts'],
	['src/view/A.svelte', `<p>{@html text}</p>`, 'has {@html}'],
	['src/view/A.svelte', `<p style="color: red">x</p>`, 'has style in prerendered markup'],
	['src/view/A.svelte', `<p\n\tstyle:--x="1px">x</p>`, 'has style in prerendered markup'],
	['src/domain/a.ts', 'export const x = (s: string) => `<b>${s}`;', 'speaks of the page: <b>'],
	['src/domain/a.ts', 'export const x = (s: string) => `${s}</b>`;', 'speaks of the page: </b>'],
	['src/domain/a.ts', `export const rel = 'external';`, 'speaks of the page: external'],
	['src/domain/a.ts', `export const rel = 'nofollow';`, 'speaks of the page: nofollow'],
	['src/view/A.svelte', `<script>\nconst { a } = timeline.dataset;\n</script>`, 'takes timeline.dataset apart'],
	['src/view/A.svelte', `<script>\nconst { a } = timeline;\n</script>`, 'takes timeline apart'],
	[
		'src/view/A.svelte',
		`<script>\nconst { a } = getTimeline().dataset;\n</script>`,
		'takes getTimeline().dataset apart',
	],
	['src/view/A.svelte', `<script>\nlet [a] = chart.marks.slice(1);\n</script>`, 'takes chart.marks.slice(1) apart'],
	['src/view/A.svelte', `<script>\nconst { data: { columns } } = getChart();\n</script>`, 'takes getChart() apart'],
	['src/layout/a.ts', `\n// ${'x'.repeat(118)}`, 'has 121 characters in line 2'],
	['src/table/a.ts', `// ${'x'.repeat(118)}`, 'has 121 characters in line 1'],
	['src/view/a.css', 'a {}\n'.repeat(251), 'has 251 lines'],
	['tools/a.mjs', '\n'.repeat(251), 'has 251 lines'],
	['tests/unit/a.test.ts', '\n'.repeat(251), 'has 251 lines'],
];

describe('the law names', () => {
	test.for(BROKEN)('%s: %s', ([path, text, breach]) => {
		const found = breaches({ path, text });
		expect(found.join('\n')).toContain(breach);
		for (const sentence of found) expect(sentence.startsWith(`${path} `)).toBe(true);
	});
});

describe('a file that no entry reaches', () => {
	const [main, unused] = [
		{ path: 'src/main.ts', text: `import './view/A.svelte';` },
		{ path: 'src/view/b.ts', text: '' },
	];
	const inPage = (text: string) => [main, { path: 'src/view/A.svelte', text }, unused];
	test('is named', () => {
		expect(unreached(inPage('<p>./b.ts</p>'))).toEqual(['src/view/b.ts']);
		const table = { path: 'src/table/a.ts', text: `import '../view/b.ts';` };
		expect(unreached([...inPage(''), table])).toEqual(['src/view/b.ts', 'src/table/a.ts']);
		// Files that only the page of a million events reaches must be in src/table/.
		const large = { path: 'tests/large/main.ts', text: `import '../../src/table/a.ts?worker&url';` };
		expect(unreached([...inPage(''), table, large])).toEqual(['src/view/b.ts']);
	});
	test.for([
		`<script>\nimport { b } from './b.ts';\n</script>`,
		`<script>\nimport type { B } from './b.ts';\n</script>`,
		`<script>\nconst b = () => import('./b.ts');\n</script>`,
		`{#await import('./b.ts') then b}{b}{/await}`,
	])('is reached by %s', (text) => {
		expect(unreached(inPage(text))).toEqual([]);
	});
	test('is reached by styles', () => {
		const css = { path: 'src/view/b.css', text: '' };
		const text = `<p>x</p>\n<style>\n@import './b.css';\n</style>`;
		expect(unreached([main, { path: 'src/view/A.svelte', text }, css])).toEqual([]);
		expect(unreached([main, { path: 'src/view/A.svelte', text: '' }, css])).toEqual(['src/view/b.css']);
	});
});

describe('the law allows', () => {
	test.for([
		['src/domain/model/when.ts', `import { parseISO } from 'date-fns';\nexport const x = parseISO;`],
		[
			'src/domain/a.ts',
			`// Date.now() and document in a comment\nexport const x = { document: 'window', at: 'from "valibot"' };`,
		],
		['src/domain/a.ts', `export const x = (s: { location: string }) => s.location;`],
		['src/view/chart/zoomable.svelte.ts', `import { zoom } from 'd3';\nexport const x = zoom;`],
		['src/layout/a.ts', `export const x = Math.max(1, 2);`],
		['src/layout/a.ts', `// ${'x'.repeat(117)}`],
		['src/table/a.svelte.ts', `export const x = $state.raw(performance.now());`],
		['src/domain/a.ts', `export const x = (a: number) => (a < 1 ? 'a < b' : 'external links');`],
		['src/view/A.svelte', `<script>\nconst { a } = $derived(timeline.dataset);\nconst t = getTimeline();\n</script>`],
		[
			'src/view/A.svelte',
			`<script>\nfunction f() {\nconst { a } = timeline.dataset;\n}\nconst { b } = other.chart;\n</script>`,
		],
		['src/layout/a.ts', `export const m = (t: number) => new Date(t).getUTCMonth();`],
		['src/view/chart/Plot.svelte', `<p style:--x="1px">x</p>`],
		['src/view/a.css', `a { background: url(data:image/png;base64,AA) }\n`],
		['src/view/A.svelte', `<p class="style">x</p>\n<style>\n\tp { color: red; }\n</style>`],
		['tools/a.ts', `import * as v from 'valibot';\nexport const now = () => Date.now() + v.length;`],
		['tools/a.mjs', '\n'.repeat(250)],
	] as const)('%s: %s', ([path, text]) => {
		expect(breaches({ path, text })).toEqual([]);
	});
});

describe('the case can grow', () => {
	const { events, sources, agencies, disputes, case: told } = records;
	const entries = [
		...events,
		...events.flatMap((e) => e.quotes),
		...sources,
		...agencies,
		...disputes,
		...told.chapters,
	];
	// Ids that are also words of the model are ignored.
	const words = new Set(JSON.stringify(records).match(/(?<=")\w+(?=":)/g));
	const ids = entries.map((entry) => entry.id).filter((id) => !words.has(id));
	const ours = { ids: new Set(ids), events: events.length };
	const tests = files.filter(
		({ path }) => /^tests\/(?!bench|large|scale)/.test(path) && path !== 'tests/unit/case.test.ts',
	);

	test('because only the test of the case knows its ids or its number of events', () => {
		expect(tests.length).toBeGreaterThan(50);
		expect(tests.flatMap((file) => knowledge(file, ours))).toEqual([]);
	});

	const made = { ids: new Set(['flood-2001', 'mayor', 'layout']), events: 7 };
	test.for([
		["test('x', () => open('?e=flood-2001'));", 'knows the id “flood-2001”'],
		['const link = `?kind=a&agency=one,mayor&t=${x}`;', 'knows the id “mayor”'],
		["names(e, 'mayor');", 'knows the id “mayor”'],
		['expect(id).toMatch(/^flood-2001$/);', 'knows the id “flood-2001”'],
		['await expect(articles).toHaveCount(7);', 'knows that there are 7 events'],
		["expect(line).toBe('3 of 7 events');", 'knows that there are 7 events'],
	] as const)('and the law reports a test that does: %s', ([text, what]) => {
		expect(knowledge({ path: 'tests/a.ts', text: `\n${text}` }, made)).toEqual([`tests/a.ts:2 ${what}`]);
	});
	test.for(["the('mayor and the layout');", "floor('layout');", 'wait(7, 17);'])('but not %s', (text) => {
		expect(knowledge({ path: 'tests/a.ts', text }, made)).toEqual([]);
	});
});
