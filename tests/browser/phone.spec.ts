/** The vertical timeline on a phone: a row opens its card, the card its sheet, and Back closes the last one opened. */
import type { Page } from '@playwright/test';
import { events, KINDS, publicDay } from './facts.ts';
import { expect, LONG, ready, test } from './page.ts';
import { agencyWithMostEvents, commonWord, dayBeforeQuotes, eventsOf, quotedEvent } from './picks.ts';
import { currentPassage, heading, query, searchbox, sideways } from './reader.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const rows = (page: Page) => page.locator('#column a[href*="/events/"], #column a[href^="./events/"]');
const rowOf = (page: Page, id: string) => page.locator(`#column a[href="./events/${id}/index.html"]`).first();
const card = (page: Page) => page.getByRole('region', { name: 'Chosen event' });
const sheet = (page: Page) => page.locator('dialog.sheet');
/** The title of the event that the sheet shows. */
const titleIn = (page: Page) => sheet(page).getByRole('heading').first();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** Ids of the events whose row can be pressed. */
const offered = (page: Page) =>
	rows(page).evaluateAll((all) => [...new Set(all.map((a) => a.getAttribute('href')!.split('/').at(-2)!))]);
const SECOND = quotedEvent.quotes[1]!;

test('the name of an agency without a count is centred like the others', async ({ page, open }) => {
	await open(`?asof=${dayBeforeQuotes}`);
	const chips = page.getByRole('group', { name: 'Agency' }).getByRole('button');
	await expect(chips.filter({ hasText: /\D0$/ })).not.toHaveCount(0);
	const off = await chips.evaluateAll((all) => {
		const middle = (e: Element) => e.getBoundingClientRect().top + e.getBoundingClientRect().height / 2;
		return all
			.filter((chip) => Math.abs(middle(chip) - middle(chip.querySelector('bdi')!)) > 1)
			.map((e) => e.textContent);
	});
	expect(off).toEqual([]);
});

test('the sheet of an event shows its date', async ({ page, open }) => {
	await open(`?e=${quotedEvent.id}&asof=${publicDay(quotedEvent)}`);
	await expect(sheet(page)).toContainText(/As of \d+ \w+ \d{4}: what was public by then/);
	await open(`?e=${quotedEvent.id}`);
	await expect(sheet(page)).not.toContainText('what was public by then');
});

test('a row opens its card, “Open” its sheet with the passage in view, and Back closes both in turn', async ({
	page,
	open,
}) => {
	await open();
	expect((await offered(page)).toSorted()).toEqual(events.map((e) => e.id).toSorted());
	await expect(page.locator('#stage')).toBeHidden();
	await rowOf(page, quotedEvent.id).tap();
	await expect(card(page)).toContainText(quotedEvent.title);
	const [row, over] = [(await rowOf(page, quotedEvent.id).boundingBox())!, (await card(page).boundingBox())!];
	expect(row.y + row.height).toBeLessThanOrEqual(over.y);
	expect(query(page)).toBe(`?e=${quotedEvent.id}`);

	await button(page, 'Open').tap();
	await expect(sheet(page).getByRole('heading', { name: quotedEvent.title })).toBeFocused();
	// The source begins on the first screen, but a long summary may push the passage below it.
	await expect(sheet(page).getByText(/^Quote 1 of \d+, in its source$/)).toBeInViewport();
	await expect(currentPassage(sheet(page)).first()).toBeVisible();
	await button(page, 'Next quote').tap();
	await expect.poll(() => query(page)).toBe(`?e=${quotedEvent.id}&p=${SECOND.id}`);
	await expect(currentPassage(sheet(page)).first()).toBeInViewport();
	const ids = await page.locator('[id]').evaluateAll((all) => all.map((e) => e.id));
	expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);

	const y = await page.evaluate(() => scrollY);
	await page.goBack();
	await expect(sheet(page)).toHaveCount(0);
	await expect(card(page)).toContainText(quotedEvent.title);
	await page.goBack();
	await expect(card(page)).toHaveCount(0);
	expect(query(page)).toBe('');
	expect(await page.evaluate(() => scrollY)).toBe(y);
});

test(
	'by keyboard: Enter opens the card, › goes on, Escape closes sheet and card, focus returns to the row',
	LONG,
	async ({ page, open }) => {
		await open();
		const [first, next] = [events.toSorted((a, b) => a.when.localeCompare(b.when))[0]!, events];
		expect(next.length).toBeGreaterThan(1);
		await rowOf(page, first.id).focus();
		await page.keyboard.press('Enter');
		await expect(card(page).getByRole('heading')).toBeFocused();
		await button(page, 'Next event').click();
		await expect(card(page)).not.toContainText(first.title);
		const title = (await card(page).getByRole('heading').textContent())!;
		await button(page, 'Open').click();
		await expect(sheet(page)).toContainText(title);
		await page.keyboard.press('Escape');
		await expect(sheet(page)).toHaveCount(0);
		await expect(card(page)).toContainText(title);
		await page.keyboard.press('Escape');
		await expect(card(page)).toHaveCount(0);
		const id = events.find((e) => e.title === title)!.id;
		await expect(rowOf(page, id)).toBeFocused();
		expect(query(page)).toBe('');
	},
);

