/** One column: the filters fold, the source opens as a sheet, and nothing needs to be scrolled sideways. */
import type { Page } from '@playwright/test';
import { KINDS } from './facts.ts';
import { LONG, expect, longUnless, test } from './page.ts';
import {
	agencyWithMostEvents,
	commonWord,
	eventWithEverything,
	eventsOf,
	kindOfAgency,
	lastQuotedEvent,
	quotedEvent,
} from './picks.ts';
import {
	articles,
	chip,
	countLine,
	currentPassage,
	currentWords,
	expectOpen,
	filters,
	heading,
	openAll,
	pane,
	passage,
	pressInMore,
	query,
	quoteAt,
	sheet,
	sideways,
	stays,
	toPassage,
} from './reader.ts';

const SECOND = quotedEvent.quotes[1]!;

test.describe('at 390 × 844', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

	test('the filters unfold and fold, and their button shows how many are pressed', LONG, async ({ page, open }) => {
		await open();
		const fold = filters(page).getByRole('button', { name: /^Filter\b/ });
		await expect(fold).toHaveAttribute('aria-expanded', 'false');
		await expect(filters(page).getByRole('group')).toHaveCount(0);
		await fold.tap();
		await expect(fold).toHaveAttribute('aria-expanded', 'true');
		for (const name of ['Kind', 'Status']) await expect(filters(page).getByRole('group', { name })).toBeVisible();
		await expect(filters(page).getByRole('switch', { name: 'Context' })).toBeVisible();
		await chip(page, 'Agency', agencyWithMostEvents.short).tap();
		await chip(page, 'Kind', KINDS[kindOfAgency]!.name).tap();
		await fold.tap();
		await expect(filters(page).getByRole('group')).toHaveCount(0);
		await expect(fold).toHaveAccessibleName(/2$/);
		await expect(articles(page)).toHaveCount(
			eventsOf(agencyWithMostEvents.id).filter((e) => e.kind === kindOfAgency).length,
		);
	});

	test('the source is hidden until the reader opens it', async ({ page, open }) => {
		await open();
		await expect(pane(page)).toBeHidden();
		await expect(sheet(page)).toHaveCount(0);
		await expect(countLine(page)).toBeVisible();
	});

	for (const way of ['Escape', 'its button', 'a tap beside it'] as const) {
		const details = longUnless(way === 'Escape');
		test(
			`the source opens from a quote with its passage in view, and ${way} leads back to the event`,
			details,
			async ({ page, open }) => {
				await open();
				await heading(page, quotedEvent.id).tap();
				const quote = quoteAt(page, quotedEvent.id, SECOND.id);
				await toPassage(page, quotedEvent.id, SECOND.id).tap();
				await expect(sheet(page)).toBeVisible();
				await expect.poll(() => currentWords(sheet(page))).toBe(SECOND.exact);
				await expect(currentPassage(sheet(page)).first()).toBeInViewport({ ratio: 1 });
				await expect(sheet(page).locator(':focus')).toHaveCount(1);
				expect(query(page)).toBe(`?e=${quotedEvent.id}&p=${SECOND.id}`);
				if (way === 'Escape') await page.keyboard.press('Escape');
				else if (way === 'its button') await sheet(page).getByRole('button', { name: 'Back to the record' }).tap();
				else await page.touchscreen.tap(195, 30);
				await expect(sheet(page)).toHaveCount(0);
				expect(await page.evaluate(() => document.activeElement!.closest('article')?.id)).toBe(quotedEvent.id);
				await expect(quote).toBeInViewport();
			},
		);
	}

	test('choosing a passage in the sheet closes it and opens the event of the passage', LONG, async ({ page, open }) => {
		await open();
		await heading(page, quotedEvent.id).tap();
		await toPassage(page, quotedEvent.id).tap();
		const goal = lastQuotedEvent;
		await passage(sheet(page), goal.quotes[0]!.exact).tap();
		await expect(sheet(page)).toHaveCount(0);
		await expect(page.getByRole('dialog', { name: goal.title })).toBeVisible();
		await expectOpen(page, goal.id);
	});

	test('the sheet scrolls inside and not sideways, and the page stays where it was', LONG, async ({ page, open }) => {
		await open();
		await heading(page, quotedEvent.id).tap();
		await expectOpen(page, quotedEvent.id);
		await toPassage(page, quotedEvent.id).tap();
		await expect(sheet(page)).toBeVisible();
		const y = await page.evaluate(() => scrollY);
		const inner = sheet(page).locator('.pane');
		expect(await inner.evaluate((e) => e.scrollWidth - e.clientWidth)).toBe(0);
		await inner.evaluate((e) => e.scrollTo(0, e.scrollHeight));
		await expect(sheet(page).getByRole('heading', { name: 'What this document does not say' })).toBeInViewport();
		await page.keyboard.press('Escape');
		expect(Math.abs((await page.evaluate(() => scrollY)) - y)).toBeLessThan(200);
	});

	test('s opens the sheet and Esc leads back to the heading', LONG, async ({ page, open }) => {
		await open();
		await heading(page, quotedEvent.id).focus();
		await page.keyboard.press('s');
		await expect.poll(() => currentWords(sheet(page))).toBe(quotedEvent.quotes[0]!.exact);
		await expect(sheet(page).locator('mark a:focus')).toBeInViewport();
		await page.keyboard.press('Escape');
		await expect(sheet(page)).toHaveCount(0);
		await expect(heading(page, quotedEvent.id)).toBeFocused();
	});
});

