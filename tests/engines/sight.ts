/** The first sight, an event, filters and search, and the past. */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { events, quotes, theCase } from '../browser/facts.ts';
import { agencyWithMostEvents, commonWord, dayBeforeQuotes, eventsOf, quotedEvent } from '../browser/picks.ts';
import { test } from './engine.ts';
import {
	articles,
	count,
	evidenceOf,
	filters,
	lastEvent,
	main,
	marks,
	source,
	titleOf,
	untilPassageIsSeen,
} from './places.ts';
import { exactly, literally, the } from './reader.ts';

describe('first sight', () => {
	test('the page has its title, the chart with marks, the filters and every event', async ({ reader }) => {
		await reader.open();
		expect(await reader.text(the('heading', exactly(theCase.title)))).toBe(theCase.title);
		await reader.untilSeen(marks);
		expect(await reader.count(articles)).toBe(events.length);
		await reader.untilText(new RegExp(`^${events.length} of ${events.length} events`), count);
	});
	test('data, script and styles are fetched once each (E8)', async ({ reader, site }) => {
		site.asked.length = 0;
		await reader.open();
		await pause(300);
		const assets = site.asked.filter((path) => /\/assets\/(data|main|style)-/.test(path));
		expect(assets).toHaveLength(3);
		expect(new Set(assets).size).toBe(3);
	});
	test('at an address with a fragment it comes alive, and the fragment is in view (E1)', async ({ reader }) => {
		await reader.open('#disputes');
		await reader.untilSeen(the('heading', '^Disputes$'));
		await reader.open(`#${lastEvent.id}`);
		await reader.untilSeen(titleOf(lastEvent.title));
	});
});

describe('an event', () => {
	test('opens from its mark, and the address names it', async ({ reader }) => {
		await reader.open();
		await reader.click(marks);
		await reader.untilSearch(/^\?e=/);
		const id = new URLSearchParams(await reader.search()).get('e');
		const { title } = events.find((e) => e.id === id)!;
		await reader.untilState('true', 'aria-expanded', evidenceOf(title));
		await reader.untilFocus(titleOf(title));
	});
	test('opens from its title in the record, stays on the page, and closes with the button beside it', async ({
		reader,
	}) => {
		await reader.open();
		await reader.click(titleOf(quotedEvent.title));
		await reader.untilState('true', 'aria-expanded', evidenceOf(quotedEvent.title));
		await reader.untilSearch(new RegExp(`^\\?e=${quotedEvent.id}$`));
		await reader.click(evidenceOf(quotedEvent.title));
		await reader.untilState('false', 'aria-expanded', evidenceOf(quotedEvent.title));
	});
	test('of an address is open, with its passage in view in the source', async ({ reader }) => {
		await reader.open(`?e=${quotedEvent.id}`);
		await reader.untilState('true', 'aria-expanded', evidenceOf(quotedEvent.title));
		await reader.untilSeen(titleOf(quotedEvent.title));
		await untilPassageIsSeen(reader);
	});
	test('its quotes are proven in the browser', async ({ reader }) => {
		await reader.open(`?e=${quotedEvent.id}`);
		const all = `${quotes.length} of ${quotes.length} quotes found verbatim, checked in your browser just now\\.`;
		await reader.untilText(new RegExp(all), source);
	});
	test('“Next passage” walks through the source, and the address goes along', async ({ reader }) => {
		await reader.open(`?e=${quotedEvent.id}`);
		await reader.click(the('button', '^Next passage$', source));
		await reader.untilSearch(/[?&]p=/);
		await untilPassageIsSeen(reader);
	});
});

describe('filters and search', () => {
	const { short } = agencyWithMostEvents;
	const chip = the('button', `^${literally(short)}\\b`, the('group', '^Agency$', filters));
	test('an agency leaves its events, and Back brings all back', async ({ reader }) => {
		await reader.open();
		await reader.click(chip);
		const { length } = eventsOf(agencyWithMostEvents.id);
		await reader.untilCount(length, articles);
		await reader.untilText(new RegExp(`^${length} of ${events.length} events`), count);
		await reader.untilState('true', 'aria-pressed', chip);
		await reader.back();
		await reader.untilCount(events.length, articles);
		await reader.untilState('false', 'aria-pressed', chip);
	});
	test('words typed after “/” are found and marked; Enter makes them a step', async ({ reader }) => {
		await reader.open();
		await reader.driver.press('/');
		await reader.untilFocus(the('searchbox'));
		await reader.driver.type(commonWord);
		await reader.driver.press('Enter');
		await reader.untilSearch(new RegExp(`[?&]q=${commonWord}`));
		await expect.poll(() => reader.count(articles)).toBeLessThan(events.length);
		expect(await reader.count(the('mark', '', main))).toBeGreaterThan(0);
		await reader.untilText(new RegExp(`^\\d+ of ${events.length} events`), count);
	});
	test('a reload keeps what was pressed', async ({ reader }) => {
		await reader.open();
		await reader.click(chip);
		await reader.untilSearch(/agency=/);
		await reader.driver.run(() => location.reload());
		await pause(100);
		await reader.alive();
		await reader.untilState('true', 'aria-pressed', chip);
	});
});

describe('as of a date', () => {
	const asOf = the('region', '^As of a date$');
	test('only what was public is shown, and “Back to today” brings the rest', async ({ reader }) => {
		await reader.open(`?asof=${dayBeforeQuotes}`);
		await reader.untilText(/^As of /, asOf);
		expect(await reader.count(articles)).toBeLessThan(events.length);
		await reader.click(the('button', '^Next day on which', asOf));
		await reader.untilSearch(new RegExp(`asof=(?!${dayBeforeQuotes})`));
		await reader.click(the('button', '^Back to today$', asOf));
		await reader.untilCount(events.length, articles);
	});
});
