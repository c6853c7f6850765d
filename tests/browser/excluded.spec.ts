/** Filters that exclude each other: the page says so, and every way out shows as many events as it promises. */
import { KINDS, agencies, events, ids, names } from './facts.ts';
import { region } from './chart-reader.ts';
import { expect, test } from './page.ts';
import { agencyAndKindOfNothing } from './picks.ts';
import { articles, countLine, query, shown } from './reader.ts';

const { agency, kind } = agencyAndKindOfNothing;
const [who, what] = [agencies.find((a) => a.id === agency)!.short, KINDS[kind]!.name];

test('filters without a matching event are reported in chart and record, which offer to clear some or all', async ({
	page,
	open,
}) => {
	await open(`?agency=${agency}&kind=${kind}`);
	await expect(articles(page)).toHaveCount(0);
	for (const place of [page.getByRole('main'), region(page)]) {
		await expect(place).toContainText(`No event passes both ${who} and ${what}.`);
		await expect(place).toContainText(`All ${events.length} stay on the chart`);
	}
	await expect(countLine(page)).toContainText(`${events.length} hidden by filters`);
	const left = events.filter((e) => names(e, agency));
	await region(page)
		.getByRole('button', { name: `Without ${what} ${left.length} event` })
		.click();
	await expect.poll(() => shown(page)).toEqual(ids(left));
	await expect(region(page).getByRole('button', { name: 'Clear all filters' })).toHaveCount(0);
	await page.goBack();
	await page.getByRole('main').getByRole('button', { name: 'Clear all filters' }).click();
	await expect.poll(() => shown(page)).toEqual(ids(events));
	expect(query(page)).toBe('');
});

test('buttons that remove a filter have the sign for it, and no agency swatch', async ({ page, open }) => {
	await open(`?agency=${agency}&kind=${kind}`);
	const removing = page.getByRole('button', { name: /^(Remove|Without) / });
	await expect.poll(() => removing.count()).toBeGreaterThan(2);
	const signs = await removing.evaluateAll((all) =>
		all.map((button) => [getComputedStyle(button, '::after').content, button.querySelectorAll('i').length]),
	);
	expect(new Set(signs.map((sign) => sign.join(' ')))).toEqual(new Set(['"×" / "" 0']));
});
