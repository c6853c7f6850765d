/** The page as of a date: what was not public yet is nowhere in it, and the way there and back is plain. */
import type { Page } from '@playwright/test';
import { disputes, events, publicDay, quoted, readableDay, sources, textOf, theCase } from './facts.ts';
import { LONG, expect, ready, test } from './page.ts';
import { FIRST, LAST, dayBeforeQuotes, eventBeforeItsQuotes, eventOfLater, wordOnlyIn } from './picks.ts';
import { article, articles, expectCount, expectOpen, filters, openAll, openFilters } from './reader.ts';
import type { SentenceRecord } from '../../src/domain/model/records.ts';
import { sentencesOf } from '../../src/domain/model/sentences.ts';

const DAY = dayBeforeQuotes;
const LINK = `?asof=${DAY}`;

const banner = (page: Page) => page.getByRole('region', { name: 'As of a date' });
const slider = (page: Page) => banner(page).getByRole('slider', { name: 'Day' });
const box = (page: Page) => banner(page).getByLabel('As of', { exact: true });
const asOf = (page: Page) => new URL(page.url()).searchParams.get('asof');
const count = (page: Page) => articles(page).count();
const inWords = (day: string) =>
	new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

const young = new Set(sources.filter((s) => readableDay(s) > DAY).map((s) => s.id));

/** All its sources are younger than the day. */
const isLate = ({ references }: SentenceRecord) => !!references?.every((r) => young.has(r));

/** Texts that rest on nothing but sources younger than the day: titles and words of any length worth comparing. */
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
/** Everything in the page that a reader, a screen reader or a search of the page can come upon. */
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

