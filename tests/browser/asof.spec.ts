/** The page as of a date: nothing that was not yet public is in it, and the ways there and back are clear. */
import type { Page } from '@playwright/test';
import { needed } from '../needed.ts';
import { asOf, banner, inWords, PUBLIC, type } from './asof.ts';
import { disputes, events, publicDay, quoted, readableDay, sources, textOf, theCase } from './facts.ts';
import { LONG, expect, ready, test } from './page.ts';
import { FIRST, LAST, dayBeforeQuotes, eventBeforeItsQuotes, eventOfLater } from './picks.ts';
import { article, articles, expectCount, expectOpen, filters, openAll, openFilters } from './reader.ts';
import type { SentenceRecord } from '../../src/domain/model/records.ts';
import { sentencesOf } from '../../src/domain/model/sentences.ts';

const DAY = dayBeforeQuotes;
const LINK = `?asof=${DAY}`;

const count = (page: Page) => articles(page).count();

const young = new Set(sources.filter((s) => readableDay(s) > DAY).map((s) => s.id));

/** An event whose sources are all later than the day. */
const isLate = ({ references }: SentenceRecord) => !!references?.every((r) => young.has(r));

/** Texts that rest only on sources later than the day: titles, and other texts that are long enough to compare. */
function laterTexts(): string[] {
	const late = events.filter((e) => !e.publicOn && [...e.quotes, ...e.references].every((r) => young.has(r.source)));
	const texts = [
		...late.flatMap((e) => [e.title, ...sentencesOf(e).map((s) => s.says)]),
		...events.flatMap((e) => [
			...e.quotes.filter((q) => young.has(q.source)).map((q) => q.exact),
			...[...sentencesOf(e), ...e.later].filter(isLate).map((s) => s.says),
			...(e.notes ?? []).filter((n) => n.references.some((r) => young.has(r))).map((n) => n.says),
		]),
		...disputes
			.flatMap((d) => d.accounts)
			.filter((a) => a.references.every((r) => young.has(r)))
			.map((a) => a.says),
		...quoted.flatMap((s) =>
			textOf(s)
				.split('\n')
				.filter((line) => line.trim()),
		),
	];
	expect(texts.length).toBeGreaterThan(late.length);
	return texts.filter((text) => text.length > 12);
}
/** Every text and attribute that a reader, a screen reader or a search in the page can find. */
const everything = (page: Page) =>
	page.evaluate(() => {
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
		const texts: string[] = [document.title];
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			if (node instanceof Element) texts.push(...[...node.attributes].map((a) => a.value));
			else texts.push(node.nodeValue!);
		}
		return texts.join('\n').replace(/\s+/g, ' ');
	});

test('on a given day, events of that day are shown, and no element holds a later text', async ({ page, open }) => {
	await open(LINK);
	await expect(article(page, eventBeforeItsQuotes.id)).toBeVisible();
	await expect(article(page, eventOfLater.id)).toHaveCount(0);
	await openAll(page);
	// None of the quoted documents was public by then.
	await expect(page.locator('main blockquote:not(.cited)')).toHaveCount(0);
	// Folded facets are checked, too.
	await openFilters(page);
	for (const others of await filters(page)
		.getByRole('button', { name: /others$/ })
		.all())
		await others.click();
	const text = await everything(page);
	const [first] = sentencesOf(eventBeforeItsQuotes).filter((s) => !isLate(s));
	expect(text).toContain(first!.says);
	expect(laterTexts().filter((late) => text.includes(late.replace(/\s+/g, ' ').trim()))).toEqual([]);
});

test(
	'every event is counted, those not yet public separately, and the banner says what is as of today',
	LONG,
	async ({ page, open }) => {
		await open(LINK);
		const n = await count(page);
		expect(n).toBe(events.filter((e) => publicDay(e) <= DAY).length);
		await expectCount(page, n, ` · ${events.length - n} not yet public$`);
		await expect(page.getByRole('banner').getByRole('button', { name: `As of ${inWords(DAY)}` })).toBeVisible();
		await expect(page.getByRole('main')).toContainText(`As of ${inWords(DAY)}: only what was public by then is here.`);
		await expect(page.getByRole('main')).toContainText('Title and chapter names are today’s.');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(theCase.title);
	},
);

