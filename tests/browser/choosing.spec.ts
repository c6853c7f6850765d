/** Wherever an event is chosen, its mark, title and source are visible together, in every wide window. */
import type { Page } from '@playwright/test';
import { mark, standingAlone, tabToMarks } from './chart-reader.ts';
import { event, events } from './facts.ts';
import { expect, longUnless, test } from './page.ts';
import { commonWord, lastQuotedEvent, quotedEvent, unquotedEvent } from './picks.ts';
import { heading, pane, passage, query, readWhole, searchbox, sheet } from './reader.ts';

const WIDE = [
	[1440, 900],
	[1366, 768],
	[1280, 720],
	[768, 1024],
] as const;

/** The way that runs every time, by width: together they cover chart, strip and record. */
const OFTEN: Readonly<Record<number, string>> = {
	1440: 'a mark of the strip above another event',
	1366: 'a mark of an event without a quote',
	1280: 'a link with a search',
	768: 'a mark of the chart',
};
/** Names of the parts that are not fully in the window, are covered, or are too narrow to read. */
const unseen = (page: Page, id: string) =>
	page.evaluate((id) => {
		const inRecord = document.getElementById(id)!;
		const parts: [string, Element | null, number][] = [
			['mark', document.querySelector('.plot .mark.chosen'), 8],
			['title', inRecord.querySelector('h3 a'), 200],
			['source', inRecord.querySelector('.beside :is(h2, h3, h4)'), 200],
		];
		const beside = inRecord.querySelector('.beside');
		const ends = [inRecord, beside].map((element) => Math.round(element?.getBoundingClientRect().right ?? 0));
		if (ends[0]! - ends[1]! > 40) return [`the source ends at ${ends[1]}, its event at ${ends[0]}`];
		return parts.flatMap(([name, element, least]) => {
			if (!element) return `${name} is not there`;
			const { left, right, top, bottom, width } = element.getBoundingClientRect();
			if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) return `${name} from ${top} to ${bottom}`;
			if (width < least) return `${name} ${width} px wide`;
			const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
			const isUncovered = there && (element.contains(there) || there.contains(element));
			return isUncovered ? [] : `${name} is under ${there?.className ?? ''}`;
		});
	}, id);
async function expectTogether(page: Page, id: string) {
	await expect.poll(() => new URLSearchParams(query(page)).get('e')).toBe(id);
	await expect.poll(() => unseen(page, id)).toEqual([]);
}

/** Ways to choose an event. @returns its id */
const WAYS: Readonly<Record<string, (page: Page) => Promise<string>>> = {
	'a mark of the chart': async (page) => {
		await mark(page, quotedEvent.id).click();
		return quotedEvent.id;
	},
	'a mark of an event without a quote': async (page) => {
		await mark(page, unquotedEvent.id).click();
		return unquotedEvent.id;
	},
	'a mark of the strip above another event': async (page) => {
		await heading(page, quotedEvent.id).click();
		await expectTogether(page, quotedEvent.id);
		const other = (await standingAlone(page)).find((id) => id !== quotedEvent.id && event(id).tier === 'core')!;
		await mark(page, other).click();
		return other;
	},
	'a title of the record': async (page) => {
		await heading(page, events.at(-1)!.id).click();
		return events.at(-1)!.id;
	},
	'a passage in the source of another event': async (page) => {
		await heading(page, quotedEvent.id).click();
		await expectTogether(page, quotedEvent.id);
		await readWhole(page);
		const where = (await sheet(page).isVisible()) ? sheet(page) : pane(page);
		await passage(where, lastQuotedEvent.quotes[0]!.exact).click();
		return lastQuotedEvent.id;
	},
	search: async (page) => {
		await searchbox(page).pressSequentially(quotedEvent.title);
		await page.getByRole('option', { name: quotedEvent.title }).first().click();
		return quotedEvent.id;
	},
	'a link with a search': async (page) => {
		await page.goto(`${page.url()}?e=${quotedEvent.id}&q=${commonWord}`);
		return quotedEvent.id;
	},
	'a step of the story': async (page) => {
		await page.getByRole('button', { name: /^The story in/ }).click();
		await page.getByRole('button', { name: 'Read the event and its sources' }).click();
		await expect.poll(() => new URLSearchParams(query(page)).get('e')).not.toBeNull();
		return new URLSearchParams(query(page)).get('e')!;
	},
	'keys in the chart': async (page) => {
		await tabToMarks(page);
		await page.keyboard.press('Enter');
		await expect.poll(() => new URLSearchParams(query(page)).get('e')).not.toBeNull();
		return new URLSearchParams(query(page)).get('e')!;
	},
	'a link': async (page) => {
		await page.goto(`${page.url()}?e=${unquotedEvent.id}`);
		return unquotedEvent.id;
	},
};

for (const [width, height] of WIDE)
	for (const [way, choose] of Object.entries(WAYS)) {
		const details = longUnless(way === OFTEN[width]);
		test(`at ${width} × ${height} ${way} shows mark, title and source together`, details, async ({ page, open }) => {
			await page.setViewportSize({ width, height });
			await open();
			await expectTogether(page, await choose(page));
		});
	}
