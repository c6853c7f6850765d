/** The lead, and the story step by step: by mouse, keys or address, and left at any time. */
import type { Page } from '@playwright/test';
import { openingDay } from '../../src/domain/model/asof.ts';
import { toDataset } from '../../src/domain/model/dataset.ts';
import { plain } from '../../src/domain/model/narrative.ts';
import { DAY, formatDay, isoDay } from '../../src/domain/model/when.ts';
import { validate } from '../../tools/validate/validate.ts';
import { root } from './facts.ts';
import { LONG, expect, ready, test } from './page.ts';

const verdict = validate(root);
if (!verdict.ok) throw new Error('The case does not pass its check.');
const dataset = toDataset(verdict.records);
const { story, lead } = dataset;
const [first, second] = story as [(typeof story)[number], (typeof story)[number]];
const last = story.at(-1)!;
const caption = (page: Page) => page.getByRole('region', { name: 'The story' });
const title = (page: Page, step = first) => caption(page).getByRole('heading', { name: step.title });
const begin = (page: Page) =>
	page.getByRole('banner').getByRole('button', { name: `The story in ${story.length} steps` });
const press = (page: Page, name: string | RegExp) => caption(page).getByRole('button', { name }).click();
const search = (page: Page) => new URL(page.url()).search;

test('the finding comes first, with its dates from the data', async ({ page, open }) => {
	await open('');
	const words = page.getByRole('banner').getByText(plain(lead!));
	await expect(words).toBeVisible();
	// On a day on which the finding was not yet true, counts replace it.
	await page.goto(`${page.url()}?asof=${isoDay(openingDay(dataset))}`);
	await ready(page);
	await expect(words).toHaveCount(0);
	await expect(page.getByRole('banner')).toContainText(`On ${formatDay(openingDay(dataset))}`);
});

const WINDOWS = [
	{ width: 1440, height: 900 },
	{ width: 1366, height: 768 },
];
/** The parts of a step that are not fully in the window, have no label, or are not drawn. */
const missing = (page: Page) =>
	page.evaluate(() => {
		const isWhole = (element: Element | null | undefined) => {
			const { top, bottom, left, right } = element?.getBoundingClientRect() ?? new DOMRect(-1);
			return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth && bottom > top;
		};
		const within = (selector: string) => [...document.querySelectorAll(selector)];
		const parts = within('.story :is(h2, .words, .next), #stage :is(.plot, .rest)').filter((part) => !isWhole(part));
		const told = within('.plot .mark.told').filter((mark) => !isWhole(mark.querySelector('.label:not([hidden])')));
		const rest = document.querySelector('#stage .rest')!.textContent;
		const drawn = within('.lanes .chip bdi').map(({ textContent }) => textContent);
		return {
			parts: parts.map((part) => part.className || part.localName),
			told: told.map((mark) => mark.ariaLabel),
			lanes: { drawn, rest },
			jumped: scrollY,
		};
	});
const LANES = [...new Set(dataset.agencies.map(({ lane }) => lane))];

test('the story is below the chart on one screen, step by step and back, each step with an address', async ({
	page,
	open,
}) => {
	await open('');
	await begin(page).click();
	await expect(title(page)).toBeFocused();
	for (const [i, step] of story.entries()) {
		await expect(title(page, step)).toBeVisible();
		await expect(caption(page)).toContainText(plain(step.phrases));
		expect(search(page)).toBe(`?step=${step.id}`);
		// Each step starts with the window size that the previous step ended with.
		for (const size of i % 2 ? WINDOWS.toReversed() : WINDOWS) {
			await page.setViewportSize(size);
			await expect.poll(async () => (await missing(page)).parts).toEqual([]);
			const { told, lanes, jumped } = await missing(page);
			expect([told, jumped]).toEqual([[], 0]);
			expect(await page.locator('.plot .mark.told').count()).toBeGreaterThan(0);
			// Each lane is drawn or named, never both.
			for (const lane of LANES)
				expect([lane, lanes.drawn.includes(lane)]).not.toEqual([lane, lanes.rest.includes(lane)]);
		}
		await expect(page.getByRole('banner').getByRole('button', { name: step.title })).toHaveAttribute('aria-current');
		if (i < story.length - 1) await press(page, `Next: ${story[i + 1]!.title}`);
	}
	await page.getByRole('banner').getByRole('button', { name: first.title }).click();
	await press(page, `Next: ${second.title}`);
	await expect(title(page, second)).toBeVisible();
	await page.goBack();
	await expect(title(page)).toBeVisible();
	await caption(page).getByRole('button', { name: 'Next' }).focus();
	await page.keyboard.press('ArrowRight');
	await expect(title(page, second)).toBeVisible();
	await page.keyboard.press('ArrowLeft');
	await expect(title(page)).toBeVisible();
	// The heading keeps focus while its text changes.
	await title(page).focus();
	await page.keyboard.press('ArrowRight');
	await expect(title(page, second)).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(caption(page)).toHaveCount(0);
	await expect(begin(page)).toBeFocused();
	expect(search(page)).toBe('');
	await page.goBack();
	await press(page, 'Read the event and its sources');
	await expect(caption(page)).toHaveCount(0);
	expect(new URLSearchParams(search(page)).get('e')).toBe(second.event ?? null);
	await expect(page.locator(`[id="${second.event}"] h3 a`)).toBeFocused();
});

test('an address opens its step, and the last step leads to the whole case', LONG, async ({ page, open }) => {
	await open(`?step=${last.id}`);
	await expect(title(page, last)).toBeVisible();
	await expect(page.locator('section.chart')).toBeInViewport();
	await press(page, 'See the whole case');
	await expect(caption(page)).toHaveCount(0);
	expect(search(page)).toBe('');
});

test('any other press ends the story, and nothing scrolls away', LONG, async ({ page, open }) => {
	await open(`?step=${second.id}`);
	await page.keyboard.press('+');
	await expect(caption(page)).toHaveCount(0);
	expect(new URLSearchParams(search(page)).get('e')).toBe(second.event ?? null);
});

test('on a touch screen a swipe changes the step', LONG, async ({ browser, home }) => {
	const context = await browser.newContext({ hasTouch: true, viewport: { width: 390, height: 844 } });
	const page = await context.newPage();
	await page.goto(`${home}?step=${first.id}`);
	await ready(page);
	const swipe = async (by: number) => {
		const box = (await caption(page).boundingBox())!;
		const client = await context.newCDPSession(page);
		const [x, y] = [box.x + box.width / 2, box.y + 30];
		const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: number) =>
			client.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: at, y }] });
		await touch('touchStart', x);
		for (const part of [0.25, 0.5, 0.75, 1]) await touch('touchMove', x + by * part);
		await touch('touchEnd', x + by);
	};
	await swipe(-160);
	await expect(title(page, second)).toBeVisible();
	await swipe(160);
	await expect(title(page)).toBeVisible();
	await context.close();
});

test('the as-of view opens on the day with most to show', LONG, async ({ page, open }) => {
	await open('');
	await page.getByRole('button', { name: 'As of today' }).click();
	expect(new URLSearchParams(search(page)).get('asof')).toBe(isoDay(openingDay(dataset)));
	expect(openingDay(dataset) % DAY).toBe(0);
});
