/** What survives when other programs store or transform the page: reader modes, archives, search in the page, copies on disk. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { events, quoted, theCase } from './facts.ts';
import { LONG, dist, expect, test } from './page.ts';
import { article, query } from './reader.ts';
import { fold, lacking, readAll } from './static.ts';
import { sentencesOf } from '../../src/domain/model/sentences.ts';

const quotedEvent = events.find((e) => e.quotes.length)!;
const readability = readFileSync(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8');
/** The text that a browser's reader mode shows. */
const retold = async (page: Page) =>
	fold(
		await page.evaluate(
			`(() => { ${readability}; return new Readability(document.cloneNode(true)).parse()?.textContent ?? '' })()`,
		),
	);

test.describe('a reader mode', () => {
	// Reader mode writes its own markup into a copy of the page.
	test.use({ bypassCSP: true });

	test('keeps the title of every event, in the page and in the dossier', LONG, async ({ page, open, home }) => {
		const titles = events.map((e) => e.title);
		await open();
		expect(lacking(await retold(page), titles)).toEqual([]);
		await page.goto(`${home}dossier.html`);
		expect(lacking(await retold(page), titles)).toEqual([]);
	});

	test('keeps summary and quotes of an event on its page', async ({ page, home }) => {
		await page.goto(`${home}events/${quotedEvent.id}/index.html`);
		const words = [...sentencesOf(quotedEvent).map((s) => s.says), ...quotedEvent.quotes.map((q) => q.exact)];
		expect(lacking(await retold(page), words)).toEqual([]);
	});
});

test.describe('a copy without scripts', () => {
	let folder: string;
	test.beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'copy-'));
		cpSync(dist, folder, { recursive: true });
	});
	test.afterAll(() => rmSync(folder, { recursive: true }));

	test('saved from the running page, links to the page of every event', LONG, async ({ page, open, browser }) => {
		await open();
		await page.evaluate(() => document.querySelectorAll('script').forEach((script) => script.remove()));
		writeFileSync(join(folder, 'kept.html'), await page.content());
		const context = await browser.newContext({ javaScriptEnabled: false });
		const copy = await context.newPage();
		const kept = pathToFileURL(join(folder, 'kept.html')).href;
		await copy.goto(kept);
		const hrefs = await copy
			.locator('article h3 > a')
			.evaluateAll((all) => all.map((a) => [a.textContent, (a as HTMLAnchorElement).href] as const));
		expect(hrefs.map(([title]) => title).toSorted()).toEqual(events.map((e) => e.title).toSorted());
		const blank = await browser.newPage();
		const texts = new Map(hrefs.map(([, href]) => [href, readFileSync(fileURLToPath(href), 'utf8')]));
		const read = await readAll(blank, texts);
		for (const [title, href] of hrefs) expect(lacking(read.get(href), [title]), href).toEqual([]);
		await blank.close();
		await copy.goto(hrefs[0]![1]);
		await expect(copy.getByRole('heading', { level: 1 })).toHaveText(hrefs[0]![0]);
		await context.close();
	});
});

test('the browser’s search finds quotes in closed events and opens those events', async ({ page, open }) => {
	await open();
	for (const e of events) {
		const body = article(page, e.id).locator('.body');
		await expect(body, e.id).toHaveAttribute('hidden', 'until-found');
		expect(
			lacking(
				fold((await body.innerHTML().then(() => body.textContent())) ?? ''),
				e.quotes.map((q) => q.exact),
			),
		).toEqual([]);
	}
	await article(page, quotedEvent.id)
		.locator('.body')
		.evaluate((body) => body.dispatchEvent(new Event('beforematch', { bubbles: true })));
	await expect(article(page, quotedEvent.id).locator('.body')).not.toHaveAttribute('hidden');
	expect(query(page)).toContain(quotedEvent.id);
});

test('from disk, every kind of document is linked, styled and readable, without errors', async ({ browser }) => {
	const page = await browser.newPage();
	const said: string[] = [];
	const asked: string[] = [];
	page.on('console', (m) => said.push(m.text()));
	page.on('pageerror', (e) => said.push(e.message));
	page.on('request', (r) => asked.push(r.url()));
	const styled = async () =>
		expect(await page.locator('body').evaluate((e) => getComputedStyle(e).fontFamily)).toContain('Public Sans');
	await page.goto(pathToFileURL(join(dist, 'index.html')).href);
	await styled();
	await page.getByRole('link', { name: quotedEvent.title }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(quotedEvent.title);
	await styled();
	const [quote] = quotedEvent.quotes;
	await page.locator('blockquote a').first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(quoted.find((s) => s.id === quote!.source)!.title);
	await expect(page.locator(`[id="${quote!.id}"]`)).toBeInViewport();
	await page.getByRole('link', { name: 'Everything on one page' }).click();
	await expect(page.locator('main article')).toHaveCount(events.length);
	await styled();
	await page.getByRole('link', { name: theCase.title }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(theCase.title);
	expect(asked.filter((url) => /\.js$|^https?:/.test(url))).toEqual([]);
	expect(said).toEqual([]);
	await page.close();
});
