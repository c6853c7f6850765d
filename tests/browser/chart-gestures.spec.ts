/** The chart with mouse and wheel: a dragged mark stays under the pointer, the wheel scrolls, links keep views. */
import type { Page } from '@playwright/test';
import {
	chosen,
	kept,
	mark,
	middleOf,
	openAtMark,
	opensAlike,
	places,
	plot,
	region,
	rested,
	selected,
	standingAlone,
} from './chart-reader.ts';
import { LONG, expect, test } from './page.ts';
import { around } from './picks.ts';
import { heading, scrolled } from './reader.ts';

const WEEKS = around(20, 30);

/** The position of a mark in the frame after the next wheel event, before the view comes to rest. */
async function afterWheel(page: Page, id: string, [dx, dy]: readonly [number, number], key?: 'Control' | 'Shift') {
	const element = await mark(page, id).elementHandle();
	const next = page.evaluate(
		(button) =>
			new Promise<number>((done) =>
				addEventListener(
					'wheel',
					() =>
						requestAnimationFrame(() => {
							const { left, right } = button.getBoundingClientRect();
							done((left + right) / 2);
						}),
					{ once: true, capture: true },
				),
			),
		element,
	);
	if (key) await page.keyboard.down(key);
	await page.mouse.wheel(dx, dy);
	const x = await next;
	if (key) await page.keyboard.up(key);
	return x;
}

test('a drag keeps the mark under the mouse, selects no text and chooses nothing', LONG, async ({ page, open }) => {
	const id = await openAtMark(page, open, `?t=${WEEKS}`);
	const { x, y } = await middleOf(page, id);
	const steps = await page.evaluate(() => history.length);
	await page.mouse.move(x, y);
	await page.mouse.down();
	for (const by of [-40, -120, -30, 60]) {
		await page.mouse.move(x + by, y, { steps: 4 });
		await expect.poll(async () => Math.abs((await middleOf(page, id)).x - x - by)).toBeLessThanOrEqual(2);
	}
	expect(kept(page)).toBe(WEEKS);
	await page.mouse.up();
	await rested(page, WEEKS);
	expect(chosen(page)).toBeNull();
	expect(await selected(page)).toBe('');
	expect(await page.evaluate(() => history.length)).toBe(steps);
	await opensAlike(page);
});

test('a drag that leaves the chart selects nothing on its way', LONG, async ({ page, open }) => {
	const id = await openAtMark(page, open, `?t=${WEEKS}`);
	await plot(page).evaluate((element) => element.scrollIntoView({ block: 'start' }));
	await page.mouse.wheel(0, 150);
	const { x, y } = await middleOf(page, id);
	await page.mouse.move(x + 30, y);
	await page.mouse.down();
	await page.mouse.move(x - 150, 880, { steps: 6 });
	await page.mouse.move(20, 880, { steps: 6 });
	expect(await selected(page)).toBe('');
	await page.mouse.up();
	await rested(page, WEEKS);
	expect(chosen(page)).toBeNull();
});

test('a press that moves by up to 4 px is a click and chooses', LONG, async ({ page, open }) => {
	const id = await openAtMark(page, open, `?t=${WEEKS}`);
	const { x, y } = await middleOf(page, id);
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x + 3, y + 1, { steps: 3 });
	await page.mouse.up();
	await expect.poll(() => chosen(page)).toBe(id);
	await expect(heading(page, id)).toBeFocused();
	expect(kept(page)).toBe(WEEKS);
});

test('a press that leaves its mark by less than that still chooses it', LONG, async ({ page, open }) => {
	const id = await openAtMark(page, open, `?t=${WEEKS}`);
	const { x, y } = await middleOf(page, id);
	const off = await page.evaluate(
		([x, y]) => [...Array(40).keys()].find((by) => !document.elementFromPoint(x!, y! - by)?.closest('button'))!,
		[x, y],
	);
	await page.mouse.move(x, y - off + 1);
	await page.mouse.down();
	await page.mouse.move(x, y - off - 2);
	await page.mouse.up();
	await expect.poll(() => chosen(page)).toBe(id);
});

test(
	'no mark moves in the DOM during a press, even when a wheel gesture ends: the press is not lost',
	LONG,
	async ({ page, open }) => {
		const id = await openAtMark(page, open, `?t=${WEEKS}`);
		const at = await middleOf(page, id);
		await page.mouse.move(at.x, at.y);
		await page.keyboard.down('Control');
		// New marks appear at both ends, and are sorted by time when the wheel gesture has ended.
		for (let i = 0; i < 3; i++) await page.mouse.wheel(0, 40);
		await page.keyboard.up('Control');
		await page.mouse.down();
		const moved = await plot(page).evaluate(async (element) => {
			const moves: string[] = [];
			const observer = new MutationObserver((list) =>
				moves.push(...list.flatMap((m) => [...m.removedNodes].map(String))),
			);
			observer.observe(element, { childList: true, subtree: true });
			await new Promise((done) => setTimeout(done, 500));
			observer.disconnect();
			return moves.filter((node) => node.includes('HTMLElement'));
		});
		expect(moved).toEqual([]);
		await page.mouse.up();
		await expect.poll(() => chosen(page)).toBe(id);
		await expect.poll(() => kept(page)).not.toBe(WEEKS);
	},
);

