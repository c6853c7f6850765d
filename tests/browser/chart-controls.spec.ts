/** The chart by its visible controls: buttons, chapters, dates, and the strip below with its two handles. */
import type { Page } from '@playwright/test';
import {
	chosen,
	dayBox,
	days,
	daysBetween,
	kept,
	mark,
	opensAlike,
	region,
	rested,
	selected,
	standingAlone,
	typeDay,
} from './chart-reader.ts';
import { needed } from '../needed.ts';
import { daysOf, plusDays, theCase } from './facts.ts';
import { LONG, expect, longUnless, test } from './page.ts';
import { FIRST, LAST, around } from './picks.ts';
import { scrolled } from './reader.ts';

const LENGTH = daysBetween(FIRST, LAST);
/** A span in the first half of the case, an eighth of its length. */
const PART = [plusDays(FIRST, Math.round(LENGTH / 4)), plusDays(FIRST, Math.round((LENGTH * 3) / 8))] as const;
const LINK = PART.join('..');
const handle = (page: Page, name: 'Beginning of the view' | 'End of the view') =>
	region(page).getByRole('slider', { name });
const steps = (page: Page) => page.evaluate(() => history.length);

/** Drags from the middle of an element by some pixels, in several moves. */
async function drag(page: Page, from: { x: number; y: number; width: number; height: number }, dx: number, dy = 0) {
	const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x + dx, y + dy, { steps: 6 });
	await page.mouse.up();
}

