/** Another case, built with the same code from other data. */
import { numberOfEvents, quotesOf, test, theCase } from './another.ts';
import { expect } from './page.ts';
import { articles, filters, offered, openFilters, pane } from './reader.ts';

test('a case with other data opens completely, with its own words and lanes, and its quotes are found', async ({
	page,
	open,
}) => {
	const quotes = quotesOf('council-minutes-2021');
	await open('?e=cost-2021');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('The fountain');
	await expect(articles(page)).toHaveCount(numberOfEvents);
	await expect(page.locator('#stage .names text')).toHaveText(['At the fountain', 'Council', 'Others']);
	await expect(page.getByRole('button', { name: /fountain.*, rumoured, 2 quotes$/ })).toHaveClass(/\babove\b/);
	await expect(pane(page)).toContainText(`${quotes.length} of ${quotes.length} quotes found verbatim`);
});

test('its filters have its own words', async ({ page, open }) => {
	await open();
	await openFilters(page);
	expect(await offered(page, 'Kind')).toEqual(new Map(theCase.kinds!.map(({ name }) => [name, 1])));
	await expect(filters(page).getByRole('group', { name: 'Who' })).toBeVisible();
	await expect(filters(page).getByRole('switch', { name: 'Context' })).toBeVisible();
});
