/** Limits for compressed bytes and requests of the page, until its first view and until it is hydrated. */
import { asked, budget, narrowScript, partOf, REQUESTS, settled, weights, type Part } from '../budgets.ts';
import { events } from './facts.ts';
import { dist, expect, longUnless, test } from './page.ts';
import { agencyWithMostEvents, commonWord, dayBeforeQuotes, eventWithEverything, LAST } from './picks.ts';

test('until it is hydrated, the page loads no more than the budgets for its number of events', async ({
	page,
	open,
	home,
}) => {
	const files = asked(page, home);
	await open();
	await settled(page);
	const over = Object.entries(weights(dist, files))
		.map(([part, bytes]) => ({ part, bytes, budget: budget(part as Part, events.length) }))
		.filter(({ bytes, budget: most }) => bytes > most || bytes === 0);
	expect(over, files.join('\n')).toEqual([]);
	expect(files.filter((file) => partOf(file) === 'data')).toHaveLength(1);
	// No file escapes the budgets because of its name.
	expect(files.filter((file) => !partOf(file) && !file.endsWith('.svg'))).toEqual([]);
});

test('a phone loads no script of the chart', async ({ page, open, home }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	const files = asked(page, home);
	await open();
	await settled(page);
	const { script } = weights(dist, files);
	expect(script).toBeGreaterThan(0);
	expect(script, files.join('\n')).toBeLessThanOrEqual(narrowScript);
	// When the phone is turned, the page is wide and loads the chart.
	await page.setViewportSize({ width: 844, height: 390 });
	await expect(page.locator('#stage .plot .mark').first()).toBeVisible();
	expect(weights(dist, files).script).toBeGreaterThan(script);
});

for (const query of [
	'',
	`?e=${eventWithEverything.id}`,
	`?agency=${agencyWithMostEvents.id}`,
	`?asof=${dayBeforeQuotes}`,
	`?e=${eventWithEverything.id}&agency=${agencyWithMostEvents.id}&asof=${LAST}`,
]) {
	const details = longUnless(query === '' || query.endsWith(LAST));
	test(
		`“${query || '/'}” requests at most ${REQUESTS} files, each once, and only styles block the first view`,
		details,
		async ({ page, open, home }) => {
			const files = asked(page, home);
			await open(query);
			await page.waitForLoadState('networkidle');
			expect(files.length, files.join('\n')).toBeLessThanOrEqual(REQUESTS);
			expect(new Set(files).size, files.join('\n')).toBe(files.length);
			const blocking = await page.evaluate(() =>
				(performance.getEntriesByType('resource') as (PerformanceResourceTiming & { renderBlockingStatus?: string })[])
					.filter((entry) => entry.renderBlockingStatus !== 'non-blocking')
					.map((entry) => `${entry.name}: ${entry.renderBlockingStatus ?? 'not told'}`),
			);
			expect(blocking.filter((entry) => !/\/style-[^/]+\.css: blocking$/.test(entry))).toEqual([]);
			expect(blocking).toHaveLength(1);
		},
	);
}

test('the search is loaded once, and only when a reader focuses its box', async ({ page, open, home }) => {
	const files = asked(page, home);
	const searches = () => files.filter((file) => file.includes('search'));
	await open();
	await page.waitForLoadState('networkidle');
	expect(searches()).toEqual([]);
	await page.getByRole('combobox', { name: /^Search / }).focus();
	await expect.poll(searches).toHaveLength(1);
	await page.keyboard.type(commonWord);
	await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe(commonWord);
	expect(searches()).toHaveLength(1);
});