test('the buttons zoom in and out, and zooming out stops at the whole chart', LONG, async ({ page, open }) => {
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

test('pressing a date of the axis shows its day, month or year, and pressing it again everything', async ({
	page,
	open,
}) => {
	await open();
	const years = region(page).locator('.tick.year');
	const year = needed('a year on the axis', (await years.allTextContents())[0]);
	await years.first().click();
	await expect.poll(() => days(page)).toEqual([`${year}-01-01`, [`${year}-12-31`, LAST].sort()[0]]);
	await opensAlike(page);
	await region(page).locator('.tick').filter({ hasText: year }).first().click();
	await expect.poll(() => kept(page)).toBeNull();
	expect(await days(page)).toEqual([FIRST, LAST]);
	expect(chosen(page)).toBeNull();
});

test(
	'pressing a chapter shows its days and marks it as shown, and pressing it again shows everything',
	LONG,
	async ({ page, open }) => {
		await open();
		const before = await steps(page);
		const chapter = (name: string) =>
			region(page).getByRole('group', { name: 'Chapters' }).getByRole('button', { name, exact: true });
		for (const shown of theCase.chapters) {
			const [name, t] = [shown.title, daysOf(shown).join('..')];
			await chapter(name).click();
			await expect.poll(() => kept(page)).toBe(t);
			await expect(chapter(name)).toHaveAttribute('aria-pressed', 'true');
			expect(await days(page)).toEqual(t.split('..'));
			await opensAlike(page);
			await chapter(name).click();
			await expect.poll(() => kept(page)).toBeNull();
		}
		expect(await steps(page)).toBe(before);
	},
);

test(
	'typed days are shown, and a first day after the last one is refused with a reason',
	LONG,
	async ({ page, open }) => {
		const [from, to] = around(3, 10).split('..') as [string, string];
		await open();
		await typeDay(page, 'From', from);
		await rested(page, null);
		await typeDay(page, 'to', to);
		await expect.poll(() => kept(page)).toBe(`${from}..${to}`);
		await opensAlike(page);
		await typeDay(page, 'From', plusDays(to, 5));
		const why = await dayBox(page, 'From').evaluate((box: HTMLInputElement) => box.validationMessage);
		expect(why).toBe('The first day must come before the last.');
		expect(kept(page)).toBe(`${from}..${to}`);
		await typeDay(page, 'From', plusDays(from, 1));
		await expect.poll(() => kept(page)).toBe(`${plusDays(from, 1)}..${to}`);
		expect(await region(page).locator(':invalid').count()).toBe(0);
	},
);

test('a refused day leaves the box when the view is moved in another way', LONG, async ({ page, open }) => {
	await open(`?t=${around(3, 10)}`);
	await typeDay(page, 'From', plusDays(around(3, 10).split('..')[1]!, 5));
	await region(page).getByRole('button', { name: 'Zoom out' }).click();
	await rested(page, around(3, 10));
	expect(await region(page).locator(':invalid').count()).toBe(0);
});

test(
	'the window in the strip can be dragged, which selects no text, and the link keeps it',
	LONG,
	async ({ page, open }) => {
		await open(`?t=${LINK}`);
		await region(page).locator('.strip').scrollIntoViewIfNeeded();
		await page.evaluate(() => scrollBy(0, 200));
		const before = await steps(page);
		await drag(page, (await region(page).locator('.window').boundingBox())!, 90, 120);
		await rested(page, LINK);
		const [from, to] = await days(page);
		expect(from > PART[0]).toBe(true);
		expect(Math.abs(daysBetween(from, to) - daysBetween(...PART))).toBeLessThanOrEqual(1);
		expect(await selected(page)).toBe('');
		expect(await steps(page)).toBe(before);
		await opensAlike(page);
	},
);

test('each end of the window in the strip can be dragged alone', LONG, async ({ page, open }) => {
	await open(`?t=${LINK}`);
	await handle(page, 'End of the view').scrollIntoViewIfNeeded();
	await drag(page, (await handle(page, 'Beginning of the view').boundingBox())!, -60);
	await rested(page, LINK);
	const [from, to] = await days(page);
	expect(from < PART[0]).toBe(true);
	expect(to).toBe(PART[1]);
	const then = kept(page);
	await drag(page, (await handle(page, 'End of the view').boundingBox())!, 60);
	await rested(page, then);
	expect((await days(page))[0]).toBe(from);
	expect((await days(page))[1] > PART[1]).toBe(true);
	await opensAlike(page);
});

test('a press beside the window moves it there', LONG, async ({ page, open }) => {
	await open(`?t=${LINK}`);
	const strip = (await region(page).locator('.strip').boundingBox())!;
	await region(page)
		.locator('.strip')
		.click({ position: { x: strip.width * 0.8, y: 15 } });
	await rested(page, LINK);
	const [from, to] = await days(page);
	const pressed = plusDays(FIRST, Math.round(LENGTH * 0.8));
	expect(from < pressed && to > pressed).toBe(true);
});

for (const [name, end] of [
	['Beginning of the view', 0],
	['End of the view', 1],
] as const) {
	const details = longUnless(name === 'End of the view');
	test(
		`the handle “${name}” is a slider that says its day in words and supports every slider key`,
		details,
		async ({ page, open }) => {
			await open(`?t=${LINK}`);
			const slider = handle(page, name);
			const day = (text: string) =>
				new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(text));
			await slider.focus();
			const other = (await days(page))[1 - end]!;
			let at: string = PART[end];
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
		},
	);
}

test(
	'Back after choosing a mark undoes the choice, keeps the view and restores the scroll position',
	LONG,
	async ({ page, open }) => {
		await open(`?t=${around(20, 30)}`);
		const [id] = await standingAlone(page);
		await page.evaluate(() => scrollTo({ top: 60, behavior: 'instant' }));
		await expect.poll(() => page.evaluate(() => (history.state as { y: number } | null)?.y)).toBe(60);
		await mark(page, id!).click();
		await expect.poll(() => chosen(page)).toBe(id);
		await mark(page, id!).press('+');
		await rested(page, around(20, 30));
		await page.goBack();
		await expect.poll(() => chosen(page)).toBeNull();
		expect(kept(page)).toBe(around(20, 30));
		await expect.poll(() => scrolled(page)).toBe(60);
		await expect(mark(page, id!)).toHaveAttribute('aria-pressed', 'false');
	},
);
