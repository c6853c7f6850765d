/** By keyboard from an event to its quote, its passage, the next passage, a note and back, with visible focus. */
import { discrepancies, event, events, quoted, quotes, textOf } from './facts.ts';
import { LONG, expect, test } from './page.ts';
import { eventWithEverything, quotedEvent } from './picks.ts';
import {
	belowBar,
	currentPassage,
	currentWords,
	expectOpen,
	focusedEvent,
	focusIsSeen,
	heading,
	numberOf,
	pane,
	query,
	readWhole,
	scrolled,
} from './reader.ts';

const text = textOf(quoted[0]!);
/** Every quote in text order; of two with the same start, the longer comes first. */
const inText = quotes
	.map((q) => ({ ...q, start: text.indexOf((q.prefix ?? '') + q.exact + (q.suffix ?? '')) + (q.prefix ?? '').length }))
	.sort((a, b) => a.start - b.start || b.exact.length - a.exact.length);

test('event, quote, passage, next passage, and back to the event', async ({ page, open }) => {
	await open();
	const focused = page.locator(':focus');
	await heading(page, quotedEvent.id).focus();
	await page.keyboard.press('Enter');
	await expectOpen(page, quotedEvent.id);

	// Tab passes other links before the first quote's link to its source.
	const quote = quotedEvent.quotes[0]!;
	for (let i = 0; i < 60 && !(await focused.evaluate((e) => e.matches('blockquote footer a'))); i++)
		await page.keyboard.press('Tab');
	await expect(focused).toHaveAttribute('href', new RegExp(`#${quote.id}$`));
	await expect(focused).toHaveAccessibleName(quoted[0]!.title);
	expect(await focusIsSeen(page)).toBe(true);
	await page.keyboard.press('Enter');
	expect(await currentWords(pane(page))).toBe(quote.exact);
	// The pane shows the text around the passage, or the full text on demand, and keeps that choice for other events.
	await expect(pane(page).getByRole('button', { name: 'Next passage' })).toHaveCount(0);
	await pane(page).getByRole('button', { name: 'Full text' }).press('Enter');
	await expect(pane(page).getByRole('button', { name: 'Full text' })).toHaveAttribute('aria-pressed', 'true');

	await page.keyboard.press('s');
	await expect(currentPassage(pane(page)).first().locator('a:focus')).toHaveCount(1);
	await expect(focused).toHaveAccessibleName(/\w/);
	expect(await focusIsSeen(page)).toBe(true);

	const next = pane(page).getByRole('button', { name: 'Next passage' });
	for (let i = 0; i < 60 && !(await next.evaluate((e) => e === document.activeElement)); i++)
		await page.keyboard.press('Shift+Tab');
	await expect(next).toBeFocused();
	expect(await focusIsSeen(page)).toBe(true);
	const at = inText.findIndex((q) => q.id === quote.id);
	const goal = inText[at + 1]!;
	const goalEvent = event(quotesOwner(goal.id));
	await page.keyboard.press('Enter');
	await expect(next).toBeFocused();
	expect(await focusIsSeen(page)).toBe(true);
	await expect(pane(page).getByRole('status')).toHaveText(`Passage ${at + 2} of ${quotes.length}: ${goalEvent.title}`);
	expect(await currentWords(pane(page))).toBe(goal.exact);
	await expect(currentPassage(pane(page)).first()).toBeInViewport();
	expect(query(page)).toBe(`?e=${goalEvent.id}&p=${goal.id}`);

	await page.keyboard.press('Tab');
	await expect(focused).toHaveAccessibleName(goalEvent.title);
	expect(await focusIsSeen(page)).toBe(true);
	await page.keyboard.press('Enter');
	expect(await focusedEvent(page)).toBe(goalEvent.id);
	expect(await focusIsSeen(page)).toBe(true);
	expect(await belowBar(page, goalEvent.id)).toBeLessThan(32);
});

const quotesOwner = (id: string) => events.find((e) => e.quotes.some((q) => q.id === id))!.id;

/** Opens the full text beside the event of its first quote. */
const FIRST = `?e=${quotesOwner(inText[0]!.id)}&p=${inText[0]!.id}`;

test('Esc from the walk goes to the event of the current passage, which is in view', LONG, async ({ page, open }) => {
	await open(FIRST);
	await readWhole(page);
	const next = pane(page).getByRole('button', { name: 'Next passage' });
	await next.focus();
	for (let i = 0; i < 3; i++) await page.keyboard.press('Enter');
	const goal = quotesOwner(inText[3]!.id);
	await page.keyboard.press('Escape');
	expect(await focusedEvent(page)).toBe(goal);
	await expect(heading(page, goal)).toBeInViewport();
	expect(await focusIsSeen(page)).toBe(true);
});

