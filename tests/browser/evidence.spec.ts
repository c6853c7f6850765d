/** “Check everything” verifies every file and every quote with one press. Also tests what readers copy. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { events, quoted, quotes, source, textOf } from './facts.ts';
import { LONG, dist, expect, test } from './page.ts';
import { quotedEvent } from './picks.ts';
import { aboutCopy, article, currentPassage, meta, pane, proof, quotesMarked } from './reader.ts';

const seeds = /\/seeds\/[^/]+\.txt$/;
const dataFile = readdirSync(join(dist, 'assets')).find((f) => /^data-.*\.json$/.test(f))!;
const data = new RegExp(`/assets/${dataFile}$`);
const [document] = quoted;
const about = (page: Page) => page.locator('#about');
const checkAll = (page: Page) => about(page).getByRole('button', { name: 'Check everything' });
const said = (page: Page) =>
	about(page)
		.locator('dd', { has: page.getByRole('button', { name: 'Check everything' }) })
		.locator('p');
const alarm = (page: Page) => page.getByRole('alert').filter({ hasText: 'as it was recorded' });
const COUNT = 1 + quoted.length;

test('evidence.json has the SHA-256 of every data file and every text as served, and the data version', async ({
	request,
	home,
	page,
	open,
}) => {
	const list = (await (await request.get(`${home}evidence.json`)).json()) as {
		version: string;
		files: Record<string, string>;
	};
	expect(Object.keys(list.files).toSorted()).toEqual([`assets/${dataFile}`, ...quoted.map((s) => s.file!)].toSorted());
	for (const [path, hash] of Object.entries(list.files)) {
		const body = await (await request.get(home + path)).body();
		expect(createHash('sha256').update(body).digest('hex'), path).toBe(hash);
	}
	await open();
	await expect(about(page).locator('dd', { hasText: new RegExp(`^${list.version}$`) })).toBeVisible();
});

test('every file is as recorded and every quote is found', LONG, async ({ page, open }) => {
	await open(`?e=${quotedEvent.id}`);
	await expect(said(page)).toHaveText('Every file and every quote was checked when the page was built.');
	await checkAll(page).click();
	await expect(said(page)).toHaveText(
		`${COUNT} files as recorded; ${quotes.length} of ${quotes.length} quotes found verbatim, in your browser, just now.`,
	);
	await expect(alarm(page)).toHaveCount(0);
	await expect(pane(page)).toContainText('checked in your browser just now');
});

test('when one byte of a text is changed, the pane, every quote and the top of the page say so', async ({
	page,
	open,
}) => {
	const text = textOf(document!);
	const [changed] = quotedEvent.quotes;
	const at = text.indexOf(changed!.exact);
	const tampered = `${text.slice(0, at)}#${text.slice(at + 1)}`;
	await page.route(seeds, (route) => route.fulfill({ body: tampered, contentType: 'text/plain; charset=utf-8' }));
	await open(`?e=${quotedEvent.id}`);
	await checkAll(page).click();
	await expect(said(page)).toContainText(
		`${COUNT - 1} of ${COUNT} files as recorded; not as recorded: ${document!.file!};`,
	);
	await expect(said(page)).toContainText(`${quotes.length - 1} of ${quotes.length} quotes found verbatim`);
	await expect(alarm(page)).toContainText(`“${document!.title}”`);
	await expect(proof(page)).toContainText('This text is not the one we checked.');
	await expect(quotesMarked(page, 'found')).toHaveCount(0);
	await expect(quotesMarked(page, 'lost')).toHaveCount(quotes.length);
	await page.unroute(seeds);
	await checkAll(page).click();
	await expect(said(page)).toContainText(`${COUNT} files as recorded`);
	await expect(alarm(page)).toHaveCount(0);
	await expect(quotesMarked(page, 'found')).toHaveCount(quotes.length);
});

test('when one byte of the data is changed, that file is named, and the quotes keep their marks', async ({
	page,
	open,
}) => {
	await open();
	const body = readFileSync(join(dist, 'assets', dataFile), 'utf8').replace('2020', '2021');
	await page.route(data, (route) => route.fulfill({ body, contentType: 'application/json' }));
	await checkAll(page).click();
	await expect(said(page)).toContainText(
		`not as recorded: assets/${dataFile}; ${quotes.length} of ${quotes.length} quotes`,
	);
	await expect(alarm(page)).toContainText(`assets/${dataFile}`);
	await expect(quotesMarked(page, 'found')).toHaveCount(quotes.length);
});

test.describe('without its list', () => {
	test.use({ provoked: /404/ });

	test('the page says that nothing was checked, and can check again', LONG, async ({ page, open }) => {
		await page.route(/evidence\.json$/, (route) => route.fulfill({ status: 404, body: 'There is no page here' }));
		await open();
		await checkAll(page).click();
		await expect(said(page)).toContainText(
			'Not checked: the list of what was recorded (evidence.json) could not be read.',
		);
		await page.unroute(/evidence\.json$/);
		await checkAll(page).click();
		await expect(said(page)).toContainText(`${COUNT} files as recorded`);
	});
});

test('where the browser cannot hash, “Check everything” says so', LONG, async ({ page, open }) => {
	await page.addInitScript(() => Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined }));
	await open();
	await checkAll(page).click();
	await expect(said(page)).toContainText('Not checked here');
});

test.describe('what a reader copies', () => {
	test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
	const read = (page: Page, type: string) =>
		page.evaluate(async (t) => {
			const [item] = await navigator.clipboard.read();
			return item!.types.includes(t) ? (await item!.getType(t)).text() : null;
		}, type);

	test(
		'a copied quote has its words, its speaker, its event, its source and its address',
		LONG,
		async ({ page, open, home }) => {
			const [quote] = quotedEvent.quotes;
			await open(`?e=${quotedEvent.id}`);
			const button = article(page, quotedEvent.id).getByRole('button', { name: 'Copy quote' }).first();
			await button.click();
			await expect(article(page, quotedEvent.id).locator('button [aria-live]', { hasText: 'Copied' })).toHaveCount(1);
			const text = (await read(page, 'text/plain'))!;
			const lines = text.split('\n');
			expect(lines[0]).toBe(`“${quote!.exact}”`);
			expect(lines[1]).toContain(source(quote!.source).publisher);
			expect(lines[2]).toContain(`${quotedEvent.title}, `);
			expect(lines[3]).toContain(source(quote!.source).title);
			expect(lines[3]).toMatch(/; P\d+$/);
			expect(lines[4]).toBe(`${home}?e=${quotedEvent.id}&p=${quote!.id}`);
			expect(lines[5]).toMatch(/^Data version [0-9a-f]{12}$/);
			const html = (await read(page, 'text/html'))!;
			expect(html).toContain('<blockquote');
			expect(html).toContain(`p=${quote!.id}`);
			await page.goto(lines[4]!);
			await expect(currentPassage(pane(page)).first()).toBeVisible();
		},
	);

	test('where only plain text can be written, the quote is copied as plain text', LONG, async ({ page, open }) => {
		await page.addInitScript(() => Object.defineProperty(globalThis, 'ClipboardItem', { value: undefined }));
		await open(`?e=${quotedEvent.id}`);
		await article(page, quotedEvent.id).getByRole('button', { name: 'Copy quote' }).first().click();
		await expect
			.poll(() => page.evaluate(() => navigator.clipboard.readText()))
			.toContain(quotedEvent.quotes[0]!.exact);
	});

	test('the whole SHA-256 can be copied', LONG, async ({ page, open }) => {
		await open(`?e=${quotedEvent.id}`);
		await aboutCopy(page);
		await pane(page).getByRole('button', { name: 'Copy SHA-256' }).click();
		await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(document!.sha256);
	});
});

test('each event says how many sources support it', LONG, async ({ page, open }) => {
	await open();
	for (const e of events) {
		const count = new Set([...e.quotes, ...e.references].map((r) => r.source)).size;
		const words = count === 1 ? /· 1 source\b/ : new RegExp(`· ${count} sources, \\d+ independent`);
		await expect(meta(page, e.id), e.id).toContainText(words);
	}
});
