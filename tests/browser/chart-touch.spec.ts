/** The chart on touch screens: sideways pans, up and down scrolls the page, two fingers zoom, a tap chooses. */
import type { Page } from '@playwright/test';
import { chosen, kept, middleOf, openAtMark, opensAlike, places, plot, rested } from './chart-reader.ts';
import { LONG, expect, test } from './page.ts';
import { around } from './picks.ts';
import { fingers, type Point } from './touch.ts';

const WEEKS = around(20, 30);

test.use({ hasTouch: true, viewport: { width: 768, height: 1024 } });

const held = (page: Page) => page.locator('html').getAttribute('data-held');
const bring = (page: Page) => plot(page).evaluate((element) => scrollBy(0, element.getBoundingClientRect().top - 140));

test('one finger moving sideways pans in time and keeps what it touches under it', LONG, async ({ page, open }) => {
	const id = await openAtMark(page, open, `?t=${WEEKS}`);
	await bring(page);
	const { x, y } = await middleOf(page, id);
	const touch = await fingers(page);
	await touch.down([{ x, y }]);
	for (const by of [12, 40, 70, 90]) await touch.move([{ x: x + by, y: y + by / 20 }]);
	await expect.poll(async () => Math.abs((await middleOf(page, id)).x - x - 90)).toBeLessThanOrEqual(2);
	await touch.up();
	await rested(page, WEEKS);
	expect(chosen(page)).toBeNull();
	await opensAlike(page);
});

test(
	'one finger moving up or down scrolls the page: the view stays and the browser can scroll',
	LONG,
	async ({ page, open }) => {
		const id = await openAtMark(page, open, `?t=${WEEKS}`);
		await bring(page);
		const { x, y } = await middleOf(page, id);
		const before = await places(page);
		const touch = await fingers(page);
		await touch.down([{ x, y }]);
		for (const by of [3, 10, 40, 90]) await touch.move([{ x: x + by / 10, y: y - by }]);
		await expect.poll(() => held(page)).toBe('false');
		await touch.up();
		expect(await places(page)).toEqual(before);
		expect(kept(page)).toBe(WEEKS);
		expect(chosen(page)).toBeNull();
	},
);

test('two fingers zoom around their middle', async ({ page, open }) => {
	const id = await openAtMark(page, open, `?t=${WEEKS}`);
	await bring(page);
	const { x, y } = await middleOf(page, id);
	const apart = (by: number): Point[] => [
		{ x: x - by, y },
		{ x: x + by, y },
	];
	const touch = await fingers(page);
	await touch.down(apart(20));
	for (const by of [25, 35, 50]) await touch.move(apart(by));
	await expect.poll(() => held(page)).toBe('true');
	await expect.poll(async () => Math.abs((await middleOf(page, id)).x - x)).toBeLessThanOrEqual(3);
	await touch.up();
	await rested(page, WEEKS);
	await opensAlike(page);
});

test('a tap on a mark chooses it', async ({ page, open }) => {
	const id = await openAtMark(page, open, '');
	await bring(page);
	const { x, y } = await middleOf(page, id);
	await page.touchscreen.tap(x, y);
	await expect.poll(() => chosen(page)).toBe(id);
});
