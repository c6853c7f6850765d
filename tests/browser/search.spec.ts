/** Search: what it finds and highlights, its effect on the history, and its cost for readers who never search. */
import { agencies, events, ids, names, people, source } from './facts.ts';
import { LONG, expect, longUnless, test } from './page.ts';
import { commonWord, says, wordOnlyIn } from './picks.ts';
import { article, articles, expectCount, heading, hits, query, searchbox, shown } from './reader.ts';

const chunk = /\/assets\/search-[^/]+\.js$/;
const folded = (text: string) => text.toLowerCase();

test('typing filters the record by the word, and marks it', async ({ page, open }) => {
	await open();
	await searchbox(page).pressSequentially(commonWord);
	const certain = ids(events.filter((e) => new RegExp(`\\b${commonWord}\\b`, 'i').test(says(e))));
	await expect.poll(() => query(page)).toBe(`?q=${commonWord}`);
	await expect(hits(page).first()).toBeVisible();
	const found = await shown(page);
	expect(found.length).toBeLessThan(events.length);
	expect(found).toEqual(expect.arrayContaining(certain));
	for (const id of certain)
		await expect(hits(article(page, id)).filter({ hasText: new RegExp(`^${commonWord}$`, 'i') })).not.toHaveCount(0);
	for (const id of found) await expect(hits(article(page, id)).filter({ visible: true }).first()).toBeVisible();
	await expectCount(page, found.length);
});

test('every word must be found', LONG, async ({ page, open }) => {
	await open(`?q=${commonWord}+${word.publisher}`);
	const both = await shown(page);
	await open(`?q=${commonWord}`);
	const either = await shown(page);
	expect(both.length).toBeLessThan(either.length);
	expect(either).toEqual(expect.arrayContaining(both));
});

const inQuotes = events.flatMap((e) => e.quotes.map((q) => q.exact));
const nameOf = (id: string) => people.find((p) => p.id === id)!.name;
const inActors = events.flatMap((e) => e.actors.map(nameOf));
const citedBy = (e: (typeof events)[number]) => e.references.map((r) => source(r.source).publisher);
const inTitles = events.map(says);
const namesOf = (e: (typeof events)[number]) => agencies.filter((a) => names(e, a.id)).map((a) => a.name);
const word = {
	agency: wordOnlyIn('the full name of an agency', events.flatMap(namesOf), [...inTitles, ...inQuotes, ...inActors]),
	quote: wordOnlyIn('a quote', inQuotes, [...inTitles, ...inActors]),
	actor: wordOnlyIn('the name of a person', inActors, [...inTitles, ...inQuotes]),
	publisher: wordOnlyIn('the name of a publisher', events.flatMap(citedBy), [...inTitles, ...inQuotes, ...inActors]),
};
const PLACES = [
	{ where: 'Quote', word: word.quote, holds: events.filter((e) => e.quotes.some((q) => q.exact.includes(word.quote))) },
	{
		where: 'Who',
		word: word.actor,
		holds: events.filter((e) => e.actors.some((id) => nameOf(id).includes(word.actor))),
	},
	{
		where: 'Agencies',
		word: word.agency,
		holds: events.filter((e) => namesOf(e).some((name) => name.includes(word.agency))),
	},
	{
		where: 'Source',
		word: word.publisher,
		holds: events.filter((e) => citedBy(e).some((publisher) => publisher.includes(word.publisher))),
	},
];
for (const { where, word, holds } of PLACES) {
	const details = longUnless(where === 'Agencies');
	test(`a word in “${where.toLowerCase()}” is found and shown in its context`, details, async ({ page, open }) => {
		expect(holds.length).toBeGreaterThan(0);
		await open();
		await searchbox(page).fill(word);
		await expect.poll(async () => (await shown(page)).length).toBeLessThan(events.length);
		expect(await shown(page)).toEqual(expect.arrayContaining(ids(holds)));
		for (const { id } of holds) {
			const snippet = article(page, id)
				.getByRole('listitem')
				.filter({ hasText: `${where}:`, visible: true });
			await expect(snippet.first()).toContainText(word);
			await expect(hits(snippet.first()).first()).toHaveText(new RegExp(`^${word}`, 'i'));
		}
	});
}

test('case, accents and a missing word ending do not matter', LONG, async ({ page, open }) => {
	const accented = word.actor
		.slice(0, -1)
		.toUpperCase()
		.replace(/[AEIOU]/, (vowel) => `${vowel}\u0301`);
	expect(accented).not.toBe(accented.normalize('NFD').replace(/\p{M}/gu, ''));
	await open(`?q=${encodeURIComponent(accented)}`);
	const { id } = events.find((e) => e.actors.some((id) => nameOf(id).includes(word.actor)))!;
	expect(await shown(page)).toContain(id);
	await expect(hits(article(page, id)).filter({ visible: true }).first()).toHaveText(new RegExp(word.actor, 'i'));
});

