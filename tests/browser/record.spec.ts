/** The record and the source beside it: choosing in one changes the other, in place, and Back undoes it. */
import { needed } from '../needed.ts';
import { compositionWords } from '../../src/domain/model/support.ts';
import { chapterOf, events, ids, names, source, theCase } from './facts.ts';
import { LONG, expect, test } from './page.ts';
import {
	agencyWithMostEvents,
	eventWithEverything,
	eventsWithSharedQuote,
	followerWithQuotes,
	followersOf,
	lastQuotedEvent,
	quotedEvent,
	unquotedEvent,
} from './picks.ts';
import {
	article,
	belowBar,
	closeAll,
	currentPassage,
	currentWords,
	expectOpen,
	focusedEvent,
	heading,
	openAll,
	openBodies,
	pane,
	passage,
	query,
	scrolled,
	shown,
	tiedEvents,
	readWhole,
	toPassage,
} from './reader.ts';

test('every event is an article under the chapter it belongs to', async ({ page, open }) => {
	await open();
	const chapters = await page.locator('main section:has(article)').evaluateAll((sections) =>
		sections.map((section) => ({
			title: section.querySelector('h2')!.childNodes[0]!.textContent!.trim(),
			events: [...section.querySelectorAll('article')].map((a) => a.id),
		})),
	);
	expect(chapters).toEqual(
		theCase.chapters.map((c) => ({ title: c.title, events: ids(events.filter((e) => chapterOf(e) === c)) })),
	);
	expect(chapters.flatMap((c) => c.events)).toHaveLength(events.length);
});

test('every article is named by its title, and all are closed at first', LONG, async ({ page, open }) => {
	await open();
	for (const { id, title } of events) {
		await expect(article(page, id)).toHaveAccessibleName(title);
		await expect(heading(page, id)).toHaveAccessibleName(title);
		await expectOpen(page, id, false);
	}
	await expect(openBodies(page)).toHaveCount(0);
});

test('opening an event shows its quotes in place, marks the first in the source and does not scroll', async ({
	page,
	open,
}) => {
	await open();
	const button = heading(page, quotedEvent.id);
	// In the middle of the window: what is pressed at its foot comes up, so that what it opens is seen.
	await button.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
	const before = (await button.boundingBox())!.y;
	await button.click();
	await expectOpen(page, quotedEvent.id);
	await expect(article(page, quotedEvent.id)).toContainText(quotedEvent.quotes[0]!.exact);
	expect(query(page)).toBe(`?e=${quotedEvent.id}`);
	await expect.poll(() => currentWords(pane(page))).toBe(quotedEvent.quotes[0]!.exact);
	const mark = currentPassage(pane(page)).first();
	await expect(mark).toBeInViewport({ ratio: 1 });
	const [inner, outer] = [await mark.boundingBox(), await page.locator('.beside .pane').boundingBox()];
	expect(inner!.y).toBeGreaterThanOrEqual(outer!.y);
	expect(inner!.y + inner!.height).toBeLessThanOrEqual(outer!.y + outer!.height);
	expect(Math.abs((await button.boundingBox())!.y - before)).toBeLessThan(60);
});

test('closing an event restores the address and the source', LONG, async ({ page, open }) => {
	await open(`?e=${quotedEvent.id}`);
	await heading(page, quotedEvent.id).click();
	await expectOpen(page, quotedEvent.id, false);
	await expect(currentPassage(pane(page))).toHaveCount(0);
	expect(query(page)).toBe('');
});

test('a quote shows its passage in the source and moves neither page nor focus', async ({ page, open }) => {
	await open(`?e=${quotedEvent.id}`);
	const third = quotedEvent.quotes[2]!;
	const link = toPassage(page, quotedEvent.id, third.id);
	await link.scrollIntoViewIfNeeded();
	const y = await scrolled(page);
	await link.click();
	await expect.poll(() => currentWords(pane(page))).toBe(third.exact);
	await expect(currentPassage(pane(page)).first()).toBeInViewport();
	expect(query(page)).toBe(`?e=${quotedEvent.id}&p=${third.id}`);
	await expect(link).toBeFocused();
	expect(await scrolled(page)).toBe(y);
});

test('choosing a passage in the source opens its event just under the bar', LONG, async ({ page, open }) => {
	await open(`?e=${quotedEvent.id}`);
	await readWhole(page);
	const goal = lastQuotedEvent;
	await passage(pane(page), goal.quotes[0]!.exact).click();
	await expectOpen(page, goal.id);
	await expect(heading(page, goal.id)).toBeFocused();
	const gap = await belowBar(page, goal.id);
	expect(gap).toBeGreaterThanOrEqual(0);
	expect(gap).toBeLessThan(32);
	expect(new URLSearchParams(query(page)).get('e')).toBe(goal.id);
	await expect.poll(() => currentWords(pane(page))).toBe(goal.quotes[0]!.exact);
});

test('a passage that several events quote offers each of them', LONG, async ({ page, open }) => {
	await open(`?e=${quotedEvent.id}`);
	await readWhole(page);
	const shared = eventsWithSharedQuote;
	for (const { id, label, quotes } of shared.events) {
		const line = pane(page).locator('p', { hasText: shared.exact });
		await line.locator(`a[href$="/${id}/index.html"]`).first().click();
		await expect(heading(page, id), label).toBeFocused();
		await expectOpen(page, id);
		await expect.poll(() => currentWords(pane(page))).toBe(shared.exact);
		const chosen = quotes.find((q) => q.exact === shared.exact)!;
		expect(query(page)).toBe(`?e=${id}&p=${chosen.id}`);
	}
});

