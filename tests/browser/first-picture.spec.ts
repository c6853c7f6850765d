/** The prerendered picture equals the chart: what readers see before the script runs does not move afterwards. */
import type { Locator, Page } from '@playwright/test';
import { findChromium } from '../../tools/chromium.mjs';
import { buttons } from './chart-reader.ts';
import { withFonts } from './with-fonts.ts';
import { events } from './facts.ts';
import { LONG, expect, ready, test } from './page.ts';

/** The width for which the picture is laid out. */
const SCREEN = { width: 1200, height: 1000 };
// Font hinting would change the widths of words.
const found = findChromium() ?? { args: [] };
test.use({ viewport: SCREEN, launchOptions: { ...found, args: [...found.args, '--font-render-hinting=none'] } });

/** Left, top, right and bottom in pixels of the plot. */
type Box = readonly number[];

/** Words drawn in the plot, each with its place, so that equal words can be told apart. */
const words = (page: Page) =>
	page.locator('#stage .plot').evaluate((plot) => {
		const { left, top } = plot.getBoundingClientRect();
		const texts = document.createTreeWalker(plot, NodeFilter.SHOW_TEXT);
		const found: [string, number[]][] = [];
		while (texts.nextNode()) {
			const text = texts.currentNode;
			const range = document.createRange();
			range.selectNodeContents(text);
			const box = range.getBoundingClientRect();
			const name = text.textContent!.trim();
			// Chapter names become buttons over the plot later.
			if (name && box.width && !text.parentElement!.matches('.chapter'))
				found.push([name, [box.left - left, box.right - left, (box.top + box.bottom) / 2 - top]]);
		}
		return found.toSorted(([a, [x = 0]], [b, [y = 0]]) => a.localeCompare(b) || x - y);
	});
/** Middle of each mark and cluster, from the left and from the top. */
const sent = (page: Page): Promise<Box[]> =>
	page.locator('#stage .plot a .shape').evaluateAll((shapes) => {
		const { left, top } = shapes[0]!.closest('.plot')!.getBoundingClientRect();
		return shapes.map((shape) => {
			const box = shape.getBoundingClientRect();
			return [(box.left + box.right) / 2 - left, (box.top + box.bottom) / 2 - top];
		});
	});
const drawn = (page: Page): Promise<Box[]> =>
	buttons(page).evaluateAll((all) => {
		const { left, top } = all[0]!.closest('.plot')!.getBoundingClientRect();
		return all.map((button) => {
			const box = button.getBoundingClientRect();
			return [(box.left + box.right) / 2 - left, (box.top + box.bottom) / 2 - top];
		});
	});
const inOrder = (boxes: readonly Box[]) =>
	boxes.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => Math.round(b - d) || a - c);
/** Pairs that are more than a pixel apart. */
const apart = (a: readonly Box[], b: readonly Box[]) =>
	a.flatMap((box, i) => (box.every((n, at) => Math.abs(n - b[i]![at]!) <= 1) ? [] : [[box, b[i]]]));

test('marks, labels and the words of the axis are where the chart has them, within a pixel', async ({
	page,
	open,
	browser,
	home,
}) => {
	const still = await browser.newContext({ javaScriptEnabled: false, viewport: SCREEN });
	const before = await still.newPage();
	await withFonts(before, () => before.goto(home));
	await withFonts(page, open);
	await expect(buttons(page).first()).toBeVisible();
	const [marks, itsMarks] = [inOrder(await sent(before)), inOrder(await drawn(page))];
	expect(marks.length).toBeGreaterThan(events.length / 3);
	expect(itsMarks).toHaveLength(marks.length);
	expect(apart(marks, itsMarks)).toEqual([]);
	const [texts, itsTexts] = [await words(before), await words(page)];
	expect(itsTexts.map(([text]) => text)).toEqual(texts.map(([text]) => text));
	expect(
		apart(
			texts.map(([, box]) => box),
			itsTexts.map(([, box]) => box),
		),
	).toEqual([]);
	await still.close();
});

test('it looks like the chart', LONG, async ({ page, browser, home }) => {
	const plot = page.locator('#stage .plot');
	await page.route(/\/main-[^/]+\.js$/, async (route) => {
		await taken;
		await route.continue();
	});
	let go = () => {};
	const taken = new Promise<void>((done) => (go = done));
	await page.goto(home);
	await page.evaluate(() => document.fonts.ready);
	const box = (await plot.boundingBox())!;
	const before = await page.screenshot({ clip: box, animations: 'disabled' });
	go();
	await ready(page);
	await expect(buttons(page).first()).toBeVisible();
	expect(await plot.boundingBox()).toMatchObject({ x: box.x, y: box.y, width: box.width });
	const { height } = (await plot.boundingBox())!;
	const after = await page.screenshot({ clip: { ...box, height }, animations: 'disabled' });
	const blank = await browser.newPage();
	const share = await blank.evaluate(
		async ([a, b, height]) => {
			const pixels = async (png: string) => {
				const picture = new Image();
				picture.src = `data:image/png;base64,${png}`;
				await picture.decode();
				const canvas = new OffscreenCanvas(picture.width, Number(height)).getContext('2d')!;
				canvas.drawImage(picture, 0, 0);
				return canvas.getImageData(0, 0, picture.width, Number(height)).data;
			};
			const [one, other] = [await pixels(a!), await pixels(b!)];
			let unlike = 0;
			for (let i = 0; i < one.length; i += 4)
				if (Math.max(...[0, 1, 2].map((at) => Math.abs(one[i + at]! - other[i + at]!))) > 48) unlike++;
			return unlike / (one.length / 4);
		},
		[before.toString('base64'), after.toString('base64'), String(Math.floor(height))],
	);
	await blank.close();
	// Hatching and smoothed edges differ by 3.3 %. All marks in another colour would add 1.6 %.
	expect(share).toBeLessThan(0.04);
});

for (const width of [1200, 1440, 1920]) {
	test(`vertical lines of the picture do not cross words, ${width} px wide`, async ({ browser, home }) => {
		const still = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 1000 } });
		const page = await still.newPage();
		await withFonts(page, () => page.goto(home));
		const plot = page.locator('#stage .plot');
		const lines = plot.locator('.marker, .shared:not(.below)');
		const show = (is: Locator, visibility: 'hidden' | 'visible') =>
			is.evaluateAll((all, how) => all.forEach((e) => ((e as SVGElement).style.visibility = how)), visibility);
		const crossed = await plot.evaluate((svg) => {
			const at = [...svg.querySelectorAll('.marker, .shared:not(.below)')].map((line) => line.getBoundingClientRect());
			return [...svg.querySelectorAll('text')]
				.map((text) => text.getBoundingClientRect())
				.filter((box) => at.some((l) => l.x > box.left && l.x < box.right && l.top < box.bottom && l.bottom > box.top))
				.map(({ x, y, width, height }) => ({ x, y, width, height }));
		});
		expect(crossed.length).toBeGreaterThan(0);
		await show(plot.locator('text'), 'hidden');
		const seen = async () => Promise.all([plot.screenshot(), ...crossed.map((clip) => page.screenshot({ clip }))]);
		const [all, ...drawn] = await seen();
		await show(lines, 'hidden');
		const [without, ...bare] = await seen();
		// The lines change the picture, but none of its words.
		expect(all.equals(without)).toBe(false);
		expect(drawn.map((buffer, i) => buffer.equals(bare[i]!))).toEqual(crossed.map(() => true));
		await still.close();
	});
}
