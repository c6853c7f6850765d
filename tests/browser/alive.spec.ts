/** How the page comes alive: what is read comes first, and the rest in steps, each where it is needed. */
import type { Page } from '@playwright/test';
import { FULL } from './facts.ts';
import { expect, ready, test } from './page.ts';
import { heading, pane, sheet } from './reader.ts';

/** When the first picture was painted and when what the script needs was asked for, in ms since the page was. */
const times = (page: Page) =>
	page.evaluate(() => {
		const asked = performance
			.getEntriesByType('resource')
			.filter(({ name }) => /\.(js|json|css)$/.test(name))
			.map((entry) => entry.startTime);
		return { asked, painted: performance.getEntriesByName('first-paint')[0]!.startTime };
	});

test('the first picture is painted before script, data or further styles are asked for', async ({ page, open }) => {
	await open();
	const { asked, painted } = await times(page);
	expect(asked.length).toBeGreaterThanOrEqual(3);
	expect(Math.min(...asked)).toBeGreaterThanOrEqual(painted);
});

test('whoever comes by an address waits for no picture', async ({ page, open }) => {
	await open(`?e=${FULL}`);
	const { asked, painted } = await times(page);
	expect(Math.min(...asked)).toBeLessThan(painted);
	await expect(heading(page, FULL)).toHaveAttribute('aria-expanded', 'true');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('neither script nor data are asked for', async ({ page, home }) => {
		const asked: string[] = [];
		page.on('request', (r) => asked.push(r.url()));
		await page.goto(home, { waitUntil: 'networkidle' });
		expect(asked.filter((url) => /\.(js|json)$/.test(url))).toEqual([]);
	});
});

test('a page nobody looks at comes alive without a picture', async ({ page, home }) => {
	await page.addInitScript(() => {
		Object.defineProperty(document, 'hidden', { get: () => true });
		globalThis.requestAnimationFrame = () => 0;
	});
	await page.goto(home);
	await ready(page);
});

test('on a narrow screen the source beside the record stays as it was sent until there is room for it', async ({
	page,
	open,
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await open();
	await expect(page.locator('aside')).toBeHidden();
	await heading(page, FULL).click();
	await expect(page.locator('aside mark[aria-current]')).toHaveCount(0);
	await page.locator('article.chosen blockquote a[href^="#"]').first().click();
	await expect(sheet(page).locator('mark[aria-current]')).toHaveCount(1);
	await page.keyboard.press('Escape');
	await page.setViewportSize({ width: 1440, height: 900 });
	await expect(pane(page).locator('mark[aria-current]')).toHaveCount(1);
	await pane(page).getByRole('button', { name: 'Next passage' }).click();
	await expect(pane(page).getByRole('status')).toContainText('Passage');
});
