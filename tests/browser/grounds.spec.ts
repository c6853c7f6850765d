/** Grounds of sentences, words cited and details of people, shown on demand at the event. Uses a made-up case. */
import { test } from './another.ts';
import { LONG, expect } from './page.ts';
import { article, articles, body, openBodies, openFilters, press, query, searchbox } from './reader.ts';

const EVENT = 'repair-decided-2021';

test('a superscript letter names and opens the sources of a sentence; a conclusion is labelled as one', async ({
	page,
	open,
}) => {
	await open();
	const ground = article(page, EVENT).getByRole('button', { name: /^Ground/ });
	await expect(ground).toHaveCount(0);
	await expect(article(page, EVENT).locator('.summary')).toContainText('of the old one. (our conclusion)');
	await open(`?e=${EVENT}`);
	await expect(ground).toHaveCount(2);
	await expect(ground.first()).toHaveAccessibleName('Ground a: Rests on Harbour Council; Harbour News');
	await ground.first().click();
	const line = article(page, EVENT).locator('.grounds li');
	await expect(line).toContainText('Minutes of the harbour council, Harbour Council, 5 March 2021; Council to mend');
	await ground.last().click();
	await expect(line).toHaveText('This rests on the sources of this event as a whole.');
	await ground.last().click();
	await expect(line).toHaveCount(0);
});

test.describe('words cited', () => {
	test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
	test('are shown with their speaker, and link to where they can be looked up', LONG, async ({ page, open }) => {
		await open();
		// While folded, they can be found by the browser's search.
		await expect(article(page, EVENT).locator('.cited')).toContainText('“well-built, dry & safe”');
		await expect(openBodies(page)).toHaveCount(0);
		await open(`?e=${EVENT}`);
		const cited = article(page, EVENT).locator('.cited');
		await expect(cited).toContainText('The mayor, in Council to mend fountain, Harbour News, 6 March 2021');
		const there = 'https://example.org/news#:~:text=well%2Dbuilt%2C%20dry%20%26%20safe';
		await expect(cited.getByRole('link', { name: 'look it up there: not held here' })).toHaveAttribute('href', there);
		await cited.getByRole('button', { name: 'Copy words' }).click();
		const text = await page.evaluate(() => navigator.clipboard.readText());
		expect(text).toMatch(/^“well-built, dry & safe”\nThe mayor\n/);
		expect(text).toContain(there);
	});
});

test(
	'details of a person open at the name, and the facet and any name lead to all their events',
	LONG,
	async ({ page, open }) => {
		await open(`?e=${EVENT}`);
		const entry = body(page, EVENT).locator('details', { hasText: 'The mayor' });
		await entry.locator('summary').click();
		for (const words of ['Head of the harbour council', 'Also called Old Saltbeard', 'presumed innocent', 'Born 1961'])
			await expect(entry).toContainText(words);
		await expect(entry.locator('.threads a')).toHaveCount(2);
		await open();
		await press(page, 'Who', 'The mayor');
		await expect(articles(page)).toHaveCount(2);
		expect(query(page)).toBe('?who=mayor');
		await open();
		await searchbox(page).fill('saltbeard');
		await expect(articles(page)).toHaveCount(2);
		await open('?asof=2021-03-05');
		await openFilters(page);
		await expect(page.getByRole('group', { name: 'Who' })).toContainText('The mayor');
		await expect(page.getByRole('group', { name: 'Who' })).not.toContainText('The Fair Society');
	},
);
