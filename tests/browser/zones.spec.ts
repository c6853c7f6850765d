/** Dates are those of the sources: neither the time zone nor the language of the reader's machine changes them. */
import type { Browser } from '@playwright/test';
import { events } from './facts.ts';
import { expect, longUnless, ready, test, watch } from './page.ts';
import { around, eventWithEverything } from './picks.ts';
import { openAll, proof } from './reader.ts';

async function words(browser: Browser, home: string, timezoneId: string, locale: string, query: string) {
	const context = await browser.newContext({ timezoneId, locale, viewport: { width: 1440, height: 900 } });
	const page = await context.newPage();
	const complaints = watch(page, home);
	await page.goto(home + query);
	await ready(page);
	expect(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe(timezoneId);
	await openAll(page);
	await proof(page).getByText('found word for word').waitFor();
	const text = await page.locator('body').innerText();
	await context.close();
	expect(complaints).toEqual([]);
	return text;
}

const QUERY = `?e=${eventWithEverything.id}&t=${around(3, 10)}`;
for (const [zone, locale] of [
	['America/Los_Angeles', 'en-US'],
	['Pacific/Kiritimati', 'de-DE'],
	['Asia/Tehran', 'fa-IR'],
] as const) {
	const details = longUnless(locale === 'fa-IR');
	test(`the page says the same in ${zone} with ${locale} as in UTC`, details, async ({ browser, home }) => {
		const here = await words(browser, home, 'UTC', 'en-GB', QUERY);
		const there = await words(browser, home, zone, locale, QUERY);
		expect(here.length).toBeGreaterThan(500 * events.length);
		expect(there).toBe(here);
	});
}
