/** The lead, and the story told step by step: by mouse, by keys, by address, and left at any time. */
import type { Page } from '@playwright/test';
import { openingDay } from '../../src/domain/model/asof.ts';
import { toDataset } from '../../src/domain/model/dataset.ts';
import { plain } from '../../src/domain/model/narrative.ts';
import { DAY, formatDay, isoDay } from '../../src/domain/model/when.ts';
import { gate } from '../../tools/gate/gate.ts';
import { root } from './facts.ts';
import { LONG, expect, ready, test } from './page.ts';

const verdict = gate(root);
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

test('the first thing said is the finding, with its dates from the data', async ({ page, open }) => {
	await open('');
	const words = page.getByRole('banner').getByText(plain(lead!));
	await expect(words).toBeVisible();
	// Turned to a day it would not yet be true of, it gives way to counts.
	await page.goto(`${page.url()}?asof=${isoDay(openingDay(dataset))}`);
	await ready(page);
	await expect(words).toHaveCount(0);
	await expect(page.getByRole('banner')).toContainText(`On ${formatDay(openingDay(dataset))}`);
});

test('the story is told with the chart in view, step by step and back, each with an address', async ({
	page,
	open,
}) => {
	await open('');
	await begin(page).click();
	await expect(title(page)).toBeFocused();
	await expect(caption(page)).toContainText(plain(first.runs));
	await expect(page.locator('section.chart')).toBeInViewport();
	expect(search(page)).toBe(`?step=${first.id}`);
	await press(page, 'Next');
	await expect(title(page, second)).toBeVisible();
	expect(search(page)).toBe(`?step=${second.id}`);
	await page.goBack();
	await expect(title(page)).toBeVisible();
	await caption(page).getByRole('button', { name: 'Next' }).focus();
	await page.keyboard.press('ArrowRight');
	await expect(title(page, second)).toBeVisible();
	await page.keyboard.press('ArrowLeft');
	await expect(title(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(caption(page)).toHaveCount(0);
	await expect(begin(page)).toBeFocused();
	expect(new URLSearchParams(search(page)).get('e')).toBe(first.event ?? null);
});

test('an address leads to its step, and the last one to the whole case', LONG, async ({ page, open }) => {
	await open(`?step=${last.id}`);
	await expect(title(page, last)).toBeVisible();
	await expect(page.locator('section.chart')).toBeInViewport();
	await press(page, 'See the whole case');
	await expect(caption(page)).toHaveCount(0);
});

test('whatever else the reader presses ends the story, and nothing moves away', LONG, async ({ page, open }) => {
	await open(`?step=${second.id}`);
	await page.getByRole('button', { name: 'Zoom in' }).click();
	await expect(caption(page)).toHaveCount(0);
	expect(new URLSearchParams(search(page)).get('e')).toBe(second.event ?? null);
});

test('on a touch screen a finger turns the pages', LONG, async ({ browser, home }) => {
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

test('the past opens on the day with most to show', LONG, async ({ page, open }) => {
	await open('');
	await page.getByRole('button', { name: 'As of today' }).click();
	expect(new URLSearchParams(search(page)).get('asof')).toBe(isoDay(openingDay(dataset)));
	expect(openingDay(dataset) % DAY).toBe(0);
});
