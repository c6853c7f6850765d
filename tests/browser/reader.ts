/** What a reader finds on the page, by the names the page promises. */
import type { Locator, Page } from '@playwright/test';

export const article = (page: Page, id: string) => page.locator(`main article[id="${id}"]`);
/** The button in an event's heading that opens and closes it. */
export const heading = (page: Page, id: string) =>
	article(page, id).getByRole('heading', { level: 3 }).getByRole('button');
/** Ids of the events in the record, in their order. */
export const shown = (page: Page) => page.locator('main article').evaluateAll((all) => all.map((a) => a.id));

export const filters = (page: Page) => page.getByRole('search', { name: 'Filter events' });
export const chip = (page: Page, facet: 'Agency' | 'Kind' | 'Status', name: string) =>
	filters(page)
		.getByRole('group', { name: facet })
		.getByRole('button', { name: new RegExp(`^${name}\\b`) });
export const countLine = (page: Page) => filters(page).getByRole('status');
export const searchbox = (page: Page) => page.getByRole('searchbox');
export const bar = (page: Page) => page.locator('.sticky');

export const pane = (page: Page) => page.getByRole('complementary', { name: 'Source' });
export const sheet = (page: Page) => page.getByRole('dialog', { name: 'Source' });
/** The passage the source stands at: one mark or, where another quote begins inside it, several in a row. */
export const currentPassage = (where: Locator) => where.locator('mark[aria-current="true"]');
/** The words of the current passage as they stand, without the numbers of the notes among them. */
export const currentWords = (where: Locator) =>
	currentPassage(where).evaluateAll((marks) =>
		marks
			.map((mark) => {
				const copy = mark.cloneNode(true) as Element;
				for (const number of copy.querySelectorAll('sup')) number.remove();
				return copy.textContent;
			})
			.join(''),
	);
/** The first link of a marked passage that holds these words of a quote. */
export const passage = (where: Locator, words: string) => where.locator('mark a', { hasText: words }).first();

/** The query string as a reader sees it. */
export const query = (page: Page) => new URL(page.url()).search;
export const scrolled = (page: Page) => page.evaluate(() => Math.round(scrollY));

/** The event whose heading has focus, or null. */
export const focusedEvent = (page: Page) =>
	page.evaluate(() => {
		const { activeElement } = document;
		return activeElement?.matches('main article h3 button') ? activeElement.closest('article')!.id : null;
	});
/** Whether what has focus is framed, and not hidden under something else. */
export const focusIsSeen = (page: Page) =>
	page.evaluate(() => {
		const active = document.activeElement!;
		const { outlineStyle, outlineWidth } = getComputedStyle(active);
		const { left, top, height } = active.getClientRects()[0]!;
		const there = document.elementFromPoint(left + 4, top + height / 2);
		return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && there !== null && active.contains(there);
	});
/** The event whose heading is under the mouse, or null. */
export const pointedAt = (page: Page) =>
	page.evaluate(() => document.querySelector('main article h3 button:hover')?.closest('article')?.id ?? null);
/** How far below the sticky bar an event begins, in pixels. */
export const belowBar = async (page: Page, id: string) => {
	const [event, sticky] = [await article(page, id).boundingBox(), await bar(page).boundingBox()];
	return event!.y - (sticky!.y + sticky!.height);
};
/** How far the window and the page can be moved sideways: 0 where they cannot. */
export const sideways = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
