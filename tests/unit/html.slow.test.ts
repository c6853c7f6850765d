/** Every kind of document is valid HTML, by the recommended rules of html-validate. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, type RuleConfig } from 'html-validate';
import { expect, test } from 'vitest';
import { casePage, notFound, staticPage, type Bundle } from '../../tools/build/pages.ts';
import { dataFiles } from '../../tools/build/record-data.ts';
import { loadTrial } from '../../tools/trial.mjs';
import { dataset, records, root } from './record.ts';

/** Rules that do not concern validity. */
const MATTERS_OF_TASTE = {
	// Lower case, closed void elements and empty attribute values are valid as well; Svelte writes them so.
	'doctype-style': 'off',
	'void-style': 'off',
	'attribute-empty-style': 'off',
	'attribute-boolean-style': 'off',
	// The standard allows ">" in text.
	'no-raw-characters': 'off',
	// There is no form that a button could submit.
	'no-implicit-button-type': 'off',
	// A landmark may have a name, but this rule does not know that "search" is one.
	'aria-label-misuse': 'off',
	// Since HTML5, an id may begin with a digit.
	'valid-id': ['error', { relaxed: true }],
	// A title is as long as the title of its event.
	'long-title': 'off',
} satisfies RuleConfig;

const validator = new HtmlValidate({ root: true, extends: ['html-validate:recommended'], rules: MATTERS_OF_TASTE });
const bundle: Bundle = { main: 'm.js', css: 'c.css', fonts: ['f.woff2'], records: 'r.json', start: '0' };
const SITE = 'https://example.org/a/';

const site = (await loadTrial()).documentsOf(records, SITE);
const richest = dataset.events.toSorted((a, b) => b.quotes.length - a.quotes.length)[0]!;
const bare = dataset.events.find((event) => !event.quotes.length)!;
const pages = [...site.pages, site.licences([]), site.data.page(dataFiles(site.data).list)];
const [held] = dataset.documents.keys();
const kinds: readonly (readonly [path: string, html: string])[] = [
	['index.html', casePage(readFileSync(join(root, 'index.html'), 'utf8'), site, bundle, './')],
	['404.html', notFound(site.notFound, './')],
	...[
		...[richest, bare].map(({ id }) => `events/${id}/index.html`),
		...[`documents/${held}/index.html`, 'data/index.html', 'dossier.html', 'sources.html', 'licences.html'],
	].map(
		(path) =>
			[
				path,
				staticPage(
					pages.find((page) => page.path === path)!,
					bundle,
				),
			] as const,
	),
];

test.for(kinds)('%s is valid', async ([path, html]) => {
	const { results } = await validator.validateString(html, path);
	expect(
		results.flatMap(({ messages }) => messages.map((m) => `${m.ruleId}: ${m.message} (${m.selector ?? m.line})`)),
	).toEqual([]);
});

test('the rules detect invalid HTML', async () => {
	const { valid } = await validator.validateString('<p id="a"><div id="a"></div></p>', 'broken.html');
	expect(valid).toBe(false);
});
