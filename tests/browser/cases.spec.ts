/** The same page works for a case of any kind with any number of events. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makeCase } from '../cases.ts';
import { serve } from '../server.ts';
import { builtFrom, make, madeCase } from './built.ts';
import { FIXTURES } from '../fixtures/fixtures.ts';
import { events as ours, ids, names, readCase, root } from './facts.ts';
import { LONG, expect, longUnless, test as plain } from './page.ts';
import {
	article,
	articles,
	expectCount,
	expectOpen,
	filters,
	heading,
	offered,
	openFilters,
	pane,
	press,
	pressInMore,
	shown,
	sideways,
} from './reader.ts';
import { sentencesOf } from '../../src/domain/model/sentences.ts';

for (const n of [1, ours.length + 1, 300]) {
	const name = `case-of-${n}`;
	const test = builtFrom(name, (folder) => makeCase(folder, n));

	test.describe(`a case of ${n}`, longUnless(n !== ours.length + 1), () => {
		test.describe.configure({ mode: 'default' });

		test('is complete when it opens, shows an event and filters by agency', async ({ page, open }, {
			parallelIndex,
		}) => {
			const { events, agencies } = readCase(madeCase(name, parallelIndex));
			expect(events).toHaveLength(n);
			await open();
			expect((await shown(page)).toSorted()).toEqual(ids(events).toSorted());
			await expectCount(page, n, '$', n);

			const quoted = events.findLast((e) => e.quotes.length)!;
			await heading(page, quoted.id).click();
			await expectOpen(page, quoted.id);
			for (const q of quoted.quotes) await expect(article(page, quoted.id)).toContainText(q.exact);

			const agency = agencies.find((a) => names(quoted, a.id))!;
			const passing = events.filter((e) => names(e, agency.id)).length;
			// While an event is open, the lane names above it cannot be pressed.
			await open();
			await press(page, 'Agency', agency.short);
			await expectCount(page, passing, '', n);
			await expect(articles(page)).toHaveCount(passing);
		});

		test('offers as filters what its events have, and nothing else', async ({ page, open }, { parallelIndex }) => {
			const { events, theCase } = readCase(madeCase(name, parallelIndex));
			const kinds = theCase.kinds!.map((k) => [k.name, events.filter((e) => e.kind === k.id).length] as const);
			await open();
			await openFilters(page);
			expect(await offered(page, 'Kind')).toEqual(new Map(kinds.filter(([, count]) => count > 0)));
			const has = { Who: events.some((e) => e.actors.length), Context: events.some((e) => e.tier === 'context') };
			await expect(filters(page).getByRole('group', { name: 'Who' })).toHaveCount(Number(has.Who));
			await expect(filters(page).getByRole('switch', { name: 'Context' })).toHaveCount(Number(has.Context));
		});

		test('as of a date, shows what was public by then, and nothing that became public later', async ({ page, open }, {
			parallelIndex,
		}) => {
			const { events, publicDay } = readCase(madeCase(name, parallelIndex));
			const days = events.map(publicDay).toSorted();
			for (const day of new Set([days[0]!, days[Math.floor(n / 2)]!])) {
				await open(`?asof=${day}`);
				const then = events.filter((e) => publicDay(e) <= day);
				expect((await shown(page)).toSorted()).toEqual(ids(then).toSorted());
				const text = await page.locator('body').innerText();
				const later = events.filter((e) => publicDay(e) > day);
				expect(
					later
						.filter((e) => text.includes(e.title) || sentencesOf(e).some((s) => text.includes(s.says)))
						.map((e) => e.id),
				).toEqual([]);
			}
		});
	});
}

const OFTEN = ['Arabic', 'no quotes'];

/** Texts with right-to-left letters in elements that set no direction. */
const undirected = (page: Page) =>
	page.evaluate(() => {
		const found: string[] = [];
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const { parentElement: at, textContent: text } = node;
			if (!/[\u0590-\u08ff]/.test(text!) || at!.closest('script, style, svg')) continue;
			if (!at!.closest('[dir=auto], bdi')) found.push(`${at!.localName}.${at!.className}: ${text!.trim()}`);
		}
		return found;
	});

for (const [name, write] of Object.entries(FIXTURES)) {
	const folder = name.replace(/\W+/g, '-').toLowerCase();
	const test = builtFrom(folder, write);

	test(
		`a case with ${name} opens completely, wide and narrow (F18)`,
		longUnless(OFTEN.includes(name)),
		async ({ page, open, home }, { parallelIndex }) => {
			const { events } = readCase(madeCase(folder, parallelIndex));
			await open();
			expect((await shown(page)).toSorted()).toEqual(ids(events).toSorted());
			await expectCount(page, events.length, '', events.length);
			await heading(page, events[0]!.id).click();
			await expectOpen(page, events[0]!.id);
			expect(await undirected(page)).toEqual([]);
			expect(await page.locator(':is(h1, h2, h3, h4, h5, dt, dd, li):empty').count()).toBe(0);
			await expect(pane(page)).toHaveCount(1);

			await page.getByRole('button', { name: 'As of today' }).click();
			await page.getByRole('button', { name: 'Back to today' }).click();
			expect(await sideways(page)).toBe(0);
			await page.setViewportSize({ width: 390, height: 844 });
			await expect.poll(() => sideways(page)).toBe(0);
			for (const path of [`events/${events[0]!.id}/index.html`, 'dossier.html']) {
				await page.goto(home + path);
				expect(await undirected(page)).toEqual([]);
				expect(await sideways(page), path).toBe(0);
			}
		},
	);
}

plain.describe('two cases on one host', () => {
	// These sites share one host, separate from that of the other tests.
	plain.use({ provoked: /^off-origin: / });

	plain('keep their readers’ choices and their addresses apart', LONG, async ({ page }, { parallelIndex }) => {
		const host = `node_modules/.neighbours-${parallelIndex}`;
		const [a, b] = ['no disputes', 'one agency'].map((name) => FIXTURES[name]!);
		await make(a!, `${host}-case`, `${host}/a`);
		await make(b!, `${host}-case`, `${host}/b`);
		const served = await serve(join(root, host));
		const theme = () => page.locator('html').getAttribute('data-theme');
		const open = async (path: string) => {
			await page.goto(served.url + path);
			if (!path.includes('/events/')) await page.locator('html[data-ready]').waitFor();
		};

		await open('a/index.html');
		await page.evaluate(() => localStorage.setItem('theme', 'solarized'));
		await open('a/index.html');
		expect(await theme()).toBeNull();
		await pressInMore(page, /^Theme/);
		const { events } = readCase(`${host}-case`);
		await heading(page, events[0]!.id).click();
		await expect(page).toHaveURL(`${served.url}a/index.html?e=${events[0]!.id}`);

		await open('b/index.html');
		expect(await theme()).toBeNull();
		await pressInMore(page, /^Theme/);
		await pressInMore(page, /^Theme/);
		for (const [path, chosen] of [
			['a/index.html', 'light'],
			[`a/events/${events[0]!.id}/index.html`, 'light'],
			['b/index.html', 'dark'],
			[`b/events/${events[0]!.id}/index.html`, 'dark'],
		] as const) {
			await open(path);
			expect(await theme(), path).toBe(chosen);
		}
		await served.close();
	});
});
