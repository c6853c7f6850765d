/** The chart by keyboard alone: every event can be reached; focus is always visible, never lost, and does not choose. */
import type { Page } from '@playwright/test';
import {
	CLUSTER,
	buttons,
	chosen,
	eventNamed,
	focusedMark,
	kept,
	openAtMark,
	plot,
	region,
	rested,
	step,
	tabToMarks,
} from './chart-reader.ts';
import { agencies, event, events, ids } from './facts.ts';
import { LONG, expect, longUnless, test } from './page.ts';
import { around } from './picks.ts';
import { focusedEvent, heading, openBodies, query, scrolled, stays } from './reader.ts';

const WEEKS = around(20, 30);

const idOf = (name: string) => eventNamed(name) ?? name;
/** Whether the focused element has an outline, is fully on the screen and not under the bar. */
async function isSeen(page: Page) {
	const frame = await page.evaluate(() => {
		const active = document.activeElement!;
		const { outlineStyle, outlineWidth } = getComputedStyle(active);
		const { top, bottom, left, right } = active.getBoundingClientRect();
		return { outlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2, top, bottom, left, right };
	});
	const { width, height } = page.viewportSize()!;
	const sticks = await stays(page);
	return frame.outlined && frame.top >= sticks && frame.bottom <= height && frame.right > 0 && frame.left < width;
}
test('by keyboard alone every event can be reached, chosen and closed again', LONG, async ({ page, open }) => {
	test.setTimeout(15_000 + 1_200 * events.length);
	await open();
	await tabToMarks(page);
	await page.keyboard.press('Home');
	await expect.poll(() => focusedMark(page)).toMatch(new RegExp(`^${events[0]!.label}: ${events[0]!.title}`));
	const reached = new Set<string>();
	const choose = async (id: string) => {
		await page.keyboard.press('Enter');
		await expect.poll(() => chosen(page)).toBe(id);
		expect(await focusedEvent(page)).toBe(id);
		reached.add(id);
	};
	for (let i = 0; i < 3 * events.length && reached.size < events.length; i++) {
		const name = (await focusedMark(page))!;
		if (!CLUSTER.test(name)) {
			if (!reached.has(idOf(name))) {
				await choose(idOf(name));
				await page.keyboard.press('Escape');
				expect(await focusedMark(page)).toBe(name);
			}
			if (reached.size < events.length) await step(page, 'ArrowRight');
			continue;
		}
		await page.keyboard.press('Enter');
		const list = page.getByRole('dialog', { name: /^\d+ events$/ });
		await expect
			.poll(
				async () => (await list.isVisible()) || ((await focusedMark(page)) ?? name) !== name,
				`Enter on ${name} in ${page.url()}`,
			)
			.toBe(true);
		if (!(await list.isVisible())) continue;
		const titles = await list.locator('li button').evaluateAll((all) => all.map((b) => b.lastChild!.textContent!));
		await page.keyboard.press('Escape');
		for (const [n, title] of titles.entries()) {
			await expect.poll(() => focusedMark(page)).toBe(name);
			await page.keyboard.press('Enter');
			await expect(list).toBeVisible();
			for (let tabs = 0; tabs < n; tabs++) await page.keyboard.press('Tab');
			await choose(events.find((e) => e.title === title.trim())!.id);
			await page.keyboard.press('Escape');
		}
		await step(page, 'ArrowRight');
	}
	expect([...reached].sort()).toEqual(ids(events).sort());
	await page.keyboard.press('0');
	await expect.poll(() => kept(page)).toBeNull();
});

test('the marks are one tab stop, then the strip follows', async ({ page, open }) => {
	await open();
	await expect(buttons(page).first()).toBeVisible();
	expect(await plot(page).locator('button[tabindex="0"]').count()).toBe(1);
	await tabToMarks(page);
	await step(page, 'ArrowRight');
	const here = await focusedMark(page);
	expect(await plot(page).locator('button[tabindex="0"]').count()).toBe(1);
	await page.keyboard.press('Tab');
	await expect(region(page).getByRole('slider').first()).toBeFocused();
	await page.keyboard.press('Shift+Tab');
	expect(await focusedMark(page)).toBe(here);
});

test('arrows walk in time and stop at both ends, Home and End go there, and the address stays', async ({
	page,
	open,
}) => {
	await open();
	await tabToMarks(page);
	expect(await step(page, 'End')).toMatch(new RegExp(`^${events.at(-1)!.label}: ${events.at(-1)!.title}`));
	await page.keyboard.press('ArrowRight');
	expect(idOf((await focusedMark(page))!)).toBe(events.at(-1)!.id);
	expect(await step(page, 'Home')).toMatch(new RegExp(`^${events[0]!.label}: ${events[0]!.title}`));
	await page.keyboard.press('ArrowLeft');
	expect(idOf((await focusedMark(page))!)).toBe(events[0]!.id);
	expect(idOf(await step(page, 'ArrowRight'))).toBe(events[1]!.id);
	expect(idOf(await step(page, 'ArrowRight'))).toBe(events[2]!.id);
	expect(idOf(await step(page, 'ArrowLeft'))).toBe(events[1]!.id);
	expect(query(page)).toBe('');
	await expect(openBodies(page)).toHaveCount(0);
});

