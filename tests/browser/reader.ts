/** Elements of the page by their accessible names. Only this file, and no test, knows how the page is built. */
import type { Locator, Page } from '@playwright/test';
import { FACETS, type Facet } from '../../src/domain/query/filter.ts';
import { events } from './facts.ts';
import { expect } from './page.ts';

/** Events in the record. */
export const articles = (page: Page) => page.getByRole('main').locator('article');
export const article = (page: Page, id: string) => page.locator(`main article[id="${id}"]`);
const HEADING = 'h3:not(aside h3) a';
/** The title of an event: a press opens and closes the event. A link to the event moves focus here. */
export const heading = (page: Page, id: string) => article(page, id).locator(HEADING);
/** The button beside the title, which says whether an event is open. */
const opener = (page: Page, id: string) => article(page, id).getByRole('button', { name: /^Evidence: / });
export const expectOpen = (page: Page, id: string, isOpen = true) =>
	expect(opener(page, id)).toHaveAttribute('aria-expanded', String(isOpen));
/** The visible evidence of every open event. */
export const openBodies = (page: Page) => articles(page).locator('.body:not([hidden])');
export const body = (page: Page, id: string) => article(page, id).locator('.body');
/** The links from an open event to those it answers and those that answer it. */
export const tiedEvents = (page: Page, id: string) => body(page, id).locator('.threads a');
export const openAll = (page: Page) => page.getByRole('button', { name: 'Open all' }).click();
export const closeAll = (page: Page) => page.getByRole('button', { name: 'Close all' }).click();
/** The line under the title of an event: agencies, status, number of sources. */
export const meta = (page: Page, id: string) => article(page, id).locator('.meta');
/** A quote at an event, by its id. */
export const quoteAt = (page: Page, event: string, id: string) =>
	article(page, event).locator('blockquote', { has: page.locator(`a[href$="#${id}"]`) });
/** The link from a quote to its place in the source; without an id, that of the first quote. */
export const toPassage = (page: Page, event: string, quote = '') =>
	article(page, event)
		.locator(quote ? `blockquote a[href$="#${quote}"]` : 'blockquote footer a')
		.first();
/** Quotes of the record that are marked as proven, or as not proven. */
export const quotesMarked = (page: Page, mark: 'found' | 'lost') => page.locator(`main blockquote .${mark}`);
/** Visible quotes: all of them if nothing is folded. */
export const visibleQuotes = (page: Page) => page.locator('main blockquote:not(.cited):visible');
export const quotesInRecord = (page: Page) => page.locator('main blockquote:not(.cited)');
/** Words that a search found. */
export const hits = (where: Page | Locator) => where.locator('mark.hit');
/** Controls that are offered only when scripts run. */
export const needsScript = (page: Page) => page.locator('.needs-js:visible');
/** Ids of the events in the record, in order. */
export const shown = (page: Page) => articles(page).evaluateAll((all) => all.map((a) => a.id));

export const filters = (page: Page) => page.getByRole('search', { name: 'Filter events' });
type FacetName = (typeof FACETS)[Facet]['name'];
/** The button of a value. Agencies are lane names; other values are in the panel, which is empty until it is opened. */
export const chip = (page: Page, facet: FacetName, name: string) =>
	page
		.getByRole('group', { name: facet === 'Agency' ? /^(Agency|Other agencies)$/ : facet, includeHidden: true })
		.getByRole('button', { name: new RegExp(`^${name}(\\b|$)`), includeHidden: true });
const filterButton = (page: Page) => filters(page).getByRole('button', { name: /^Filter\b/ });
/** Opens the panel with all filters except the lanes. */
export async function openFilters(page: Page) {
	const button = filterButton(page);
	if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
}
/** Presses a value, in the panel if it is there. */
export async function press(page: Page, facet: FacetName, name: string) {
	const value = chip(page, facet, name);
	if (!(await value.isVisible())) await openFilters(page);
	await value.click();
}
/** The values of a facet in the open panel, or of the lanes, and the number beside each. */
export const offered = async (page: Page, facet: string) =>
	new Map(
		(
			await page
				.getByRole('group', { name: facet, exact: true, includeHidden: true })
				.locator('button[aria-pressed]')
				.evaluateAll((chips) => chips.map((c) => c.textContent))
		).map((text) => {
			const [, name, n] = /^\s*(.+?)\s+(\d+)\s*$/.exec(text)!;
			return [name!, Number(n)] as const;
		}),
	);
