/** The page under any path, at an address that does not exist, and as a file on disk. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve } from '../server.ts';
import { quotes, theCase } from './facts.ts';
import { dist, expect, ready, test, watch } from './page.ts';
import { commonWord, eventWithEverything } from './picks.ts';
import { expectOpen, heading, hits, needsScript, pane, quotesInRecord, readWhole, visibleQuotes } from './reader.ts';

test('everything works under a path other than “/”', async ({ browser }) => {
	const served = await serve(dist, '/some/base/');
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	const page = await context.newPage();
	const complaints = watch(page, served.url);
	await page.goto(`${served.url}?e=${eventWithEverything.id}&q=${commonWord}`);
	await ready(page);
	await expectOpen(page, eventWithEverything.id);
	await expect(hits(page).first()).toBeVisible();
	await expect(pane(page)).toContainText(`${quotes.length} quotes found verbatim, checked in your browser just now.`);
	await readWhole(page);
	const href = await pane(page)
		.getByRole('link', { name: 'A page of its own, at this passage' })
		.evaluate((a) => (a as HTMLAnchorElement).href);
	expect(href).toContain(`${served.url}documents/`);
	expect((await page.request.get(href)).status()).toBe(200);
	const families = await page.evaluate(async () => {
		await document.fonts.ready;
		return [...document.fonts].filter((f) => f.status === 'loaded').length;
	});
	expect(families).toBeGreaterThanOrEqual(2);
	await heading(page, eventWithEverything.id).click();
	await expect(page).toHaveURL(`${served.url}?q=${commonWord}`);
	expect(complaints).toEqual([]);
	await context.close();
	await served.close();
});

test.describe('at an address that does not exist', () => {
	test.use({ provoked: /404/ });

	test('the answer is a 404 page with an explanation and a link to the page', async ({ page, home }) => {
		for (const path of ['nothing', 'nothing/at/all/', 'seeds/', '%E0%A4%A']) {
			const response = await page.goto(home + path);
			expect(response!.status(), path).toBe(404);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page here');
		}
		await page.getByRole('link', { name: theCase.title }).click();
		await ready(page);
		expect(page.url()).toBe(home);
	});
});

test('from a file on disk it is the page without JavaScript', async ({ browser }) => {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	const page = await context.newPage();
	const asked: string[] = [];
	page.on('request', (r) => asked.push(r.url()));
	await page.goto(`${pathToFileURL(join(dist, 'index.html')).href}?e=${eventWithEverything.id}`);
	await expect(page.locator('html')).not.toHaveClass(/js|pending/);
	await expect(visibleQuotes(page)).toHaveCount(quotes.length);
	await expect(needsScript(page)).toHaveCount(0);
	await expect(page.getByRole('alert')).toBeEmpty();
	await expect(quotesInRecord(page).first()).toBeVisible();
	expect(asked.filter((url) => !/^(file|data):/.test(url))).toEqual([]);
	await quotesInRecord(page).first().getByRole('link').first().click();
	await expect(page.locator(':target')).toBeInViewport();
	await context.close();
});

test('the page has one title, one description and says its language', async ({ page, open }) => {
	await open();
	await expect(page).toHaveTitle(theCase.title);
	await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', theCase.deck);
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(theCase.title);
	for (const role of ['banner', 'search', 'main', 'contentinfo'] as const)
		await expect(page.getByRole(role), role).toHaveCount(1);
	await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
});
