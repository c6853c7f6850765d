/** From an event by keyboard alone: to its quote, its passage, the next passage, a note and back; focus seen, names told. */
import { discrepancies, event, events, quoted, quotes, textOf } from './facts.ts';
import { LONG, expect, test } from './page.ts';
import { eventWithEverything, quotedEvent } from './picks.ts';
import {
	article,
	belowBar,
	currentPassage,
	currentWords,
	expectOpen,
	focusedEvent,
	focusIsSeen,
	heading,
	openAll,
	pane,
	query,
	scrolled,
} from './reader.ts';

const text = textOf(quoted[0]!);
/** Every quote in the order of the text; of two that begin together the longer first. */
const inText = quotes
	.map((q) => ({ ...q, start: text.indexOf((q.prefix ?? '') + q.exact + (q.suffix ?? '')) + (q.prefix ?? '').length }))
	.sort((a, b) => a.start - b.start || b.exact.length - a.exact.length);

test('event, quote, passage, next passage, and back to the event', async ({ page, open }) => {
	await open();
	const focused = page.locator(':focus');
	await heading(page, quotedEvent.id).focus();
	await page.keyboard.press('Enter');
	await expectOpen(page, quotedEvent.id);

	// The first quote's link to its source is the next thing but what the heading itself offers.
	const quote = quotedEvent.quotes[0]!;
	for (let i = 0; i < 5 && !(await focused.evaluate((e) => e.matches('blockquote footer a'))); i++)
		await page.keyboard.press('Tab');
	await expect(focused).toHaveAttribute('href', new RegExp(`#${quote.id}$`));
	await expect(focused).toHaveAccessibleName(quoted[0]!.title);
	expect(await focusIsSeen(page)).toBe(true);
	await page.keyboard.press('Enter');
	expect(await currentWords(pane(page))).toBe(quote.exact);

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

test('Esc from the walk goes to the event walked to, and it is in view', LONG, async ({ page, open }) => {
	await open();
	const next = pane(page).getByRole('button', { name: 'Next passage' });
	await next.focus();
	for (let i = 0; i < 3; i++) await page.keyboard.press('Enter');
	const goal = quotesOwner(inText[2]!.id);
	await page.keyboard.press('Escape');
	expect(await focusedEvent(page)).toBe(goal);
	await expect(heading(page, goal)).toBeInViewport();
	expect(await focusIsSeen(page)).toBe(true);
});

test(
	'the walk reaches every passage there and back, each in view in the pane, with focus on the button',
	LONG,
	async ({ page, open }) => {
		await open();
		const [previous, next] = ['Previous passage', 'Next passage'].map((name) =>
			pane(page).getByRole('button', { name }),
		);
		await expect(pane(page)).toContainText(`${quotes.length} quoted passages`);
		await next!.focus();
		const out: string[] = [];
		for (const q of inText) {
			await page.keyboard.press('Enter');
			out.push(new URLSearchParams(query(page)).get('p')!);
			await expect.poll(() => isClear(page), q.id).toBe(true);
		}
		expect(out).toEqual(inText.map((q) => q.id));
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

/** Whether the beginning of the current passage is in the pane, and not under its bar. */
const isClear = (page: import('@playwright/test').Page) =>
	page.evaluate(() => {
		const pane = document.querySelector('aside .pane')!.getBoundingClientRect();
		const bar = document.querySelector('aside .bar')!.getBoundingClientRect();
		const { top, bottom } = document.querySelector('aside mark[aria-current]')!.getClientRects()[0]!;
		return top >= bar.bottom - 1 && bottom <= pane.bottom + 1;
	});

test(
	'walking with the mouse leaves the button under it, once the source stands beside the record',
	LONG,
	async ({ page, open }) => {
		await open(`?e=${quotedEvent.id}`);
		const next = pane(page).getByRole('button', { name: 'Next passage' });
		const before = (await next.boundingBox())!;
		for (let i = 0; i < 4; i++) {
			await page.mouse.click(before.x + 10, before.y + 10);
			expect(await next.boundingBox()).toEqual(before);
		}
		const walkedTo = new URLSearchParams(query(page)).get('e')!;
		expect(await belowBar(page, walkedTo)).toBeLessThan(32);
	},
);

test('while the chart is in view, walking leaves the page where it is', LONG, async ({ page, open }) => {
	await open();
	const next = pane(page).getByRole('button', { name: 'Next passage' });
	await next.evaluate((button) => button.focus({ preventScroll: true }));
	const y = await scrolled(page);
	for (let i = 0; i < 3; i++) await page.keyboard.press('Enter');
	expect(await scrolled(page)).toBe(y);
});

test(
	'every discrepancy is underlined where it stands, with a numbered note by kind that leads there and back',
	LONG,
	async ({ page, open }) => {
		await open();
		const notes = pane(page).getByRole('region', { name: 'Where this copy departs from the record' });
		await expect(notes.getByRole('listitem')).toHaveCount(discrepancies.length);
		const kinds = await notes.getByRole('heading', { level: 4 }).allTextContents();
		expect(kinds.reduce((n, words) => n + Number(/\d+$/.exec(words)![0]), 0)).toBe(discrepancies.length);
		expect(kinds).toHaveLength(new Set(discrepancies.map((d) => d.kind)).size);
		for (const d of discrepancies) {
			const note = notes.getByRole('listitem').filter({ hasText: d.record }).filter({ hasText: d.note }).first();
			const number = (await note.locator('.number').textContent())!;
			expect(await note.locator('small a').count(), d.record).toBe(d.references.length);
			const anchor = pane(page).getByRole('link', { name: `Note ${number}: this copy departs from the record` });
			await anchor.focus();
			await page.keyboard.press('Enter');
			await expect(note).toBeFocused();
			await note.getByRole('link', { name: /^Back to / }).focus();
			await page.keyboard.press('Enter');
			await expect(anchor).toBeFocused();
			expect(await anchor.evaluate((a) => a.closest('.line')!.querySelector('.departs') !== null)).toBe(true);
		}
	},
);

test('the words underlined in the source are exactly those of the discrepancies, and at each quote those inside it', async ({
	page,
	open,
}) => {
	await open();
	await openAll(page);
	const inside = (start: number, end: number) =>
		Array.from({ length: end - start }, (_, i) =>
			places.some((p) => p.start <= start + i && start + i < p.end) ? text[start + i] : '',
		).join('');
	const places = discrepancies.map((d) => {
		const start = text.indexOf((d.prefix ?? '') + d.exact + (d.suffix ?? '')) + (d.prefix ?? '').length;
		return { ...d, start, end: start + d.exact.length };
	});
	const underlined = await pane(page)
		.locator('.departs')
		.evaluateAll((all) => all.map((e) => e.textContent).join(''));
	expect(underlined).toBe(inside(0, text.length));
	for (const q of inText) {
		const at = article(page, quotesOwner(q.id)).locator('blockquote', { has: page.locator(`a[href$="#${q.id}"]`) });
		const words = await at.locator('.departs').evaluateAll((all) => all.map((e) => e.textContent).join(''));
		expect(words, q.id).toBe(inside(q.start, q.start + q.exact.length));
		const within = places.filter((p) => p.start < q.start + q.exact.length && p.end > q.start);
		await expect(at.locator('.care'), q.id).toHaveCount(within.length);
		for (const d of within)
			await expect(at.locator('.care', { hasText: d.record }).first(), q.id).toContainText(d.note);
	}
});

test(
	'what the head of the source says of it leads to the notes and the silences, inside the pane',
	LONG,
	async ({ page, open }) => {
		await open(`?e=${eventWithEverything.id}`);
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
	},
);