test('on a day an event of that day is there, and no element holds a text that came later', async ({ page, open }) => {
	await open(LINK);
	await expect(article(page, eventBeforeItsQuotes.id)).toBeVisible();
	await expect(article(page, eventOfLater.id)).toHaveCount(0);
	await expect(page.getByRole('complementary')).toHaveText('No document quoted in this case could be read by then.');
	await openAll(page);
	// Whatever a facet folds away is looked at, too.
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
	'every event is counted, those not yet public by themselves, and the banner says what is of today',
	LONG,
	async ({ page, open }) => {
		await open(LINK);
		const n = await count(page);
		expect(n).toBe(events.filter((e) => publicDay(e) <= DAY).length);
		await expectCount(page, n, ` · .* · ${events.length - n} not yet public$`);
		await expect(banner(page)).toContainText(`As of ${inWords(DAY)}`);
		await expect(banner(page)).toContainText('title, introduction and chapter names are today’s');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(theCase.title);
	},
);

test('what is not yet public is an outline in the chart: counted, without a name of its own, and nothing to press', async ({
	page,
	open,
}) => {
	await open(LINK);
	const ghosts = await page
		.getByRole('img', { name: /: \d+ not yet public$/ })
		.evaluateAll((all) => all.map((g) => g.ariaLabel!));
	const unpublished = ghosts.reduce((sum, name) => sum + Number(/(\d+) not yet/.exec(name)![1]), 0);
	expect(unpublished).toBeGreaterThan(0);
	expect(unpublished).toBeLessThanOrEqual(events.length - (await count(page)));
	await box(page).fill(LAST);
	await expect(page.getByRole('img', { name: /not yet public$/ })).toHaveCount(0);
});

test('a search finds nothing that was not public', LONG, async ({ page, open }) => {
	const then = events.filter((e) => publicDay(e) <= DAY).map((e) => JSON.stringify(e));
	const word = wordOnlyIn('the title of a later event', [eventOfLater.title], then);
	await open(`${LINK}&q=${word}`);
	await expect(articles(page)).toHaveCount(0);
	await page.getByRole('button', { name: 'Back to today' }).click();
	await expect(article(page, eventOfLater.id)).toBeVisible();
});

test(
	'a link to an event that was not public says so, and shows it when the day has come',
	LONG,
	async ({ page, open }) => {
		await open(`?e=${eventOfLater.id}&asof=${DAY}`);
		await expect(banner(page)).toContainText('The event of this link was not yet public.');
		await expect(article(page, eventOfLater.id)).toHaveCount(0);
		await box(page).fill(publicDay(eventOfLater));
		await expect(article(page, eventOfLater.id)).toBeVisible();
		await expectOpen(page, eventOfLater.id);
		expect(asOf(page)).toBe(publicDay(eventOfLater));
	},
);

test('from the header, by keyboard: into the past, day by day, and back', LONG, async ({ page, open }) => {
	await open();
	const turn = page.getByRole('banner').getByRole('button', { name: 'As of a date' });
	await turn.focus();
	await page.keyboard.press('Enter');
	await expect(turn).toHaveAttribute('aria-pressed', 'true');
	await slider(page).focus();
	await page.keyboard.press('Home');
	const days = [...events.map(publicDay), ...sources.map(readableDay).filter((d) => d >= FIRST)].sort();
	await expect.poll(() => asOf(page)).toBe(days[0]);
	await expect(articles(page)).toHaveCount(events.filter((e) => publicDay(e) === days[0]).length);
	const first = asOf(page)!;
	await expect(slider(page)).toHaveAttribute('aria-valuetext', /^\d+ \w+ \d{4}, .* became public$/);
	await page.keyboard.press('ArrowRight');
	await expect.poll(() => asOf(page)! > first).toBe(true);
	await banner(page).getByRole('button', { name: 'Day before' }).click();
	await expect.poll(() => asOf(page)).toBe(first);
	await banner(page).getByRole('button', { name: 'Back to today' }).click();
	await expect(banner(page)).toHaveCount(0);
	await expect(articles(page)).toHaveCount(events.length);
	expect(asOf(page)).toBeNull();
});

test('Back leaves the past in one step, however far the reader went in it', LONG, async ({ page, open }) => {
	await open(`?e=${eventBeforeItsQuotes.id}`);
	await page.getByRole('button', { name: 'As of a date' }).click();
	await expect.poll(() => asOf(page)).toBe(DAY);
	await slider(page).focus();
	for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
	await expect.poll(() => asOf(page)! > DAY).toBe(true);
	await page.goBack();
	await expect(banner(page)).toHaveCount(0);
	await expect(articles(page)).toHaveCount(events.length);
});

test(
	'it plays only when asked, from one day that brought something to the next, and stops when asked',
	LONG,
	async ({ page, open }) => {
		await page.clock.install();
		await open(LINK);
		await page.clock.runFor(20_000);
		expect(asOf(page)).toBe(DAY);
		await banner(page).getByRole('button', { name: 'Play' }).click();
		const seen: string[] = [];
		for (let i = 0; i < 3; i++) {
			await page.clock.runFor(1700);
			seen.push(asOf(page)!);
		}
		expect([...new Set(seen)].sort()).toEqual(seen);
		await banner(page).getByRole('button', { name: 'Pause' }).click();
		await page.clock.runFor(20_000);
		expect(asOf(page)).toBe(seen.at(-1));
		// From the last day it begins again, and at the last day it stops by itself.
		await slider(page).press('End');
		const last = asOf(page);
		await slider(page).press('ArrowLeft');
		await banner(page).getByRole('button', { name: 'Play' }).click();
		await page.clock.runFor(20_000);
		expect(asOf(page)).toBe(last);
		await expect(banner(page).getByRole('button', { name: 'Play' })).toBeVisible();
	},
);

test('a day typed outside the case is refused, and the page stays as it is', LONG, async ({ page, open }) => {
	await open(LINK);
	await box(page).fill('1999-01-01');
	expect(asOf(page)).toBe(DAY);
	await page.goto(page.url().replace(DAY, '1999-01-01'));
	await ready(page);
	await expect(page.getByRole('alert')).toContainText('date of knowledge “1999-01-01”');
	await expect(articles(page)).toHaveCount(events.length);
});

test('before anything is public the page says so', LONG, async ({ page, open }) => {
	await open(`?asof=${FIRST}`);
	await expect(page.locator('main')).toContainText('Nothing of this case was public yet.');
	await expect(banner(page)).toContainText('nothing became public');
});

test('while the data are on their way nothing that came later is painted', async ({ page, home }) => {
	let painted = '';
	await page.route(/\/assets\/data-[^/]+\.json$/, async (route) => {
		// What innerText leaves out is not painted.
		painted = await page.evaluate(() => document.body.innerText);
		await route.continue();
	});
	await page.goto(home + LINK);
	await ready(page);
	expect(painted).toContain(theCase.title);
	const flat = painted.replace(/\s+/g, ' ');
	expect(laterTexts().filter((late) => flat.includes(late))).toEqual([]);
});
