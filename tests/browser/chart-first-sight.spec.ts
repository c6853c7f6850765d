/** The chart as it opens: every event is there, has a name, overlaps nothing, and is on its side of the axis. */
import type { Page } from '@playwright/test';
import {
	CLUSTER,
	buttons,
	clusters,
	countOf,
	drawn,
	eventNamed,
	nameBegins,
	nameEnds,
	plot,
	region,
	total,
} from './chart-reader.ts';
import { event, events, statusOf } from './facts.ts';
import { LONG, expect, longUnless, ready, test } from './page.ts';
import { agencyWithMostEvents, around, commonWord, eventWithEverything, eventsOf } from './picks.ts';
import { collisions, isAct, overlappingTicks, painted } from './painted.ts';
import { article, expectCount, filters, press, query, searchbox, openFilters } from './reader.ts';
import { shifts, watchShifts } from './shifts.ts';

test('at first sight no cluster holds more than 3 events, or a fifteenth of very many', async ({ page, open }) => {
	await open();
	await expect(buttons(page).first()).toBeVisible();
	const held = (await drawn(page)).map(countOf);
	expect(Math.max(...held)).toBeLessThanOrEqual(Math.max(3, events.length / 15));
	for (const cluster of await clusters(page).all())
		await expect(cluster).toHaveText(String(countOf((await cluster.getAttribute('aria-label'))!)));
});

test('at first sight four fifths of the events are labelled, or as many as there is room for', async ({
	page,
	open,
}) => {
	await open();
	const shown = (await painted(page)).filter((r) => r.what === 'label');
	expect(shown.length).toBeGreaterThanOrEqual(Math.min(0.8 * events.length, 34));
	const { x, width } = (await plot(page).boundingBox())!;
	expect(shown.filter((r) => r.left < x || r.right > x + width)).toEqual([]);
});

for (const [width, height] of [
	[1440, 900],
	[1366, 768],
	[1280, 720],
] as const) {
	test(`at ${width}×${height} the chart starts near the top and fits on the first screen`, async ({ page, open }) => {
		await page.setViewportSize({ width, height });
		await open();
		const box = (await plot(page).boundingBox())!;
		expect(box.y).toBeLessThanOrEqual(190);
		expect(box.y + box.height).toBeLessThanOrEqual(height);
	});
}

test('the stage takes at most 600 elements', async ({ page, open }) => {
	await open();
	await expect(buttons(page).first()).toBeVisible();
	expect(await page.locator('#stage *').count()).toBeLessThanOrEqual(600);
});

test('typefaces that load late move nothing, and labels fit in the typeface that is shown (E4)', async ({
	page,
	home,
}) => {
	let asked = 0;
	let release = () => {};
	const released = new Promise<void>((done) => (release = done));
	await page.route(/\.woff2$/, async (route) => {
		asked++;
		await released;
		await route.continue();
	});
	await watchShifts(page);
	await page.goto(home, { waitUntil: 'commit' });
	await ready(page);
	await expect(buttons(page).first()).toBeVisible();
	release();
	expect(await shifts(page)).toEqual([]);
	expect(asked).toBe(await page.locator('link[rel="preload"][as="font"]').count());
	expect(asked).toBeGreaterThan(1);
	const all = await painted(page);
	expect(all.map((r) => r.what)).toContain('label');
	expect(collisions(all)).toEqual([]);
	expect(await overlappingTicks(page)).toEqual([]);
});

/** Labels left of their marks, each with the width of the label and its distance from the mark. */
async function leftOfMarks(page: Page) {
	const all = await painted(page);
	const markOf = new Map(all.filter(({ what }) => what === 'mark').map((mark) => [mark.of, mark]));
	return new Map(
		all
			.filter(({ what, of, right }) => what === 'label' && right <= markOf.get(of)!.left)
			.map(({ of, left, right }) => [of, { width: right - left, gap: Math.round(markOf.get(of)!.left - right) }]),
	);
}

test('the chart is laid out again for a typeface that arrives after it was measured', async ({ page, home }) => {
	// `optional` leaves a tenth of a second for that, which no test can rely on; `swap` leaves as long as it takes.
	await page.route(/\.css$/, async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: (await response.text()).replaceAll('display:optional', 'display:swap') });
	});
	let release = () => {};
	const released = new Promise<void>((done) => (release = done));
	await page.route(/\.woff2$/, async (route) => {
		await released;
		await route.continue();
	});
	await page.goto(home, { waitUntil: 'commit' });
	await ready(page);
	await expect.poll(async () => (await leftOfMarks(page)).size).toBeGreaterThan(1);
	const before = await leftOfMarks(page);
	release();
	await page.evaluate(() => document.fonts.ready);
	await expect(async () => {
		const after = [...(await leftOfMarks(page))].filter(([name]) => before.has(name));
		expect(after.length).toBeGreaterThan(1);
		for (const [name, { width, gap }] of after) {
			expect(Math.abs(width - before.get(name)!.width), name).toBeGreaterThan(2);
			expect(Math.abs(gap - before.get(name)!.gap), name).toBeLessThanOrEqual(1);
		}
	}).toPass();
});

