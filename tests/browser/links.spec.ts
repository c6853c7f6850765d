/** Links with any content: a bad part is ignored, is reported in one line, and does not affect the rest. */
import { events, ids } from './facts.ts';
import { LONG, expect, longUnless, test } from './page.ts';
import {
	agencyApart,
	agencyWithMostEvents,
	around,
	commonWord,
	eventWithEverything,
	eventsOf,
	unquotedEvent,
} from './picks.ts';
import {
	article,
	countLine,
	expectCount,
	expectOpen,
	heading,
	openBodies,
	pressInMore,
	query,
	searchbox,
	shown,
} from './reader.ts';

const all = ids(events);
const byMost = eventsOf(agencyWithMostEvents.id);
const notQuoted = events.find((e) => e.quotes.length && e.id !== eventWithEverything.id)!.quotes[0]!;
const VERY_LONG = 'x'.repeat(6000);

/** [what is in the link, which part the notice names] */
const BROKEN: readonly (readonly [string, RegExp])[] = [
	['?e=no-such-event', /event “no-such-event”/],
	['?p=no-such-quote', /quote “no-such-quote”/],
	['?agency=kgb', /agency “kgb”/],
	['?kind=miracle', /kind “miracle”/],
	['?status=TRUE', /status “TRUE”/],
	['?context=maybe', /context “maybe”/],
	['?t=yesterday', /time “yesterday”/],
	['?t=2020-10-31..2020-10-18', /time “2020-10-31\.\.2020-10-18”/],
	['?t=2020-02-31..2020-03-01', /time “2020-02-31\.\.2020-03-01”/],
	['?t=2020-10-18..2020-10-20..2020-10-21', /time “2020-10-18\.\.2020-10-20/],
	['?s=no-such-source', /source “no-such-source”/],
	['?e=%E0%A4%A', /event “/],
	['?agency=%E0%A4%A', /agency “/],
	['?e=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E', /event “<img src=x/],
	['?e=__proto__', /event “__proto__”/],
	['?kind=constructor', /kind “constructor”/],
	[`?e=${VERY_LONG}`, /event “x{40}…”/],
	[`?kind=${VERY_LONG}`, /kind “x{40}…”/],
];
/** Unit tests cover how links are parsed. The page treats all bad parts of a kind alike, so a few run every time. */
const EVERY_TIME = ['?p=no-such-quote', '?e=%E0%A4%A', '?zzz=%E0%A4%A'];
for (const [link, named] of BROKEN) {
	const details = longUnless(EVERY_TIME.includes(link));
	test(
		`a link with ${link.slice(0, 60)} opens the whole page and names the ignored part`,
		details,
		async ({ page, open }) => {
			await open(link);
			expect(await shown(page)).toEqual(all);
			await expectCount(page, events.length);
			const notice = page.getByRole('alert');
			await expect(notice).toContainText('Part of this link was not understood and is left out');
			await expect(notice).toContainText(named);
			expect(query(page)).toBe('');
			await expect(page.locator('img')).toHaveCount(0);
			await notice.getByRole('button', { name: 'Dismiss' }).click();
			await expect(notice).toBeEmpty();
			await heading(page, eventWithEverything.id).click();
			await expectOpen(page, eventWithEverything.id);
		},
	);
}

const SILENT = [
	'?utm_source=letter&fbclid=1',
	'?zzz=%E0%A4%A',
	'?e=&p=&q=&agency=&kind=&status=&context=&t=&s=',
	'?e&agency&q',
	'?&&=&=x',
	'?agency=,,,',
	'?q=+++',
	'?context=1',
	'?__proto__=x&constructor=y',
];
for (const link of SILENT) {
	const details = longUnless(EVERY_TIME.includes(link));
	test(`a link with ${link} opens the whole page without a notice`, details, async ({ page, open }) => {
		await open(link);
		expect(await shown(page)).toEqual(all);
		await expect(page.getByRole('alert')).toBeEmpty();
		await expectCount(page, events.length);
	});
}

