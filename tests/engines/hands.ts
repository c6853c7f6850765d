/** By mouse, wheel and keys. */
import { describe, expect } from 'vitest';
import { quotedEvent } from '../browser/picks.ts';
import { can, test } from './engine.ts';
import { day, evidenceOf, marks, quote, titleOf, untilMoved, view, WEEKS } from './places.ts';
import { exactly, the } from './reader.ts';

describe('hands', () => {
	test('a quote that was copied can be pasted', async ({ reader }) => {
		await reader.open(`?e=${quotedEvent.id}`);
		const copy = the('button', '^Copy quote$', the('article', exactly(quotedEvent.title)));
		await reader.click(copy);
		await reader.untilSeen(the('button', '^Copied$', the('article', exactly(quotedEvent.title))));
		await reader.click(the('searchbox'));
		await reader.driver.press('v', 'Control');
		await expect.poll(() => reader.value(the('searchbox'))).toContain(quote.exact.replace(/\n/g, ' '));
	});
	test('days that are typed move the view', async ({ reader }) => {
		await reader.open();
		const [year, month, date] = WEEKS.split('..')[0]!.split('-');
		await reader.focus(day('From'));
		await reader.driver.type(`${month}${date}${year}`);
		await reader.driver.press('Tab');
		await reader.untilSearch(new RegExp(`[?&]t=${year}-${month}-${date}\\.\\.`));
	});
	test('a drag moves the view by as much', async ({ reader }) => {
		await reader.open(`?t=${WEEKS}`);
		const { x, y } = await reader.placeOf(marks);
		await reader.driver.drag({ x, y }, { x: x + 60, y }, { x: x + 160, y });
		await untilMoved(reader, WEEKS);
		expect(await reader.search()).not.toMatch(/[?&]e=/);
	});
	test('a sideways wheel moves the view, an upright one the page', async ({ reader }) => {
		await reader.open(`?t=${WEEKS}`);
		const place = await reader.placeOf(marks);
		await reader.driver.wheel(place, 120, 0);
		await untilMoved(reader, WEEKS);
		const now = await view(reader);
		await reader.driver.wheel(place, 0, 200);
		await expect.poll(() => reader.scrolled()).toBeGreaterThan(100);
		expect(await view(reader)).toBe(now);
	});
	if (can('the wheel with Ctrl held'))
		test('the wheel with Ctrl held zooms, and the page stays', async ({ reader }) => {
			await reader.open(`?t=${WEEKS}`);
			await reader.driver.wheel(await reader.placeOf(marks), 0, -100, 'Control');
			await untilMoved(reader, WEEKS);
			expect(await reader.scrolled()).toBe(0);
		});
	test('j and Enter open an event, s leads to its words, Escape leads back', async ({ reader }) => {
		await reader.open(`?e=${quotedEvent.id}`);
		await reader.driver.press('s');
		await reader.until(true, () => document.activeElement!.closest('aside') !== null);
		await reader.driver.press('Escape');
		await reader.untilFocus(titleOf(quotedEvent.title));
		await reader.driver.press('j');
		await reader.until(false, (t: string) => document.activeElement!.textContent === t, quotedEvent.title);
		const focused = () => reader.driver.run(() => document.activeElement!.textContent.trim());
		const next = await focused();
		await reader.driver.press('Enter');
		await reader.untilState('true', 'aria-expanded', evidenceOf(next));
	});
	test('arrows go from mark to mark in the chart, and Enter chooses', async ({ reader }) => {
		await reader.open();
		await reader.click(marks);
		await reader.untilSearch(/e=/);
		const first = await reader.search();
		await reader.focus(marks);
		const name = await reader.name(marks);
		await reader.driver.press('ArrowRight');
		await reader.until(
			true,
			(left: string | null) => document.activeElement!.getAttribute('aria-label') !== left,
			name,
		);
		await reader.driver.press('Enter');
		await expect.poll(() => reader.search()).not.toBe(first);
	});
	test('the list of keys opens with “?” and closes with Escape or a press beside it, and focus returns (E9)', async ({
		reader,
	}) => {
		await reader.open();
		const list = the('dialog', '^Keys$');
		const keys = the('button', '^Keys$');
		await reader.click(keys);
		await reader.untilCount(1, list);
		await reader.driver.press('Escape');
		await reader.untilCount(0, list);
		await reader.untilFocus(keys);
		await reader.driver.press('?', 'Shift');
		await reader.untilCount(1, list);
		await reader.driver.drag({ x: 30, y: 450 }, { x: 30, y: 450 });
		await reader.untilCount(0, list);
	});
});
