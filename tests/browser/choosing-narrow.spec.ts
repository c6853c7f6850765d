/** Wherever an event is chosen on a phone, its title and its source, or the list of its sources, are visible together. */
import type { Page } from '@playwright/test';
import { event, events } from './facts.ts';
import { LONG, expect, test } from './page.ts';
import { lastQuotedEvent, quotedEvent, unquotedEvent } from './picks.ts';
import { article, heading, query, searchbox } from './reader.ts';

const HEIGHT = 844;
test.use({ viewport: { width: 390, height: HEIGHT }, hasTouch: true, isMobile: true });

const over = (page: Page) => page.locator('dialog.sheet');
const card = (page: Page) => page.getByRole('region', { name: 'Chosen event' });
const rowOf = (page: Page, id: string) => page.locator(`#column a[href="./events/${id}/index.html"]`).first();
/** The heading of the source side: of the quote in its source, or of the list of sources. */
const sourceIn = (page: Page) =>
	over(page)
		.getByRole('heading', { name: /^(Quote \d+ of \d+, in its source|What this rests on: )/ })
		.first();
const chosenId = (page: Page) => new URLSearchParams(query(page)).get('e');

/** Ways to choose an event that end with its sheet. @returns its id */
const WAYS: Readonly<Record<string, (page: Page, id: string) => Promise<string>>> = {
	'a row of the timeline': async (page, id) => {
		await rowOf(page, id).tap();
		await card(page).getByRole('button', { name: 'Open' }).tap();
		return id;
	},
	search: async (page, id) => {
		await searchbox(page).fill(event(id).title);
		await page
			.getByRole('option', { name: event(id).title })
			.first()
			.tap();
		return id;
	},
	'a step of the story': async (page) => {
		await page.getByRole('button', { name: /^The story in/ }).tap();
		await page.getByRole('button', { name: 'Read the event and its sources' }).tap();
		await expect.poll(() => chosenId(page)).not.toBeNull();
		return chosenId(page)!;
	},
};

for (const [way, choose] of Object.entries(WAYS))
	test(`${way} shows the title and the source together`, async ({ page, open }) => {
		for (const { id } of [quotedEvent, unquotedEvent]) {
			await open();
			const { title } = event(await choose(page, id));
			await expect(over(page).getByRole('heading', { name: title })).toBeInViewport({ ratio: 1 });
			await expect(sourceIn(page)).toBeInViewport({ ratio: 1 });
		}
	});

test('the sheet of every event begins with title and source in one window', LONG, async ({ page, open }) => {
	await open(`?e=${events[0]!.id}`);
	const next = over(page).getByRole('button', { name: 'Next event' });
	for (;;) {
		await expect(over(page).getByRole('heading').first()).toBeInViewport({ ratio: 1 });
		await expect(sourceIn(page)).toBeInViewport({ ratio: 1 });
		if (await next.isDisabled()) return;
		await next.tap();
	}
});

test('in the record, where an event opens in place, title and source fit into one window', async ({ page, open }) => {
	await open();
	for (const { id } of [quotedEvent, unquotedEvent, lastQuotedEvent]) {
		await heading(page, id).tap();
		await expect.poll(() => chosenId(page)).toBe(id);
		await expect(heading(page, id)).toBeInViewport({ ratio: 1 });
		const source = article(page, id).getByRole('region', { name: 'Source' }).getByRole('heading').first();
		const [from, to] = [(await heading(page, id).boundingBox())!, (await source.boundingBox())!];
		expect(to.y).toBeGreaterThan(from.y);
		expect(to.y + to.height - from.y).toBeLessThanOrEqual(HEIGHT);
	}
});

test('in a narrow window the row and the title of its card are visible together', LONG, async ({ page, open }) => {
	await open();
	for (const { id, title } of [quotedEvent, unquotedEvent]) {
		const row = rowOf(page, id);
		await row.click();
		await expect(card(page).getByText(title)).toBeInViewport({ ratio: 1 });
		await expect(row).toBeInViewport({ ratio: 1 });
		await card(page).getByRole('button', { name: 'Open' }).click();
		await expect(over(page).getByRole('heading', { name: title })).toBeInViewport({ ratio: 1 });
		await page.goBack();
		await page.goBack();
	}
});
