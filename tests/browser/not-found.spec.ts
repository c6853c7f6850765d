/** Missing pages: status 404, an explanation, and a link to the first page, for any base path and title. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { preview } from 'vite';
import { serve } from '../server.ts';
import { found } from './axe.ts';
import { theCase } from './facts.ts';
import { LONG, dist, expect, longUnless, test, watch } from './page.ts';
import { documentsOf, records } from './static.ts';

const PLACES = ['nothing', 'nothing/at/all/', 'events/nothing/index.html', 'documents/', 'seeds/', '%E0%A4%A'];
const link = (page: Page, title = theCase.title) => page.getByRole('link', { name: title });
test.use({ provoked: /404/ });

for (const base of ['/', '/some/base/']) {
	test(
		`under ${base} the page at any depth links to the start of the site`,
		longUnless(base !== '/'),
		async ({ browser }) => {
			const served = await serve(dist, base);
			const page = await browser.newPage();
			for (const path of PLACES) {
				const response = await page.goto(served.url + path);
				expect(response!.status(), path).toBe(404);
				await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page here');
				await expect(link(page), path).toHaveAttribute('href', base);
			}
			await page.close();
			await served.close();
		},
	);
}

test('the only console messages are the 404 responses', async ({ page, home }) => {
	const complaints = watch(page, home);
	await page.goto(`${home}a/b/c`);
	await expect(link(page)).toHaveAttribute('href', '/');
	expect(complaints.filter((c) => !/^404: |404 \(/.test(c))).toEqual([]);
});

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('built for a base path, it links there from any depth, with any title (F19) (A13)', async ({ page, home }) => {
			const title = '<b>&" </title><!--head--> $&';
			const html = documentsOf({ ...records, case: { ...records.case, title } }, '/x/').get('404.html')!;
			await page.route('**/x/**', (route) => route.fulfill({ status: 404, contentType: 'text/html', body: html }));
			for (const path of PLACES) {
				await page.goto(`${home}x/${path}`);
				await expect(link(page, title), path).toHaveAttribute('href', '/x/');
				await expect(page).toHaveTitle(`Not found: ${title}`);
			}
		});
	});
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('when the base path is not known, it links to the root of the host and says what else to try', async ({
		page,
		home,
	}) => {
		await page.goto(`${home}nothing/at/all/`);
		await expect(page.getByText('shorten the address')).toBeVisible();
		await link(page).click();
		expect(page.url()).toBe(home);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(theCase.title);
	});
});

test('vite preview answers like a host (A13)', LONG, async ({ page }) => {
	const server = await preview({
		root: join(dist, '..'),
		logLevel: 'silent',
		preview: { host: '127.0.0.1', port: 0 },
	});
	const home = server.resolvedUrls!.local[0]!;
	for (const path of PLACES) {
		const response = await page.request.get(home + path);
		expect(response.status(), path).toBe(404);
		expect(await response.text(), path).toContain('There is no page here');
	}
	for (const { id } of records.events) expect((await page.request.get(`${home}events/${id}/`)).status(), id).toBe(200);
	await server.close();
});

test('axe finds nothing in it, light and dark', LONG, async ({ page, home }) => {
	await page.goto(`${home}nothing`);
	expect(await found(page)).toEqual([]);
	await page.emulateMedia({ colorScheme: 'dark' });
	expect(await found(page)).toEqual([]);
});
