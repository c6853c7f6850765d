/** The page of a million events: loaded and queried in a worker, used by keyboard; the page of the case has none of its code. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { labelOf } from '../../src/table/event-table.ts';
import { BAR } from '../../src/layout/columns.ts';
import { EVERYTHING, queryEngine, type Query } from '../../src/table/query.ts';
import { detailOf } from '../large/generate.ts';
import { found } from './axe.ts';
import { buttons, countOf, drawn, focusedMark, step, tabToMarks } from './chart-reader.ts';
import { article, enterAnEvent, grouped, MILLION, progress, drawnWhole, test } from './large-reader.ts';
import { LONG, dist, expect } from './page.ts';
import { countLine, sideways } from './reader.ts';

// One worker for all tests: the million events are made only once.
test.describe.configure({ mode: 'default' });

const counts = (n: number) => new RegExp(`^${grouped(n)} of 1,000,000 events( · |$)`);

/** Records what a reader sees of the loading, from before the page starts. */
const watchLoading = (page: Page) =>
	page.addInitScript(() => {
		const seen = { progress: new Set<number>(), marks: new Set<number>() };
		const look = () => {
			const bar = document.querySelector('progress');
			if (bar?.hasAttribute('value')) seen.progress.add(bar.value);
			const marks = document.querySelectorAll('.plot .mark').length;
			if (marks) seen.marks.add(marks);
		};
		new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
		Object.assign(globalThis, { seen });
	});

test('a million events load in a worker, with progress, and are drawn lane by lane', async ({ page, large }) => {
	await watchLoading(page);
	await page.goto(large.url);
	await expect(progress(page)).toBeVisible();
	await drawnWhole(page);
	await expect(progress(page)).toHaveCount(0);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('1,000,000 synthetic events');
	await expect(countLine(page)).toHaveText('1,000,000 of 1,000,000 events');
	const { told, steps, fetched } = await page.evaluate(() => {
		const { seen } = globalThis as unknown as { seen: { progress: Set<number>; marks: Set<number> } };
		return {
			told: [...seen.progress],
			steps: seen.marks.size,
			fetched: performance.getEntriesByType('resource').map((r) => new URL(r.name).pathname),
		};
	});
	expect(told.length).toBeGreaterThan(5);
	expect(told).toEqual(told.toSorted((a, b) => a - b));
	// The page itself never fetches the bytes, and no task draws more than a lane.
	expect(page.workers()).toHaveLength(1);
	expect(fetched.filter((path) => path.endsWith('.columns'))).toEqual([]);
	expect(steps).toBeGreaterThanOrEqual(large.table.about.lanes.length);
	const names = await drawn(page);
	expect(names.reduce((sum, name) => sum + countOf(name), 0)).toBe(MILLION);
});

test('the chart with a million events is operable by keyboard', LONG, async ({ page, large }) => {
	await page.goto(large.url);
	await drawnWhole(page);
	await tabToMarks(page);
	for (const key of ['End', 'ArrowUp', 'Home']) {
		const name = await enterAnEvent(page);
		const heading = article(page).getByRole('heading', { level: 2 });
		await expect(heading).toBeFocused();
		const title = (await heading.textContent())!;
		expect(name.startsWith(title), `${name} opens ${title}`).toBe(true);
		const fetched = (await article(page).getByRole('blockquote').textContent())!;
		const row = Number(/^Number (\d+) /.exec(fetched)![1]);
		expect(labelOf(large.table.labels, row)).toBe(title);
		expect(fetched).toBe(detailOf(row).quote);
		await page.keyboard.press('Escape');
		await expect.poll(() => focusedMark(page)).not.toBeNull();
		await page.keyboard.press('0');
		await step(page, key);
	}
});