const VIEWS = [...['', '?scale=true', '?known=0'], ...[`?t=${around(3, 10)}`, `?agency=${agencyWithMostEvents.id}`]];
for (const width of [1440, 768]) {
	const details = longUnless(width === 1440);
	test(
		`at ${width} px no label overlaps a mark, a line or another label, and no words of the axis overlap`,
		details,
		async ({ page, open }) => {
			await page.setViewportSize({ width, height: 900 });
			for (const link of VIEWS) {
				await open(link);
				await expect(buttons(page).first()).toBeVisible();
				const all = await painted(page);
				expect(all.map((r) => r.what)).toContain('label');
				expect.soft(collisions(all), link).toEqual([]);
				expect(await plot(page).locator('span.tick').count()).toBeGreaterThan(2);
				expect.soft(await overlappingTicks(page), link).toEqual([]);
			}
		},
	);
}

test('every mark is named by title, date in words, agencies, status and quotes', LONG, async ({ page, open }) => {
	// Zoomed in so far that every event of the crowded weeks has its own mark.
	const heard = new Map<string, string>();
	for (const t of ['', `?t=${around(1, 2)}`, `?t=${around(-7, 11)}`]) {
		await open(t);
		await expect(buttons(page).first()).toBeVisible();
		for (const name of await drawn(page)) {
			if (CLUSTER.test(name))
				expect(name).toMatch(/^\d+ events, \d{1,2} [A-Z][a-z]+ \d{4}( to \d{1,2} [A-Z][a-z]+ \d{4})?$/);
			else heard.set(eventNamed(name) ?? `nobody: ${name}`, name);
		}
	}
	expect(heard.size).toBeGreaterThan(events.length / 2);
	for (const [id, name] of heard) {
		const begins = nameBegins(event(id));
		const words = (await article(page, id).locator('.when').textContent())!.replace(/\s+/g, '');
		// The article adds the duration to the date; the name has the date alone.
		const date = name.slice(begins.length, name.length - nameEnds(id).length - 2);
		expect(name).toBe(`${begins}${date}, ${nameEnds(id)}`);
		expect(words.startsWith(date.replace(/\s+/g, '')), `${words} begins with ${date}`).toBe(true);
	}
});

for (const width of [1440, 768]) {
	const details = LONG;
	test(
		`at ${width} px every event that passes is in one mark or cluster, once, whatever is filtered`,
		details,
		async ({ page, open }) => {
			await page.setViewportSize({ width, height: 900 });
			await open();
			await expect.poll(async () => total(await drawn(page))).toBe(events.length);
			await open(`?agency=${agencyWithMostEvents.id}`);
			await expect.poll(async () => total(await drawn(page))).toBe(eventsOf(agencyWithMostEvents.id).length);
			const status = statusOf(eventWithEverything);
			await open(`?status=${status}`);
			await expect.poll(async () => total(await drawn(page))).toBe(events.filter((e) => statusOf(e) === status).length);
			await open('?context=0');
			await expect.poll(async () => total(await drawn(page))).toBe(events.filter((e) => e.tier !== 'context').length);
		},
	);
}

test('facets and searches filter the chart and the count line alike', LONG, async ({ page, open }) => {
	await open();
	await expect.poll(async () => total(await drawn(page))).toBe(events.length);
	await press(page, 'Agency', agencyWithMostEvents.short);
	await expect.poll(async () => total(await drawn(page))).toBe(eventsOf(agencyWithMostEvents.id).length);
	await expectCount(page, eventsOf(agencyWithMostEvents.id).length);
	await openFilters(page);
	await filters(page).getByRole('button', { name: 'Clear all' }).click();
	await expect.poll(async () => total(await drawn(page))).toBe(events.length);
	await searchbox(page).fill(commonWord);
	await expect.poll(async () => total(await drawn(page))).toBeLessThan(events.length);
	await expectCount(page, total(await drawn(page)));
	expect(query(page)).toContain(`q=${commonWord}`);
});

for (const width of [1440, 768]) {
	test(
		`at ${width} px operations are above the axis and everything else below`,
		longUnless(width === 768),
		async ({ page, open }) => {
			await page.setViewportSize({ width, height: 900 });
			await open();
			const axis = (await region(page).locator('rect.axis').first().boundingBox())!;
			const marks = (await painted(page)).filter((r) => r.what === 'mark' && !CLUSTER.test(r.of));
			const wrong = marks.filter((m) => (isAct(m.of) ? m.bottom > axis.y : m.top < axis.y + axis.height));
			expect(wrong).toEqual([]);
			expect(marks.filter((m) => m.bottom <= axis.y)).not.toEqual([]);
		},
	);
}

test(
	'the chart has at most 600 elements, at most 100 of them neither marks, labels nor axis words',
	LONG,
	async ({ page, open }) => {
		for (const query of ['', '?known=0', '?scale=true', `?t=${around(3, 10)}`]) {
			await open(query);
			await expect(buttons(page).first()).toBeVisible();
			const inChart = region(page).locator('.plot *, .overview *');
			const many = region(page).locator('.plot .at, .plot button, .plot .label, .plot span.tick');
			const [all, marks] = [await inChart.count(), await many.count()];
			expect(all).toBeGreaterThan(marks);
			expect(all).toBeLessThanOrEqual(600);
			expect(all - marks).toBeLessThanOrEqual(100);
		}
	},
);
