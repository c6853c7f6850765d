/** The record and the source beside it: choosing in either turns the other, in place, and Back undoes it. */
import { chapterOf, event, events, ids, quotes, theCase, FULL, UNQUOTED } from './facts.ts';
import { expect, test } from './page.ts';
import {
	article,
	belowBar,
	currentPassage,
	currentWords,
	focusedEvent,
	heading,
	pane,
	passage,
	pointedAt,
	query,
	scrolled,
	shown,
} from './reader.ts';

const EMAILS = event('proud-boys-emails-2020');

test('43 events stand as articles under the chapter they belong to', async ({ page, open }) => {
	await open();
	const chapters = await page.locator('main section:has(article)').evaluateAll((sections) =>
		sections.map((section) => ({
			title: section.querySelector('h2')!.childNodes[0]!.textContent!.trim(),
			events: [...section.querySelectorAll('article')].map((a) => a.id),
		})),
	);
	expect(chapters).toEqual(
		theCase.chapters.map(({ id, title }) => ({ title, events: ids(events.filter((e) => chapterOf(e) === id)) })),
	);
	expect(chapters.flatMap((c) => c.events)).toHaveLength(43);
});

test('every article is named by its title, and all are closed at first', async ({ page, open }) => {
	await open();
	for (const { id, title } of events) {
		await expect(article(page, id)).toHaveAccessibleName(title);
		await expect(heading(page, id)).toHaveAccessibleName(title);
		await expect(heading(page, id)).toHaveAttribute('aria-expanded', 'false');
	}
	await expect(page.locator('main article .body:visible')).toHaveCount(0);
});

test('opening an event shows its quotes in place, marks the first in the source and moves nothing', async ({
	page,
	open,
}) => {
	await open();
	const button = heading(page, EMAILS.id);
	await button.scrollIntoViewIfNeeded();
	const y = await scrolled(page);
	await button.click();
	await expect(button).toHaveAttribute('aria-expanded', 'true');
	await expect(article(page, EMAILS.id)).toContainText(EMAILS.quotes[0]!.exact);
	expect(query(page)).toBe(`?e=${EMAILS.id}`);
	await expect.poll(() => currentWords(pane(page))).toBe(EMAILS.quotes[0]!.exact);
	const mark = currentPassage(pane(page)).first();
	await expect(mark).toBeInViewport({ ratio: 1 });
	const [inner, outer] = [await mark.boundingBox(), await page.locator('aside .pane').boundingBox()];
	expect(inner!.y).toBeGreaterThanOrEqual(outer!.y);
	expect(inner!.y + inner!.height).toBeLessThanOrEqual(outer!.y + outer!.height);
	expect(await scrolled(page)).toBe(y);
	expect(await pointedAt(page)).toBe(EMAILS.id);
});

test('closing an event gives the address and the source back', async ({ page, open }) => {
	await open(`?e=${EMAILS.id}`);
	await heading(page, EMAILS.id).click();
	await expect(heading(page, EMAILS.id)).toHaveAttribute('aria-expanded', 'false');
	await expect(currentPassage(pane(page))).toHaveCount(0);
	expect(query(page)).toBe('');
});

test('a quote turns the source to its own passage and leaves page and focus where they are', async ({ page, open }) => {
	await open(`?e=${EMAILS.id}`);
	const third = EMAILS.quotes[2]!;
	const link = article(page, EMAILS.id).locator('blockquote', { hasText: third.exact }).locator('a[href^="#"]');
	await link.scrollIntoViewIfNeeded();
	const y = await scrolled(page);
	await link.click();
	await expect.poll(() => currentWords(pane(page))).toBe(third.exact);
	await expect(currentPassage(pane(page)).first()).toBeInViewport();
	expect(query(page)).toBe(`?e=${EMAILS.id}&p=${third.id}`);
	await expect(link).toBeFocused();
	expect(await scrolled(page)).toBe(y);
});

test('choosing a passage in the source opens its event just under the bar', async ({ page, open }) => {
	await open(`?e=${EMAILS.id}`);
	const goal = event('rfj-reward-2021');
	await passage(pane(page), goal.quotes[0]!.exact).click();
	await expect(heading(page, goal.id)).toHaveAttribute('aria-expanded', 'true');
	await expect(heading(page, goal.id)).toBeFocused();
	const gap = await belowBar(page, goal.id);
	expect(gap).toBeGreaterThanOrEqual(0);
	expect(gap).toBeLessThan(32);
	expect(new URLSearchParams(query(page)).get('e')).toBe(goal.id);
	await expect.poll(() => currentWords(pane(page))).toBe(goal.quotes[0]!.exact);
});