test('searches and filters in the worker find the same as without one', LONG, async ({ page, large }) => {
	const { run } = queryEngine(large.table);
	const rows = (query: Partial<Query>) => run({ ...EVERYTHING, ...query }).rows;
	await page.goto(large.url);
	await drawnWhole(page);
	const box = page.getByRole('searchbox', { name: 'Search the labels' });
	await box.pressSequentially('KAZEMI zur');
	await expect(countLine(page)).toHaveText(counts(rows({ text: 'kazemi zur' }).length));
	await page.getByRole('checkbox', { name: 'Only where a word begins' }).check();
	await box.fill('s re');
	const pressed = { ...EVERYTHING.pressed, lane: 1 << 2, shape: 1 << BAR };
	await page.getByRole('button', { name: /^FBI / }).click();
	await page.getByRole('button', { name: /^A span of time / }).click();
	await expect(page.getByRole('button', { name: /^FBI / })).toHaveAttribute('aria-pressed', 'true');
	const expected = rows({ text: 's re', wordStarts: true, pressed });
	expect(expected.length).toBeGreaterThan(1_000);
	await expect(countLine(page)).toHaveText(counts(expected.length));
	const names = await drawn(page);
	expect(names.reduce((sum, name) => sum + countOf(name), 0)).toBe(expected.length);
	await box.fill('nothing is called this');
	await expect(buttons(page)).toHaveCount(0);
	await page.getByRole('button', { name: 'Clear all' }).click();
	await expect(countLine(page)).toHaveText(counts(MILLION));
});

test(
	'with an event open axe finds nothing, and at 390 px the page does not scroll sideways',
	LONG,
	async ({ page, large }) => {
		await page.goto(large.small.url);
		await drawnWhole(page);
		await tabToMarks(page);
		await enterAnEvent(page);
		await expect(article(page).getByRole('blockquote')).toBeVisible();
		expect(await found(page)).toEqual([]);
		await page.setViewportSize({ width: 390, height: 800 });
		expect(await sideways(page)).toBe(0);
	},
);

test.describe('a failure', () => {
	test.use({ provoked: /ERR_FAILED|status of 404|^404: / });

	test('is reported with its reason, leaves the page as it was, and can be retried', LONG, async ({ page, large }) => {
		const { folder, url } = large.small;
		const [file, whole] = [join(folder, 'events.columns'), readFileSync(join(folder, 'events.columns'))];
		const alert = page.getByRole('alert');
		writeFileSync(file, '<!doctype html>');
		await page.goto(url);
		await expect(alert).toContainText('not a column file: it begins with “<!doctyp”. Another file is at this address');
		writeFileSync(file, whole);
		await alert.getByRole('button', { name: 'Try again' }).click();
		await drawnWhole(page);
		await expect(alert).toHaveCount(0);
		const before = await drawn(page);
		const spoilt: readonly (readonly [Uint8Array, RegExp])[] = [
			[whole.subarray(0, whole.length - 1), /the file ends there, 1 byte too early/],
			[whole.with(200_000, whole[200_000]! ^ 1), /start: bytes 104 to 480104 are not what was written/],
		];
		for (const [bytes, words] of spoilt) {
			writeFileSync(file, bytes);
			await page.getByRole('button', { name: 'Load again' }).click();
			await expect(alert).toHaveText(words);
			expect(await drawn(page)).toEqual(before);
		}
		await page.getByRole('searchbox').fill('kazemi');
		await expect(countLine(page)).toHaveText(/^\d\d of 60,000 events/);
		writeFileSync(file, whole);
		await alert.getByRole('button', { name: 'Try again' }).click();
		await expect(alert).toHaveCount(0);
		await expect(countLine(page)).toHaveText(/^60,000 of 60,000 events/);
	});

	test('of the details is reported at the event, and can be retried', LONG, async ({ page, large }) => {
		await page.route(/\/details\//, (route) => route.abort());
		await page.goto(large.small.url);
		await drawnWhole(page);
		await tabToMarks(page);
		const name = await enterAnEvent(page);
		const alert = article(page).getByRole('alert');
		await expect(alert).toContainText('The details could not be fetched.');
		expect(name.startsWith((await article(page).getByRole('heading').textContent())!)).toBe(true);
		await page.unroute(/\/details\//);
		await alert.getByRole('button', { name: 'Try again' }).click();
		await expect(article(page).getByRole('blockquote')).toContainText('was entered in the book');
		await expect(alert).toHaveCount(0);
	});
});

test('the page of the case loads neither the reader of column files nor a worker', ({ large }) => {
	const scripts = (folder: string) =>
		readdirSync(join(folder, 'assets'))
			.filter((name) => name.endsWith('.js'))
			.map((name) => readFileSync(join(folder, 'assets', name), 'utf8'));
	const signs = ['evtcols', 'timeline-worker', 'Search the labels', 'new Worker('];
	for (const sign of signs) {
		expect(
			scripts(large.folder).some((text) => text.includes(sign)),
			sign,
		).toBe(true);
		expect(
			scripts(dist).some((text) => text.includes(sign)),
			sign,
		).toBe(false);
	}
	expect(readFileSync(join(dist, 'index.html'), 'utf8')).not.toContain('worker');
});
