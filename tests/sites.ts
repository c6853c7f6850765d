/** Sites of other cases that reuse the bundle of an existing build: only data, texts and documents are new. */
import { appendFileSync, cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Records } from '../src/domain/model/records.ts';
import { agencyCss } from '../tools/build/agency-css.ts';
import { assemble } from '../tools/build/assemble.ts';
import { measure } from '../tools/build/measure.ts';
import { typeset } from '../tools/build/typefaces.ts';

const root = join(import.meta.dirname, '..');
const template = readFileSync(join(root, 'index.html'), 'utf8');

type Prerender = Pick<typeof import('../src/prerender.ts'), 'prerender'>;
/** The module that renders the documents. @param out name of the folder of a built site */
export const prerenderOf = (out: string) =>
	import(pathToFileURL(join(root, `node_modules/.prerender/${out}/prerender.js`)).href) as Promise<Prerender>;

/** The bundle of a built site, from the references in its page. */
function bundleOf(site: string) {
	const html = readFileSync(join(site, 'index.html'), 'utf8');
	const one = (pattern: RegExp) => pattern.exec(html)![1]!;
	return {
		main: one(/ data-main="\.\/([^"]+)"/),
		css: one(/<link rel="stylesheet" href="\.\/([^"]+)"/),
		fonts: [...html.matchAll(/<link rel="preload" as="font" type="font\/woff2" href="\.\/([^"]+)"/g)].map((m) => m[1]!),
		start: one(/<script id="start"[^>]*>([^]*?)<\/script>/),
	};
}

/** @param name folder of the built site, relative to the repository @param to folder of the new site */
export async function makeSite(name: string, theCase: string, records: Records, to: string) {
	const built = join(root, name);
	const bundle = bundleOf(built);
	const { prerender } = await prerenderOf(name.split('/').at(-1)!);
	rmSync(to, { recursive: true, force: true });
	const isBundled = (path: string) => !/\/(data-\w+\.json|events|documents|data|seeds)$/.test(path);
	cpSync(built, to, { recursive: true, filter: isBundled });
	appendFileSync(join(to, bundle.css), agencyCss(records.agencies));
	await assemble(to, theCase, {
		records,
		site: prerender(records, measure, typeset, './'),
		bundle,
		template,
		base: './',
	});
}
