/** Mouse, wheel, keyboard and a narrow window. Each test continues where the previous one ended. */
import { describe, expect } from 'vitest';
import { quotedEvent } from '../browser/picks.ts';
import { can, test } from './engine.ts';
import * as on from './places.ts';
import { exactly, the } from './reader.ts';

describe('hands', () => {
	test('typed days move the view', async ({ reader }) => {
		await reader.open();
		const [year, month, date] = on.WEEKS.split('..')[0]!.split('-');
		await reader.focus(on.day('From'));
		// The text in the box is selected, so typing replaces it.
		await reader.driver.type(`${date!}.${month!}.${year!}`);
		await reader.driver.press('Tab');
		await reader.untilSearch(new RegExp(`[?&]t=${year}-${month}-${date}\\.\\.`));
	});
	test('a drag moves the view and chooses nothing', async ({ reader }) => {
		await reader.open(`?t=${on.WEEKS}`);
		const { x, y } = await reader.placeOf(on.marks);
		await reader.driver.drag({ x, y }, { x: x + 60, y }, { x: x + 160, y });
		await on.untilMoved(reader, on.WEEKS);
		expect(await reader.search()).not.toMatch(/[?&]e=/);
	});
	if (can('the wheel with Ctrl held'))
		test('the wheel with Ctrl held zooms, and the page stays', async ({ reader }) => {
			const before = await on.view(reader);
			await reader.driver.wheel(await reader.placeOf(on.marks), 0, -100, 'Control');
			await on.untilMoved(reader, before);
			expect(await reader.scrolled()).toBe(0);
		});
	test('a horizontal wheel moves the view, a vertical one scrolls the page', async ({ reader }) => {
		const before = await on.view(reader);
		const place = await reader.placeOf(on.marks);
		await reader.driver.wheel(place, 60, 0);
		await on.untilMoved(reader, before);
		const moved = await on.view(reader);
		await reader.driver.wheel(place, 0, 200);
		await expect.poll(() => reader.scrolled()).toBeGreaterThan(100);
		expect(await on.view(reader)).toBe(moved);
	});
	test('arrow keys go from mark to mark in the chart, and Enter chooses', async ({ reader }) => {
		await reader.focus(on.marks);
		const focused = () => reader.driver.run(() => document.activeElement!.getAttribute('aria-label'));
		const first = await focused();
		expect(first).not.toBeNull();
		await reader.driver.press('ArrowRight');
		await expect.poll(focused).not.toBe(first);
		await reader.driver.press('Enter');
		await reader.untilSearch(/[?&]e=/);
	});
	test('s goes to the quote of an event, Escape returns, j and Enter open the next event', async ({ reader }) => {
		await reader.click(on.titleOf(quotedEvent.title));
		await reader.untilSearch(new RegExp(`[?&]e=${quotedEvent.id}`));
		await reader.driver.press('s');
		await reader.until(true, () => document.activeElement!.closest('.beside') !== null);
		await reader.driver.press('Escape');
		await reader.untilFocus(on.titleOf(quotedEvent.title));
		await reader.driver.press('j');
		await reader.until(false, (title: string) => document.activeElement!.textContent === title, quotedEvent.title);
		const next = await reader.driver.run(() => document.activeElement!.textContent.trim());
		await reader.driver.press('Enter');
		await reader.untilState('true', 'aria-expanded', on.evidenceOf(next));
	});
	test('the list of keys closes with Escape, and focus returns; a press outside closes it too (E9)', async ({
		reader,
	}) => {
		const list = the('dialog', '^Keys$');
		const keys = the('button', '^Keys$');
		// Starts from a new page, because a press would first close whatever is open.
		await reader.open();
		await reader.click(on.more);
		await reader.click(keys);
		await reader.untilCount(1, list);
		await reader.driver.press('Escape');
		await reader.untilCount(0, list);
		await reader.untilFocus(on.more);
		await reader.driver.press('?', 'Shift');
		await reader.untilCount(1, list);
		await reader.driver.drag({ x: 30, y: 450 }, { x: 30, y: 450 });
		await reader.untilCount(0, list);
	});
	test('in a narrow window nothing reaches beyond it; an event and its source open as sheets and close', async ({
		reader,
	}) => {
		await reader.driver.resize(can('a window narrower than 450 px') ? 390 : 450, 844);
		await reader.open(`?e=${quotedEvent.id}`);
		expect(await reader.driver.run(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
		const event = the('dialog', exactly(quotedEvent.title));
		await reader.untilCount(1, event);
		await reader.click(the('button', '^‹ Timeline$', event));
		await reader.untilCount(0, event);
		const card = the('region', '^Chosen event$');
		await reader.click(the('button', '^Close$', card));
		await reader.untilCount(0, card);
		await reader.click(on.titleOf(quotedEvent.title));
		await reader.click(the('link', exactly(on.held.title), the('article', exactly(quotedEvent.title))));
		const sheet = the('dialog', '^Source$');
		await reader.untilCount(1, sheet);
		await reader.click(the('button', '^Back to the record$', sheet));
		await reader.untilCount(0, sheet);
		await reader.driver.resize(1440, 900);
	});
});
