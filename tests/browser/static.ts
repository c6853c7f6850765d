/** Documents without scripts: rendered by the build's bundle, and parsed by a browser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page as Tab } from '@playwright/test';
import type { Records } from '../../src/domain/model/records.ts';
import { validate } from '../../tools/validate/validate.ts';
import { measure } from '../../tools/build/measure.ts';
import { typeset } from '../../tools/build/typefaces.ts';
import { dataFiles } from '../../tools/build/record-data.ts';
import { casePage, notFound, staticPage, type Bundle } from '../../tools/build/pages.ts';
import { prerenderOf } from '../sites.ts';

const root = join(import.meta.dirname, '../..');
const bundle: Bundle = { main: 'm.js', css: 'c.css', fonts: [], records: 'r.json', start: '0' };
const template = readFileSync(join(root, 'index.html'), 'utf8');
const { prerender } = await prerenderOf('dist');

const verdict = validate(root);
if (!verdict.ok) throw new Error('The data of this case do not pass.');
export const { records } = verdict;

/** Path → HTML of every document. */
export function documentsOf(of: Records, base = './'): ReadonlyMap<string, string> {
	const site = prerender(of, measure, typeset, base);
	return new Map([
		['index.html', casePage(template, site, bundle, base)],
		['404.html', notFound(site.notFound, base)],
		...[...site.pages, site.data.page(dataFiles(site.data).list)].map(
			(page) => [page.path, staticPage(page, bundle)] as const,
		),
	]);
}

/** Collapses white space as a browser does. */
export const fold = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The title and the readable text of each document, without the numbers of notes inside texts. */
export async function readAll(tab: Tab, documents: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
	const texts = await tab.evaluate(
		(all) =>
			all.map(([path, html]) => {
				const { title, body } = new DOMParser().parseFromString(html, 'text/html');
				for (const added of body.querySelectorAll('script, style, sup, .other')) added.remove();
				return [path, `${title} ${body.textContent}`] as const;
			}),
		[...documents],
	);
	return new Map(texts.map(([path, text]) => [path, fold(text)]));
}

/** The words that a text lacks. */
export const lacking = (text: string | undefined, words: readonly string[]) =>
	words.filter((w) => !text?.includes(fold(w)));
