/** The panel “Use this” for an event, a quote or the view, and the way back from it. */
import type { Page } from '@playwright/test';
import { events, lastDay, plusDays, publicDay, quoted, theCase } from './facts.ts';
import { expect, LONG, ready, test } from './page.ts';
import { agencyWithMostEvents, dayBeforeQuotes, eventsOf, quotedEvent } from './picks.ts';
import { article, heading, pane, pressInMore, query, quoteAt } from './reader.ts';

const beside = (page: Page) => page.getByRole('region', { name: 'Use this' });
const over = (page: Page) => page.getByRole('dialog', { name: 'Use this' });
const link = (page: Page) => page.getByLabel('Link', { exact: true });
const citation = (page: Page) => page.getByLabel('Citation', { exact: true });
const useEvent = (page: Page) => page.getByRole('button', { name: 'Use this event', exact: true });

test('of an event replaces its source, follows the reader to the next event, and closes with Back', async ({
	page,
	open,
	home,
}) => {
	await open(`?e=${quotedEvent.id}`);
	await useEvent(page).click();
	await expect(beside(page).getByRole('heading', { name: 'Use this event' })).toBeFocused();
	await expect(pane(page)).toHaveCount(0);
	await expect(link(page)).toHaveText(`${home}events/${quotedEvent.id}/`);
	await expect(citation(page)).toContainText(quotedEvent.title);

	const next = events[events.indexOf(quotedEvent) + 1]!;
	await article(page, quotedEvent.id)
		.getByRole('button', { name: /^Next event/ })
		.click();
	await expect(link(page)).toHaveText(`${home}events/${next.id}/`);
	await beside(page).getByRole('button', { name: 'Back to the source' }).click();
	await expect(beside(page)).toHaveCount(0);
	expect(query(page)).toBe(`?e=${next.id}`);

	await useEvent(page).click();
	await expect(beside(page)).toBeVisible();
	await page.goBack();
	await expect(beside(page)).toHaveCount(0);
	await expect(useEvent(page)).toBeFocused();
	expect(query(page)).toBe(`?e=${next.id}`);
});

