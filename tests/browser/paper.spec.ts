/** Print is black on white, complete, and says on every page what it shows. */
import type { Page } from '@playwright/test';
import { addresses } from '../../src/domain/model/cite.ts';
import type { EventRecord } from '../../src/domain/model/records.ts';
import { readWhen, whenWords } from '../../src/domain/model/when.ts';
import { inWords } from './asof.ts';
import { events, KINDS, publicDay, readableDay, source, sources, theCase } from './facts.ts';
import { expect, LONG, longUnless, test } from './page.ts';
import { folded, lackingOn, printed, textOf, type Sheet } from './pdf.ts';
import { agencyWithMostEvents, dayBeforeQuotes, eventsOf, eventWithEverything } from './picks.ts';
import { pressInMore } from './reader.ts';

const dates = ({ when, coverage }: EventRecord) => whenWords(readWhen(when), coverage).date;
/** The words of an event that must be on its page. */
const wordsOf = (e: EventRecord) => [
	e.title,
	dates(e),
	...e.quotes.map((q) => q.exact),
	...e.references.flatMap((r) => [r.establishes, addresses(source(r.source))[0]?.href ?? '']),
	...e.references.flatMap((r) => (r.words ?? []).map((w) => w.text)),
];
/** The text between the head and the foot of a page. */
const within = ({ words, height }: Sheet) => words.filter(({ y }) => y > 55 && y < height - 55);

/** @param view what the head of each page says besides the title of the case */
function expectWell(sheets: readonly Sheet[], ...view: readonly string[]) {
	for (const [i, { text, words, width, height, fills, inks }] of sheets.entries()) {
		const foot = [theCase.footer, `Page ${i + 1} of ${sheets.length}`];
		for (const said of [theCase.title, ...view, ...foot]) expect(text, `page ${i + 1}`).toContain(folded(said));
		const outside = words.filter(({ left, right, y }) => left < 30 || right > width - 30 || y < 20 || y > height - 20);
		expect(
			outside.map((word) => word.text),
			`page ${i + 1}`,
		).toEqual([]);
		// Paper has no colours, and no word is pale.
		for (const colour of fills) {
			const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
			expect([r, r], colour).toEqual([g, b]);
			if (inks.has(colour)) expect(r, colour).toBeLessThan(0x55);
		}
	}
}
/** Headings of a document and the dates above them, in the form of one printed line. */
const headingsOf = (page: Page) =>
	page.locator('main :is(h2, h4, .when)').evaluateAll((all) => all.map((e) => e.textContent));
/** Headings left at the foot of a column, apart from the text that follows. Titles of events have the largest type. */
function headingsAtFoot(sheets: readonly Sheet[], headings: readonly string[] = []): readonly string[] {
	const known = new Set(headings.map(folded));
	return sheets.slice(1).flatMap((sheet) => {
		const inner = within(sheet);
		const columns = [inner.filter((w) => w.left < sheet.width / 2), inner.filter((w) => w.left >= sheet.width / 2)];
		return columns.flatMap((words) => {
			const lowest = Math.min(...words.map(({ y }) => y));
			const last = words.filter(({ y }) => Math.abs(y - lowest) < 2);
			const line = last.map(({ text }) => text).join(' ');
			return last.some(({ size }) => size > 9.2) || known.has(folded(line)) ? [line] : [];
		});
	});
}

for (const format of ['A4', 'Letter'] as const)
	test(
		`the dossier on ${format} is complete, and its events take half a page each`,
		longUnless(format === 'A4'),
		async ({ page, home }) => {
			await page.goto(`${home}dossier.html`);
			const sheets = await printed(page, format);
			expectWell(sheets, `dossier, ${events.length} events, ${sources.length} sources`, 'Edition of ', 'data version ');
			const all = sources.flatMap((s) => [s.title, ...addresses(s).map(({ href }) => href)]);
			expect(lackingOn(sheets, [...events.flatMap(wordsOf), ...all])).toEqual([]);
			expect(headingsAtFoot(sheets, await headingsOf(page))).toEqual([]);
			const front = sheets.findIndex(({ words }) => words.some((w) => w.text.startsWith('1. ')));
			const end = sheets.findIndex(({ words }) => words.some((w) => w.text === 'Disputes' && w.size > 12));
			expect(end - front).toBeLessThanOrEqual(Math.ceil(events.length / 2) + 1);
			// The figure is on the first page, with the label of each act and the day it became public.
			const acts = events.filter((e) => KINDS[e.kind]!.side === 'above');
			expect(lackingOn(sheets.slice(0, 1), ['Line and ring', ...acts.map((e) => e.label)])).toEqual([]);
		},
	);

