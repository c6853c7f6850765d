/** First view, an event, filters and search, and a past day. Tests of a group continue where the previous one ended. */
import { describe, expect } from 'vitest';
import { disputes, events, quotes, theCase } from '../browser/facts.ts';
import { agencyWithMostEvents, commonWord, dayBeforeQuotes, eventsOf, quotedEvent } from '../browser/picks.ts';
import { closely, test } from './engine.ts';
import * as on from './places.ts';
import { exactly, literally, the } from './reader.ts';

describe('first sight', () => {
	test('the page has its title, the chart with marks, the filters and every event', async ({ reader }) => {
		await reader.open();
		expect(await reader.text(the('heading', exactly(theCase.title)))).toBe(theCase.title);
		await reader.untilSeen(on.marks);
		expect(await reader.count(on.articles)).toBe(events.length);
		await reader.untilText(new RegExp(`^${events.length} of ${events.length} events`), on.count);
	});
	test('data, script and styles are fetched once each (E8)', async ({ reader, site }) => {
		expect(await reader.count(on.main)).toBe(1);
		const kinds = site.asked.flatMap((path) => /\/assets\/(data|main|style)-/.exec(path)?.[1] ?? []);
		expect(kinds.toSorted()).toEqual(['data', 'main', 'style']);
	});
	test('an event opens from its mark, and the address names it', async ({ reader }) => {
		await reader.click(on.marks);
		await reader.untilSearch(/^\?e=/);
		const id = new URLSearchParams(await reader.search()).get('e');
		const { title } = events.find((e) => e.id === id)!;
		await reader.untilState('true', 'aria-expanded', on.evidenceOf(title));
		await reader.untilFocus(on.titleOf(title));
	});
	test('an event opens from its title, and closes with the button beside it', async ({ reader }) => {
		await reader.click(on.titleOf(quotedEvent.title));
		await reader.untilState('true', 'aria-expanded', on.evidenceOf(quotedEvent.title));
		await reader.until(true, (title: string) => document.title.startsWith(title), quotedEvent.title);
		await reader.untilSearch(new RegExp(`^\\?e=${quotedEvent.id}$`));
		await reader.click(on.evidenceOf(quotedEvent.title));
		await reader.untilState('false', 'aria-expanded', on.evidenceOf(quotedEvent.title));
	});
	test('on a dark system the page is dark; a chosen theme also applies to the documents', async ({ reader }) => {
		const light = () =>
			reader.driver.run(() => Number(/[\d.]+/.exec(getComputedStyle(document.body).backgroundColor)![0]));
		expect(await light()).toBeLessThan(80);
		await reader.click(on.more);
		await reader.click(the('button', 'Theme|^(System|Light|Dark)$'));
		await expect.poll(light).toBeGreaterThan(200);
		await reader.read('dossier.html');
		expect(await light()).toBeGreaterThan(200);
		expect(await reader.count(the('article'))).toBe(events.length);
	});
});

describe('at the address of a section', () => {
	test('the page is hydrated, and the section is in view (E1)', async ({ reader }) => {
		await reader.open('#disputes');
		await reader.untilSeen(the('heading', '^Disputes$'));
	});
	closely('a dispute shows its accounts', async ({ reader }) => {
		const [{ accounts, question }] = disputes as [(typeof disputes)[number]];
		await reader.click(the('button', `^Show ${accounts.length} accounts on “${literally(question)}`));
		await reader.untilSeen(the('button', `^Hide ${accounts.length} accounts on “${literally(question)}`));
	});
	test('“Check everything” finds every file and every quote', async ({ reader }) => {
		await reader.click(the('button', '^Check everything$'));
		const found = `${quotes.length} of ${quotes.length} quotes found verbatim, in your browser`;
		await reader.untilText(new RegExp(found), on.main);
	});
});

describe('at the address of an event', () => {
	test('the event is open, with its passage in view in the source', async ({ reader }) => {
		await reader.open(`?e=${quotedEvent.id}`);
		await reader.untilState('true', 'aria-expanded', on.evidenceOf(quotedEvent.title));
		await reader.untilSeen(on.titleOf(quotedEvent.title));
		await on.untilPassageIsSeen(reader);
	});
	test('its quotes are proven in the browser', async ({ reader }) => {
		const found = `${quotes.length} of ${quotes.length} quotes found verbatim, checked in your browser just now\\.`;
		await reader.click(the('button', '^About this copy$', on.source));
		await reader.untilText(new RegExp(found), on.source);
	});
	closely('“Next passage” walks through the source, and the address goes along', async ({ reader }) => {
		await reader.click(on.whole);
		await reader.click(the('button', '^Next passage$', on.source));
		await reader.untilSearch(/[?&]p=/);
		await on.untilPassageIsSeen(reader);
	});
	test('a copied quote can be pasted', async ({ reader }) => {
		const article = the('article', exactly(quotedEvent.title));
		await reader.click(the('button', '^Copy quote$', article));
		await reader.untilSeen(the('button', '^Copied$', article));
		await reader.click(the('combobox', '^Search '));
		await reader.driver.press('v', 'Control');
		await expect.poll(() => reader.value(the('combobox', '^Search '))).toContain(on.quote.exact.replace(/\n/g, ' '));
	});
});

describe('filters and search', () => {
	const chip = the('button', `^${literally(agencyWithMostEvents.short)}\\b`, the('group', '^Agency$', on.chart));
	test('an agency filter shows only its events, and Back shows all', async ({ reader }) => {
		await reader.open();
		await reader.click(chip);
		const { length } = eventsOf(agencyWithMostEvents.id);
		await reader.untilCount(length, on.articles);
		await reader.untilText(new RegExp(`^${length} of ${events.length} events`), on.count);
		await reader.untilState('true', 'aria-pressed', chip);
		await reader.back();
		await reader.untilCount(events.length, on.articles);
		await reader.untilState('false', 'aria-pressed', chip);
	});
	test('words typed after “/” are found and marked; Enter adds a history entry', async ({ reader }) => {
		await reader.driver.press('/');
		await reader.untilFocus(the('combobox', '^Search '));
		await reader.driver.type(commonWord);
		await reader.driver.press('Enter');
		await reader.untilSearch(new RegExp(`[?&]q=${commonWord}`));
		await expect.poll(() => reader.count(on.articles)).toBeLessThan(events.length);
		expect(await reader.count(the('mark', '', on.main))).toBeGreaterThan(0);
	});
	closely('a reload keeps what was searched', async ({ reader }) => {
		await reader.driver.run(() => document.documentElement.setAttribute('data-old', ''));
		await reader.driver.run(() => location.reload());
		await reader.until(false, () => document.documentElement.hasAttribute('data-old'));
		await reader.alive();
		expect(await reader.value(the('combobox', '^Search '))).toBe(commonWord);
		expect(await reader.count(on.articles)).toBeLessThan(events.length);
	});
});

describe('as of a date', () => {
	const asOf = the('region', '^As of a date$');
	test('only public events are shown, and “Back to today” shows the rest', async ({ reader }) => {
		await reader.open(`?asof=${dayBeforeQuotes}`);
		await reader.untilText(/^(Became|Nothing became) public that day/, asOf);
		expect(await reader.count(on.articles)).toBeLessThan(events.length);
		await reader.click(the('button', '^Next day on which', asOf));
		await reader.untilSearch(new RegExp(`asof=(?!${dayBeforeQuotes})`));
		await reader.click(the('button', '^Back to today$', asOf));
		await reader.untilCount(events.length, on.articles);
	});
});
