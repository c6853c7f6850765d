/** A double-click zooms in where the chart is empty, and elsewhere does what its first click does. */
import type { Page } from '@playwright/test';
import { chosen, kept, middleOf, openAtMark, places, plot, rested, standingAlone } from './chart-reader.ts';
import { expect, test } from './page.ts';
import { around } from './picks.ts';
import { scrolled } from './reader.ts';

const WEEKS = around(20, 30);

/** Points of the window where only the plot is, with no mark within reach, some from the left and some from the right. */
const emptyPoints = (page: Page) =>
	plot(page).evaluate((element) => {
		const FAR = 30;
		const { left, right, top, bottom } = element.getBoundingClientRect();
		const marks = [...element.querySelectorAll('button')].map((b) => b.getBoundingClientRect());
		const found: { x: number; y: number }[] = [];
		for (let x = left + 40; x < right - 40; x += 17)
			for (let y = top + 40; y < Math.min(bottom, innerHeight) - 40; y += 17) {
				const isFar = marks.every(
					(m) => x < m.left - FAR || x > m.right + FAR || y < m.top - FAR || y > m.bottom + FAR,
				);
				if (isFar && document.elementFromPoint(x, y) === element) found.push({ x, y });
			}
		return [found[0]!, found.at(-1)!];
	});
const length = (view: string) => {
	const [from, to] = view.split('..').map((day) => Date.parse(day));
	return (to! - from!) / 86_400_000 + 1;
};

test('a double-click on empty chart halves what is in view and keeps the day under the pointer', async ({
	page,
	open,
}) => {
	for (const nth of [0, 1]) {
		await open(`?scale=true&t=${WEEKS}`);
		await standingAlone(page);
		const at = (await emptyPoints(page))[nth]!;
		const { x: left, width } = (await plot(page).boundingBox())!;
		const share = (at.x - left) / width;
		const [top, steps] = [await scrolled(page), await page.evaluate(() => history.length)];
		const day = Date.parse(WEEKS.split('..')[0]!) + share * length(WEEKS) * 86_400_000;
		await page.mouse.dblclick(at.x, at.y);
		await rested(page, WEEKS);
		const view = kept(page)!;
		expect(Math.abs(length(view) - length(WEEKS) / 2)).toBeLessThanOrEqual(2);
		const now = Date.parse(view.split('..')[0]!) + share * length(view) * 86_400_000;
		expect(Math.abs(now - day) / 86_400_000).toBeLessThanOrEqual(1.5);
		expect(chosen(page)).toBeNull();
		expect(await scrolled(page)).toBe(top);
		expect(await page.evaluate(() => history.length)).toBe(steps);
	}
});

test('a single click on empty chart does nothing, nor do two slow ones', async ({ page, open }) => {
	await open(`?t=${WEEKS}`);
	await standingAlone(page);
	const [{ x, y }] = (await emptyPoints(page)) as [{ x: number; y: number }];
	const before = await places(page);
	await page.mouse.click(x, y);
	await page.mouse.click(x, y);
	expect(kept(page)).toBe(WEEKS);
	expect(await places(page)).toEqual(before);
});

test('a double-click on a mark, or beside it within reach, opens its event and does not zoom', async ({
	page,
	open,
}) => {
	for (const off of [0, 11]) {
		const id = await openAtMark(page, open, `?t=${WEEKS}`);
		const { x, y } = await middleOf(page, id);
		await page.mouse.dblclick(x, y - off);
		await expect.poll(() => chosen(page)).toBe(id);
		expect(kept(page)).toBe(WEEKS);
	}
});

test('a double-click on a date does not zoom in further', async ({ page, open }) => {
	await open();
	await standingAlone(page);
	const tick = plot(page).locator('.tick').last();
	await tick.click();
	await rested(page, null);
	const alone = kept(page);
	await open();
	await tick.dblclick();
	await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
	// The second press shows everything again, or lands where the date no longer is.
	expect([null, alone]).toContain(kept(page));
});
