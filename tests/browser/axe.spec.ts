/** The rules of WCAG 2.2 A and AA that a machine can check, and good practice, in every state and both themes. */
import type { Page } from '@playwright/test';
import { COLOURS, TAGS, found } from './axe.ts';
import { KINDS, STATUSES, agencies, quoted, quotes, readableDay, theCase } from './facts.ts';
import { LONG, expect, longUnless, test } from './page.ts';
import { agencyAndKindOfNothing, agencyWithMostEvents, around, commonWord, eventWithEverything } from './picks.ts';
import { filters, heading, openFilters, press, pressInMore, sheet, toPassage, visibleQuotes } from './reader.ts';

const THE_EVENT = `article[id="${eventWithEverything.id}"]`;

interface State {
	readonly link?: string;
	readonly act?: (page: Page) => Promise<void>;
	/** The parts that are missing or different in the page as it opens. */
	readonly within: readonly string[];
	/** Another state already covers most of it. */
	readonly isLong?: boolean;
}
/** Only the banner and the events not yet public differ from other states. */
const AS_OF = {
	isLong: true,
	link: `?e=${eventWithEverything.id}&asof=${readableDay(quoted[0]!)}`,
	within: ['header', 'search', '#stage'],
};
const OPEN = { link: `?e=${eventWithEverything.id}`, within: [THE_EVENT, '#source', '#stage'] };
const CLOSED = { within: ['html'] };
const STORY = { link: `?step=${theCase.story![0]!.id}`, within: ['header', '.chart', '#story'] };
const FILTERS = { act: openFilters, within: ['header', 'search'] };

/** State → how a reader comes to it. */
const STATES: Readonly<Record<string, State>> = {
	closed: CLOSED,
	'with an event open that has disputes and discrepancies': { ...OPEN, isLong: true },
	'as of a date, with the source and a dispute': AS_OF,
	'with the first step of the story': STORY,
	'with the filters unfolded': FILTERS,
	'with the chart zoomed to two weeks': { link: `?t=${around(3, 10)}`, within: ['.chart'], isLong: true },
	'with the chart in true scale and known since': { link: '?scale=true&known=0', within: ['.chart'], isLong: true },
	'with nothing that passes': {
		link: `?agency=${agencyAndKindOfNothing.agency}&kind=${agencyAndKindOfNothing.kind}`,
		within: ['main', '.chart', 'search'],
		isLong: true,
	},
	'with a notice and a search': {
		link: `?kind=nothing&q=${commonWord}&agency=${agencyWithMostEvents.id}`,
		within: ['header', 'search', 'main'],
		isLong: true,
	},
	'with an event to be used': {
		link: `?e=${eventWithEverything.id}`,
		act: (page) => page.getByRole('button', { name: 'Use this event', exact: true }).click(),
		within: [`${THE_EVENT} .use`],
	},
	'with the view to be used': {
		link: `?asof=${readableDay(quoted[0]!)}`,
		act: async (page) => {
			await pressInMore(page, 'Use this view');
			await expect(page.getByRole('dialog', { name: 'Use this' })).toBeVisible();
		},
		within: ['dialog'],
		isLong: true,
	},
	'with the keys listed': {
		act: async (page) => {
			await pressInMore(page, 'Keys');
			await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
		},
		within: ['dialog'],
		isLong: true,
	},
};
const NARROW_STATES: typeof STATES = {
	'with the filters unfolded': {
		act: (page) =>
			filters(page)
				.getByRole('button', { name: /^Filter\b/ })
				.click(),
		within: ['header', 'search', '.chart', 'main section:first-of-type'],
	},
	'with the source as a sheet': {
		act: async (page) => {
			await heading(page, eventWithEverything.id).click();
			await toPassage(page, eventWithEverything.id).click();
			await expect(sheet(page)).toBeVisible();
		},
		within: ['dialog'],
	},
};
const BETWEEN = { 'as of a date, with the source and a dispute': AS_OF, 'with an event open': OPEN };
// In the dark theme only colours differ: these states show all of them.
const DARK: typeof STATES = {
	closed: { isLong: true, within: ['header', 'search', '.chart', 'main article:first-of-type', 'footer'] },
	'with an event open': OPEN,
	'with the first step of the story': STORY,
	'with the filters unfolded': FILTERS,
};
const PHONE: typeof STATES = {
	'with an event as a sheet': { link: `?e=${eventWithEverything.id}`, within: ['dialog'] },
	'with the card of an event': {
		act: async (page) => {
			await page.locator(`#column a[href="./events/${eventWithEverything.id}/index.html"]`).first().click();
			await expect(page.getByRole('region', { name: 'Chosen event' })).toBeVisible();
		},
		within: ['#column', '.delays'],
	},
};
const SCREENS = [
	['light', 1440, STATES, {}],
	['light', 768, BETWEEN, LONG],
	['light', 390, { ...NARROW_STATES, ...PHONE }, LONG],
	['light', 320, BETWEEN, LONG],
	['dark', 1440, DARK, {}],
	['dark', 390, { ...DARK, ...PHONE }, LONG],
] as const;

