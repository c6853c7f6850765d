/** The strip above an open event: marks keep their places, and wheel, drag and fingers change its view alone. */
import type { Page } from '@playwright/test';
import { needed } from '../needed.ts';
import { buttons, chosen, eventNamed, kept, mark, middleOf, openAtMark, plot, rested } from './chart-reader.ts';
import { event } from './facts.ts';
import { LONG, expect, longUnless, test } from './page.ts';
import { around, lastQuotedEvent, quotedEvent } from './picks.ts';
import { expectOpen, heading, pane, passage, readWhole, sheet } from './reader.ts';
import { fingers } from './touch.ts';

const SIZES = [
	[1440, 900],
	[768, 1024],
] as const;
const PERIOD = around(120, 150);

type Places = Readonly<Record<string, readonly [x: number, y: number]>>;
/** The middle of every mark of an event in the window, by the event's id. */
const marksIn = async (page: Page): Promise<Places> => {
	const all = await buttons(page).evaluateAll((found) =>
		found.map((b) => {
			const { left, right, top, bottom } = b.getBoundingClientRect();
			return [b.getAttribute('aria-label')!, [(left + right) / 2, (top + bottom) / 2]] as const;
		}),
	);
	const alone = all.flatMap(([name, at]) => (eventNamed(name) ? [[eventNamed(name)!, at] as const] : []));
	expect(alone.length).toBeGreaterThan(5);
	return Object.fromEntries(alone);
};
/** Ids of the events whose mark has moved by more than a pixel, or is gone. */
const moved = (before: Places, after: Places) =>
	Object.entries(before).flatMap(([id, [x, y]]) => {
		const [x1, y1] = after[id] ?? [Infinity, Infinity];
		return Math.abs(x1 - x) <= 1 && Math.abs(y1 - y) <= 1 ? [] : id;
	});
const isStrip = (page: Page) => expect(plot(page)).toHaveClass(/\breading\b/);

for (const [width, height] of SIZES) {
	test.describe(`at ${width} × ${height}`, () => {
		test.use({ viewport: { width, height } });

		test('the chosen mark keeps its x when the chart shrinks to the strip', async ({ page, open }) => {
			const id = await openAtMark(page, open, '');
			const { x } = await middleOf(page, id);
			await mark(page, id).click();
			await isStrip(page);
			await expect.poll(() => chosen(page)).toBe(id);
			expect(Math.abs((await middleOf(page, id)).x - x)).toBeLessThanOrEqual(1);
		});

		test('choosing another event in the strip moves no mark', async ({ page, open }) => {
			await open(`?e=${quotedEvent.id}`);
			await isStrip(page);
			const before = await marksIn(page);
			const others = Object.keys(before).filter((id) => id !== quotedEvent.id && event(id).tier === 'core');
			const other = needed('a second core event with a mark of its own in the strip', others.at(-1));
			await mark(page, other).click();
			await expect.poll(() => chosen(page)).toBe(other);
			await expectOpen(page, other);
			expect(moved(before, await marksIn(page))).toEqual([]);
		});

		test('choosing an event by a passage of the source moves no mark', LONG, async ({ page, open }) => {
			await open(`?e=${quotedEvent.id}`);
			await isStrip(page);
			const before = await marksIn(page);
			await readWhole(page);
			const where = (await sheet(page).isVisible()) ? sheet(page) : pane(page);
			await passage(where, lastQuotedEvent.quotes[0]!.exact).click();
			await expect.poll(() => chosen(page)).toBe(lastQuotedEvent.id);
			await expect(heading(page, lastQuotedEvent.id)).toBeInViewport();
			expect(moved(before, await marksIn(page))).toEqual([]);
		});
	});
}

/** Changes of the view by a gesture, which begins at a place in the strip. */
const GESTURES: Readonly<Record<string, (page: Page, x: number, y: number) => Promise<void>>> = {
	'Ctrl and the wheel': async (page, x, y) => {
		await page.mouse.move(x, y);
		await page.keyboard.down('Control');
		await page.mouse.wheel(0, -120);
		await page.keyboard.up('Control');
	},
	'Shift and the wheel': async (page, x, y) => {
		await page.mouse.move(x, y);
		await page.keyboard.down('Shift');
		await page.mouse.wheel(0, 120);
		await page.keyboard.up('Shift');
	},
	'a drag': async (page, x, y) => {
		await page.mouse.move(x, y);
		await page.mouse.down();
		await page.mouse.move(x - 120, y + 3, { steps: 5 });
		await page.mouse.up();
	},
};
/** Does something at the middle of the strip, which must change the view and leave the event open where it was. */
async function expectViewToChange(page: Page, act: (x: number, y: number) => Promise<void>) {
	await isStrip(page);
	const box = (await plot(page).boundingBox())!;
	const before = kept(page);
	const title = (await heading(page, quotedEvent.id).boundingBox())!.y;
	await act(box.x + box.width / 2, box.y + box.height / 2);
	await rested(page, before);
	expect(chosen(page)).toBe(quotedEvent.id);
	await expectOpen(page, quotedEvent.id);
	await isStrip(page);
	expect(Math.abs((await heading(page, quotedEvent.id).boundingBox())!.y - title)).toBeLessThanOrEqual(1);
}

for (const [name, gesture] of Object.entries(GESTURES))
	test(
		`${name} in the strip changes the view, and the event stays open`,
		longUnless(name === 'a drag'),
		async ({ page, open }) => {
			await open(`?e=${quotedEvent.id}&t=${PERIOD}`);
			await expectViewToChange(page, (x, y) => gesture(page, x, y));
		},
	);

test.describe('on a touch screen', () => {
	test.use({ viewport: { width: 768, height: 1024 }, hasTouch: true });

	test('two fingers in the strip zoom in, and the event stays open', LONG, async ({ page, open }) => {
		await open(`?e=${quotedEvent.id}&t=${PERIOD}`);
		await expectViewToChange(page, async (x, y) => {
			const touch = await fingers(page);
			const apart = (by: number) => [-by, by].map((dx) => ({ x: x + dx, y }));
			await touch.down(apart(20));
			for (const by of [30, 50, 80]) await touch.move(apart(by));
			await touch.up();
		});
	});

	test('one finger moving sideways pans the strip, and the event stays open', LONG, async ({ page, open }) => {
		await open(`?e=${quotedEvent.id}&t=${PERIOD}`);
		await expectViewToChange(page, async (x, y) => {
			const touch = await fingers(page);
			await touch.down([{ x, y }]);
			for (const by of [12, 40, 90]) await touch.move([{ x: x - by, y }]);
			await touch.up();
		});
	});
});
