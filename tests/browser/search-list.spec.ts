/** Search results, listed under the box: with the mouse, by keyboard alone, as of a date, and on a phone. */
import type { Page } from '@playwright/test';
import { needed } from '../needed.ts';
import { found } from './axe.ts';
import { events, firstDay, lastDay, plusDays, publicDay, theCase } from './facts.ts';
import { LONG, expect, test } from './page.ts';
import { FIRST, commonWord, says } from './picks.ts';
import { expectCount, heading, hits, query, searchbox, shown, sideways } from './reader.ts';

const list = (page: Page) => page.getByRole('listbox', { name: 'Found' });
const options = (page: Page) => list(page).getByRole('option');
const active = (page: Page) => list(page).locator('[aria-selected=true]');
const inWords = (day: string) =>
	new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

const isDay = (when: string) => /^\d{4}-\d\d-\d\d$/.test(when);
const beganOn = (day: string) => events.filter((e) => isDay(e.when) && e.when === day);
const crowded = needed(
	'a day on which two events began',
	events.find((e) => beganOn(e.when).length > 1 && publicDay(e) === e.when),
).when;
const secret = needed(
	'an event of one day that became public later',
	events.find((e) => isDay(e.when) && publicDay(e) > e.when),
);

test('results show the lines with the words; a press leads to the event, and Back to the search', async ({
	page,
	open,
}) => {
	await open();
	await searchbox(page).pressSequentially(commonWord);
	await expect(options(page).first()).toBeVisible();
	await expect(searchbox(page)).toHaveAttribute('aria-expanded', 'true');
	for (const option of await options(page).all()) await expect(hits(option).first()).toBeVisible();
	// The record is filtered a moment after the list.
	await expect(async () => {
		const passing = await shown(page);
		const listed = await options(page).count();
		expect(listed).toBe(Math.min(passing.length, 8));
		if (passing.length > listed)
			expect(await list(page).textContent()).toContain(`${passing.length - listed} more in the record`);
	}).toPass();
	const box = (await list(page).boundingBox())!;
	expect(box.width).toBeGreaterThan(550);
	expect(await found(page, undefined, ['search'])).toEqual([]);

	const certain = events.find((e) => new RegExp(`\\b${commonWord}\\b`, 'i').test(e.title) && says(e))!;
	await options(page).filter({ hasText: certain.title }).click();
	await expect(heading(page, certain.id)).toBeFocused();
	expect(query(page)).toBe(`?e=${certain.id}&q=${commonWord}`);
	await expect(list(page)).toHaveCount(0);
	await expect(heading(page, certain.id)).toBeInViewport();
	await page.goBack();
	await expect.poll(() => query(page)).toBe(`?q=${commonWord}`);
	await page.goBack();
	await expect.poll(() => query(page)).toBe('');
});

test(
	'by keyboard a date leads to events, chart and past day; Esc closes the list, then empties the box (F16)',
	LONG,
	async ({ page, open }) => {
		await open();
		await page.keyboard.press('/');
		await page.keyboard.type(inWords(crowded));
		await expect(list(page)).toBeVisible();
		const today = beganOn(crowded);
		await expectCount(page, (await shown(page)).length);
		expect(await shown(page)).toEqual(expect.arrayContaining(today.map((e) => e.id)));
		const group = list(page).getByRole('group', { name: 'On this day' });
		await expect(group.getByRole('option')).toHaveCount(today.length);
		await expect(searchbox(page)).not.toHaveAttribute('aria-activedescendant');

		await page.keyboard.press('ArrowDown');
		await expect(active(page)).toContainText(today[0]!.title);
		const id = await active(page).getAttribute('id');
		await expect(searchbox(page)).toHaveAttribute('aria-activedescendant', id!);
		await page.keyboard.press('End');
		await expect(active(page)).toHaveText(`As of ${inWords(crowded)}`);
		await expect(active(page)).toBeInViewport();
		await page.keyboard.press('Home');
		await expect(active(page)).toContainText(today[0]!.title);
		await page.keyboard.press('ArrowUp');
		await expect(active(page)).toHaveCount(0);
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('Enter');
		await expect.poll(() => new URL(page.url()).searchParams.get('asof')).toBe(crowded);
		await expect(list(page)).toHaveCount(0);
		await expect(searchbox(page)).toBeFocused();

		// The page is already at that day, so only the option to show it on the chart is left.
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('ArrowUp');
		await expect(active(page)).toHaveText('Show this day on the chart');
		await page.keyboard.press('Enter');
		await expect
			.poll(() => new URL(page.url()).searchParams.get('t'))
			.toBe(`${plusDays(crowded, -2)}..${plusDays(crowded, 2)}`);

		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Escape');
		await expect(list(page)).toHaveCount(0);
		await expect(searchbox(page)).toHaveValue(inWords(crowded));
		await page.keyboard.press('Escape');
		await expect(searchbox(page)).toHaveValue('');
		await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe(null);
	},
);

test('as of a date only what was public by then is listed', LONG, async ({ page, open }) => {
	await open(`?asof=${plusDays(publicDay(secret), -1)}`);
	await searchbox(page).fill(inWords(secret.when));
	await expect(list(page)).toBeVisible();
	await expect(page.getByRole('search')).toContainText(`as of ${inWords(plusDays(publicDay(secret), -1))}`);
	await expect(options(page).filter({ hasText: secret.title })).toHaveCount(0);
	await open(`?asof=${publicDay(secret)}`);
	await searchbox(page).fill(inWords(secret.when));
	await expect(options(page).filter({ hasText: secret.title })).toBeVisible();
});

test('an ambiguous date is not used until the reader chooses one meaning', LONG, async ({ page, open }) => {
	const year = Number(FIRST.slice(0, 4)) + 1;
	expect(`${year}-12-31` <= theCase.extent.split('/')[1]!).toBe(true);
	await open();
	await searchbox(page).fill(`10/11/${year}`);
	await expect(options(page)).toHaveText([new RegExp(`^11 October ${year}`), new RegExp(`^10 November ${year}`)]);
	await expectCount(page, events.length);
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(searchbox(page)).toHaveValue(`10 November ${year}`);
	await expect(options(page).first()).toBeVisible();
	const day = `${year}-11-10`;
	await expectCount(page, events.filter((e) => firstDay(e.when) <= day && lastDay(e.when) >= day).length);
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme: 'dark' });

	test(
		'the list is as wide as the page, stays on the screen, and a tap leads to an event',
		LONG,
		async ({ page, open }) => {
			await open();
			await searchbox(page).tap();
			await searchbox(page).pressSequentially(commonWord);
			await expect(options(page).first()).toBeVisible();
			const { x, y, width, height } = (await list(page).boundingBox())!;
			expect([x, width]).toEqual([0, 390]);
			expect(y + height).toBeLessThanOrEqual(844);
			expect(height).toBeGreaterThan(400);
			expect(await sideways(page)).toBe(0);
			expect(await found(page, undefined, ['search'])).toEqual([]);
			const first = await options(page).first().locator('b').first().innerText();
			await options(page).first().tap();
			await expect(page.getByRole('dialog').getByRole('heading', { name: first })).toBeFocused();
			await expect(list(page)).toHaveCount(0);
		},
	);
});