test('a link to an event opens its sheet over the timeline, as its button does', LONG, async ({ page, open }) => {
	await open(`?e=${quotedEvent.id}`);
	await expect(sheet(page)).toContainText(quotedEvent.title);
	await button(page, 'Next event').tap();
	await expect(titleIn(page)).not.toHaveText(quotedEvent.title);
	const title = (await titleIn(page).textContent())!;
	await page.reload();
	await ready(page);
	await expect(titleIn(page)).toHaveText(title);
	await button(page, '‹ Timeline').tap();
	await expect(sheet(page)).toHaveCount(0);
	await expect(card(page)).toContainText(title);
	await expect(page.locator('#column [aria-current]').first()).toBeInViewport();
	await button(page, 'Close').tap();
	await expect(card(page)).toHaveCount(0);
	expect(query(page)).toBe('');
});

test(
	'search results and connected events open as a sheet; a title of the record opens in place',
	LONG,
	async ({ page, open }) => {
		await open();
		await searchbox(page).fill(commonWord);
		await page.getByRole('option').first().click();
		await expect(sheet(page)).toBeVisible();
		const first = (await titleIn(page).textContent())!;
		const connected = sheet(page).locator('.threads a').first();
		if (await connected.count()) {
			await connected.tap();
			await expect(titleIn(page)).not.toHaveText(first);
			await page.goBack();
			await expect(titleIn(page)).toHaveText(first);
		}
		await page.goBack();
		await expect(sheet(page)).toHaveCount(0);
		await page.goto(page.url().split('?')[0]!);
		await ready(page);
		await heading(page, quotedEvent.id).tap();
		await expect.poll(() => query(page)).toBe(`?e=${quotedEvent.id}`);
		await expect(sheet(page)).toHaveCount(0);
		await expect(card(page)).toHaveCount(0);
	},
);

test('filters move no row, and the rows that they hide have no words and no link', LONG, async ({ page, open }) => {
	await open();
	const places = () =>
		page.locator('#column .down .line').evaluateAll((all) => all.map((line) => line.getBoundingClientRect().height));
	// Typefaces that load late change the height of a row.
	await page.evaluate(() => document.fonts.ready);
	const before = await places();
	await page
		.locator('#column')
		.getByRole('button', { name: new RegExp(`^${agencyWithMostEvents.short}\\b`) })
		.tap();
	const ids = eventsOf(agencyWithMostEvents.id).map((e) => e.id);
	await expect.poll(async () => (await offered(page)).toSorted()).toEqual(ids.toSorted());
	expect(await places()).toEqual(before);
	await expect(page.locator('#column .left:not([aria-hidden])')).toHaveCount(0);
});

test(
	'as of a date the column ends at that day, and names nothing that was not public',
	LONG,
	async ({ page, open }) => {
		await open(`?asof=${dayBeforeQuotes}`);
		const named = await offered(page);
		const inRecord = await page.locator('main article').evaluateAll((all) => all.map((a) => a.id));
		expect(named.toSorted()).toEqual(inRecord.toSorted());
		await expect(page.locator('#column .today')).toContainText('had not happened yet');
		expect(await sideways(page)).toBe(0);
	},
);

test('without delays no act has a line, but each has its row', LONG, async ({ page, open }) => {
	await open('?known=0');
	await expect(page.locator('#column :is(.delay, .ring)')).toHaveCount(0);
	for (const { id } of events.filter((e) => KINDS[e.kind]!.side === 'above'))
		await expect(rowOf(page, id)).toHaveCount(1);
});

test(
	'a window that becomes wide shows the chart, and one that becomes narrow again the column',
	LONG,
	async ({ page, open }) => {
		await open();
		await page.setViewportSize({ width: 1024, height: 844 });
		await expect(page.locator('#stage .plot button').first()).toBeVisible();
		await expect(rows(page)).toHaveCount(0);
		await page.setViewportSize({ width: 390, height: 844 });
		await expect(rowOf(page, quotedEvent.id)).toBeVisible();
		await expect(page.locator('#stage .plot button')).toHaveCount(0);
	},
);

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });
	test('every event has its row, which links to its page', LONG, async ({ page, home }) => {
		await page.goto(home);
		expect((await offered(page)).toSorted()).toEqual(events.map((e) => e.id).toSorted());
		await rowOf(page, quotedEvent.id).tap();
		await expect(page).toHaveURL(`${home}events/${quotedEvent.id}/index.html`);
	});
});
