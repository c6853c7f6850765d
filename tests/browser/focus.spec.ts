/** Focus is never lost or out of view: when its element closes, disappears or changes, it moves to a sensible place. */
import type { Locator, Page } from '@playwright/test';
import { asOf, banner, slider } from './asof.ts';
import { events, publicDay } from './facts.ts';
import { expect, LONG, test } from './page.ts';
import { dayBeforeQuotes, eventWithEverything, quotedEvent } from './picks.ts';
import { buttons, mark } from './chart-reader.ts';
import { filters, heading, openFilters } from './reader.ts';

/** The focused element is in the window and not covered. */
const isSeen = (page: Page) =>
	page.evaluate(() => {
		const e = document.activeElement!;
		const { left, top, width, height } = e.getClientRects()[0]!;
		const hit = document.elementFromPoint(left + Math.min(width / 2, 8), top + height / 2);
		return e !== document.body && hit !== null && (e.contains(hit) || hit.contains(e));
	});
const expectFocus = async (page: Page, on: Locator) => {
	await expect(on).toBeFocused();
	expect(await isSeen(page)).toBe(true);
};

test('in a wide window focus moves on when its element closes, disappears or changes', async ({ page, open }) => {
	await open();
	// When an event is closed, focus returns to its mark, whether mouse or keyboard opened it.
	const id = events.findLast((e) => e.tier === 'core')!.id;
	await mark(page, id).click();
	await expect(heading(page, id)).toBeFocused();
	await page.keyboard.press('Escape');
	await expectFocus(page, mark(page, id));
	// The button “Next event” is pressed repeatedly.
	await mark(page, events[0]!.id).focus();
	await page.keyboard.press('Enter');
	const next = page.getByRole('button', { name: /^Next event, / });
	for (const { title } of events.slice(1, 3)) {
		await next.focus();
		await page.keyboard.press('Enter');
		await expect(page.locator('article.chosen h3')).toHaveText(title);
		await expectFocus(page, next);
	}
	await page.keyboard.press('Escape');
	await expect(buttons(page).first()).toBeVisible();
	// The filter panel, closed by its button and by Escape.
	for (const way of ['Done', 'Escape']) {
		await openFilters(page);
		if (way === 'Done') await filters(page).getByRole('button', { name: way }).press('Enter');
		else await filters(page).locator('#filter-panel').getByRole('button').first().press(way);
		await expect(filters(page).locator('#filter-panel')).toBeHidden();
		await expectFocus(page, filters(page).getByRole('button', { name: /^Filter/ }));
	}
	// The menu opens at its button, and closes when focus leaves it.
	const more = page.getByRole('button', { name: 'More', exact: true });
	await more.press('Enter');
	const [button, menu] = [(await more.boundingBox())!, (await page.locator('#more').boundingBox())!];
	expect(menu.y - button.y - button.height).toBeLessThan(10);
	for (let i = 0; i < 12 && (await page.locator('#more').isVisible()); i++) await page.keyboard.press('Tab');
	await expect(page.locator('#more')).toBeHidden();
});

test('focus returns to a mark whose event was in a cluster of the strip', async ({ page, open }) => {
	await page.setViewportSize({ width: 700, height: 900 });
	await open();
	await expect(buttons(page).first()).toBeVisible();
	let gone = 0;
	for (const { id } of events) {
		const its = mark(page, id);
		if (gone || !(await its.count())) continue;
		const element = await its.elementHandle();
		await its.press('Enter');
		await expect(heading(page, id)).toBeFocused();
		if (!(await element.evaluate((e) => e.isConnected))) gone++;
		await page.keyboard.press('Escape');
		await expectFocus(page, its);
	}
	expect(gone).toBe(1);
});

test(
	'when a past day or the story is closed, focus moves to the control that opens it',
	LONG,
	async ({ page, open }) => {
		await open(`?asof=${dayBeforeQuotes}`);
		await page.getByRole('button', { name: 'Back to today' }).press('Enter');
		await expectFocus(page, page.getByRole('button', { name: 'As of today' }));
		await open();
		await page.getByRole('button', { name: /^The story in/ }).press('Enter');
		const told = page.getByRole('region', { name: 'The story' });
		await told.getByRole('button', { name: /^Next/ }).press('Enter');
		await expect(page).toHaveURL(/step=/);
		await page.locator('main article h3 a').last().focus();
		await page.keyboard.press('Escape');
		await expectFocus(page, page.getByRole('button', { name: /^The story in/ }));
		expect(new URL(page.url()).search).toBe('');
	},
);

