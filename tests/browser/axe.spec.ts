/** The rules of WCAG 2.2 A and AA that a machine can check, and good practice, in every state and both themes. */
import type { Page } from '@playwright/test';
import { COLOURS, TAGS, found } from './axe.ts';
import { KINDS, STATUSES, agencies, quoted, quotes, readableDay } from './facts.ts';
import { expect, test } from './page.ts';
import { agencyAndKindOfNothing, agencyWithMostEvents, around, commonWord, eventWithEverything } from './picks.ts';
import { chip, filters, heading, visibleQuotes, sheet, toPassage } from './reader.ts';

/** The banner, the source and the accounts of a dispute, all in one page. */
const AS_OF = { link: `?e=${eventWithEverything.id}&asof=${readableDay(quoted[0]!)}` };

/** State → how a reader comes to it. */
const STATES: Readonly<Record<string, { readonly link?: string; readonly act?: (page: Page) => Promise<void> }>> = {
	closed: {},
	'as of a date, with the source and a dispute': AS_OF,
	'with an event open that has disputes and discrepancies': { link: `?e=${eventWithEverything.id}` },
	'with the chart zoomed to two weeks': { link: `?t=${around(3, 10)}` },
	'with nothing that passes': { link: `?agency=${agencyAndKindOfNothing.agency}&kind=${agencyAndKindOfNothing.kind}` },
	'with a notice and a search': { link: `?kind=nothing&q=${commonWord}&agency=${agencyWithMostEvents.id}` },
	'with the keys listed': {
		act: async (page) => {
			await page.getByRole('button', { name: 'Keys' }).click();
			await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
		},
	},
};
const NARROW_STATES: typeof STATES = {
	'with the filters unfolded': {
		act: (page) =>
			filters(page)
				.getByRole('button', { name: /^Filters/ })
				.click(),
	},
	'with the source as a sheet': {
		link: `?e=${eventWithEverything.id}`,
		act: async (page) => {
			await toPassage(page, eventWithEverything.id).click();
			await expect(sheet(page)).toBeVisible();
		},
	},
};
const WIDTHS: readonly (readonly [width: number, states: typeof STATES])[] = [
	[1440, STATES],
	[
		768,
		{
			'as of a date, with the source and a dispute': AS_OF,
			'with an event open': { link: `?e=${eventWithEverything.id}` },
		},
	],
	[390, NARROW_STATES],
	[
		320,
		{
			'as of a date, with the source and a dispute': AS_OF,
			'with an event open': { link: `?e=${eventWithEverything.id}` },
		},
	],
];

for (const colorScheme of ['light', 'dark'] as const) {
	for (const [width, states] of WIDTHS) {
		test.describe(`${colorScheme}, ${width} px`, () => {
			test.use({ colorScheme, viewport: { width, height: 900 } });
			// In the dark only colours differ: the page closed and with an event open shows them all.
			const shown = Object.entries(states).slice(0, colorScheme === 'dark' ? 2 : undefined);
			for (const [state, { link, act }] of shown) {
				test(`${state}, axe finds nothing`, async ({ page, open }) => {
					await open(link);
					await act?.(page);
					expect(await found(page, colorScheme === 'dark' ? COLOURS : TAGS)).toEqual([]);
				});
			}
		});
	}
}

test('pressed chips keep their contrast in both themes', async ({ page, open }) => {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		const chips = [agencies.map((a) => a.id), Object.keys(KINDS), Object.keys(STATUSES)].map((all) => all.slice(0, 3));
		await open(`?agency=${chips[0]!.join()}&kind=${chips[1]!.join()}&status=${chips[2]!.join()}`);
		expect(await found(page, COLOURS)).toEqual([]);
	}
});

test.describe('where the script does not come', () => {
	test.use({ provoked: /ERR_FAILED|Failed to fetch dynamically/ });

	test('axe finds nothing in an event as it is sent', async ({ page, home }) => {
		await page.route(/\/assets\/main-[^/]+\.js$/, (route) => route.abort());
		await page.goto(home);
		await expect(visibleQuotes(page)).toHaveCount(quotes.length);
		for (const part of ['header', `article[id="${eventWithEverything.id}"]`])
			expect(await found(page, TAGS, [part])).toEqual([]);
	});
});

test.describe('in forced colours', () => {
	test('passages, the current passage, hits and pressed chips can still be told apart', async ({ page, open }) => {
		await page.emulateMedia({ forcedColors: 'active' });
		await open(`?e=${eventWithEverything.id}&agency=${agencyWithMostEvents.id}&q=${commonWord}`);
		const look = (selector: string) =>
			page
				.locator(selector)
				.first()
				.evaluate((e) => {
					const { backgroundColor, color, boxShadow } = getComputedStyle(e);
					return { backgroundColor, color, boxShadow };
				});
		const paper = await look('body');
		const passage = await look('aside mark:not([aria-current])');
		expect(passage.backgroundColor).not.toBe(paper.backgroundColor);
		expect(passage.backgroundColor).not.toBe(passage.color);
		expect((await look('aside mark[aria-current]')).boxShadow).not.toBe(passage.boxShadow);
		expect((await look('mark.hit')).backgroundColor).not.toBe(paper.backgroundColor);
		const pressed = await look('.facet button[aria-pressed="true"]');
		const unpressed = await look('.facet button[aria-pressed="false"]');
		expect(pressed.backgroundColor).not.toBe(unpressed.backgroundColor);
		expect(pressed.color).not.toBe(pressed.backgroundColor);
		await heading(page, eventWithEverything.id).focus();
		await page.keyboard.press('Shift+Tab');
		expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).toBe('solid');
	});
});

/** Every declared motion of the page in milliseconds: the longest delay and duration of transitions and animations. */
const longestMotion = (page: Page) =>
	page.locator('*').evaluateAll((all) =>
		Math.max(
			...all.flatMap((e) => {
				const s = getComputedStyle(e);
				const times = [s.transitionDuration, s.transitionDelay, s.animationDuration, s.animationDelay];
				return times.flatMap((list) =>
					list.split(',').map((t) => parseFloat(t) * (t.trim().endsWith('ms') ? 1 : 1000)),
				);
			}),
		),
	);
test('nothing moves for longer than 200 ms', async ({ page, open }) => {
	await page.emulateMedia({ reducedMotion: 'no-preference' });
	await open(`?e=${eventWithEverything.id}`);
	expect(await longestMotion(page)).toBeLessThanOrEqual(200);
});

test('under reduced motion nothing moves at all', async ({ page, open }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await open(`?e=${eventWithEverything.id}`);
	expect(await longestMotion(page)).toBe(0);
	await chip(page, 'Agency', agencyWithMostEvents.short).click();
	expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});
