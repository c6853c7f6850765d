/** Downloaded pictures: they say what they show, are complete, and have nothing of a later day. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { events, names, publicDay, theCase } from './facts.ts';
import { expect, LONG, longUnless, test } from './page.ts';
import { agencyWithMostEvents, dayBeforeQuotes, quotedEvent } from './picks.ts';
import { pressInMore } from './reader.ts';
import { textsIn } from '../svg.ts';

const inWords = (day: string) =>
	new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

async function saved(page: Page, button: RegExp) {
	const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
	return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}
/** The texts of a picture, its size, and the number of its embedded typefaces. */
function read(svg: string) {
	const size = ['width', 'height'].map((name) => Number(new RegExp(`^<svg[^>]* ${name}="(\\d+)"`).exec(svg)![1]));
	return { size, words: textsIn(svg).map(({ words }) => words), fonts: svg.match(/@font-face/g)?.length };
}

const SCREENS = { '1440×900': [1440, 900], 'a phone': [390, 844] } as const;
for (const [screen, [width, height]] of Object.entries(SCREENS))
	test(
		`the chart and the delays at ${screen} have each event and the caution`,
		longUnless(width > 1000),
		async ({ page, open, home }) => {
			await page.setViewportSize({ width, height });
			await open();
			const finding = (await page.locator('header .deck').first().innerText()).replace(/\s+/g, ' ');
			await pressInMore(page, 'Use this view');
			for (const of of ['The chart', 'The delays']) {
				const { name, bytes } = await saved(page, new RegExp(`^SVG: download, ${of}`));
				expect(name).toMatch(/\.svg$/);
				const { size, words, fonts } = read(bytes.toString());
				const all = words.join(' ');
				expect(all).toContain(finding);
				for (const line of [theCase.title, home, `of ${events.length} events`]) expect(all).toContain(line);
				for (const word of theCase.footer.split(' ')) expect(all).toContain(word);
				expect(fonts).toBe(await page.locator('link[rel="preload"][as="font"]').count());
				if (of === 'The delays') {
					const png = PNG.sync.read((await saved(page, /^PNG: download, The delays/)).bytes);
					expect([png.width, png.height]).toEqual(size.map((n) => 2 * n));
					// The picture is drawn: it has more than one colour.
					expect(new Set(png.data.filter((_, i) => i % 4 === 0)).size).toBeGreaterThan(20);
				} else if (width > 1000) {
					const labels = events.filter(({ tier }) => tier === 'core').map(({ label }) => label);
					expect(labels.filter((label) => !words.includes(label))).toEqual([]);
				}
			}
		},
	);

test('as of a day it has nothing later, and names its filters', async ({ page, open }) => {
	const { id, short } = agencyWithMostEvents;
	await open(`?asof=${dayBeforeQuotes}&agency=${id}`);
	await pressInMore(page, 'Use this view');
	const { name, bytes } = await saved(page, /^SVG: download, The chart/);
	expect(name).toContain(dayBeforeQuotes);
	const { words } = read(bytes.toString());
	const all = words.join(' ');
	expect(all).toContain(`Agency: ${short}`);
	expect(all).toContain(`as of ${inWords(dayBeforeQuotes)}`);
	expect(all).not.toContain('of this record');
	const later = events.filter((e) => publicDay(e) > dayBeforeQuotes || !names(e, id)).map(({ label }) => label);
	const shown = new Set(events.filter((e) => !later.includes(e.label)).map(({ label }) => label));
	expect(words.filter((word) => later.includes(word) && !shown.has(word))).toEqual([]);
});

test('of an event it is what a network shows', LONG, async ({ page, open }) => {
	await open(`?e=${quotedEvent.id}`);
	await page.getByRole('button', { name: 'Use this event', exact: true }).click();
	const { bytes } = await saved(page, /^PNG: download/);
	const { width, height } = PNG.sync.read(bytes);
	expect([width, height]).toEqual([2400, 1260]);
});

test('is copied as a picture', LONG, async ({ page, open, context, home }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(home).origin });
	await open(`?e=${quotedEvent.id}`);
	await page.getByRole('button', { name: 'Use this event', exact: true }).click();
	await page.getByRole('button', { name: /^Copy picture/ }).click();
	const types = () => page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
	await expect.poll(types).toContain('image/png');
});

test('when the browser refuses to copy a picture, only that is reported', async ({ page, open }) => {
	await open(`?e=${quotedEvent.id}`);
	await page.getByRole('button', { name: 'Use this event', exact: true }).click();
	await page.getByRole('button', { name: /^Copy picture/ }).click();
	await expect(page.getByRole('alert').filter({ hasText: 'Your browser does not allow it.' })).toBeVisible();
});