const filtered = eventsOf(agencyWithMostEvents.id);
const VIEWS = {
	'filtered by an agency': {
		search: `?agency=${agencyWithMostEvents.id}`,
		shown: filtered,
		view: [`Agency: ${agencyWithMostEvents.short}`],
	},
	'as of a day': {
		search: `?asof=${dayBeforeQuotes}`,
		shown: events.filter((e) => publicDay(e) <= dayBeforeQuotes),
		view: [`As of ${inWords(dayBeforeQuotes)}`],
	},
	whole: { search: '', shown: events, view: [] as string[] },
};
for (const [name, { search, shown, view }] of Object.entries(VIEWS))
	test(
		`the page ${name} prints only the events that are shown`,
		longUnless(name !== 'whole'),
		async ({ page, open }) => {
			await page.emulateMedia({ colorScheme: 'dark' });
			await open(search);
			const sheets = await printed(page, name === 'as of a day' ? 'Letter' : 'A4');
			expectWell(sheets, `${shown.length} of ${events.length} events`, ...view);
			expect(
				lackingOn(
					sheets,
					shown.flatMap((e) => [e.title, dates(e)]),
				),
			).toEqual([]);
			if (name !== 'as of a day') expect(lackingOn(sheets, shown.flatMap(wordsOf))).toEqual([]);
			const all = textOf(sheets);
			const others = events.filter((e) => !shown.includes(e));
			expect(others.filter((e) => all.includes(folded(e.title))).map((e) => e.title)).toEqual([]);
			expect(headingsAtFoot(sheets)).toEqual([]);
			const younger = sources.filter((s) => search.includes('asof') && readableDay(s) > dayBeforeQuotes);
			expect(lackingOn(sheets, [page.url()])).toEqual([]);
			for (const { url } of younger) if (url) expect(all, url).not.toContain(folded(url));
		},
	);

test('after printing, the page is on screen again, also with a dark theme', async ({ page, open }) => {
	await open();
	await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
	expectWell(await printed(page, 'A4'));
	await expect(page.locator('#paper')).toBeEmpty();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a printed event has its quotes and its addresses', async ({ page, home }) => {
	const e = eventWithEverything;
	await page.goto(`${home}events/${e.id}/index.html`);
	const sheets = await printed(page, 'Letter');
	expectWell(sheets, `event ${events.indexOf(e) + 1} of ${events.length}`);
	expect(lackingOn(sheets, wordsOf(e))).toEqual([]);
	expect(headingsAtFoot(sheets, await headingsOf(page))).toEqual([]);
});

test('an open event is printed, with its number and address; with “Use this” for the view, the view is', async ({
	page,
	open,
}) => {
	const e = eventWithEverything;
	const others = events.filter((other) => other !== e && !wordsOf(e).some((words) => words.includes(other.title)));
	await open(`?e=${e.id}`);
	const sheets = await printed(page, 'A4');
	expectWell(sheets, `event ${events.indexOf(e) + 1} of ${events.length}`);
	expect(lackingOn(sheets, [...wordsOf(e), page.url()])).toEqual([]);
	const numbered = (all: readonly Sheet[], other: EventRecord) =>
		textOf(all).includes(folded(`${events.indexOf(other) + 1}. ${other.title}`));
	expect(others.filter((other) => numbered(sheets, other)).map((other) => other.title)).toEqual([]);

	await pressInMore(page, 'Use this view');
	await expect(page.getByRole('dialog', { name: 'Use this' })).toBeVisible();
	const whole = await printed(page, 'A4');
	expectWell(whole, `${events.length} of ${events.length} events`);
	expect(others.filter((other) => !numbered(whole, other)).map((other) => other.title)).toEqual([]);
});

test('“Print” opens the print dialog of the browser for the selected part', async ({ page, open }) => {
	const e = eventWithEverything;
	await page.addInitScript(() => {
		// Headless Chromium has no print dialog, so the content that it would print is recorded.
		window.print = () => {
			dispatchEvent(new Event('beforeprint'));
			document.documentElement.dataset['onPaper'] = document.getElementById('paper')!.textContent;
			dispatchEvent(new Event('afterprint'));
		};
	});
	await open(`?e=${e.id}`);
	await page.getByRole('button', { name: 'Use this event', exact: true }).click();
	await page.getByRole('button', { name: 'Print this event' }).click();
	await expect(page.locator('html')).toHaveAttribute('data-on-paper', new RegExp(`event ${events.indexOf(e) + 1} of`));
	await expect(page.locator('#paper')).toBeEmpty();
});

test('when no event passes the filters, the print says so', LONG, async ({ page, open }) => {
	await open(`?q=${'nothing has such words'.replaceAll(' ', '+')}zzz`);
	const sheets = await printed(page, 'A4');
	expect(sheets).toHaveLength(1);
	expectWell(sheets, `0 of ${events.length} events`, 'zzz');
});

test('when the print view does not load, every event of the page is printed completely, even if closed', async ({
	page,
	open,
}) => {
	await open();
	await page.emulateMedia({ media: 'print' });
	const whole = await page
		.locator('main article > .summary')
		.evaluateAll((all) => all.filter((e) => e.clientWidth && e.scrollWidth <= e.clientWidth + 1).length);
	expect(whole).toBe(events.length);
	await expect(page.locator('main article > .meta:visible')).toHaveCount(events.length);
});