/** A control of the menu “More”, visible or not. */
export const inMore = (page: Page, name: string | RegExp, role: 'button' | 'link' = 'button') =>
	page.getByRole('banner').getByRole(role, { name, includeHidden: true });
export async function pressInMore(page: Page, name: string | RegExp, role: 'button' | 'link' = 'button') {
	const item = inMore(page, name, role);
	if (!(await item.isVisible())) await page.getByRole('button', { name: 'More', exact: true }).click();
	await item.click();
}
export const countLine = (page: Page) => filters(page).getByRole('status');
/** @param rest the rest of the line, as a pattern */
export const expectCount = (page: Page, passing: number, rest = '', total = events.length) =>
	expect(countLine(page)).toHaveText(new RegExp(`^${passing} of ${total} events?${rest}`));
export const searchbox = (page: Page) => page.getByRole('combobox', { name: /^Search / });
/** Height of the sticky bar at the top of the window. */
export const stays = (page: Page) =>
	page.evaluate(() =>
		[...document.querySelectorAll('.asof, .chart, .contents')]
			.filter((element) => getComputedStyle(element).position === 'sticky')
			.reduce((sum, element) => sum + element.getBoundingClientRect().height, 0),
	);

export const pane = (page: Page) => page.getByRole('region', { name: 'Source' });
/** What the page says about the current quote: whether it is in the text. */
export const proof = (page: Page) => pane(page).locator('.proof');
/** What it says about the whole text, on demand. */
export const checked = (page: Page) => pane(page).locator('.checked');
/** Shows the full text instead of the paragraphs that an event quotes. */
export const readWhole = (page: Page) => pane(page).getByRole('button', { name: 'Full text' }).click();
/** Unfolds the details of a copy. */
export const aboutCopy = (page: Page) => pane(page).getByText('About this copy').click();
/** The number of a note in the margin of a text, or in the text. */
export const numberOf = (where: Locator, note: number | string) =>
	where.getByLabel(`Note ${note}: this copy departs from the record`, { exact: true });
/** The control that chooses between several documents. */
export const documentIn = (where: Locator) => where.locator('.pane');
export const sheet = (page: Page) => page.getByRole('dialog', { name: 'Source' });
/** The current passage of the source: one mark, or several in a row if another quote begins inside it. */
export const currentPassage = (where: Locator) => where.locator('mark[aria-current="true"]');
/** Exact texts, without the numbers of notes and other additions. */
export const letters = (where: Locator) =>
	where.evaluateAll((all) =>
		all.map((element) => {
			const copy = element.cloneNode(true) as Element;
			for (const added of copy.querySelectorAll('sup, .round, .other')) added.remove();
			return copy.textContent;
		}),
	);
export const currentWords = async (where: Locator) => (await letters(currentPassage(where))).join('');
/** The first link of a marked passage that holds these words of a quote. */
export const passage = (where: Locator, words: string) => where.locator('mark a', { hasText: words }).first();

/** The query string in the form that readers see. */
export const query = (page: Page) => new URL(page.url()).search;
export const scrolled = (page: Page) => page.evaluate(() => Math.round(scrollY));

/** The event whose heading has focus, or null. */
export const focusedEvent = (page: Page) =>
	page.evaluate(
		(heading) => document.querySelector(`:focus:is(main article ${heading})`)?.closest('article')!.id ?? null,
		HEADING,
	);
/** Whether the focused element has an outline and is not covered. */
export const focusIsSeen = (page: Page) =>
	page.evaluate(() => {
		const active = document.activeElement!;
		const { outlineStyle, outlineWidth } = getComputedStyle(active);
		const { left, top, height } = active.getClientRects()[0]!;
		const there = document.elementFromPoint(left + 4, top + height / 2);
		return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && there !== null && active.contains(there);
	});
/** How far below the sticky bar an event begins, in pixels. */
export const belowBar = async (page: Page, id: string) =>
	(await article(page, id).boundingBox())!.y - (await stays(page));
/** How far the window and the page can scroll sideways: 0 if they cannot. */
export const sideways = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