for (const [colorScheme, width, states, details] of SCREENS) {
	test.describe(`${colorScheme}, ${width} px`, details, () => {
		test.use({ colorScheme, viewport: { width, height: 900 } });
		for (const [state, { link, act, within, isLong = false }] of Object.entries<State>(states)) {
			test(`${state}, axe finds nothing`, longUnless(!isLong), async ({ page, open }) => {
				await open(link);
				await act?.(page);
				expect(await found(page, colorScheme === 'dark' ? COLOURS : TAGS, within)).toEqual([]);
			});
		}
	});
}

test('pressed chips keep their contrast in both themes', LONG, async ({ page, open }) => {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		const chips = [agencies.map((a) => a.id), Object.keys(KINDS), Object.keys(STATUSES)].map((all) => all.slice(0, 3));
		await open(`?agency=${chips[0]!.join()}&kind=${chips[1]!.join()}&status=${chips[2]!.join()}`);
		expect(await found(page, COLOURS, ['search'])).toEqual([]);
	}
});

test.describe('when the script does not load', () => {
	test.use({ provoked: /ERR_FAILED|Failed to fetch dynamically/ });

	test('axe finds nothing in a prerendered event', LONG, async ({ page, home }) => {
		await page.route(/\/assets\/main-[^/]+\.js$/, (route) => route.abort());
		await page.goto(home);
		await expect(visibleQuotes(page)).toHaveCount(quotes.length);
		for (const part of ['header', `article[id="${eventWithEverything.id}"]`])
			expect(await found(page, TAGS, [part])).toEqual([]);
	});
});

test.describe('in forced colours', () => {
	test('passages, the current passage, hits and pressed chips still look different', LONG, async ({ page, open }) => {
		await page.emulateMedia({ forcedColors: 'active' });
		await open(`?e=${eventWithEverything.id}&agency=${agencyWithMostEvents.id}&q=${commonWord}`);
		const look = (selector: string) =>
			page
				.locator(selector)
				.first()
				.evaluate((e) => {
					const { backgroundColor, color, textDecorationLine } = getComputedStyle(e);
					return { backgroundColor, color, textDecorationLine };
				});
		const paper = await look('body');
		const current = await look('.beside mark[aria-current]');
		expect(current.backgroundColor).not.toBe(paper.backgroundColor);
		expect(current.backgroundColor).not.toBe(current.color);
		const passage = await look('.beside mark:not([aria-current])');
		expect(passage.backgroundColor).not.toBe(current.backgroundColor);
		expect((await look('.beside mark:not([aria-current]) a')).textDecorationLine).toBe('underline');
		expect((await look('mark.hit')).backgroundColor).not.toBe(paper.backgroundColor);
		await heading(page, eventWithEverything.id).focus();
		await page.keyboard.press('Shift+Tab');
		expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).toBe('solid');
		await open(`?agency=${agencyWithMostEvents.id}&q=${commonWord}`);
		const pressed = await look('.lanes button[aria-pressed="true"]');
		const unpressed = await look('.lanes button[aria-pressed="false"]');
		expect(pressed.backgroundColor).not.toBe(unpressed.backgroundColor);
		expect(pressed.color).not.toBe(pressed.backgroundColor);
	});
});

/** The delay plus duration of every transition and animation of the page, in milliseconds. */
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
test('nothing moves for longer than 200 ms', LONG, async ({ page, open }) => {
	await page.emulateMedia({ reducedMotion: 'no-preference' });
	await open(`?e=${eventWithEverything.id}`);
	expect(await longestMotion(page)).toBeLessThanOrEqual(200);
});

test('under reduced motion nothing moves at all', LONG, async ({ page, open }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await open(`?e=${eventWithEverything.id}`);
	expect(await longestMotion(page)).toBe(0);
	await open();
	await press(page, 'Agency', agencyWithMostEvents.short);
	expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});