test(
	'small movements in presses do not add up: the next drag keeps its mark under the mouse',
	LONG,
	async ({ page, open }) => {
		const id = await openAtMark(page, open, `?t=${WEEKS}`);
		const { x, y } = await middleOf(page, id);
		for (let i = 0; i < 3; i++) {
			await page.mouse.move(x + 300, y + 10);
			await page.mouse.down();
			await page.mouse.move(x + 304, y + 10, { steps: 2 });
			await page.mouse.up();
		}
		await page.mouse.move(x, y);
		await page.mouse.down();
		await page.mouse.move(x + 80, y, { steps: 4 });
		await expect.poll(async () => Math.abs((await middleOf(page, id)).x - x - 80)).toBeLessThanOrEqual(2);
		await page.mouse.up();
	},
);

for (const [link, nth] of [
	['', 0],
	['', 5],
	[`?t=${WEEKS}`, 0],
	['?scale=true', 0],
] as const) {
	test(
		`Ctrl and wheel over mark ${nth} from the middle of “${link || '/'}” zoom in and out around the pointer`,
		LONG,
		async ({ page, open }) => {
			await open(link);
			const id = (await standingAlone(page)).at(nth)!;
			await mark(page, id).scrollIntoViewIfNeeded();
			const [before, top] = [kept(page), await scrolled(page)];
			const { x, y } = await middleOf(page, id);
			await page.mouse.move(x, y);
			const others = await places(page);
			expect(Math.abs((await afterWheel(page, id, [0, -40], 'Control')) - x)).toBeLessThanOrEqual(3);
			await rested(page, before);
			expect(await scrolled(page)).toBe(top);
			expect(await places(page)).not.toEqual(others);
			await opensAlike(page);
			const near = kept(page);
			const place = await middleOf(page, id);
			await page.mouse.move(place.x, place.y);
			expect(Math.abs((await afterWheel(page, id, [0, 10], 'Control')) - place.x)).toBeLessThanOrEqual(3);
			await rested(page, near);
		},
	);
}

test(
	'one notch of a mouse wheel with Ctrl leaves at least a third of what was in view',
	LONG,
	async ({ page, open }) => {
		const [before, after] = [300, 65];
		const year = around(before, after);
		const id = await openAtMark(page, open, `?scale=true&t=${year}`);
		const { x, y } = await middleOf(page, id);
		await page.mouse.move(x, y);
		await page.keyboard.down('Control');
		await page.mouse.wheel(0, -120);
		await page.keyboard.up('Control');
		await rested(page, year);
		const [from, to] = kept(page)!
			.split('..')
			.map((day) => Date.parse(day));
		expect((to! - from!) / 86_400_000).toBeGreaterThan((before + after + 1) / 3);
	},
);

test('a plain wheel scrolls the page, leaves the view alone and tells how to zoom', LONG, async ({ page, open }) => {
	const id = await openAtMark(page, open, '');
	const { x, y } = await middleOf(page, id);
	const before = await places(page);
	await page.mouse.move(x, y);
	await expect(region(page).getByRole('note')).toHaveCount(0);
	await page.mouse.wheel(0, 120);
	await expect(region(page).getByRole('note')).toContainText(/scroll to zoom/);
	await expect.poll(() => scrolled(page)).toBeGreaterThan(60);
	expect(await places(page)).toEqual(before);
	expect(kept(page)).toBeNull();
	await expect(region(page).getByRole('note')).toHaveCount(0);
});

for (const [what, delta, key] of [
	['Shift and wheel', [0, 90], 'Shift'],
	['a sideways wheel', [90, 0], undefined],
] as const) {
	// The engine tests cover the sideways wheel.
	test(`${what} pans the chart by the same distance, and does not scroll the page`, LONG, async ({ page, open }) => {
		const id = await openAtMark(page, open, `?t=${WEEKS}`);
		const { x, y } = await middleOf(page, id);
		const top = await scrolled(page);
		await page.mouse.move(x, y);
		expect(Math.abs((await afterWheel(page, id, delta, key)) - (x - 90))).toBeLessThanOrEqual(2);
		await rested(page, WEEKS);
		expect(await scrolled(page)).toBe(top);
		await expect(region(page).getByRole('note')).toHaveCount(0);
		await opensAlike(page);
	});
}
