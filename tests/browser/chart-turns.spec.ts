/** Chart, record and source change together: choosing, threads, filters, and links at any width. */
import { needed } from '../needed.ts';
import type { Page } from '@playwright/test';
import {
	buttons,
	chosen,
	days,
	drawn,
	kept,
	kinOf,
	mark,
	middleOf,
	plot,
	region,
	rested,
	standingAlone,
	threads,
	total,
} from './chart-reader.ts';
import { chapterOf, daysOf, event, events, firstDay, ids, plusDays } from './facts.ts';
import { LONG, expect, longUnless, test } from './page.ts';
import {
	agencyWithoutPartIn,
	around,
	eventAfterMost,
	eventWithEverything,
	eventsOf,
	followersOf,
	quotedEvent,
} from './picks.ts';
import {
	belowBar,
	countLine,
	currentWords,
	expectCount,
	expectOpen,
	heading,
	pane,
	press,
	query,
	shown,
} from './reader.ts';

/** Whether a mark is painted faded. */
const isFaded = (page: Page, id: string) =>
	mark(page, id).evaluate((b) => Number(getComputedStyle(b, '::after').opacity) < 1);
/** How far a point is outside an event's mark: threads begin and end at its edge. */
async function outsideOf(page: Page, id: string, [x, y]: readonly [number, number]) {
	const box = (await mark(page, id).boundingBox())!;
	return Math.hypot(Math.max(box.x - x, 0, x - box.x - box.width), Math.max(box.y - y, 0, y - box.y - box.height));
}
/** The points where threads begin or end, in pixels of the window. */
const ends = (page: Page) =>
	threads(page).evaluateAll((all) =>
		all.map((path) => {
			const p = path as SVGPathElement;
			const at = (length: number) => p.getPointAtLength(length).matrixTransform(p.getScreenCTM()!);
			const [from, to] = [at(0), at(p.getTotalLength())];
			return { from: [from.x, from.y], to: [to.x, to.y] } as const;
		}),
	);

test('choosing a mark opens its article under the bar, shows its source and writes the address', async ({
	page,
	open,
}) => {
	await open();
	await mark(page, quotedEvent.id).click();
	await expectOpen(page, quotedEvent.id);
	await expect(heading(page, quotedEvent.id)).toBeFocused();
	expect(chosen(page)).toBe(quotedEvent.id);
	await expect.poll(() => belowBar(page, quotedEvent.id)).toBeLessThan(32);
	expect(await belowBar(page, quotedEvent.id)).toBeGreaterThanOrEqual(0);
	expect(await currentWords(pane(page))).toContain(quotedEvent.quotes[0]!.exact.slice(0, 40));
	await expect(mark(page, quotedEvent.id)).toHaveAttribute('aria-pressed', 'true');
	expect(await buttons(page).and(page.locator('[aria-pressed="true"]')).count()).toBe(1);
});

test('a click on a label chooses its event, too', LONG, async ({ page, open }) => {
	await open();
	await expect(buttons(page).first()).toBeVisible();
	const labels = await plot(page).locator('.label:not([hidden])').allTextContents();
	const labelled = needed(
		'an event whose label is shown',
		events.findLast((e) => labels.includes(e.label)),
	);
	await plot(page).getByText(labelled.label, { exact: true }).click();
	await expect.poll(() => chosen(page)).toBe(labelled.id);
});

for (const { id } of [quotedEvent, eventWithEverything, eventAfterMost]) {
	const details = longUnless(id === eventAfterMost.id);
	test(
		`choosing ${id} in the record draws its threads from its mark and fades the unconnected marks`,
		details,
		async ({ page, open }) => {
			// Zoomed in so far that the event has its own mark.
			const day = firstDay(event(id).when);
			await open(`?t=${plusDays(day, -6)}..${plusDays(day, 6)}`);
			await heading(page, id).click();
			await expect(threads(page)).not.toHaveCount(0);
			const kin = kinOf(id);
			const alone: string[] = [];
			for (const e of events) if ((await mark(page, e.id).count()) === 1) alone.push(e.id);
			const drawnKin = kin.filter((other) => alone.includes(other));
			expect(await threads(page).count()).toBeGreaterThanOrEqual(drawnKin.length);
			expect(await threads(page).count()).toBeLessThanOrEqual(kin.length);
			const all = await ends(page);
			for (const { from } of all) expect(await outsideOf(page, id, from)).toBeLessThan(3);
			// A thread to an event far out of view leads in its direction.
			const view = (await plot(page).boundingBox())!;
			for (const other of drawnKin) {
				const box = (await mark(page, other).boundingBox())!;
				if (box.x + box.width < view.x || box.x > view.x + view.width) continue;
				const least = Math.min(...(await Promise.all(all.map(({ to }) => outsideOf(page, other, to)))));
				expect(least, `a thread ends at ${other}`).toBeLessThan(3);
			}
			// The strip has no other words: each connected event has a name that chooses it.
			const names = await plot(page).locator('.thread-label').allTextContents();
			expect(names).toContain(event(id).label);
			const named = needed(
				'an event named beside its thread',
				drawnKin.find((other) => names.includes(event(other).label)),
			);
			await plot(page).locator('.thread-label').getByText(event(named).label, { exact: true }).click();
			await expect.poll(() => chosen(page)).toBe(named);
			await page.goBack();
			await expect.poll(() => chosen(page)).toBe(id);
			for (const other of alone) expect(await isFaded(page, other), other).toBe(other !== id && !kin.includes(other));
		},
	);
}