test('a passage that three events rest on offers each of them', async ({ page, open }) => {
	await open();
	const shared = quotes.find((q) => quotes.filter((other) => other.exact === q.exact).length === 3)!;
	const three = events.filter((e) => e.quotes.some((q) => q.exact === shared.exact));
	expect(three).toHaveLength(3);
	for (const { id, label, title } of three) {
		const line = pane(page).locator('p', { hasText: shared.exact });
		await line.locator(`a[href="#${id}"]`).first().click();
		await expect(heading(page, id), label).toBeFocused();
		await expect(heading(page, id), title).toHaveAttribute('aria-expanded', 'true');
		await expect.poll(() => currentWords(pane(page))).toBe(shared.exact);
		const chosen = three.find((e) => e.id === id)!.quotes.find((q) => q.exact === shared.exact)!;
		expect(query(page)).toBe(`?e=${id}&p=${chosen.id}`);
	}
});

test('the events that answer one are links that turn the page, and Back returns', async ({ page, open }) => {
	const answer = events.find((e) => e.follows.includes(EMAILS.id) && e.quotes.length)!;
	await open(`?e=${EMAILS.id}`);
	const link = article(page, EMAILS.id).getByRole('link', { name: answer.title });
	await link.scrollIntoViewIfNeeded();
	const before = await scrolled(page);
	await link.click();
	await expect(heading(page, answer.id)).toBeFocused();
	await expect(heading(page, answer.id)).toHaveAttribute('aria-expanded', 'true');
	expect(await belowBar(page, answer.id)).toBeLessThan(32);
	await expect.poll(() => currentWords(pane(page))).toBe(answer.quotes[0]!.exact);
	expect(query(page)).toBe(`?e=${answer.id}`);
	await page.goBack();
	await expect.poll(() => query(page)).toBe(`?e=${EMAILS.id}`);
	await expect.poll(() => currentWords(pane(page))).toBe(EMAILS.quotes[0]!.exact);
	await expect.poll(() => scrolled(page)).toBe(before);
});

test('every event names all it answers and all that answer it', async ({ page, open }) => {
	await open();
	await page.getByRole('button', { name: 'Open all' }).click();
	for (const e of events) {
		const answeredBy = events.filter((other) => other.follows.includes(e.id));
		const named = await article(page, e.id)
			.locator('.body ul a[href^="#"]')
			.evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).hash.slice(1)));
		expect(named.sort(), e.id).toEqual([...e.follows, ...ids(answeredBy)].sort());
	}
});

test('several events are open at once, and “Close all” closes them', async ({ page, open }) => {
	await open();
	for (const id of [EMAILS.id, UNQUOTED, FULL]) await heading(page, id).click();
	for (const id of [EMAILS.id, UNQUOTED, FULL])
		await expect(heading(page, id)).toHaveAttribute('aria-expanded', 'true');
	await expect(page.locator('main article .body:visible')).toHaveCount(3);
	await page.getByRole('button', { name: 'Close all' }).click();
	await expect(page.locator('main article .body:visible')).toHaveCount(0);
});

test('“Open all” opens every event of the record', async ({ page, open }) => {
	await open();
	await page.getByRole('button', { name: 'Open all' }).click();
	await expect(page.locator('main article .body:visible')).toHaveCount(43);
});

test('a link to an event opens it under the bar, and a reload keeps it', async ({ page, open }) => {
	await open(`?e=${FULL}`);
	await expect(heading(page, FULL)).toHaveAttribute('aria-expanded', 'true');
	expect(await belowBar(page, FULL)).toBeGreaterThanOrEqual(0);
	expect(await belowBar(page, FULL)).toBeLessThan(32);
	expect(await focusedEvent(page)).toBeNull();
	await page.reload();
	await expect(heading(page, FULL)).toHaveAttribute('aria-expanded', 'true');
	await expect(page.locator('main article .body:visible')).toHaveCount(1);
	expect(query(page)).toBe(`?e=${FULL}`);
});

test('a link to a quote opens its event with that passage marked, named or not', async ({ page, open }) => {
	const second = event(FULL).quotes[1]!;
	for (const link of [`?e=${FULL}&p=${second.id}`, `?p=${second.id}`]) {
		await open(link);
		await expect(heading(page, FULL)).toHaveAttribute('aria-expanded', 'true');
		await expect.poll(() => currentWords(pane(page))).toBe(second.exact);
		await expect(currentPassage(pane(page)).first()).toBeInViewport();
		expect(query(page)).toBe(`?e=${FULL}&p=${second.id}`);
	}
});

test('an event without quotes marks nothing in the source', async ({ page, open }) => {
	await open(`?e=${UNQUOTED}`);
	await expect(currentPassage(pane(page))).toHaveCount(0);
	expect(await shown(page)).toHaveLength(43);
});

test('choosing an event does not move the page when one that filters held back leaves the record', async ({
	page,
	open,
}) => {
	await open(`?e=${UNQUOTED}&agency=fbi`);
	const next = heading(page, 'fbi-flash-2020');
	await next.scrollIntoViewIfNeeded();
	const { y } = (await next.boundingBox())!;
	await next.click();
	await expect(article(page, UNQUOTED)).toHaveCount(0);
	// What opens has a margin of its own; the article that left is ten times as high.
	expect(Math.abs((await next.boundingBox())!.y - y)).toBeLessThanOrEqual(16);
});