test('connected events are links that open them, and Back returns', LONG, async ({ page, open }) => {
	const answer = followerWithQuotes;
	await open(`?e=${quotedEvent.id}`);
	const link = article(page, quotedEvent.id).getByRole('link', { name: answer.title });
	await link.scrollIntoViewIfNeeded();
	const before = await scrolled(page);
	await link.click();
	await expect(heading(page, answer.id)).toBeFocused();
	await expectOpen(page, answer.id);
	expect(await belowBar(page, answer.id)).toBeLessThan(32);
	await expect.poll(() => currentWords(pane(page))).toBe(answer.quotes[0]!.exact);
	expect(query(page)).toBe(`?e=${answer.id}`);
	await page.goBack();
	await expect.poll(() => query(page)).toBe(`?e=${quotedEvent.id}`);
	await expect.poll(() => currentWords(pane(page))).toBe(quotedEvent.quotes[0]!.exact);
	await expect.poll(() => scrolled(page)).toBe(before);
});

test('every event names all it answers and all that answer it', LONG, async ({ page, open }) => {
	await open();
	await openAll(page);
	for (const e of events) {
		const named = await tiedEvents(page, e.id).evaluateAll((links) =>
			links.map((a) => (a as HTMLAnchorElement).pathname.split('/').at(-2)!),
		);
		expect(named.sort(), e.id).toEqual([...e.follows, ...ids(followersOf(e))].sort());
	}
});

test('several events are open at once, and “Close all” closes them', LONG, async ({ page, open }) => {
	await open();
	for (const id of [quotedEvent.id, unquotedEvent.id, eventWithEverything.id]) await heading(page, id).click();
	for (const id of [quotedEvent.id, unquotedEvent.id, eventWithEverything.id]) await expectOpen(page, id);
	await expect(openBodies(page)).toHaveCount(3);
	await closeAll(page);
	await expect(openBodies(page)).toHaveCount(0);
});

test('“Open all” opens every event of the record', LONG, async ({ page, open }) => {
	await open();
	await openAll(page);
	await expect(openBodies(page)).toHaveCount(events.length);
});

test('a link to an event opens it under the bar, and a reload keeps it', LONG, async ({ page, open }) => {
	await open(`?e=${eventWithEverything.id}`);
	await expectOpen(page, eventWithEverything.id);
	expect(await belowBar(page, eventWithEverything.id)).toBeGreaterThanOrEqual(0);
	expect(await belowBar(page, eventWithEverything.id)).toBeLessThan(32);
	expect(await focusedEvent(page)).toBeNull();
	await page.reload();
	await expectOpen(page, eventWithEverything.id);
	await expect(openBodies(page)).toHaveCount(1);
	expect(query(page)).toBe(`?e=${eventWithEverything.id}`);
});

test(
	'a link to a quote opens its event with that passage marked, whether or not it names the event',
	LONG,
	async ({ page, open }) => {
		const second = eventWithEverything.quotes[1]!;
		for (const link of [`?e=${eventWithEverything.id}&p=${second.id}`, `?p=${second.id}`]) {
			await open(link);
			await expectOpen(page, eventWithEverything.id);
			await expect.poll(() => currentWords(pane(page))).toBe(second.exact);
			await expect(currentPassage(pane(page)).first()).toBeInViewport();
			expect(query(page)).toBe(`?e=${eventWithEverything.id}&p=${second.id}`);
		}
	},
);

test('an event without quotes marks nothing in the source', LONG, async ({ page, open }) => {
	await open(`?e=${unquotedEvent.id}`);
	await expect(currentPassage(pane(page))).toHaveCount(0);
	expect(await shown(page)).toHaveLength(events.length);
});

test(
	'choosing an event does not scroll the page when an event that filters hide leaves the record',
	LONG,
	async ({ page, open }) => {
		await open(`?e=${unquotedEvent.id}&agency=${agencyWithMostEvents.id}`);
		const after = events.slice(events.indexOf(unquotedEvent));
		const next = heading(
			page,
			needed(
				'a later event of that agency',
				after.find((e) => names(e, agencyWithMostEvents.id)),
			).id,
		);
		// In the middle of the window: what is pressed at its foot comes up, so that what it opens is seen.
		await next.evaluate((element) =>
			scrollBy({ top: element.getBoundingClientRect().top - innerHeight / 2, behavior: 'instant' }),
		);
		const { y } = (await next.boundingBox())!;
		await next.click();
		await expect(article(page, unquotedEvent.id)).toHaveCount(0);
		expect(Math.abs((await next.boundingBox())!.y - y)).toBeLessThanOrEqual(2);
	},
);

test('the pane beside an event without quotes shows its sources, and no document', async ({ page, open }) => {
	await open(`?e=${unquotedEvent.id}`);
	const cited = [...new Set(unquotedEvent.references.map((r) => r.source))].map((id) => source(id));
	await expect(pane(page).getByRole('heading')).toHaveText(
		`What this rests on: ${compositionWords(cited).replaceAll('\u00a0', ' ')}`,
	);
	await expect(pane(page).getByRole('button', { name: 'Full text' })).toHaveCount(0);
	await expect(pane(page).locator('.text')).toHaveCount(0);
	await expect(pane(page).getByRole('listitem')).toHaveCount(cited.length);
	for (const { title } of cited) await expect(pane(page)).toContainText(title);
});
