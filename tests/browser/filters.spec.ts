/** Filters change the record, the counts, the count line and the address, and Back undoes them. */
import type { Page } from '@playwright/test';
import { KINDS, STATUSES, agencies, events, ids, names, statusOf } from './facts.ts';
import { LONG, expect, longUnless, ready, test } from './page.ts';
import {
	agencyApart,
	agencyThatSharesALane,
	agencyWithMostEvents,
	commonWord,
	eventsOf,
	kindOfAgency,
	kindOfMost,
	unquotedEvent,
} from './picks.ts';
import {
	article,
	articles,
	chip,
	countLine,
	expectCount,
	filters,
	offered,
	openFilters,
	press,
	query,
	scrolled,
	shown,
} from './reader.ts';

const [most, apart] = [agencyWithMostEvents, agencyApart];
const byMost = eventsOf(most.id);
const kind = kindOfAgency;
const all = ids(events);

/** "2 of 5 events · 1 in view, 1 outside · 3 hidden by filters" → its numbers. */
async function counted(page: Page) {
	const words = /^(\d+) of (\d+) events(?: · (\d+) in view, (\d+) outside)?(?: · (\d+) hidden by filters)?$/;
	await expect(countLine(page)).toHaveText(words);
	const [, passing, total, inView, outside, filteredOut] = words
		.exec((await countLine(page).innerText()).trim())!
		.map((number: string | undefined) => Number(number ?? 0));
	// If the line does not mention the view, everything that passes is in view.
	const seen = outside ? inView! : passing!;
	return { passing, total, inView: seen, outside, filteredOut, sum: seen + outside! + filteredOut! };
}
test('the page opens with every event and says so in numbers that add up', LONG, async ({ page, open }) => {
	await open();
	expect(await shown(page)).toEqual(all);
	await expectCount(page, all.length, '$');
	expect(await counted(page)).toMatchObject({
		passing: all.length,
		total: all.length,
		filteredOut: 0,
		sum: all.length,
	});
	expect(query(page)).toBe('');
});

test('pressing an agency leaves exactly the events that name it, in the record, the count and the address', async ({
	page,
	open,
}) => {
	await open();
	await press(page, 'Agency', most.short);
	await expect(chip(page, 'Agency', most.short)).toHaveAttribute('aria-pressed', 'true');
	await expect.poll(() => shown(page)).toEqual(ids(byMost));
	await expectCount(page, byMost.length);
	expect(await counted(page)).toMatchObject({
		passing: byMost.length,
		filteredOut: all.length - byMost.length,
		sum: all.length,
	});
	expect(query(page)).toBe(`?agency=${most.id}`);
});

test('every value of every facet shows how many events it has under the other facets', async ({ page, open }) => {
	await open(`?agency=${most.id}&kind=${kind}`);
	await openFilters(page);
	const under = (list: readonly (readonly [string, number])[]) => new Map(list);
	const ofKind = events.filter((e) => e.kind === kind);
	const both = byMost.filter((e) => e.kind === kind);
	const agenciesOffered = new Map([...(await offered(page, 'Agency')), ...(await offered(page, 'Other agencies'))]);
	for (const a of agencies)
		expect([a.short, agenciesOffered.get(a.short)]).toEqual([a.short, ofKind.filter((e) => names(e, a.id)).length]);
	expect(await offered(page, 'Kind')).toEqual(
		under(Object.entries(KINDS).map(([id, k]) => [k.name, byMost.filter((e) => e.kind === id).length] as const)),
	);
	expect(await offered(page, 'Status')).toEqual(
		under(Object.values(STATUSES).map((s) => [s.name, both.filter((e) => statusOf(e) === s.id).length] as const)),
	);
});

test('values of one facet add up, and facets narrow each other', LONG, async ({ page, open }) => {
	await open();
	await press(page, 'Agency', most.short);
	await press(page, 'Agency', apart.short);
	const either = events.filter((e) => names(e, most.id) || names(e, apart.id));
	await expect.poll(() => shown(page)).toEqual(ids(either));
	const agencies = [most.id, apart.id].join();
	expect(query(page)).toBe(`?agency=${agencies}`);
	const commonKind = kindOfMost(eventsOf(apart.id));
	const status = statusOf(eventsOf(apart.id).find((e) => e.kind === commonKind)!);
	const isBoth = (e: (typeof events)[number]) => e.kind === commonKind && statusOf(e) === status;
	await press(page, 'Kind', KINDS[commonKind]!.name);
	await press(page, 'Status', STATUSES[status]!.name);
	await expect.poll(() => shown(page)).toEqual(ids(either.filter(isBoth)));
	expect(query(page)).toBe(`?agency=${agencies}&kind=${commonKind}&status=${status}`);
	expect((await counted(page)).sum).toBe(events.length);
	await press(page, 'Agency', apart.short);
	await expect.poll(() => shown(page)).toEqual(ids(byMost.filter(isBoth)));
});

test('a reload keeps the pressed filters', LONG, async ({ page, open }) => {
	await open();
	await press(page, 'Agency', most.short);
	await press(page, 'Kind', KINDS[kind]!.name);
	await page.reload();
	await ready(page);
	await expect(chip(page, 'Agency', most.short)).toHaveAttribute('aria-pressed', 'true');
	await openFilters(page);
	await expect(chip(page, 'Kind', KINDS[kind]!.name)).toHaveAttribute('aria-pressed', 'true');
	await expect.poll(() => shown(page)).toEqual(ids(byMost.filter((e) => e.kind === kind)));
});