test('events not yet public are outlines in the chart: counted, unnamed, and not pressable', async ({ page, open }) => {
	await open(LINK);
	const outlined = await page
		.getByRole('img', { name: /: \d+ not yet public$/ })
		.evaluateAll((all) => all.map((g) => g.ariaLabel!));
	const unpublished = outlined.reduce((sum, name) => sum + Number(/(\d+) not yet/.exec(name)![1]), 0);
	expect(unpublished).toBeGreaterThan(0);
	expect(unpublished).toBeLessThanOrEqual(events.length - (await count(page)));
	await type(page, LAST);
	await expect(page.getByRole('img', { name: /not yet public$/ })).toHaveCount(0);
});

test('a search finds nothing that was not public', LONG, async ({ page, open }) => {
	const later = events.filter((e) => publicDay(e) > DAY);
	const then = events.filter((e) => publicDay(e) <= DAY).map((e) => JSON.stringify(e));
	// No other form of the word either, because a search would find it. Months are left out: dates would match.
	const isNew = (word: string) => !then.some((e) => e.toLowerCase().includes(word.slice(0, 5).toLowerCase()));
	const words = later.flatMap((e) => e.title.match(/\b[a-z]{6,}\b/g) ?? []);
	const word = needed('a word of a later title that nothing has by then', words.find(isNew));
	await open(`${LINK}&q=${word}`);
	await expect(articles(page)).toHaveCount(0);
	await page.getByRole('button', { name: 'Back to today' }).click();
	await expect(articles(page).filter({ hasText: new RegExp(word, 'i') })).not.toHaveCount(0);
});

test(
	'a link to an event that was not yet public says so, and shows the event on a later day',
	LONG,
	async ({ page, open }) => {
		await open(`?e=${eventOfLater.id}&asof=${DAY}`);
		await expect(banner(page)).toContainText('The event of this link was not yet public.');
		await expect(article(page, eventOfLater.id)).toHaveCount(0);
		await type(page, publicDay(eventOfLater));
		await expect(article(page, eventOfLater.id)).toBeVisible();
		await expectOpen(page, eventOfLater.id);
		expect(asOf(page)).toBe(publicDay(eventOfLater));
	},
);

test('a day typed outside the case is refused, and the page stays as it is', LONG, async ({ page, open }) => {
	await open(LINK);
	await type(page, '1999-01-01');
	await expect(banner(page)).toContainText('Nothing is recorded then.');
	expect(asOf(page)).toBe(DAY);
	await page.goto(page.url().replace(DAY, '1999-01-01'));
	await ready(page);
	await expect(page.getByRole('alert')).toContainText('date of knowledge “1999-01-01”');
	await expect(articles(page)).toHaveCount(events.length);
});

test('before anything is public the page says so', LONG, async ({ page, open }) => {
	await open(`?asof=${FIRST}`);
	await expect(page.locator('main')).toContainText('Nothing of this case was public yet.');
	await expect(banner(page)).toContainText('Nothing became public that day');
});

test('while the data are loading, nothing that came later is painted', async ({ page, home }) => {
	let painted = '';
	await page.route(/\/assets\/data-[^/]+\.json$/, async (route) => {
		// innerText has only what is painted.
		painted = await page.evaluate(() => document.body.innerText);
		await route.continue();
	});
	await page.goto(home + LINK);
	await ready(page);
	expect(painted).toContain(theCase.title);
	const flat = painted.replace(/\s+/g, ' ');
	expect(laterTexts().filter((late) => flat.includes(late))).toEqual([]);
});

test('the page never names a day after the day that it shows', LONG, async ({ page, open }) => {
	const days = PUBLIC.filter((_, i) => i % Math.ceil(PUBLIC.length / 6) === 0);
	await open(`?asof=${days[0]}`);
	for (const day of days) {
		await type(page, day);
		await expect.poll(() => asOf(page)).toBe(day);
		await openAll(page);
		const named = await page.evaluate(() => {
			const copy = document.body.cloneNode(true) as HTMLElement;
			// These may name a later day: the link to the next day, the ends of the view, chapters, the record's extent.
			const ways = 'script, .asof .step, .chart .handle, .chart .controls, h2.chapter, #about';
			for (const e of copy.querySelectorAll(ways)) e.remove();
			return copy.innerHTML.match(/\d{1,2}\s[A-Z][a-z]{2,8}\s\d{4}/g);
		});
		const late = [...new Set(named)].filter((words) => new Date(`${words} UTC`).toISOString().slice(0, 10) > day);
		expect(late, day).toEqual([]);
	}
});
