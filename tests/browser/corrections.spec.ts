/** Corrections stay visible: at the event, in their own list, and at the address of a retired event. */
import { writeCase } from '../cases.ts';
import { builtFrom } from './built.ts';
import { events, publicDay } from './facts.ts';
import { LONG, expect } from './page.ts';
import { eventWithEverything, unquotedEvent } from './picks.ts';
import { article, articles, heading } from './reader.ts';

const MADE_UP = [
	{
		date: '2026-11-20',
		events: [eventWithEverything.id, unquotedEvent.id],
		what: 'The day was wrong.',
		why: 'The paper had another.',
	},
	{ date: '2026-11-21', events: ['gone-2020'], retired: ['gone-2020'], what: 'It is out.', why: 'It was another.' },
];
const list = '#corrections';
/** Changes of the edition, which correct no event. */
const editions = <T extends { events: string[] }>(changes: readonly T[]) => changes.filter((c) => !c.events.length);

const uncorrected = builtFrom('uncorrected', (folder) =>
	writeCase(folder, ({ changes }) => void (changes.changes = editions(changes.changes))),
);
uncorrected(
	'while nothing was corrected there is no list, About says so, and no event claims a correction',
	LONG,
	async ({ page, open }) => {
		await open();
		await expect(page.locator(list)).toHaveCount(0);
		await expect(page.locator('article .corrected')).toHaveCount(0);
		await expect(page.locator('#about')).toContainText('Nothing has been corrected so far.');
		await expect(page.locator(`a[href="${list}"]`)).toHaveCount(0);
	},
);

const corrected = builtFrom('corrected', (folder) =>
	writeCase(folder, ({ changes }) => void (changes.changes = [...editions(changes.changes), ...MADE_UP])),
);

corrected('each corrected event says so without being opened, and no other does', async ({ page, open }) => {
	await open();
	const signs = page.locator('article .brief').filter({ hasText: 'corrected' });
	await expect(signs).toHaveCount(2);
	for (const id of [eventWithEverything.id, unquotedEvent.id])
		await expect(article(page, id).getByText(/corrected$/)).toBeVisible();
	const said = article(page, eventWithEverything.id).locator('.corrected');
	await expect(said).toHaveText('Corrected 20 November 2026: The day was wrong. The paper had another.');
	await heading(page, eventWithEverything.id).click();
	await expect(said).toBeVisible();
	await expect(page.locator('article .corrected')).toHaveCount(2);
});

corrected('before the day of a correction no event says that it was corrected', async ({ page, open }) => {
	await open(`?asof=${publicDay(eventWithEverything)}`);
	await expect(article(page, eventWithEverything.id)).toBeVisible();
	await expect(page.locator('article .corrected')).toHaveCount(0);
	await expect(page.locator('article .brief').filter({ hasText: 'corrected' })).toHaveCount(0);
	await expect(page.locator(`a[href="${list}"]`)).toHaveCount(0);
});

corrected('the list has the latest first, and leads to the events', LONG, async ({ page, open }) => {
	await open();
	await page.locator('#about').getByRole('link', { name: 'Corrections' }).click();
	await expect(page.locator(list)).toBeInViewport();
	await expect(page.locator(list).locator('p b')).toHaveText(['21 November 2026', '20 November 2026']);
	await expect(page.locator(list)).not.toContainText('First edition');
	await page.locator(list).getByRole('link', { name: eventWithEverything.title }).click();
	await expect(heading(page, eventWithEverything.id)).toBeFocused();
});

corrected('a link to a retired event opens the whole page and says what became of it', async ({ page, open }) => {
	await open('?e=gone-2020&p=gone-p1');
	await expect(page.getByRole('alert')).toContainText(
		'The event “gone-2020” is no longer in the record. 21 November 2026: It is out. It was another.',
	);
	await expect(page.getByRole('alert')).not.toContainText('not understood');
	await expect(articles(page)).toHaveCount(events.length);
	await page.setViewportSize({ width: 390, height: 844 });
	const dismiss = page.getByRole('alert').getByRole('button', { name: 'Dismiss' });
	const lines = await dismiss.evaluate((button) => {
		const range = document.createRange();
		range.selectNodeContents(button);
		return range.getClientRects().length;
	});
	expect(lines).toBe(1);
});

corrected('without JavaScript a retired event’s address leads to what is said of it', async ({ browser, home }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${home}#gone-2020`);
	await expect(page.locator('#gone-2020')).toHaveText('Retired address: gone-2020');
	await expect(page.locator('#gone-2020')).toBeInViewport();
	await context.close();
});
