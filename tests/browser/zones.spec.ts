/** The calendar is the sources' own: no time zone and no language of the reader's machine changes a word of it. */
import type { Browser } from '@playwright/test';
import { FULL } from './facts.ts';
import { expect, ready, test, watch } from './page.ts';

async function words(browser: Browser, home: string, timezoneId: string, locale: string, query: string) {
	const context = await browser.newContext({ timezoneId, locale, viewport: { width: 1440, height: 900 } });
	const page = await context.newPage();
	const complaints = watch(page, home);
	await page.goto(home + query);
	await ready(page);
	expect(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe(timezoneId);
	await page.getByRole('button', { name: 'Open all' }).click();
	await page.locator('aside .proof').getByText('just now').waitFor();
	const text = await page.locator('body').innerText();
	await context.close();
	expect(complaints).toEqual([]);
	return text;
}

const QUERY = `?e=${FULL}&t=2020-10-18..2020-10-31`;
for (const [zone, locale] of [
	['America/Los_Angeles', 'en-US'],
	['Pacific/Kiritimati', 'de-DE'],
	['Asia/Tehran', 'fa-IR'],
] as const) {
	test(`the page says the same in ${zone} with ${locale} as in UTC`, async ({ browser, home }) => {
		const here = await words(browser, home, 'UTC', 'en-GB', QUERY);
		const there = await words(browser, home, zone, locale, QUERY);
		expect(here.length).toBeGreaterThan(40_000);
		expect(there).toBe(here);
	});
}