for (const [name, viewport] of [
	['320 px wide', { width: 320, height: 640 }],
	['1280 px at 400 %', { width: 320, height: 256 }],
	['768 px wide', { width: 768, height: 1024 }],
] as const) {
	test.describe(name, longUnless(viewport.height < 300), () => {
		test.use({ viewport });

		/** Elements that reach beyond the window, except scrollable rows and lines that end in an ellipsis. */
		const outside = (page: Page) =>
			page.locator('body *:visible').evaluateAll((all) => {
				const isHeld = (e: Element): boolean => {
					const { overflowX, textOverflow } = getComputedStyle(e);
					if (/auto|scroll/.test(overflowX) || textOverflow === 'ellipsis') return true;
					return e.parentElement !== null && e.parentElement !== document.body && isHeld(e.parentElement);
				};
				return all
					.filter((e) => !e.closest('#stage, .visually-hidden') && e.getBoundingClientRect().right > innerWidth + 1)
					.filter((e) => !isHeld(e))
					.map((e) => `${e.tagName} ${e.classList.toString()} ${e.textContent.trim().slice(0, 30)}`);
			});
		test('nothing is cut off or scrolls sideways, with one event open or all of them', async ({ page, open }) => {
			await open(`?e=${eventWithEverything.id}`);
			expect(await sideways(page)).toBe(0);
			expect(await outside(page)).toEqual([]);
			await open();
			await openAll(page);
			expect(await sideways(page)).toBe(0);
			expect(await outside(page)).toEqual([]);
		});

		test('the same with the filters unfolded, after a search, or with the list of keys', async ({ page, open }) => {
			await open(`?q=${commonWord}&agency=${agencyWithMostEvents.id}`);
			await filters(page)
				.getByRole('button', { name: /^Filter\b/ })
				.click();
			expect(await sideways(page)).toBe(0);
			await pressInMore(page, 'Keys');
			const help = page.getByRole('dialog', { name: 'Keys' });
			expect(await help.evaluate((e) => e.scrollWidth - e.clientWidth)).toBe(0);
			const box = (await help.boundingBox())!;
			expect(box.x).toBeGreaterThanOrEqual(0);
			expect(box.x + box.width).toBeLessThanOrEqual(viewport.width);
		});

		test('the sticky bar leaves more than half of the screen to the record', async ({ page, open }) => {
			await open(`?e=${eventWithEverything.id}&agency=${agencyWithMostEvents.id}`);
			await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
			const covered = await stays(page);
			expect(covered).toBeLessThan(viewport.height / 2);
		});
	});
}