test('Back undoes one press after the other, and Forward redoes them', LONG, async ({ page, open }) => {
	await open();
	await press(page, 'Agency', most.short);
	await press(page, 'Kind', KINDS[kind]!.name);
	await page.goBack();
	await expect.poll(() => shown(page)).toEqual(ids(byMost));
	await expect(chip(page, 'Kind', KINDS[kind]!.name)).toHaveAttribute('aria-pressed', 'false');
	await page.goBack();
	await expect.poll(() => shown(page)).toEqual(all);
	expect(query(page)).toBe('');
	await page.goForward();
	await expect.poll(() => shown(page)).toEqual(ids(byMost));
	await expectCount(page, byMost.length);
});

for (const [where, share] of [
	['in the middle', 0.4],
	['near the end', 0.95],
] as const) {
	const details = longUnless(where === 'near the end');
	test(`Back restores the scroll position ${where} of the page`, details, async ({ page, open }) => {
		await open();
		await page.evaluate((part) => scrollTo(0, Math.round(document.documentElement.scrollHeight * part)), share);
		await expect.poll(() => scrolled(page)).toBeGreaterThan(500);
		const before = await scrolled(page);
		// A click by script, so that the press itself does not scroll the page.
		await chip(page, 'Agency', most.short).evaluate((e: HTMLElement) => e.click());
		await expect(articles(page)).toHaveCount(byMost.length);
		await page.goBack();
		await expect(articles(page)).toHaveCount(events.length);
		await expect.poll(() => scrolled(page)).toBe(before);
	});
}

test('the switch hides the context events and no others', LONG, async ({ page, open }) => {
	await open();
	await openFilters(page);
	const context = filters(page).getByRole('switch', { name: 'Context' });
	await expect(context).toBeChecked();
	await context.click();
	await expect.poll(() => shown(page)).toEqual(ids(events.filter((e) => e.tier !== 'context')));
	expect(query(page)).toBe('?context=0');
	await page.reload();
	await ready(page);
	await openFilters(page);
	await expect(context).not.toBeChecked();
	await page.goBack();
	await expect(context).toBeChecked();
	await expect.poll(() => shown(page)).toEqual(all);
});

test(
	'agencies that share a lane are pressed together there, and one at a time in the panel',
	LONG,
	async ({ page, open }) => {
		await open();
		const ofLane = agencies.filter((a) => a.lane === agencyThatSharesALane.lane);
		await press(page, 'Agency', agencyThatSharesALane.lane);
		await expect.poll(() => shown(page)).toEqual(ids(events.filter((e) => ofLane.some((a) => names(e, a.id)))));
		await press(page, 'Agency', agencyThatSharesALane.lane);
		await expect.poll(() => query(page)).toBe('');
		await press(page, 'Agency', agencyThatSharesALane.short);
		await expect.poll(() => shown(page)).toEqual(ids(eventsOf(agencyThatSharesALane.id)));
		await page.reload();
		await ready(page);
		await openFilters(page);
		await expect(chip(page, 'Agency', agencyThatSharesALane.short)).toHaveAttribute('aria-pressed', 'true');
		await filters(page)
			.getByRole('button', { name: `Remove ${agencyThatSharesALane.short}` })
			.click();
		await expect.poll(() => shown(page)).toEqual(all);
	},
);

test('“Clear all” brings everything back in one step that Back undoes', async ({ page, open }) => {
	await open(`?agency=${most.id}&kind=${kind}&context=0&q=${commonWord}`);
	await openFilters(page);
	await filters(page).getByRole('button', { name: 'Clear all' }).click();
	await expect.poll(() => shown(page)).toEqual(all);
	expect(query(page)).toBe('');
	await expect(filters(page).locator('[aria-pressed="true"]')).toHaveCount(0);
	await expect(filters(page).getByRole('combobox', { name: /^Search / })).toHaveValue('');
	await expect(filters(page).getByRole('switch')).toBeChecked();
	await page.goBack();
	await expect(chip(page, 'Agency', most.short)).toHaveAttribute('aria-pressed', 'true');
	await expect(filters(page).getByRole('combobox', { name: /^Search / })).toHaveValue(commonWord);
});

test('a chosen event that filters hide stays in the record and says why', async ({ page, open }) => {
	await open(`?e=${unquotedEvent.id}&agency=${most.id}`);
	await expect(article(page, unquotedEvent.id)).toContainText('Hidden by the filters');
	await expect(articles(page)).toHaveCount(byMost.length + 1);
	expect(await counted(page)).toMatchObject({ passing: byMost.length, sum: all.length });
});

test('the count line is announced at rest, not at every press', LONG, async ({ page, open }) => {
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
	await openFilters(page);
	await filters(page)
		.getByRole('group', { name: 'Kind' })
		.evaluate((group) => {
			for (const press of group.querySelectorAll<HTMLButtonElement>('button')) press.click();
		});
	await press(page, 'Agency', most.short);
	await expectCount(page, byMost.length);
	expect(await page.evaluate(() => (globalThis as unknown as { said: string[] }).said.length)).toBeLessThan(3);
});
