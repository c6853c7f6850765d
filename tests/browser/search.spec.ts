/** Searching: what it finds and marks, what it does to the history, and what it costs a reader who never searches. */
import { event, events, ids, source } from './facts.ts';
import { expect, test } from './page.ts';
import { article, countLine, query, searchbox, shown } from './reader.ts';

const chunk = /\/assets\/search-[^/]+\.js$/;
const folded = (text: string) => text.toLowerCase();

test('typing narrows the record to what holds the word, and marks it', async ({ page, open }) => {
	await open();
	await searchbox(page).pressSequentially('voters');
	const certain = ids(events.filter((e) => /\bvoters\b/i.test(`${e.title} ${e.summary}`)));
	await expect(page.locator('main mark.hit').first()).toBeVisible();
	const found = await shown(page);
	expect(found.length).toBeLessThan(43);
	expect(found).toEqual(expect.arrayContaining(certain));
	for (const id of certain)
		await expect(article(page, id).locator('mark.hit', { hasText: /^voters$/i })).not.toHaveCount(0);
	for (const id of found) await expect(article(page, id).locator('mark.hit:visible').first()).toBeVisible();
	await expect(countLine(page)).toHaveText(new RegExp(`^${found.length} of 43 events`));
});

test('every word must be found', async ({ page, open }) => {
	await open('?q=emails+facebook');
	const both = await shown(page);
	await open('?q=emails');
	const either = await shown(page);
	expect(both.length).toBeLessThan(either.length);
	expect(either).toEqual(expect.arrayContaining(both));
});

const EVANINA = event('ncsc-threat-update-2020');
const PLACES = [
	{
		where: 'Quote',
		word: 'masquerading',
		holds: events.filter((e) => e.quotes.some((q) => q.exact.includes('masquerading'))),
	},
	{ where: 'People', word: 'Evanina', holds: events.filter((e) => e.actors.some((a) => a.includes('Evanina'))) },
	{
		where: 'Source',
		word: 'Lawfare',
		holds: events.filter((e) => e.references.some((r) => source(r.source).publisher.includes('Lawfare'))),
	},
];
for (const { where, word, holds } of PLACES) {
	test(`a word that stands in a ${where.toLowerCase()} is found and shown with its neighbours`, async ({
		page,
		open,
	}) => {
		expect(holds.length).toBeGreaterThan(0);
		await open();
		await searchbox(page).fill(word);
		await expect.poll(async () => (await shown(page)).length).toBeLessThan(43);
		expect(await shown(page)).toEqual(expect.arrayContaining(ids(holds)));
		for (const { id } of holds) {
			const snippet = article(page, id)
				.getByRole('listitem')
				.filter({ hasText: `${where}:`, visible: true });
			await expect(snippet.first()).toContainText(word);
			await expect(snippet.first().locator('mark.hit').first()).toHaveText(new RegExp(`^${word}`, 'i'));
		}
	});
}

test('case, accents and a missing end do not matter', async ({ page, open }) => {
	await open(`?q=${encodeURIComponent('ÉVANIN')}`);
	expect(await shown(page)).toContain(EVANINA.id);
	await expect(article(page, EVANINA.id).locator('mark.hit:visible').first()).toHaveText(/evanina/i);
});

test('typing writes the address without adding a step; Enter adds one, and Back returns to before', async ({
	page,
	open,
}) => {
	await open();
	const steps = () => page.evaluate(() => history.length);
	const before = await steps();
	await searchbox(page).pressSequentially('blinken');
	await expect.poll(() => query(page)).toBe('?q=blinken');
	expect(await steps()).toBe(before);
	await page.keyboard.press('Enter');
	await expect.poll(steps).toBe(before + 1);
	await page.goBack();
	await expect(searchbox(page)).toHaveValue('');
	await expect(page.locator('main article')).toHaveCount(43);
	expect(query(page)).toBe('');
	await page.goForward();
	await expect(searchbox(page)).toHaveValue('blinken');
});

test('leaving the box keeps the search as a step; leaving it unchanged does not', async ({ page, open }) => {
	await open();
	const steps = () => page.evaluate(() => history.length);
	const before = await steps();
	await searchbox(page).pressSequentially('adeyemo');
	await searchbox(page).blur();
	await expect.poll(steps).toBe(before + 1);
	await searchbox(page).focus();
	await searchbox(page).blur();
	expect(await steps()).toBe(before + 1);
	await page.goBack();
	await expect(page.locator('main article')).toHaveCount(43);
});

test('a search and a later choice are undone one by one', async ({ page, open }) => {
	await open();
	await searchbox(page).fill('emails');
	await page.keyboard.press('Enter');
	await article(page, 'proud-boys-emails-2020').getByRole('heading', { level: 3 }).getByRole('button').click();
	expect(query(page)).toBe('?e=proud-boys-emails-2020&q=emails');
	await page.goBack();
	await expect.poll(() => query(page)).toBe('?q=emails');
	await page.goBack();
	await expect.poll(() => query(page)).toBe('');
});

test('a link with a search opens with it done', async ({ page, open }) => {
	await open('?q=lawfare');
	await expect(searchbox(page)).toHaveValue('lawfare');
	const found = await shown(page);
	expect(found.length).toBeGreaterThan(0);
	expect(found.length).toBeLessThan(43);
});

test('what is nowhere says so and offers everything back', async ({ page, open }) => {
	await open();
	await searchbox(page).fill('zzzyx');
	await expect(page.getByRole('main')).toContainText('No event passes these filters.');
	await expect(countLine(page)).toHaveText(/^0 of 43 events/);
	await page.getByRole('main').getByRole('button', { name: 'Clear all filters' }).click();
	await expect(page.locator('main article')).toHaveCount(43);
	await expect(searchbox(page)).toHaveValue('');
});

test('an emptied box marks nothing and holds nothing back', async ({ page, open }) => {
	await open('?q=emails');
	await expect(page.locator('mark.hit').first()).toBeVisible();
	await searchbox(page).fill('');
	await expect(page.locator('main article')).toHaveCount(43);
	await expect(page.locator('mark.hit')).toHaveCount(0);
});

test('what is typed is text and never markup', async ({ page, open }) => {
	await open(`?q=${encodeURIComponent('<img src=x onerror=alert(1)> & "emails"')}`);
	await expect(page.locator('img')).toHaveCount(0);
	await expect(searchbox(page)).toHaveValue('<img src=x onerror=alert(1)> & "emails"');
});

test('the search is not loaded before it is first used', async ({ page, open }) => {
	const loaded: string[] = [];
	page.on('request', (r) => chunk.test(r.url()) && loaded.push(r.url()));
	await open();
	await page.waitForLoadState('networkidle');
	expect(loaded).toEqual([]);
	await searchbox(page).pressSequentially('em');
	await expect(page.locator('main mark.hit').first()).toBeVisible();
	expect(loaded).toHaveLength(1);
	expect(folded(await page.locator('main mark.hit').first().innerText())).toContain('em');
});

test.describe('without the search', () => {
	test.use({ provoked: /ERR_FAILED/ });

	test('a search that could not be loaded says so, and the next letter tries again', async ({ page, open }) => {
		await page.route(chunk, (route) => route.abort());
		await open();
		await searchbox(page).pressSequentially('e');
		await expect(page.getByRole('alert')).toContainText('The search could not be loaded');
		await expect(page.locator('main article')).toHaveCount(43);
		await page.unroute(chunk);
		await searchbox(page).pressSequentially('mails');
		await expect(page.locator('main mark.hit').first()).toBeVisible();
		await expect(page.getByRole('alert')).not.toContainText('could not be loaded');
	});
});
