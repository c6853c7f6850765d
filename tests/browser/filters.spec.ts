/** Narrowing: what is pressed decides the record, the counts, the count line and the address, and Back undoes it. */
import type { Page } from '@playwright/test';
import { agencies, events, ids, kinds, names, statuses, statusOf } from './facts.ts';
import { expect, test } from './page.ts';
import { chip, countLine, filters, query, scrolled, shown } from './reader.ts';

const byFbi = events.filter((e) => names(e, 'fbi'));
const all = ids(events);

/** "22 of 43 events · 22 in view, 0 outside · 21 held back by filters" → its numbers. */
async function counted(page: Page) {
	const words = /^(\d+) of (\d+) events · (\d+) in view, (\d+) outside · (\d+) held back by filters$/;
	await expect(countLine(page)).toHaveText(words);
	const [, passing, total, inView, outside, heldBack] = words
		.exec((await countLine(page).innerText()).trim())!
		.map(Number);
	return { passing, total, inView, outside, heldBack, sum: inView! + outside! + heldBack! };
}
/** The values of a facet and the number beside each. */
const offered = async (page: Page, facet: string) =>
	new Map(
		(
			await filters(page)
				.getByRole('group', { name: facet })
				.locator('button[aria-pressed]')
				.evaluateAll((chips) => chips.map((c) => c.textContent))
		).map((text) => {
			const [, name, n] = /^\s*(.+?)\s+(\d+)\s*$/.exec(text)!;
			return [name!, Number(n)] as const;
		}),
	);

test('the page opens with every event and says so in numbers that add up', async ({ page, open }) => {
	await open();
	expect(await shown(page)).toEqual(all);
	await expect(countLine(page)).toHaveText(/^43 of 43 events · /);
	expect(await counted(page)).toMatchObject({ passing: 43, total: 43, heldBack: 0, sum: 43 });
	expect(query(page)).toBe('');
});

test('pressing “FBI” leaves exactly the events that name the FBI, in the record, the count and the address', async ({
	page,
	open,
}) => {
	await open();
	await chip(page, 'Agency', 'FBI').click();
	await expect(chip(page, 'Agency', 'FBI')).toHaveAttribute('aria-pressed', 'true');
	await expect.poll(() => shown(page)).toEqual(ids(byFbi));
	await expect(countLine(page)).toHaveText(new RegExp(`^${byFbi.length} of 43 events · `));
	expect(await counted(page)).toMatchObject({ passing: byFbi.length, heldBack: 43 - byFbi.length, sum: 43 });
	expect(query(page)).toBe('?agency=fbi');
});

test('every value of every facet shows how many events stand for it under the other facets', async ({ page, open }) => {
	await open('?agency=fbi&kind=operation');
	const under = (list: readonly (readonly [string, number])[]) => new Map(list);
	const operations = events.filter((e) => e.kind === 'operation');
	const both = operations.filter((e) => names(e, 'fbi'));
	await filters(page).getByRole('button', { name: '9 others' }).click();
	expect(await offered(page, 'Agency')).toEqual(
		under(agencies.map((a) => [a.short, operations.filter((e) => names(e, a.id)).length] as const)),
	);
	expect(await offered(page, 'Kind')).toEqual(
		under(kinds.map((k) => [k.name, byFbi.filter((e) => e.kind === k.id).length] as const)),
	);
	expect(await offered(page, 'Status')).toEqual(
		under(statuses.map((s) => [s.name, both.filter((e) => statusOf(e) === s.id).length] as const)),
	);
});

test('values of one facet widen, facets narrow each other', async ({ page, open }) => {
	await open();
	await chip(page, 'Agency', 'FBI').click();
	await chip(page, 'Agency', 'Treasury').click();
	const either = events.filter((e) => names(e, 'fbi') || names(e, 'treasury'));
	await expect.poll(() => shown(page)).toEqual(ids(either));
	expect(query(page)).toBe('?agency=fbi,treasury');
	await chip(page, 'Kind', 'Sanction').click();
	await chip(page, 'Status', 'Official').click();
	const sanctions = either.filter((e) => e.kind === 'sanction' && statusOf(e) === 'official');
	await expect.poll(() => shown(page)).toEqual(ids(sanctions));
	expect(query(page)).toBe('?agency=fbi,treasury&kind=sanction&status=official');
	expect((await counted(page)).sum).toBe(43);
	await chip(page, 'Agency', 'Treasury').click();
	await expect
		.poll(() => shown(page))
		.toEqual(ids(byFbi.filter((e) => e.kind === 'sanction' && statusOf(e) === 'official')));
});

test('a reload keeps what is pressed', async ({ page, open }) => {
	await open();
	await chip(page, 'Agency', 'FBI').click();
	await chip(page, 'Kind', 'Advisory').click();
	await page.reload();
	await expect(chip(page, 'Agency', 'FBI')).toHaveAttribute('aria-pressed', 'true');
	await expect(chip(page, 'Kind', 'Advisory')).toHaveAttribute('aria-pressed', 'true');
	await expect.poll(() => shown(page)).toEqual(ids(byFbi.filter((e) => e.kind === 'advisory')));
});

