/** The chart by its visible controls: buttons, chapters, dates, and the strip below with its two handles. */
import type { Page } from '@playwright/test';
import { chosen, dayBox, days, daysBetween, kept, mark, opensAlike, region, rested, selected } from './chart-reader.ts';
import { expect, test } from './page.ts';
import { scrolled } from './reader.ts';

const YEAR = '2021-01-01..2021-12-31';
const FIRST = '2018-09-01';
const LAST = '2026-11-30';
const handle = (page: Page, name: 'Beginning of the view' | 'End of the view') =>
	region(page).getByRole('slider', { name });
const steps = (page: Page) => page.evaluate(() => history.length);

/** Drags from the middle of something by some pixels, in several moves. */
async function drag(page: Page, from: { x: number; y: number; width: number; height: number }, dx: number, dy = 0) {
	const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x + dx, y + dy, { steps: 6 });
	await page.mouse.up();
}

test('the buttons zoom in and out, and out of everything there is nothing more', async ({ page, open }) => {
	await open();
	const before = await steps(page);
	await region(page).getByRole('button', { name: 'Zoom in' }).click();
	await rested(page, null);
	const [from, to] = await days(page);
	expect(from > FIRST && to < LAST).toBe(true);
	await opensAlike(page);
	for (let i = 0; i < 2; i++) await region(page).getByRole('button', { name: 'Zoom out' }).click();
	await expect.poll(() => kept(page)).toBeNull();
	expect(await days(page)).toEqual([FIRST, LAST]);
	expect(await steps(page)).toBe(before);
});

test('chapters show their days, tell which is shown, and All shows everything', async ({ page, open }) => {
	await open();
	const before = await steps(page);
	const chapter = (name: string) =>
		region(page).getByRole('group', { name: 'Chapters' }).getByRole('button', { name, exact: true });
	await expect(chapter('All')).toHaveAttribute('aria-pressed', 'true');
	for (const [name, t] of [
		['Emails and exposure', '2020-10-20..2020-11-30'],
		['Charges, sanctions, reward', '2021-11-01..2021-11-30'],
		['Before', '2018-09-01..2019-12-31'],
		['Since', '2021-12-01..2026-11-30'],
	] as const) {
		await chapter(name).click();
		await expect.poll(() => kept(page)).toBe(t);
		await expect(chapter(name)).toHaveAttribute('aria-pressed', 'true');
		await expect(chapter('All')).toHaveAttribute('aria-pressed', 'false');
		expect(await days(page)).toEqual(t.split('..'));
	}
	await opensAlike(page);
	await chapter('All').click();
	await expect.poll(() => kept(page)).toBeNull();
	expect(await steps(page)).toBe(before);
});

test('typed days are shown, and a first day after the last is refused with a reason', async ({ page, open }) => {
	await open();
	await dayBox(page, 'From').fill('2020-10-18');
	await rested(page, null);
	await dayBox(page, 'to').fill('2020-10-31');
	await expect.poll(() => kept(page)).toBe('2020-10-18..2020-10-31');
	await opensAlike(page);
	await dayBox(page, 'From').fill('2020-11-05');
	const why = await dayBox(page, 'From').evaluate((box: HTMLInputElement) => box.validationMessage);
	expect(why).toBe('The first day must come before the last.');
	expect(kept(page)).toBe('2020-10-18..2020-10-31');
	await dayBox(page, 'From').fill('2020-10-20');
	await expect.poll(() => kept(page)).toBe('2020-10-20..2020-10-31');
	expect(await region(page).locator(':invalid').count()).toBe(0);
});

test('a refused day does not stay in the box once the view is moved otherwise', async ({ page, open }) => {
	await open('?t=2020-10-18..2020-10-31');
	await dayBox(page, 'From').fill('2020-11-05');
	await region(page).getByRole('button', { name: 'Zoom out' }).click();
	await rested(page, '2020-10-18..2020-10-31');
	expect(await region(page).locator(':invalid').count()).toBe(0);
});

