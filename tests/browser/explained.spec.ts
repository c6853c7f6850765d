/** What the page says of its own controls and signs: switches, lane buttons, the legend, keys and gestures. */
import { region, toggle } from './chart-reader.ts';
import { agencies, events } from './facts.ts';
import { LONG, expect, test } from './page.ts';
import { eventsOf } from './picks.ts';
import { chip, filters, inMore, openFilters, pressInMore } from './reader.ts';

test('every switch says in a few words what it does', async ({ page, open }) => {
	await open();
	await openFilters(page);
	const byDay = page.getByRole('switch', { name: 'By day it became public' });
	const context = filters(page).getByRole('switch', { name: 'Context' });
	for (const each of [toggle(page, 'True scale'), toggle(page, 'Delays'), context, byDay])
		await expect(each).toHaveAccessibleDescription(/^\S+( \S+){2,11}$/);
});

test('a lane button says that it counts what rests on the word of its agencies, where it counts such events', async ({
	page,
	open,
}) => {
	await open();
	const lanes = [...new Set(agencies.map(({ lane }) => lane))].map((lane) => {
		const ids = agencies.filter((a) => a.lane === lane).map(({ id }) => id);
		const named = new Set(ids.flatMap(eventsOf));
		const acted = events.filter((e) => e.agencies.some((id) => ids.includes(id)));
		return { lane, differ: named.size > acted.length, none: named.size === 0 };
	});
	const shown = lanes.filter(({ none }) => !none);
	expect(new Set(shown.map(({ differ }) => differ)).size).toBe(2);
	for (const { lane, differ } of shown) {
		const title = await chip(page, 'Agency', lane).getAttribute('title');
		expect([lane, title?.includes('rest on')]).toEqual([lane, differ]);
		expect(title).toContain('took part');
	}
});

test('the legend explains the curve between events, with its sign', async ({ page, open }) => {
	await open();
	const legend = page.locator('details', { hasText: 'How to read this chart' });
	await legend.locator('summary').click();
	const entry = legend.getByRole('listitem').filter({ hasText: 'answers, describes or continues' });
	await expect(entry).toBeVisible();
	await expect(entry.locator('svg')).toBeVisible();
	expect(events.some((e) => e.follows.length)).toBe(true);
});

test('the list of keys has the gestures of the chart too', async ({ page, open }) => {
	await open();
	await pressInMore(page, 'Keys');
	const dialog = page.getByRole('dialog', { name: 'Keys' });
	await expect(dialog.getByRole('heading', { name: 'Mouse and touch' })).toBeVisible();
	for (const gesture of ['Drag', 'Ctrl + wheel', 'Shift + wheel', 'Two fingers', 'Double-click'])
		await expect(dialog.getByRole('term').filter({ hasText: gesture })).toHaveCount(1);
});

test('what filters hide above the axis is drawn less pale than below it', async ({ page, open }) => {
	await open(`?q=${'x'.repeat(30)}`);
	const paleness = await region(page)
		.locator('path.left')
		.evaluateAll((all) =>
			all.map((path) => [path.hasAttribute('data-agency'), getComputedStyle(path).opacity] as const),
		);
	expect([...new Set(paleness.filter(([isLane]) => !isLane).map(([, opacity]) => opacity))]).toEqual(['0.4']);
	expect([...new Set(paleness.filter(([isLane]) => isLane).map(([, opacity]) => opacity))]).toEqual(['0.2']);
});

test.describe('on a phone', () => {
	test.use({ isMobile: true, hasTouch: true, viewport: { width: 390, height: 844 } });
	test('no keys are offered, but everything else of the menu is', LONG, async ({ page, open }) => {
		await open();
		await page.getByRole('button', { name: 'More', exact: true }).click();
		await expect(inMore(page, 'Use this view')).toBeVisible();
		await expect(inMore(page, 'Keys')).toBeHidden();
	});
});