test('the valid parts of a link are followed beside the bad ones', async ({ page, open }) => {
	await open(`?agency=${agencyWithMostEvents.id},kgb&kind=nothing&e=${eventWithEverything.id}&t=soon`);
	expect(await shown(page)).toEqual(ids(byMost));
	await expectOpen(page, eventWithEverything.id);
	const notice = page.getByRole('alert');
	for (const part of ['agency “kgb”', 'kind “nothing”', 'time “soon”']) await expect(notice).toContainText(part);
	await expect(notice).not.toContainText(agencyWithMostEvents.id);
	expect(query(page)).toBe(`?e=${eventWithEverything.id}&agency=${agencyWithMostEvents.id}`);
});

test(
	'with two events in a link the first counts and the other is named; with agencies all count (A19)',
	LONG,
	async ({ page, open }) => {
		await open(`?agency=${agencyWithMostEvents.id}&agency=${agencyApart.id}&e=${unquotedEvent.id}&e=no-such-event`);
		const passing = [...byMost, ...eventsOf(agencyApart.id), unquotedEvent];
		expect(new Set(await shown(page))).toEqual(new Set(ids(passing)));
		await expectOpen(page, unquotedEvent.id);
		await expect(page.getByRole('alert')).toContainText('event “no-such-event”');
	},
);

test('a value given twice is one value', LONG, async ({ page, open }) => {
	await open(`?agency=${[agencyWithMostEvents.id, agencyWithMostEvents.id, '', agencyWithMostEvents.id].join()}`);
	expect(await shown(page)).toEqual(ids(byMost));
	expect(query(page)).toBe(`?agency=${agencyWithMostEvents.id}`);
	await expect(page.getByRole('alert')).toBeEmpty();
});

test('a quote of another event does not change which event is chosen', LONG, async ({ page, open }) => {
	await open(`?e=${eventWithEverything.id}&p=${notQuoted.id}`);
	await expectOpen(page, eventWithEverything.id);
	await expect(openBodies(page)).toHaveCount(1);
	expect(query(page)).toBe(`?e=${eventWithEverything.id}`);
});

test(
	'a search that is too long is ignored and named, and the box does not accept one (A9)',
	LONG,
	async ({ page, open }) => {
		await open(`?q=${VERY_LONG}`);
		await expect(page.getByRole('alert')).toContainText(/search “x{40}…”/);
		await expect(searchbox(page)).toHaveValue('');
		await expectCount(page, events.length);
		await searchbox(page).fill(VERY_LONG);
		await expect(page.getByRole('main')).toContainText('No event passes ');
		expect(query(page).length).toBeLessThan(600);
	},
);

test('a broken percent sign in a search is searched for literally', LONG, async ({ page, open }) => {
	await open('?q=%E0%A4%A');
	await expect(searchbox(page)).not.toHaveValue('');
	await expect(countLine(page)).toHaveText(new RegExp(` of ${events.length} events`));
});

test('a time span keeps the whole record and counts the events outside', LONG, async ({ page, open }) => {
	await open(`?t=${around(3, 10)}`);
	expect(await shown(page)).toEqual(all);
	await expectCount(page, events.length, ' · \\d+ in view, [1-9]\\d* outside$');
	expect(query(page)).toBe(`?t=${around(3, 10)}`);
});

test('the link copied from an event opens that event', LONG, async ({ page, open, home, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await open(`?e=${eventWithEverything.id}&agency=${agencyApart.id}`);
	await article(page, eventWithEverything.id).getByRole('button', { name: 'Copy link to this event' }).click();
	await expect(article(page, eventWithEverything.id).getByRole('button', { name: 'Link copied' })).toBeVisible();
	const link = await page.evaluate(() => navigator.clipboard.readText());
	expect(link).toBe(`${home}?e=${eventWithEverything.id}`);
});

test(
	'the link copied from the head opens the page in its current state',
	LONG,
	async ({ page, open, home, context }) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await open(`?e=${eventWithEverything.id}&agency=${agencyApart.id}&q=${commonWord}`);
		await pressInMore(page, 'Copy link');
		await expect(page.getByRole('banner').getByRole('button', { name: 'Link copied' })).toBeVisible();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
			`${home}?e=${eventWithEverything.id}&q=${commonWord}&agency=${agencyApart.id}`,
		);
	},
);