test('up and down move to the nearest mark of the next lane that has one', LONG, async ({ page, open }) => {
	await open();
	await tabToMarks(page);
	const lane = async () => {
		const id = await page.evaluate(() => document.activeElement!.getAttribute('data-agency'));
		return agencies.find((a) => a.id === id)?.lane ?? 'operations';
	};
	const acting = events.flatMap((e) => e.agencies[0] ?? []);
	const lanes = ['operations', ...new Set(agencies.filter((a) => acting.includes(a.id)).map((a) => a.lane))].reverse();
	for (let i = 0; i < lanes.length; i++) await page.keyboard.press('ArrowDown');
	const walked = [await lane()];
	while (walked.length < lanes.length) {
		await step(page, 'ArrowUp');
		walked.push(await lane());
	}
	expect(walked).toEqual(lanes);
	await step(page, 'ArrowDown');
	expect(await lane()).toBe(lanes.at(-2));
});

for (const height of [900, 600]) {
	test(
		`in a window ${height} px high the focused element is always visible`,
		longUnless(height === 600),
		async ({ page, open }) => {
			await page.setViewportSize({ width: 1440, height });
			await open();
			await tabToMarks(page);
			const hidden: string[] = [];
			for (const key of ['End', 'Home', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'End', 'ArrowUp', 'ArrowDown', 'ArrowLeft']) {
				const name = await step(page, key);
				if (!(await isSeen(page))) hidden.push(`${key}: ${name}`);
			}
			expect(hidden).toEqual([]);
		},
	);
}

test('Page Down and Page Up move by a window and keep focus on a mark', LONG, async ({ page, open }) => {
	const first = around(2, 2);
	await open(`?t=${first}`);
	await tabToMarks(page);
	await step(page, 'ArrowRight');
	await page.keyboard.press('PageDown');
	await rested(page, first);
	const next = kept(page)!;
	expect(next > first).toBe(true);
	await expect.poll(() => focusedMark(page)).not.toBeNull();
	await page.keyboard.press('PageDown');
	await rested(page, next);
	const far = kept(page)!;
	expect(far > next).toBe(true);
	await page.keyboard.press('PageUp');
	await rested(page, far);
	expect(kept(page)! < far).toBe(true);
	await expect.poll(() => focusedMark(page)).not.toBeNull();
	expect(await scrolled(page)).toBe(0);
});

test(
	'+ and − zoom, 0 shows everything, f centres the chosen event, and a focused mark keeps focus',
	LONG,
	async ({ page, open }) => {
		const id = await openAtMark(page, open, '');
		await open(`?e=${id}`);
		await tabToMarks(page);
		await page.keyboard.press('f');
		await page.keyboard.press('+');
		await rested(page, null);
		await page.keyboard.press('f');
		const off = async () => {
			const { x, width } = (await plot(page).boundingBox())!;
			const mark = (await buttons(page)
				.and(page.getByLabel(event(id).title))
				.boundingBox())!;
			return Math.abs(mark.x + mark.width / 2 - x - width / 2) / width;
		};
		// The view comes to rest at whole days, which shifts it a little.
		await expect.poll(off).toBeLessThan(0.1);
		const before = kept(page);
		await page.keyboard.press('+');
		await page.keyboard.press('+');
		await rested(page, before);
		await expect.poll(() => focusedMark(page)).not.toBeNull();
		const near = kept(page);
		await page.keyboard.press('-');
		await rested(page, near);
		await page.keyboard.press('0');
		await expect.poll(() => kept(page)).toBeNull();
		await expect.poll(() => focusedMark(page)).not.toBeNull();
	},
);

test('Enter goes to the heading of the event, and Esc back to its mark', LONG, async ({ page, open }) => {
	await open();
	await tabToMarks(page);
	const name = await step(page, 'End');
	const id = idOf(name);
	expect(chosen(page)).toBeNull();
	await page.keyboard.press('Enter');
	await expect(heading(page, id)).toBeFocused();
	expect(chosen(page)).toBe(id);
	await page.keyboard.press('Escape');
	await expect.poll(() => focusedMark(page)).toBe(name);
	expect(chosen(page)).toBeNull();
	await page.keyboard.press('Space');
	await expect(heading(page, id)).toBeFocused();
});

test('with Ctrl or Alt, and while typing, keys do not control the chart', LONG, async ({ page, open }) => {
	await open(`?t=${WEEKS}`);
	await page.getByRole('combobox', { name: /^Search / }).focus();
	await page.keyboard.type('0+-f');
	await expect(page.getByRole('combobox', { name: /^Search / })).toHaveValue('0+-f');
	expect(kept(page)).toBe(WEEKS);
	await page.getByRole('combobox', { name: /^Search / }).fill('');
	await tabToMarks(page);
	for (const key of ['Alt+ArrowUp', 'Control+ArrowRight']) {
		const before = await focusedMark(page);
		await page.keyboard.press(key);
		expect(await focusedMark(page), key).toBe(before);
	}
	expect(kept(page)).toBe(WEEKS);
});