test('pointing at a mark and focusing it show its threads before anything is chosen', LONG, async ({ page, open }) => {
	await open();
	await expect(buttons(page).first()).toBeVisible();
	await expect(threads(page)).toHaveCount(0);
	const [pointed, focused] = (await standingAlone(page)).filter((id) => kinOf(id).length);
	const { x, y } = await middleOf(page, pointed!);
	await page.mouse.move(x, y);
	await expect(threads(page)).toHaveCount(kinOf(pointed!).length);
	await page.mouse.move(x + 60, y - 40);
	await expect(threads(page)).toHaveCount(0);
	await mark(page, focused!).focus();
	await expect(threads(page)).toHaveCount(kinOf(focused!).length);
	expect(query(page)).toBe('');
});

test('a live region announces what the chosen event answers and what answers it', LONG, async ({ page, open }) => {
	await open();
	const said = region(page).locator('[aria-live="polite"]');
	await expect(said).toHaveText('');
	const alone = (await standingAlone(page)).map(event);
	const between = needed(
		'an event with a mark of its own that answers one, and is answered by one',
		alone.find((e) => e.follows.length === 1 && followersOf(e).length === 1),
	);
	await mark(page, between.id).click();
	await expect(said).toContainText(`answers: ${event(between.follows[0]!).title}`);
	await expect(said).toContainText(`answered by: ${followersOf(between)[0]!.title}`);
	await heading(page, quotedEvent.id).click();
	for (const e of followersOf(quotedEvent)) await expect(said).toContainText(e.title);
});

test(
	'a filter changes chart, record and counts at once, and a chosen event stays in the record',
	LONG,
	async ({ page, open }) => {
		await open(`?e=${quotedEvent.id}`);
		const agency = agencyWithoutPartIn(quotedEvent.id);
		await press(page, 'Agency', agency.short);
		const passing = eventsOf(agency.id);
		expect(total(await drawn(page))).toBe(passing.length);
		expect(new Set(await shown(page))).toEqual(new Set([...ids(passing), quotedEvent.id]));
		await expectCount(page, passing.length);
		await expect(mark(page, quotedEvent.id)).toHaveCount(0);
		await expect(threads(page)).toHaveCount(0);
		await page.goBack();
		await expect.poll(async () => total(await drawn(page))).toBe(events.length);
	},
);

test('a link to a time span opens the same view at 1440 and 768 px', LONG, async ({ page, open }) => {
	const said: string[] = [];
	for (const width of [1440, 768]) {
		await page.setViewportSize({ width, height: 900 });
		await open(`?t=${around(3, 10)}`);
		expect(await days(page)).toEqual(around(3, 10).split('..'));
		expect(kept(page)).toBe(around(3, 10));
		await expectCount(page, events.length, ' · \\d+ in view, \\d+ outside');
		said.push((await countLine(page).textContent())!);
	}
	expect(said[1]).toBe(said[0]);
});

test('zooming in the chart leaves the record complete and counts the events outside', LONG, async ({ page, open }) => {
	await open();
	await region(page)
		.getByRole('button', { name: chapterOf(eventWithEverything).title })
		.click();
	await rested(page, null);
	await expectCount(page, events.length, ' · [1-9]\\d* in view, [1-9]\\d* outside$');
	expect(await shown(page)).toEqual(ids(events));
	await heading(page, eventWithEverything.id).click();
	await expectOpen(page, eventWithEverything.id);
	expect(kept(page)).toBe(daysOf(chapterOf(eventWithEverything)).join('..'));
});
