/** The law of floors as a function over files, so that tests can also show that it detects violations. */
import { posix } from 'node:path';
import ts from 'typescript';
import { STANDINGS } from '../../src/domain/model/vocabulary.ts';

export interface File {
	/** Relative to the repository, with "/". */
	readonly path: string;
	readonly text: string;
}

/** A floor may only use itself and the floors and packages listed here. */
export const LAW: Readonly<Record<string, readonly string[]>> = {
	domain: ['date-fns', '@date-fns/utc', 'minisearch', 'd3-dsv'],
	layout: ['domain', 'd3'],
	state: ['domain', 'layout', 'svelte'],
	table: ['domain', 'layout'],
	view: ['domain', 'layout', 'state', 'svelte', 'd3', '@fontsource/newsreader', '@fontsource-variable/public-sans'],
	data: ['domain'],
	entries: ['data', 'domain', 'state', 'view', 'svelte', 'virtual:agencies.css'],
};
/** Libraries, and the only files that may import them. */
export const HOMES: Readonly<Record<string, readonly string[]>> = {
	'date-fns': ['src/domain/model/when.ts'],
	'@date-fns/utc': ['src/domain/model/when.ts'],
	minisearch: ['src/domain/query/search.ts'],
	'd3-dsv': ['src/domain/exchange/csv.ts'],
	d3: ['src/view/chart/zoomable.svelte.ts', 'src/layout/even-ticks.ts'],
};
const ENTRIES = ['src/start.ts', 'src/main.ts', 'src/prerender.ts'];
/** The entry that reaches src/table/, until a page that opens files exists. */
const LARGE = ['tests/large/main.ts'];
const HISTORY = 'src/state/url.svelte.ts';
/** The only files with effects, which talk to something outside Svelte: the address bar, a timer, a gesture. */
export const EFFECTS: readonly string[] = [
	'src/state/url.svelte.ts',
	'src/view/chart/zoomable.svelte.ts',
	'src/view/chart/positioner.svelte.ts',
	'src/view/filters/throttled.svelte.ts',
];
/** Only in the browser, and so allowed `style`, which the policy forbids in prerendered markup: the chart's stage. */
const CLIENT_ONLY = /^src\/view\/chart\/(?!(StaticChart|ChartBar|Legend|LaneNames)\.)/;
const [MAX_LINES, MAX_WIDTH] = [250, 120];
/** Folders in which the line length is checked. */
export const NARROW: readonly string[] = ['src/'];
/** HTML and the `rel` of links belong to the page, not to domain/; formats may consist of markup. */
const OF_THE_PAGE = /<[a-z]|<\/|^(external|nofollow)$/i;
/** Values with getters: a destructured value would never be updated. */
const GETTERS = /^(getTimeline|timeline|getChart|chart)$/;
/** Names that floors without a page must not use: the page, the clock, chance and Svelte. */
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