test('by keyboard alone: Enter opens it, Escape returns to where it was opened', async ({ page, open }) => {
	await open(`?e=${quotedEvent.id}`);
	await useEvent(page).focus();
	await page.keyboard.press('Enter');
	await expect(beside(page).getByRole('heading', { name: 'Use this event' })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(beside(page)).toHaveCount(0);
	await expect(useEvent(page)).toBeFocused();
});

test('keeps the day of the page or links to today, as the reader chooses', async ({ page, open, home }) => {
	const day = lastDay(publicDay(quotedEvent));
	await open(`?e=${quotedEvent.id}&asof=${day}`);
	await useEvent(page).click();
	await expect(link(page)).toHaveText(`${home}?e=${quotedEvent.id}&asof=${day}`);
	await beside(page)
		.getByRole('radio', { name: /^As of today/ })
		.check();
	await expect(link(page)).toHaveText(`${home}events/${quotedEvent.id}/`);
});

test('closes with its event, and never opens for an event that was not yet public', async ({ page, open }) => {
	await open(`?e=${quotedEvent.id}`);
	await useEvent(page).click();
	await expect(beside(page)).toBeVisible();
	await article(page, quotedEvent.id)
		.getByRole('button', { name: /^Evidence: / })
		.click();
	await expect(beside(page)).toHaveCount(0);
	await expect(over(page)).toHaveCount(0);
	expect(query(page)).toBe('');

	await heading(page, quotedEvent.id).click();
	await expect(pane(page)).toBeVisible();
	await useEvent(page).click();
	await expect(beside(page)).toBeVisible();
	await page.getByRole('button', { name: /^As of/ }).click();
	const box = page.getByRole('textbox', { name: 'As of' });
	await box.fill(plusDays(lastDay(publicDay(quotedEvent)), -1));
	await box.press('Enter');
	await expect(beside(page)).toHaveCount(0);
	await expect(over(page)).toHaveCount(0);
});

test('uses the share dialog of the system if there is one', async ({ page, open, home }) => {
	await page.addInitScript(() => {
		Object.assign(navigator, {
			share: (what: object) => Promise.resolve(void Object.assign(window, { shared: what })),
		});
	});
	await open(`?e=${quotedEvent.id}`);
	await useEvent(page).click();
	await beside(page).getByRole('button', { name: 'Share …' }).click();
	const shared = await page.evaluate(() => (window as unknown as { shared: object }).shared);
	expect(shared).toEqual({ title: quotedEvent.title, url: `${home}events/${quotedEvent.id}/` });
});

test('a view of a day can be counted and cited as of today', async ({ page, open, home }) => {
	const { id } = agencyWithMostEvents;
	await open(`?agency=${id}&asof=${dayBeforeQuotes}`);
	await pressInMore(page, 'Use this view');
	await expect(citation(page)).toContainText('as of');
	await over(page)
		.getByRole('radio', { name: /^As of today/ })
		.check();
	await expect(link(page)).toHaveText(`${home}?agency=${id}`);
	await expect(citation(page)).toContainText(`${eventsOf(id).length} of ${events.length} events`);
	await expect(citation(page)).not.toContainText('as of');
});

test('of a quote names its words, its source and its link', async ({ page, open, home }) => {
	const quote = quotedEvent.quotes[0]!;
	await open(`?e=${quotedEvent.id}`);
	await quoteAt(page, quotedEvent.id, quote.id).getByRole('button', { name: 'Use this quote' }).click();
	await expect(beside(page).getByRole('heading', { name: 'Use this quote' })).toBeFocused();
	await expect(beside(page)).toContainText(quote.exact);
	await expect(link(page)).toHaveText(`${home}?e=${quotedEvent.id}&p=${quote.id}`);
	await expect(citation(page)).toContainText(quoted.find(({ id }) => id === quote.source)!.title);
});

test('of the view links to the view, says what it shows, and can be closed', async ({ page, open, home }) => {
	const { id, short } = agencyWithMostEvents;
	await open(`?agency=${id}`);
	await pressInMore(page, 'Use this view');
	await expect(over(page).getByRole('heading', { name: 'Use this view' })).toBeFocused();
	await expect(link(page)).toHaveText(`${home}?agency=${id}`);
	const shown = eventsOf(id).length;
	await expect(over(page)).toContainText(`${shown} of ${events.length} events`);
	await expect(over(page)).toContainText(`Agency: ${short}`);
	await page.keyboard.press('Escape');
	await expect(over(page)).toHaveCount(0);
	expect(query(page)).toBe(`?agency=${id}`);
});

test('each style of citation has the title, the link and the day of the data', async ({ page, open, home }) => {
	await open(`?e=${quotedEvent.id}`);
	await useEvent(page).click();
	for (const style of await beside(page).getByRole('group', { name: 'Style' }).getByRole('button').all()) {
		await style.click();
		await expect(style).toHaveAttribute('aria-pressed', 'true');
		await expect(citation(page)).toContainText(`${home}events/${quotedEvent.id}/`);
		await expect(citation(page)).toContainText(theCase.title);
	}
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
	test('is a sheet over that of the event, and Back returns to the event', async ({ page, open, home }) => {
		await open(`?e=${quotedEvent.id}`);
		const event = page.locator('dialog.sheet');
		await event.getByRole('button', { name: 'Use this event' }).tap();
		await expect(over(page)).toBeVisible();
		await expect(link(page)).toHaveText(`${home}events/${quotedEvent.id}/`);
		await page.goBack();
		await expect(over(page)).toHaveCount(0);
		await expect(event).toBeVisible();
	});
});

test('a page that is reloaded with the panel open opens without it', LONG, async ({ page, open }) => {
	await open(`?e=${quotedEvent.id}&asof=${dayBeforeQuotes}`);
	await pressInMore(page, 'Use this view');
	await expect(over(page)).toBeVisible();
	await page.reload();
	await ready(page);
	await expect(over(page)).toHaveCount(0);
});
