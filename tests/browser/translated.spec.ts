/** Readers never lose their place and state when a browser translates the page. */
import type { Page } from '@playwright/test';
import { LONG, expect, ready, test } from './page.ts';
import { agencyWithMostEvents, commonWord, eventWithEverything, quotedEvent } from './picks.ts';
import { press, filters, heading, query, searchbox } from './reader.ts';

test.describe('a page that a browser translates (F5)', () => {
	/** Translates as browsers do: replaces each text node by the browser's own elements, now and after every change. */
	const translate = (page: Page) =>
		page.evaluate(() => {
			const turn = (root: Node) => {
				const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
				const texts: Text[] = [];
				while (walker.nextNode()) texts.push(walker.currentNode as Text);
				for (const text of texts) {
					const { parentElement } = text;
					if (!text.data.trim() || !parentElement?.isConnected) continue;
					if (parentElement.closest('[translate="no"], script, style, svg, font, option')) continue;
					const font = document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
					font.append(
						Object.assign(document.createElementNS('http://www.w3.org/1999/xhtml', 'font'), { textContent: text.data }),
					);
					text.replaceWith(font);
				}
			};
			turn(document.body);
			new MutationObserver((list) => {
				for (const { addedNodes } of list) for (const node of addedNodes) if (node.isConnected) turn(node);
			}).observe(document.body, { childList: true, subtree: true });
		});
	const words = (page: Page) =>
		page.evaluate(() =>
			[...document.querySelectorAll<HTMLElement>('search, main, .beside, header')].map((part) =>
				part.innerText
					.replace(/This page was translated.*/, '')
					.replace(/\s+/g, ' ')
					.trim(),
			),
		);
	const ACTS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
		'an event is opened': (page) => heading(page, eventWithEverything.id).click(),
		'the page is turned to a day': (page) => page.getByRole('button', { name: 'As of today' }).click(),
		'and to the day before': (page) => page.getByRole('button', { name: /^Day before/ }).click(),
		'and further': (page) => page.getByRole('slider', { name: 'As of' }).press('PageDown'),
		'and back to today': (page) => page.getByRole('button', { name: 'Back to today' }).click(),
		'an agency is pressed': (page) => press(page, 'Agency', agencyWithMostEvents.short),
		'a word is searched for': (page) => searchbox(page).fill(commonWord),
		'another word is searched for': (page) => searchbox(page).fill('zzzzzz'),
		'all is cleared': (page) => filters(page).getByRole('button', { name: 'Clear all', exact: true }).click(),
		'all is opened': (page) => page.getByRole('button', { name: 'Open all' }).click(),
	};

	test(
		'says the same as the untranslated page, whatever the reader does',
		LONG,
		async ({ page, open, home, context }) => {
			await open();
			const twin = await context.newPage();
			await twin.goto(home);
			await ready(twin);
			await translate(page);
			for (const [what, act] of Object.entries(ACTS)) {
				await act(page);
				await act(twin);
				await expect.poll(() => query(page) === query(twin), what).toBe(true);
				await expect(async () => expect(await words(page)).toEqual(await words(twin)), what).toPass({
					timeout: 30_000,
				});
			}
			await twin.close();
		},
	);

	test('keeps quotes and documents in the original, and says so', LONG, async ({ page, open, home }) => {
		await open(`?e=${quotedEvent.id}`);
		const note = page.getByText('Quotes and documents are shown in the original');
		await expect(note).toBeHidden();
		await translate(page);
		await expect(note).toBeVisible();
		for (const text of await page.locator('main blockquote > p:first-child, .beside .line, .plot').all())
			await expect(text).toHaveAttribute('translate', 'no');
		expect(await page.locator('blockquote > p:first-child font').count()).toBe(0);
		await page.goto(`${home}events/${quotedEvent.id}/index.html`);
		await expect(note).toBeHidden();
		await page.evaluate(() => (document.documentElement.lang = 'de'));
		await expect(note).toBeVisible();
		await expect(page.locator('blockquote > p').first()).toHaveAttribute('lang', 'en');
	});
});