test('typing changes the address without a history entry; Enter adds one, and Back undoes it', async ({
	page,
	open,
}) => {
	await open();
	const steps = () => page.evaluate(() => history.length);
	const before = await steps();
	await searchbox(page).pressSequentially(word.actor);
	await expect.poll(() => query(page)).toBe(`?q=${word.actor}`);
	expect(await steps()).toBe(before);
	await page.keyboard.press('Enter');
	await expect.poll(steps).toBe(before + 1);
	await page.goBack();
	await expect(searchbox(page)).toHaveValue('');
	await expect(articles(page)).toHaveCount(events.length);
	expect(query(page)).toBe('');
	await page.goForward();
	await expect(searchbox(page)).toHaveValue(word.actor);
});

test(
	'leaving the box adds a history entry for the search; leaving it unchanged does not',
	LONG,
	async ({ page, open }) => {
		await open();
		const steps = () => page.evaluate(() => history.length);
		const before = await steps();
		await searchbox(page).pressSequentially(word.quote);
		await searchbox(page).blur();
		await expect.poll(steps).toBe(before + 1);
		await searchbox(page).focus();
		await searchbox(page).blur();
		expect(await steps()).toBe(before + 1);
		await page.goBack();
		await expect(articles(page)).toHaveCount(events.length);
	},
);

test('a search and a later choice are undone one at a time', LONG, async ({ page, open }) => {
	await open();
	await searchbox(page).fill(commonWord);
	await page.keyboard.press('Enter');
	await expect(hits(page)).not.toHaveCount(0);
	const [id] = await shown(page);
	await heading(page, id!).click();
	expect(query(page)).toBe(`?e=${id!}&q=${commonWord}`);
	await page.goBack();
	await expect.poll(() => query(page)).toBe(`?q=${commonWord}`);
	await page.goBack();
	await expect.poll(() => query(page)).toBe('');
});

test('a link with a search opens with its results', LONG, async ({ page, open }) => {
	await open(`?q=${word.publisher}`);
	await expect(searchbox(page)).toHaveValue(word.publisher);
	const found = await shown(page);
	expect(found.length).toBeGreaterThan(0);
	expect(found.length).toBeLessThan(events.length);
});

test('a search without results says so and offers to clear it', LONG, async ({ page, open }) => {
	await open();
	await searchbox(page).fill('zzzyx');
	await expect(page.getByRole('main')).toContainText('No event passes ');
	await expectCount(page, 0);
	await page.getByRole('main').getByRole('button', { name: 'Clear all filters' }).click();
	await expect(articles(page)).toHaveCount(events.length);
	await expect(searchbox(page)).toHaveValue('');
});

test('an emptied box marks nothing and hides nothing', LONG, async ({ page, open }) => {
	await open(`?q=${commonWord}`);
	await expect(hits(page).first()).toBeVisible();
	await searchbox(page).fill('');
	await expect(articles(page)).toHaveCount(events.length);
	await expect(hits(page)).toHaveCount(0);
});

test('typed text is never markup', LONG, async ({ page, open }) => {
	await open(`?q=${encodeURIComponent('<img src=x onerror=alert(1)> & "word"')}`);
	await expect(page.locator('img')).toHaveCount(0);
	await expect(searchbox(page)).toHaveValue('<img src=x onerror=alert(1)> & "word"');
});

test('the search is not loaded before it is first used', LONG, async ({ page, open }) => {
	const loaded: string[] = [];
	page.on('request', (r) => chunk.test(r.url()) && loaded.push(r.url()));
	await open();
	await page.waitForLoadState('networkidle');
	expect(loaded).toEqual([]);
	await searchbox(page).pressSequentially(commonWord.slice(0, 2));
	await expect(hits(page).first()).toBeVisible();
	expect(loaded).toHaveLength(1);
	expect(folded(await hits(page).first().innerText())).toContain(commonWord.slice(0, 2));
});

test.describe('when the search does not load', () => {
	test.use({ provoked: /ERR_FAILED/ });

	test('the page says so, and the next letter tries again', async ({ page, open }) => {
		await page.route(chunk, (route) => route.abort());
		await open();
		await searchbox(page).pressSequentially(commonWord.slice(0, 1));
		await expect(page.getByRole('alert')).toContainText('The search could not be loaded');
		await expect(articles(page)).toHaveCount(events.length);
		await page.unroute(chunk);
		await searchbox(page).pressSequentially(commonWord.slice(1));
		await expect(hits(page).first()).toBeVisible();
		await expect(page.getByRole('alert')).not.toContainText('could not be loaded');
	});
});
