/** What the page may weigh and ask for, compressed as a host would, on the way to its first sight and until it is alive. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { dist, expect, test } from './page.ts';
import { LAST, agencyWithMostEvents, commonWord, dayBeforeQuotes, eventWithEverything } from './picks.ts';

/** Bytes as they travel, of 1000 to the kB. */
const LIMITS = { html: 40_000, script: 75_000, data: 30_000, fonts: 90_000, styles: 5_000 };
const REQUESTS = 10;

/** Files of the site that a page has asked for, by their ends. */
function watched(page: Page, home: string) {
	const asked: string[] = [];
	page.on('request', (r) =>
		asked.push(
			r
				.url()
				.replace(home, '')
				.replace(/[?#].*$/, ''),
		),
	);
	const of = (end: RegExp) => asked.filter((file) => end.test(file));
	return { asked, of };
}
/** Typefaces are compressed already. */
const weight = (files: readonly string[]) =>
	files
		.map((file) => readFileSync(join(dist, file)))
		.reduce((sum, body, i) => sum + (files[i]!.endsWith('.woff2') ? body : gzipSync(body, { level: 9 })).length, 0);

test('the page with its inlined styles is sent in 40 kB', () => {
	expect(weight(['index.html'])).toBeLessThanOrEqual(LIMITS.html);
});

test('until it is alive the page loads 75 kB of script, 30 kB of data, 90 kB of typefaces and 5 kB of further styles', async ({
	page,
	open,
	home,
}) => {
	const { asked, of } = watched(page, home);
	await open();
	await page.waitForLoadState('networkidle');
	await page.evaluate(() => document.fonts.ready);
	expect(weight(of(/\.js$/)), of(/\.js$/).join(', ')).toBeLessThanOrEqual(LIMITS.script);
	expect(of(/\.json$/)).toHaveLength(1);
	expect(weight(of(/\.json$/))).toBeLessThanOrEqual(LIMITS.data);
	expect(of(/\.woff2$/)).toHaveLength(2);
	expect(weight(of(/\.woff2$/))).toBeLessThanOrEqual(LIMITS.fonts);
	expect(weight(of(/\.css$/))).toBeLessThanOrEqual(LIMITS.styles);
	// Nothing escapes the limits above by another name.
	expect(asked.filter((file) => file && !/\.(js|json|woff2|css|svg)$/.test(file))).toEqual([]);
});

for (const query of [
	'',
	`?e=${eventWithEverything.id}`,
	`?agency=${agencyWithMostEvents.id}`,
	`?asof=${dayBeforeQuotes}`,
	`?e=${eventWithEverything.id}&agency=${agencyWithMostEvents.id}&asof=${LAST}`,
]) {
	test(`“${query || '/'}” asks for at most ${REQUESTS} files, each once, and none holds up the first sight`, async ({
		page,
		open,
		home,
	}) => {
		const { asked } = watched(page, home);
		await open(query);
		await page.waitForLoadState('networkidle');
		expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(REQUESTS);
		expect(new Set(asked).size, asked.join('\n')).toBe(asked.length);
		const blocking = await page.evaluate(() =>
			(performance.getEntriesByType('resource') as (PerformanceResourceTiming & { renderBlockingStatus?: string })[])
				.filter((entry) => entry.renderBlockingStatus !== 'non-blocking')
				.map((entry) => `${entry.name}: ${entry.renderBlockingStatus ?? 'not told'}`),
		);
		expect(blocking).toEqual([]);
	});
}

test('the search is no part of what loads, and comes once, when a reader turns to its box', async ({
	page,
	open,
	home,
}) => {
	const { of } = watched(page, home);
	await open();
	await page.waitForLoadState('networkidle');
	expect(of(/search/)).toEqual([]);
	await page.getByRole('searchbox').focus();
	await expect.poll(() => of(/search/)).toHaveLength(1);
	await page.keyboard.type(commonWord);
	await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe(commonWord);
	expect(of(/search/)).toHaveLength(1);
});