test('focusing the sticky bar does not scroll the page', async ({ page, open }) => {
	const { id } = eventWithEverything;
	await open(`?e=${id}&asof=${publicDay(eventWithEverything)}`);
	const scrolled = () => page.evaluate(() => Math.round(scrollY));
	const before = await scrolled();
	expect(before).toBeGreaterThan(0);
	const bar = page.getByRole('region', { name: 'As of a date' });
	const controls = await bar.locator('button:enabled:visible, input:visible').all();
	expect(controls.length).toBeGreaterThan(2);
	for (const control of [...controls, mark(page, id)]) {
		await control.focus();
		expect(await scrolled(), await control.ariaSnapshot()).toBe(before);
	}
});

test('“Back to today” keeps the open event in its place, with focus', async ({ page, open }) => {
	const { id } = eventWithEverything;
	await open(`?e=${id}&asof=${publicDay(eventWithEverything)}`);
	const title = page.locator(`#${id} h3 a`);
	const topOf = () => title.evaluate((element) => Math.round(element.getBoundingClientRect().top));
	const before = await topOf();
	await page.getByRole('button', { name: 'Back to today' }).press('Enter');
	await expect(page.getByRole('button', { name: 'Back to today' })).toHaveCount(0);
	await expectFocus(page, title);
	expect(Math.abs((await topOf()) - before)).toBeLessThanOrEqual(48);
});

test('changing the day keeps the open event in its place; if it disappears, the page does not scroll', async ({
	page,
	open,
}) => {
	const { id } = eventWithEverything;
	const day = publicDay(eventWithEverything);
	await open(`?e=${id}&asof=${day}`);
	const title = page.locator(`#${id} h3 a`);
	const topOf = () => title.evaluate((element) => Math.round(element.getBoundingClientRect().top));
	const before = await topOf();
	await slider(page).press('End');
	await expect.poll(() => asOf(page)).not.toBe(day);
	expect(Math.abs((await topOf()) - before)).toBeLessThanOrEqual(2);
	await open(`?e=${id}&asof=${day}`);
	const scrolled = () => page.evaluate(() => Math.round(scrollY));
	const place = await scrolled();
	await banner(page).getByRole('button', { name: 'Day before on which' }).press('Enter');
	await expect(title).toHaveCount(0);
	expect(await scrolled()).toBeGreaterThanOrEqual(
		Math.min(place, await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)) - 2,
	);
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 } });

	test('Tab goes through the head of the page in visual order', async ({ page, open }) => {
		await open();
		const stops: { x: number; y: number }[] = [];
		for (let i = 0; i < 12; i++) {
			await page.keyboard.press('Tab');
			const box = await page
				.locator('header *:focus')
				.boundingBox({ timeout: 500 })
				.catch(() => null);
			if (box) stops.push({ x: box.x, y: box.y + box.height / 2 });
			else if (stops.length) break;
		}
		expect(stops.length).toBeGreaterThan(4);
		const asRead = stops.toSorted((a, b) => (Math.abs(a.y - b.y) > 12 ? a.y - b.y : a.x - b.x));
		expect(stops).toEqual(asRead);
	});

	test('the card covers no focused element, and pressing a chapter moves focus', async ({ page, open }) => {
		await open();
		const chapter = page.locator('#column').getByRole('navigation', { name: 'Chapters' }).getByRole('link').last();
		await chapter.press('Enter');
		await expectFocus(page, page.locator('#column h3').last());
		await page.locator(`#column a[href="./events/${quotedEvent.id}/index.html"]`).first().press('Enter');
		const card = page.getByRole('region', { name: 'Chosen event' });
		await expect(card).toBeVisible();
		await page.getByRole('button', { name: 'Open all' }).focus();
		for (let i = 0; i < 8; i++) {
			await page.keyboard.press('Tab');
			const { y, height } = (await page.locator('*:focus').boundingBox())!;
			expect(y + height).toBeLessThanOrEqual((await card.boundingBox())!.y + 1);
		}
		// Focus is back on the row of the event, in the window.
		await page.keyboard.press('Escape');
		await expect(card).toHaveCount(0);
		expect(await isSeen(page)).toBe(true);
	});
});
