/** The law of floors as a function over files, so that the tests can also show that it can be broken. */
import { posix } from 'node:path';
import ts from 'typescript';

export interface File {
	/** From the top of the repository, with "/". */
	readonly path: string;
	readonly text: string;
}

/** A floor may use itself, the floors and packages named beside it, and nothing else. */
export const LAW: Readonly<Record<string, readonly string[]>> = {
	domain: ['date-fns', '@date-fns/utc', 'minisearch'],
	layout: ['domain', 'd3'],
	state: ['domain', 'layout', 'svelte'],
	table: ['domain', 'layout'],
	view: [
		'domain',
		'layout',
		'state',
		'svelte',
		'd3',
		'@fontsource-variable/newsreader',
		'@fontsource-variable/public-sans',
	],
	data: ['domain'],
	entries: ['data', 'domain', 'state', 'view', 'svelte', 'virtual:agencies.css'],
};
/** Packages and globals with one home. Everything behind the home's door speaks our own words. */
const ONE_HOME: Readonly<Record<string, string>> = {
	'date-fns': 'src/domain/model/when.ts',
	'@date-fns/utc': 'src/domain/model/when.ts',
	minisearch: 'src/domain/query/search.ts',
};
const HISTORY = 'src/state/url.svelte.ts';
/** Effects talk to something that is not Svelte: the address bar, a timer, a gesture. Here and nowhere else. */
export const EFFECTS: readonly string[] = [
	'src/state/url.svelte.ts',
	'src/view/chart/zoomable.svelte.ts',
	'src/view/chart/moving.svelte.ts',
	'src/view/filters/at-rest.svelte.ts',
];
/** What mounts in the browser only, and so may carry `style`: the chart's stage. The policy allows none in prerendered markup. */
const CLIENT_ONLY = /^src\/view\/chart\/(?!(Static)?Chart\.)/;
const MAX_LINES = 250;
/** What domain/ and layout/ may not know: the page, the clock, chance and Svelte. */
const IMPURE =
	/^(\$\w+|document|window|self|globalThis|location|history|navigator|localStorage|sessionStorage|screen|fetch|crypto|performance|console|process|setTimeout|setInterval|queueMicrotask|requestAnimationFrame|addEventListener|matchMedia|getComputedStyle|scrollTo|[A-Z]\w*Element|Node|Image|Worker|Temporal)$/;

const IMPURE_CALL =
	/^Math\.random$|^Date\.now$|\.[gs]et(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)$|\.toLocale\w*String$/;

const scripts = ({ path, text }: File) =>
	path.endsWith('.svelte')
		? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((m) => m[1]!).join('\n')
		: text;
const markup = (text: string) =>
	text.replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '').replace(/<!--[\s\S]*?-->/g, '');
const styles = ({ path, text }: File) =>
	path.endsWith('.css') ? text : [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((m) => m[1]!).join('\n');

/** Every module a file names: static, dynamic and type imports, and what its styles load. */
function imports(file: File): string[] {
	const css = file.path.endsWith('.ts')
		? []
		: [...styles(file).matchAll(/(?:url\(|@import\s+)\s*['"]?([^'")]+)/g)].map((m) => m[1]!);
	const code = file.path.endsWith('.css') ? [] : ts.preProcessFile(scripts(file)).importedFiles.map((f) => f.fileName);
	return [...code, ...css.filter((url) => !url.startsWith('data:') && !url.startsWith('#'))];
}

/** Names as the code uses them: no comments, no texts, no fields of something else. */
function names(file: File): Set<string> {
	const found = new Set<string>();
	const visit = (node: ts.Node) => {
		const field =
			ts.isIdentifier(node) &&
			((ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) ||
				((ts.isPropertyAssignment(node.parent) || ts.isPropertySignature(node.parent)) && node.parent.name === node));
		if (ts.isIdentifier(node) && !field) found.add(node.text);
		// Math and Date are pure but for chance, the clock and the reader's time zone.
		if (ts.isPropertyAccessExpression(node) && IMPURE_CALL.test(node.getText())) found.add(node.getText());
		if (ts.isNewExpression(node) && node.getText() === 'new Date()') found.add('new Date()');
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file.path, scripts(file), ts.ScriptTarget.Latest, true));
	return found;
}

const floorOf = (path: string) => {
	const [, floor, ...inner] = path.split('/');
	return inner.length ? floor! : 'entries';
};
/** The floor or package a module belongs to. */
function target(path: string, spec: string): string {
	if (spec.startsWith('.')) return floorOf(posix.join(posix.dirname(path), spec));
	if (spec.startsWith('virtual:')) return spec;
	return spec
		.split('/')
		.slice(0, spec.startsWith('@') ? 2 : 1)
		.join('/');
}

/** What of the law a file breaks; every sentence begins with its path. */
export function breaches(file: File): string[] {
	const { path, text } = file;
	const found: string[] = [];
	const breach = (what: string) => found.push(`${path} ${what}`);
	const lines = text.split('\n').length - Number(text.endsWith('\n'));
	if (/\.(ts|svelte|css|mjs)$/.test(path) && lines > MAX_LINES) breach(`has ${lines} lines`);
	if (!path.startsWith('src/') || !/\.(ts|svelte|css)$/.test(path) || path.endsWith('.d.ts')) return found;

	const floor = floorOf(path);
	const allowed = [floor, ...(LAW[floor] ?? [])];
	for (const spec of imports(file)) {
		const to = target(path, spec);
		if (!allowed.includes(to)) breach(`(${floor}) imports ${spec}`);
		if (to in ONE_HOME && ONE_HOME[to] !== path) breach(`imports ${spec}, which only ${ONE_HOME[to]!} may`);
		if (spec.startsWith('.') && !/\.\w+$/.test(spec)) breach(`imports ${spec} without its extension`);
	}
	if (path.endsWith('.css')) return found;

	const used = names(file);
	if (floor === 'domain' || floor === 'layout') {
		for (const name of used)
			if (IMPURE.test(name) || IMPURE_CALL.test(name) || name === 'new Date()') breach(`is not pure: ${name}`);
		// The calendar has one home too: domain/ has numbers; d3's dates stay within layout/.
		if (floor === 'domain' && used.has('Date')) breach('is not pure: Date');
		if (/\.svelte(\.ts)?$/.test(path)) breach('is not pure: a file of Svelte');
	}
	if (used.has('history') && path !== HISTORY) breach('touches history');
	if (used.has('$effect') && !EFFECTS.includes(path)) breach('has an $effect');
	if (
		path.endsWith('.ts') &&
		!path.endsWith('.svelte.ts') &&
		[...used].some((n) => /^\$(state|derived|effect)$/.test(n))
	)
		breach('reacts, but is not named .svelte.ts');
	if (path.endsWith('.svelte')) {
		if (markup(text).includes('{@html')) breach('has {@html}');
		if (/\sstyle[=:]/.test(markup(text)) && !CLIENT_ONLY.test(path)) breach('has style in prerendered markup');
	}
	return found;
}