test('the window in the strip is dragged as a whole, selects no text, and the link keeps it', async ({
	page,
	open,
}) => {
	await open(`?t=${YEAR}`);
	await region(page).locator('.strip').scrollIntoViewIfNeeded();
	await page.evaluate(() => scrollBy(0, 200));
	const before = await steps(page);
	await drag(page, (await region(page).locator('.window').boundingBox())!, 90, 120);
	await rested(page, YEAR);
	const [from, to] = await days(page);
	expect(from > '2021-03-01').toBe(true);
	expect(Math.abs(daysBetween(from, to) - 364)).toBeLessThanOrEqual(1);
	expect(await selected(page)).toBe('');
	expect(await steps(page)).toBe(before);
	await opensAlike(page);
});

test('each end of the strip is dragged alone', async ({ page, open }) => {
	await open(`?t=${YEAR}`);
	await handle(page, 'End of the view').scrollIntoViewIfNeeded();
	await drag(page, (await handle(page, 'Beginning of the view').boundingBox())!, -60);
	await rested(page, YEAR);
	const [from, to] = await days(page);
	expect(from < '2020-10-01').toBe(true);
	expect(to).toBe('2021-12-31');
	const then = kept(page);
	await drag(page, (await handle(page, 'End of the view').boundingBox())!, 60);
	await rested(page, then);
	expect((await days(page))[0]).toBe(from);
	expect((await days(page))[1] > '2022-03-01').toBe(true);
	await opensAlike(page);
});

test('a press beside the window brings it there', async ({ page, open }) => {
	await open(`?t=${YEAR}`);
	const strip = (await region(page).locator('.strip').boundingBox())!;
	await region(page)
		.locator('.strip')
		.click({ position: { x: strip.width * 0.8, y: 15 } });
	await rested(page, YEAR);
	const [from, to] = await days(page);
	expect(from < '2025-04-08' && to > '2025-04-08').toBe(true);
});

for (const [name, end] of [
	['Beginning of the view', 0],
	['End of the view', 1],
] as const) {
	test(`the handle “${name}” is a slider that says its day in words and moves by every key`, async ({ page, open }) => {
		await open(`?t=${YEAR}`);
		const slider = handle(page, name);
		const day = (text: string) =>
			new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(text));
		await slider.focus();
		const other = (await days(page))[1 - end]!;
		let at = YEAR.split('..')[end]!;
		for (const [key, by] of [
			['ArrowRight', 1],
			['ArrowUp', 1],
			['ArrowLeft', -1],
			['ArrowDown', -1],
			['PageUp', 30],
			['PageDown', -30],
		] as const) {
			await page.keyboard.press(key);
			at = new Date(Date.parse(at) + by * 86_400_000).toISOString().slice(0, 10);
			await expect.poll(() => days(page), key).toEqual(end === 0 ? [at, other] : [other, at]);
			await expect(slider).toHaveAttribute('aria-valuetext', day(at));
			await expect(slider).toBeFocused();
		}
		const [lowest, highest, now] = await slider.evaluate((s) =>
			['min', 'max', 'now'].map((what) => Number(s.getAttribute(`aria-value${what}`))),
		);
		expect(now! > lowest! && now! < highest!).toBe(true);
		await page.keyboard.press('Home');
		await expect.poll(() => days(page)).toEqual(end === 0 ? [FIRST, other] : [other, other]);
		await page.keyboard.press('End');
		await expect.poll(() => days(page)).toEqual(end === 0 ? [other, other] : [other, LAST]);
		await expect(slider).toHaveAttribute('aria-valuetext', day(end === 0 ? other : LAST));
	});
}

test('Back after choosing a mark undoes the choice, keeps the view and returns to where the page stood', async ({
	page,
	open,
}) => {
	await open('?t=2020-10-01..2020-11-20');
	await page.evaluate(() => scrollTo({ top: 60, behavior: 'instant' }));
	await expect.poll(() => page.evaluate(() => (history.state as { y: number } | null)?.y)).toBe(60);
	await mark(page, 'odni-fbi-briefing-2020').click();
	await expect.poll(() => chosen(page)).toBe('odni-fbi-briefing-2020');
	await region(page).getByRole('button', { name: 'Zoom in' }).click();
	await rested(page, '2020-10-01..2020-11-20');
	await page.goBack();
	await expect.poll(() => chosen(page)).toBeNull();
	expect(kept(page)).toBe('2020-10-01..2020-11-20');
	await expect.poll(() => scrolled(page)).toBe(60);
	await expect(mark(page, 'odni-fbi-briefing-2020')).toHaveAttribute('aria-pressed', 'false');
});
