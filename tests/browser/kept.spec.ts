/** Readers never lose their place and state: not by Back, a translation, a new edition, a host that hangs, or another document. */
import type { Page } from '@playwright/test';
import { events } from './facts.ts';
import { LONG, expect, ready, test } from './page.ts';
import { agencyWithMostEvents, commonWord, eventWithEverything, quotedEvent } from './picks.ts';
import { countLine, expectCount, expectOpen, pressInMore, query, scrolled, searchbox } from './reader.ts';

const SEARCH = /\/assets\/search-[^/]+\.js/;
const MAIN = /main-[\w-]+\.js/g;

test('after Back and Forward while a search loads, the page is where the reader went last (A8)', async ({
	page,
	open,
}) => {
	let release = () => {};
	const gate = new Promise<void>((done) => (release = done));
	await page.route(SEARCH, async (route) => {
		await gate;
		await route.continue();
	});
	await open();
	await page.evaluate(
		([word, id]) => {
			history.pushState(null, '', `?q=${word}`);
			history.pushState(null, '', `?e=${id}`);
			history.back();
		},
		[commonWord, eventWithEverything.id],
	);
	await expect.poll(() => query(page)).toBe(`?q=${commonWord}`);
	await page.evaluate(() => history.forward());
	await expectOpen(page, eventWithEverything.id);
	const loaded = page.waitForResponse(SEARCH);
	release();
	await loaded;
	// Long enough for the search to load and to be applied by mistake.
	await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
	await expect(searchbox(page)).toHaveValue('');
	expect(query(page)).toBe(`?e=${eventWithEverything.id}`);
	await expectCount(page, events.length);
});

test('a search that hangs is reported as failed, and can be loaded again (A4)', LONG, async ({ page, open }) => {
	const asked: string[] = [];
	page.on('request', (request) => SEARCH.test(request.url()) && asked.push(request.url()));
	await page.route(SEARCH, () => undefined, { times: 1 });
	await open();
	await searchbox(page).fill(commonWord);
	const alert = page.getByText('The search could not be loaded');
	await expect(alert).toBeVisible();
	await expectCount(page, events.length);
	await alert.getByRole('button', { name: 'Try again' }).click();
	await expect(alert).toHaveCount(0);
	await expect(countLine(page)).not.toHaveText(new RegExp(`^${events.length} `));
	expect(new Set(asked).size).toBe(2);
});

for (const [link, hash] of [
	['?fbclid=x#about', '#about'],
	[`?utm_source=x&E=${quotedEvent.id}.#disputes`, '#disputes'],
] as const)
	test(`the address ${link.split('=')[0]}…${hash} opens at the place that it names (F17)`, async ({ page, open }) => {
		await open(link);
		await expect.poll(() => new URL(page.url()).hash).toBe(hash);
		expect(page.url()).not.toMatch(/fbclid|utm_source/);
	});

test('Back from another document to a page in the back/forward cache restores the reader’s place (E7)', async ({
	page,
	open,
}) => {
	await open();
	await page.evaluate(() => scrollTo({ top: 1500, behavior: 'instant' }));
	await expect.poll(() => scrolled(page)).toBe(1500);
	await page.evaluate(async () => {
		await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
		dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
		scrollTo({ top: 0, behavior: 'instant' });
		await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
		dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
	});
	expect(await scrolled(page)).toBe(1500);
});

test('a press outside a dialog closes it, and one that begins inside does not (E9)', LONG, async ({ page, open }) => {
	await open();
	await pressInMore(page, 'Keys');
	const dialog = page.getByRole('dialog', { name: 'Keys' });
	const { x, y } = (await dialog.boundingBox())!;
	await page.mouse.move(x + 20, y + 20);
	await page.mouse.down();
	await page.mouse.move(x - 20, y + 20);
	await page.mouse.up();
	await expect(dialog).toBeVisible();
	await page.mouse.click(x - 20, y + 20);
	await expect(dialog).toHaveCount(0);
});

test.describe('an old page that meets a new site', () => {
	test.use({ provoked: /status of 404|^404: |Failed to fetch dynamically|Failed to load module/ });
	const link = `?e=${eventWithEverything.id}&agency=${agencyWithMostEvents.id}`;
	const said = (page: Page) => page.getByText('has been updated');

	test('and finds its script missing is reloaded once, at the same place, and says so', async ({ page, home }) => {
		const old = (body: string) => body.replaceAll(MAIN, 'main-gone.js');
		await page.route(
			home + link,
			async (route) => {
				const answer = await route.fetch();
				await route.fulfill({ response: answer, body: old(await answer.text()) });
			},
			{ times: 1 },
		);
		await page.goto(home + link);
		await ready(page);
		await expect(said(page)).toBeVisible();
		expect(query(page)).toBe(link);
		await expectOpen(page, eventWithEverything.id);
		await page.reload();
		await ready(page);
		await expect(said(page)).toHaveCount(0);
	});

	test('and finds a part missing is reloaded with the same events open, and says so', LONG, async ({ page, open }) => {
		await open(link);
		await page.getByRole('button', { name: 'Open all' }).click();
		const openNow = () => page.locator('main article button[aria-expanded="true"]').count();
		const before = await openNow();
		expect(before).toBeGreaterThan(1);
		await page.route(/\/assets\/KeyHelp-/, (route) => route.fulfill({ status: 404, body: '' }), { times: 1 });
		await page.route(
			(url) => url.pathname === '/',
			async (route) => {
				if (route.request().resourceType() !== 'fetch') return route.continue();
				const answer = await route.fetch();
				await route.fulfill({ response: answer, body: (await answer.text()).replaceAll(MAIN, 'main-new.js') });
			},
		);
		await pressInMore(page, 'Keys');
		await expect(said(page)).toBeVisible();
		expect(query(page)).toBe(link);
		await expect.poll(openNow).toBe(before);
	});

	test('is not reloaded forever when the host keeps sending the old page', LONG, async ({ page, home }) => {
		let times = 0;
		await page.route(
			(url) => url.pathname === '/',
			async (route) => {
				const isPage = route.request().resourceType() === 'document';
				times += isPage ? 1 : 0;
				const answer = await route.fetch();
				const body = (await answer.text()).replaceAll(MAIN, isPage ? 'main-gone.js' : 'main-new.js');
				await route.fulfill({ response: answer, body });
			},
		);
		await page.goto(home);
		await expect.poll(() => times).toBe(2);
		await expect(page.getByRole('alert').filter({ hasText: 'could not be loaded' })).toBeVisible();
		await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
		expect(times).toBe(2);
	});
});