test(
	'the walk reaches every passage in both directions, each in view in the pane, with focus on the button',
	LONG,
	async ({ page, open }) => {
		await open(FIRST);
		await readWhole(page);
		const [previous, next] = ['Previous passage', 'Next passage'].map((name) =>
			pane(page).getByRole('button', { name }),
		);
		await expect(pane(page)).toContainText(`Passage 1 of ${quotes.length}: `);
		await next!.focus();
		const out: string[] = [];
		for (const q of inText.slice(1)) {
			await page.keyboard.press('Enter');
			out.push(new URLSearchParams(query(page)).get('p')!);
			await expect.poll(() => isClear(page), q.id).toBe(true);
		}
		expect(out).toEqual(inText.slice(1).map((q) => q.id));
		await expect(next!).toBeFocused();
		await expect(next!).toHaveAttribute('aria-disabled', 'true');
		await previous!.focus();
		for (const q of inText.toReversed().slice(1)) {
			await page.keyboard.press('Enter');
			expect(new URLSearchParams(query(page)).get('p')).toBe(q.id);
			await expect.poll(() => isClear(page), q.id).toBe(true);
		}
		await expect(previous!).toHaveAttribute('aria-disabled', 'true');
		await page.keyboard.press('Enter');
		await expect(pane(page).getByRole('status')).toHaveText('There is no passage before.');
	},
);

/** Whether the start of the current passage is in the pane, and not under its bar. */
const isClear = (page: import('@playwright/test').Page) =>
	page.evaluate(() => {
		const pane = document.querySelector('.beside .pane')!.getBoundingClientRect();
		const bar = document.querySelector('.beside .bar')!.getBoundingClientRect();
		const { top, bottom } = document.querySelector('.beside mark[aria-current]')!.getClientRects()[0]!;
		return top >= bar.bottom - 1 && bottom <= pane.bottom + 1;
	});

test(
	'walking with the mouse keeps the button under it, once the source is beside the record',
	LONG,
	async ({ page, open }) => {
		await open(`?e=${quotedEvent.id}`);
		await readWhole(page);
		const next = pane(page).getByRole('button', { name: 'Next passage' });
		const before = (await next.boundingBox())!;
		for (let i = 0; i < 4; i++) {
			await page.mouse.click(before.x + 10, before.y + 10);
			const isUnder = (button: Element, [x, y]: readonly [number, number]) =>
				button.contains(document.elementFromPoint(x, y));
			expect(await next.evaluate(isUnder, [before.x + 10, before.y + 10] as const)).toBe(true);
			// Each event opens where the previous one was.
			expect(await belowBar(page, new URLSearchParams(query(page)).get('e')!)).toBeLessThan(32);
		}
	},
);

test(
	'every discrepancy is numbered where its words end, and has a note with links there and back',
	LONG,
	async ({ page, open }) => {
		await open(FIRST);
		await readWhole(page);
		const notes = pane(page).getByRole('region', { name: 'Where this copy departs from the record' });
		await expect(notes.getByRole('listitem')).toHaveCount(discrepancies.length);
		const kinds = await notes.getByRole('heading', { level: 6 }).allTextContents();
		expect(kinds.reduce((n, words) => n + Number(/\d+$/.exec(words)![0]), 0)).toBe(discrepancies.length);
		expect(kinds).toHaveLength(new Set(discrepancies.map((d) => d.kind)).size);
		for (const d of discrepancies) {
			const note = notes.getByRole('listitem').filter({ hasText: d.record }).filter({ hasText: d.note }).first();
			const number = (await note.locator('.round').textContent())!;
			expect(await note.locator('small a').count(), d.record).toBe(d.references.length);
			const anchor = numberOf(pane(page), number);
			await anchor.focus();
			await page.keyboard.press('Enter');
			await expect(note).toBeFocused();
			await note.getByRole('link', { name: /^Back to / }).focus();
			await page.keyboard.press('Enter');
			await expect(anchor).toBeFocused();
			expect((await before(anchor)).endsWith(d.exact), d.exact).toBe(true);
		}
	},
);

/** The text of a line up to a number in its margin. */
const before = (anchor: import('@playwright/test').Locator) =>
	anchor.evaluate((a) => {
		const range = new Range();
		range.setStart(a.closest('.line')!, 0);
		range.setEndBefore(a);
		const words = range.cloneContents();
		for (const added of words.querySelectorAll('.round, .other')) added.remove();
		return words.textContent;
	});

test('the head of the source links to the notes and the omissions, inside the pane', LONG, async ({ page, open }) => {
	await open(`?e=${eventWithEverything.id}`);
	await readWhole(page);
	const y = await scrolled(page);
	for (const [name, title] of [
		[/places depart from the record$/, 'Where this copy departs from the record'],
		[/things it does not say$/, 'What this document does not say'],
	] as const) {
		await pane(page).getByRole('link', { name }).focus();
		await page.keyboard.press('Enter');
		await expect(pane(page).getByRole('heading', { name: title })).toBeFocused();
		await expect(pane(page).getByRole('heading', { name: title })).toBeInViewport();
	}
	expect(await scrolled(page)).toBe(y);
});
