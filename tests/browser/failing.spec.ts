/** When a request fails, the reader is told, can still read the whole page, and can try again. */
import type { Page } from '@playwright/test';
import { quotes } from './facts.ts';
import { LONG, expect, longUnless, ready, test } from './page.ts';
import { agencyWithMostEvents, eventWithEverything } from './picks.ts';
import { body, expectOpen, focusedEvent, heading, needsScript, pressInMore, visibleQuotes } from './reader.ts';

test.use({
	provoked:
		/ERR_FAILED|Failed to fetch dynamically|status of 404|^404: |Failed to fetch|broken on purpose|SyntaxError|is not what the build wrote/,
});

const main = /\/assets\/main-[^/]+\.js$/;
const data = /\/assets\/data-[^/]+\.json$/;

async function everythingIsThere(page: Page) {
	await expect(page.locator('html')).not.toHaveClass(/js|pending/);
	await expect(visibleQuotes(page)).toHaveCount(quotes.length);
	await expect(page.getByRole('contentinfo')).toBeVisible();
	await expect(needsScript(page)).toHaveCount(0);
}

for (const link of ['', `?e=${eventWithEverything.id}&agency=${agencyWithMostEvents.id}`]) {
	const details = longUnless(link !== '');
	test(`when the script of “${link || '/'}” does not load, everything can be read`, details, async ({ page, home }) => {
		await page.route(main, (route) => route.abort());
		await page.goto(home + link);
		await everythingIsThere(page);
	});

	// The engine tests cover this.
	test(`when the script of “${link || '/'}” is missing, everything can be read`, LONG, async ({ page, home }) => {
		await page.route(main, (route) => route.fulfill({ status: 404, body: 'not here' }));
		await page.goto(home + link);
		await everythingIsThere(page);
	});

	test(`when the script of “${link || '/'}” is broken, everything can be read`, details, async ({ page, home }) => {
		await page.route(main, (route) =>
			route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("broken on purpose")' }),
		);
		await page.goto(home + link);
		await everythingIsThere(page);
	});

	test(
		`when the data of “${link || '/'}” do not load, the page says so and can try again`,
		details,
		async ({ page, home }) => {
			await page.route(data, (route) => route.abort());
			await page.goto(home + link);
			const alert = page.getByRole('alert').filter({ hasText: 'could not be loaded' });
			await expect(alert).toBeVisible();
			await everythingIsThere(page);
			await page.unroute(data);
			await alert.getByRole('button', { name: 'Try again' }).click();
			await ready(page);
			await expect(page.locator('html')).toHaveClass(/js/);
			await expect(alert).toHaveCount(0);
			await heading(page, eventWithEverything.id).scrollIntoViewIfNeeded();
			await expectOpen(page, eventWithEverything.id, link !== '');
		},
	);
}

test(
	'when the list of keys does not load, the page says so and requests it again under another address (E3)',
	LONG,
	async ({ page, open }) => {
		const list = /\/assets\/KeyHelp-[^/]+\.js/;
		const asked: string[] = [];
		page.on('request', (request) => list.test(request.url()) && asked.push(request.url()));
		await page.route(list, (route) => route.abort());
		await open();
		const menu = page.getByRole('button', { name: 'More', exact: true });
		await pressInMore(page, 'Keys');
		await expect(page.getByRole('alert')).toContainText('The list of keys could not be loaded');
		await expect(menu).toBeFocused();
		await page.unroute(list);
		await pressInMore(page, 'Keys');
		await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
		// Some browsers remember that an address failed, so the second request needs another one.
		expect(asked.map((url) => new URL(url).search)).toEqual(['', '?again=1']);
		await expect(page.getByRole('alert')).toBeEmpty();
		await page.keyboard.press('Escape');
		await expect(menu).toBeFocused();
	},
);

test('when the data are not valid, the page says so', async ({ page, home }) => {
	await page.route(data, (route) => route.fulfill({ contentType: 'application/json', body: '<!doctype html>' }));
	await page.goto(home);
	await expect(page.getByRole('alert').filter({ hasText: 'could not be loaded' })).toBeVisible();
	await everythingIsThere(page);
});

test('when a typeface does not load, the page still works', LONG, async ({ page, open }) => {
	await page.route(/\.woff2$/, (route) => route.abort());
	await open();
	await expect(page.locator('html')).toHaveClass(/js/);
	await expect(page.getByRole('group', { name: 'Agency' })).toBeVisible();
	await expect(body(page, eventWithEverything.id)).toBeHidden();
});

test('an error after the page is ready does not remove its controls', async ({ page, open }) => {
	await open();
	await page.evaluate(() => {
		document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: './not-there.css' }));
	});
	await page.waitForEvent('console', (m) => m.text().includes('404'));
	await expect(page.locator('html')).toHaveClass(/js/);
	await expect(page.getByRole('group', { name: 'Agency' })).toBeVisible();
});

test.describe('without storage', () => {
	test.use({ provoked: null });

	test('a browser that refuses storage gets the whole page, with its keys', LONG, async ({ page, open }) => {
		await page.addInitScript(() =>
			Object.defineProperty(globalThis, 'localStorage', {
				get: () => {
					throw new DOMException('denied', 'SecurityError');
				},
			}),
		);
		await open();
		await page.keyboard.press('j');
		await expect.poll(() => focusedEvent(page)).not.toBeNull();
		await pressInMore(page, /^Theme/);
		await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
		await pressInMore(page, 'Keys');
		await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
	});
});