/** Every module that a file names: static, dynamic and type imports, and files that its styles load. */
function imports(file: File): string[] {
	const css = file.path.endsWith('.ts')
		? []
		: [...styles(file).matchAll(/(?:url\(|@import\s+)\s*['"]?([^'")]+)/g)].map((m) => m[1]!);
	const code = file.path.endsWith('.css') ? [] : ts.preProcessFile(scripts(file)).importedFiles.map((f) => f.fileName);
	const inMarkup = file.path.endsWith('.svelte')
		? [...markup(file.text).matchAll(/\bimport\(\s*['"]([^'"]+)/g)].map((m) => m[1]!)
		: [];
	return [...code, ...inMarkup, ...css.filter((url) => !url.startsWith('data:') && !url.startsWith('#'))];
}

const parsed = (file: File) => ts.createSourceFile(file.path, scripts(file), ts.ScriptTarget.Latest, true);

/** The text of every string and of every part of a template. */
function strings(file: File): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node) => {
		if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
			found.push(node.text);
		ts.forEachChild(node, visit);
	};
	visit(parsed(file));
	return found;
}

/** The first name of an expression: `getTimeline` in `getTimeline().dataset.events`. */
function rootOf(node: ts.Node): string {
	if (ts.isIdentifier(node)) return node.text;
	const inner = (node as Partial<ts.PropertyAccessExpression>).expression;
	return inner ? rootOf(inner) : '';
}
/** Expressions that a script destructures outside of functions. */
const takenApart = (file: File): string[] =>
	parsed(file)
		.statements.filter(ts.isVariableStatement)
		.flatMap(({ declarationList }) => declarationList.declarations)
		.flatMap(({ name, initializer }) => (initializer && !ts.isIdentifier(name) ? [initializer] : []))
		.filter((from) => GETTERS.test(rootOf(from)))
		.map((from) => from.getText());

/** Names that the code uses: without comments, strings and fields of objects. */
function names(file: File): Set<string> {
	const found = new Set<string>();
	const visit = (node: ts.Node) => {
		const field =
			ts.isIdentifier(node) &&
			((ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) ||
				((ts.isPropertyAssignment(node.parent) || ts.isPropertySignature(node.parent)) && node.parent.name === node));
		if (ts.isIdentifier(node) && !field) found.add(node.text);
		// Math and Date are pure except for chance, the clock and the reader's time zone.
		if (ts.isPropertyAccessExpression(node) && IMPURE_CALL.test(node.getText())) found.add(node.getText());
		if (ts.isNewExpression(node) && node.getText() === 'new Date()') found.add('new Date()');
		ts.forEachChild(node, visit);
	};
	visit(parsed(file));
	return found;
}

const floorOf = (path: string) => {
	const [, floor, ...inner] = path.split('/');
	return inner.length ? floor! : 'entries';
};
/** The floor or package that a module belongs to. */
function target(path: string, spec: string): string {
	if (spec.startsWith('.')) return floorOf(posix.join(posix.dirname(path), spec));
	if (spec.startsWith('virtual:')) return spec;
	return spec
		.split('/')
		.slice(0, spec.startsWith('@') ? 2 : 1)
		.join('/');
}

/** Files that can be reached by imports from some files, including those. */
function reached(files: ReadonlyMap<string, File>, from: readonly string[]): ReadonlySet<string> {
	const found = new Set(from);
	// The loop also visits files that are added to the set meanwhile.
	for (const path of found)
		for (const spec of files.has(path) ? imports(files.get(path)!) : [])
			if (spec.startsWith('.')) found.add(posix.join(posix.dirname(path), spec.replace(/\?.*/, '')));
	return found;
}
/** Files of src to which no import leads from an entry. */
export function unreached(files: readonly File[]): string[] {
	const byPath = new Map(files.map((file) => [file.path, file]));
	const [page, large] = [reached(byPath, ENTRIES), reached(byPath, LARGE)];
	const isReached = (path: string) => page.has(path) || (path.startsWith('src/table/') && large.has(path));
	return [...byPath.keys()].filter((p) => p.startsWith('src/') && !p.endsWith('.d.ts') && !isReached(p));
}

/** Old names of the project, words of unusual English, and names that had several meanings. */
const OLD =
	/\b(reckon(?:s|ed|ing)?|anew|amid|whoever|mend(?:s|ed|ing)?|warps?|toW|toT|ghosts?|(?:act|delay)Rows?|(?:is)?heldBack|labelSides|placesOf|actCount|PlotGround)\b|tools\/gate\b/gi;
const PLAIN = 'use plain modern English and the terms of the field';
/** These files list the words, or quote a title that has one. */
const QUOTING = ['tests/unit/law.ts', 'tests/unit/architecture.test.ts', 'tests/browser/grounds.spec.ts'];

/** The violations in a file; each sentence begins with the path. @param narrow folders with a limit on line length */
export function breaches(file: File, narrow = NARROW): string[] {
	const { path, text } = file;
	const found: string[] = [];
	const breach = (what: string) => found.push(`${path} ${what}`);
	const lines = text.split('\n').length - Number(text.endsWith('\n'));
	if (/\.(ts|svelte|css|mjs)$/.test(path) && lines > MAX_LINES) breach(`has ${lines} lines`);
	if (!QUOTING.includes(path)) for (const word of new Set(text.match(OLD))) breach(`says “${word}”: ${PLAIN}`);
	if (!path.startsWith('src/') || !/\.(ts|svelte|css)$/.test(path) || path.endsWith('.d.ts')) return found;

	const floor = floorOf(path);
	const allowed = [floor, ...(LAW[floor] ?? [])];
	for (const spec of imports(file)) {
		const to = target(path, spec);
		if (!allowed.includes(to)) breach(`(${floor}) imports ${spec}`);
		if (HOMES[to]?.includes(path) === false) breach(`imports ${spec}, which only ${HOMES[to].join(', ')} may`);
		if (spec.startsWith('.') && !/\.\w+$/.test(spec)) breach(`imports ${spec} without its extension`);
	}
	if (narrow.some((place) => path.startsWith(place)))
		for (const [i, { length }] of text.split('\n').entries())
			if (length > MAX_WIDTH) breach(`has ${length} characters in line ${i + 1}`);
	if (path.endsWith('.css')) return found;

	const used = names(file);
	if (['domain', 'layout'].includes(floor) || (floor === 'table' && !path.endsWith('.svelte.ts'))) {
		for (const name of used)
			if (IMPURE.test(name) || IMPURE_CALL.test(name) || name === 'new Date()') breach(`is not pure: ${name}`);
		// domain/ uses numbers for time; d3's dates stay within layout/.
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
	if (floor === 'domain' && !path.startsWith('src/domain/exchange/'))
		for (const string of strings(file)) if (OF_THE_PAGE.test(string)) breach(`speaks of the page: ${string.trim()}`);
	if (path.endsWith('.svelte')) {
		for (const value of takenApart(file)) breach(`takes ${value} apart at set-up`);
		if (markup(text).includes('{@html')) breach('has {@html}');
		if (/\sstyle[=:]/.test(markup(text)) && !CLIENT_ONLY.test(path)) breach('has style in prerendered markup');
	}
	return found;
}

/** What tests of the page must not know, so that the case can grow: its ids and its number of events. */
export interface Case {
	readonly ids: ReadonlySet<string>;
	readonly events: number;
}
/** Ids of the case that are common words in code: names of a browser or of metadata for networks. */
export const EVERYDAY: readonly string[] = ['google', 'state', 'twitter'];
/** Ids of one word that also name something else: they count only in an address. */
const OTHER_NAMES: ReadonlySet<string> = new Set([...Object.keys(LAW), ...Object.keys(STANDINGS), ...EVERYDAY]);

/** Places where a test knows the case; each sentence begins with path and line. */
export function knowledge({ path, text }: File, { ids, events }: Case): string[] {
	const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
	const found: string[] = [];
	const visit = (node: ts.Node) => {
		if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isRegularExpressionLiteral(node)) {
			const words = [...node.text.matchAll(/[a-z0-9]+(-[a-z0-9]+)+/g)].map(([word]) => word);
			const values = [...node.text.matchAll(/[?&]\w+=([\w,-]+)/g)].flatMap(([, list]) => list!.split(','));
			const whole = OTHER_NAMES.has(node.text) ? [] : [node.text];
			const { line } = source.getLineAndCharacterOfPosition(node.getStart());
			for (const id of new Set([...words, ...values, ...whole]))
				if (ids.has(id)) found.push(`${path}:${line + 1} knows the id “${id}”`);
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	const count = new RegExp(`\\b${events} (of|events|articles|marks)\\b|of ${events}\\b|(Count|Length)\\(${events}\\)`);
	text.split('\n').forEach((line, i) => {
		if (count.test(line)) found.push(`${path}:${i + 1} knows that there are ${events} events`);
	});
	return found;
}