test('Back undoes one press after the other, and Forward does it again', async ({ page, open }) => {
	await open();
	await chip(page, 'Agency', 'FBI').click();
	await chip(page, 'Kind', 'Advisory').click();
	await page.goBack();
	await expect.poll(() => shown(page)).toEqual(ids(byFbi));
	await expect(chip(page, 'Kind', 'Advisory')).toHaveAttribute('aria-pressed', 'false');
	await page.goBack();
	await expect.poll(() => shown(page)).toEqual(all);
	expect(query(page)).toBe('');
	await page.goForward();
	await expect.poll(() => shown(page)).toEqual(ids(byFbi));
	await expect(countLine(page)).toHaveText(new RegExp(`^${byFbi.length} of 43 events`));
});

for (const [where, share] of [
	['in the middle', 0.4],
	['near the end', 0.95],
] as const) {
	test(`Back returns to where the reader stood ${where} of the page`, async ({ page, open }) => {
		await open();
		await page.evaluate((part) => scrollTo(0, Math.round(document.documentElement.scrollHeight * part)), share);
		await expect.poll(() => scrolled(page)).toBeGreaterThan(500);
		const before = await scrolled(page);
		// With the mouse where the chip is: a click by name would first scroll the page to it.
		const { x, y, width, height } = (await chip(page, 'Agency', 'ODNI').boundingBox())!;
		await page.mouse.click(x + width / 2, y + height / 2);
		await expect(page.locator('main article')).toHaveCount(events.filter((e) => names(e, 'odni')).length);
		await page.goBack();
		await expect(page.locator('main article')).toHaveCount(43);
		await expect.poll(() => scrolled(page)).toBe(before);
	});
}

test('the switch holds back the context events and them alone', async ({ page, open }) => {
	await open();
	const context = filters(page).getByRole('switch', { name: 'Context' });
	await expect(context).toBeChecked();
	await context.click();
	await expect.poll(() => shown(page)).toEqual(ids(events.filter((e) => e.tier !== 'context')));
	expect(query(page)).toBe('?context=0');
	await page.reload();
	await expect(context).not.toBeChecked();
	await page.goBack();
	await expect(context).toBeChecked();
	await expect.poll(() => shown(page)).toEqual(all);
});

test('agencies without a lane of their own wait behind “9 others”, unless one of them is pressed', async ({
	page,
	open,
}) => {
	await open();
	const others = filters(page).getByRole('button', { name: '9 others' });
	await expect(others).toHaveAttribute('aria-expanded', 'false');
	await expect(chip(page, 'Agency', 'Microsoft')).toBeHidden();
	await others.click();
	await chip(page, 'Agency', 'Microsoft').click();
	await expect.poll(() => shown(page)).toEqual(ids(events.filter((e) => names(e, 'microsoft'))));
	await page.reload();
	await expect(chip(page, 'Agency', 'Microsoft')).toHaveAttribute('aria-pressed', 'true');
});

test('“Clear all” brings everything back in one step that Back undoes', async ({ page, open }) => {
	await open('?agency=fbi&kind=advisory&context=0&q=emails');
	await filters(page).getByRole('button', { name: 'Clear all' }).click();
	await expect.poll(() => shown(page)).toEqual(all);
	expect(query(page)).toBe('');
	await expect(filters(page).locator('[aria-pressed="true"]')).toHaveCount(0);
	await expect(filters(page).getByRole('searchbox')).toHaveValue('');
	await expect(filters(page).getByRole('switch')).toBeChecked();
	await page.goBack();
	await expect(chip(page, 'Agency', 'FBI')).toHaveAttribute('aria-pressed', 'true');
	await expect(filters(page).getByRole('searchbox')).toHaveValue('emails');
});

test('a combination that nothing passes says so and offers to clear it', async ({ page, open }) => {
	await open('?agency=iran&kind=sanction');
	await expect(page.locator('main article')).toHaveCount(0);
	await expect(page.getByRole('main')).toContainText('No event passes these filters.');
	expect(await counted(page)).toMatchObject({ passing: 0, heldBack: 43, sum: 43 });
	await page.getByRole('main').getByRole('button', { name: 'Clear all filters' }).click();
	await expect.poll(() => shown(page)).toEqual(all);
});

test('a chosen event stays in the record when filters hold it back, and says why', async ({ page, open }) => {
	await open('?e=iran-denial-2020&agency=fbi');
	const held = page.locator('main article[id="iran-denial-2020"]');
	await expect(held).toContainText('Held back by the filters');
	await expect(page.locator('main article')).toHaveCount(byFbi.length + 1);
	expect(await counted(page)).toMatchObject({ passing: byFbi.length, sum: 43 });
});

test('the count line speaks at rest, not at every press', async ({ page, open }) => {
	await open();
	await countLine(page).evaluate((line) => {
		const said: string[] = [];
		Object.assign(globalThis, { said });
		new MutationObserver(() => said.push(line.textContent)).observe(line, {
			subtree: true,
			characterData: true,
			childList: true,
		});
	});
	await filters(page)
		.getByRole('group', { name: 'Kind' })
		.evaluate((group) => {
			for (const press of group.querySelectorAll<HTMLButtonElement>('button')) press.click();
		});
	await chip(page, 'Agency', 'FBI').click();
	await expect(countLine(page)).toHaveText(new RegExp(`^${byFbi.length} of 43`));
	expect(await page.evaluate(() => (globalThis as unknown as { said: string[] }).said.length)).toBeLessThan(3);
});
