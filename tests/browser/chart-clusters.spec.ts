/** Clusters: pressing one lists its events, or zooms in on very many of them, and focus is never lost. */
import type { Page } from '@playwright/test';
import { makeCase } from '../cases.ts';
import { builtFrom } from './built.ts';
import {
	CLUSTER,
	buttons,
	chosen,
	drawn,
	focusedMark,
	kept,
	places,
	plot,
	rested,
	countOf,
	standingAlone,
	step,
	tabToMarks,
} from './chart-reader.ts';
import { LONG, expect, longUnless, test } from './page.ts';
import { around, quotedEvent } from './picks.ts';
import { focusedEvent } from './reader.ts';

/** At true scale, events of neighbouring days overlap. */
const CLOSE = ['?scale=true', `?scale=true&t=${around(100, 400)}`];
/** So many events that on some days no zoom can separate them. */
const crowded = builtFrom('crowded', (folder) => makeCase(folder, 300));
const list = (page: Page) => page.getByRole('dialog', { name: /^\d+ events$/ });
const called = (page: Page, name: string) => plot(page).getByRole('button', { name, exact: true });
const walkToCluster = async (page: Page) => {
	for (let i = 0; i < 40 && !CLUSTER.test((await focusedMark(page))!); i++) await step(page, 'ArrowRight');
	return (await focusedMark(page))!;
};
/** As many events as are always listed. */
const LISTED = 12;
const zoomButton = (page: Page) => list(page).getByRole('button', { name: 'Zoom in on these' });
/** Names of the clusters that are drawn. */
const clustersOf = async (page: Page) => {
	await expect(buttons(page).first()).toBeVisible();
	return (await drawn(page)).filter((name) => CLUSTER.test(name));
};
/** Presses clusters until one lists its members. @returns its name */
async function untilListed(page: Page, act: () => Promise<string>) {
	let name = '';
	for (let i = 0; i < 6 && !(await list(page).isVisible()); i++) {
		const before = kept(page);
		name = await act();
		await expect.poll(async () => (await list(page).isVisible()) || kept(page) !== before, name).toBe(true);
	}
	await expect(list(page)).toBeVisible();
	return name;
}

crowded(
	'Enter on a cluster that no zoom parts lists its members, and Esc from a chosen one returns to the cluster',
	LONG,
	async ({ page, open }) => {
		await open();
		await tabToMarks(page);
		const name = await untilListed(page, async () => {
			const cluster = await walkToCluster(page);
			await page.keyboard.press('Enter');
			return cluster;
		});
		await page.keyboard.press('Escape');
		await expect.poll(() => focusedMark(page)).toBe(name);
		await page.keyboard.press('Enter');
		await expect(list(page)).toBeVisible();
		await page.keyboard.press('Enter');
		await expect.poll(() => focusedEvent(page)).not.toBeNull();
		const id = await focusedEvent(page);
		expect(chosen(page)).toBe(id);
		await page.keyboard.press('Escape');
		await expect.poll(() => focusedMark(page)).toBe(name);
		expect(chosen(page)).toBeNull();
	},
);

crowded('Enter directly after Esc lists the members again', LONG, async ({ page, open }) => {
	await open();
	await tabToMarks(page);
	await untilListed(page, async () => {
		const cluster = await walkToCluster(page);
		await page.keyboard.press('Enter');
		return cluster;
	});
	// No waiting in between: the browser reports a closed dialog with a delay.
	await Promise.all(['Escape', 'Enter'].map((key) => page.keyboard.press(key)));
	await expect.poll(() => list(page).locator('button:focus').count()).toBe(1);
	await expect(list(page)).toBeVisible();
});

crowded('a list of members opened by mouse gives focus back to its cluster', LONG, async ({ page, open }) => {
	await open();
	await expect(buttons(page).first()).toBeVisible();
	const name = await untilListed(page, async () => {
		// A press on an edge cluster moves the view, which makes it another cluster. So only inner ones are used.
		const { width } = (await plot(page).boundingBox())!;
		const inside = Object.entries(await places(page)).filter(([n, x]) => CLUSTER.test(n) && x > 40 && x < width - 40);
		const [cluster] = inside.toSorted(([a], [b]) => countOf(b) - countOf(a))[0]!;
		await called(page, cluster).click();
		return cluster;
	});
	await page.keyboard.press('Escape');
	await expect.poll(() => focusedMark(page)).toBe(name);
});

for (const link of CLOSE) {
	const details = longUnless(link === CLOSE[0]);
	test(`at ${link} Enter on every cluster lists its events, and nothing moves`, details, async ({ page, open }) => {
		await open(link);
		const all = (await clustersOf(page)).filter((name) => countOf(name) <= LISTED);
		expect(all.length).toBeGreaterThan(0);
		const [before, view] = [await places(page), kept(page)];
		for (const name of all) {
			const cluster = called(page, name).first();
			await cluster.press('Enter');
			await expect(list(page).getByRole('listitem')).toHaveCount(countOf(name));
			await expect(list(page).getByRole('listitem').first().getByRole('button')).toBeFocused();
			expect(await places(page)).toEqual(before);
			expect(kept(page)).toBe(view);
			await page.keyboard.press('Escape');
			await expect(list(page)).toHaveCount(0);
			await expect(cluster).toBeFocused();
		}
	});
}

test('“Zoom in on these” shows the events of a cluster apart, and focus moves to a mark', async ({ page, open }) => {
	await open(CLOSE[0]);
	const all = await clustersOf(page);
	const alone = await standingAlone(page);
	let name: string | undefined;
	for (const tried of all) {
		await called(page, tried).first().click();
		await expect(list(page)).toBeVisible();
		if (await zoomButton(page).isVisible()) {
			name = tried;
			break;
		}
		// Its events are of one day, which no zoom separates.
		await page.keyboard.press('Escape');
	}
	if (!name) throw new Error('No cluster at first sight can be zoomed into.');
	await expect(zoomButton(page)).toBeInViewport({ ratio: 1 });
	await zoomButton(page).click();
	await rested(page, null);
	await expect(list(page)).toHaveCount(0);
	await expect(called(page, name)).toHaveCount(0);
	const splitHidden = (await standingAlone(page)).filter((id) => !alone.includes(id));
	expect(splitHidden.length).toBeGreaterThan(0);
	await expect.poll(() => focusedMark(page)).not.toBeNull();
});

crowded('a cluster of too many events to list zooms in where that separates them', LONG, async ({ page, open }) => {
	await open('?scale=true');
	const large = (await clustersOf(page)).toSorted((a, b) => countOf(b) - countOf(a))[0]!;
	expect(countOf(large)).toBeGreaterThan(LISTED);
	await called(page, large).first().press('Enter');
	await rested(page, null);
	await expect(list(page)).toHaveCount(0);
	await expect(called(page, large)).toHaveCount(0);
});

test('above an open event the list of a cluster is in the window', async ({ page, open }) => {
	await open(`?e=${quotedEvent.id}&scale=true`);
	for (const name of await clustersOf(page)) {
		// By key, as the name of a related event may cover a pale cluster where all are on few days.
		await called(page, name).first().press('Enter');
		await expect(list(page)).toBeInViewport({ ratio: 1 });
		await page.keyboard.press('Escape');
	}
});

test('when zooming splits a focused cluster, focus moves to a mark', LONG, async ({ page, open }) => {
	await open(CLOSE[0]);
	await tabToMarks(page);
	await page.keyboard.press('Home');
	for (let i = 0; i < 40 && !CLUSTER.test((await focusedMark(page))!); i++) await step(page, 'ArrowRight');
	for (let i = 0; i < 5; i++) await page.keyboard.press('+');
	await rested(page, null);
	await expect.poll(() => focusedMark(page)).not.toBeNull();
});
