/** With text spacing set by the reader (WCAG 2.2, "Text Spacing"), text overlaps nothing. */
import type { Page } from '@playwright/test';
import { expect, test } from './page.ts';
import { sideways } from './reader.ts';

const SPACING = `
	* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
	p { margin-bottom: 2em !important; }`;
const spread = (page: Page) =>
	page.evaluate((css) => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(css);
		document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
	}, SPACING);

/** Labels of the chart that overlap another label or a drawn mark, and the number of all labels. */
const labels = (page: Page) =>
	page.evaluate(() => {
		const boxes = [...document.querySelectorAll<HTMLElement>('.plot .label')]
			.filter((label) => label.checkVisibility())
			.map((label) => ({ words: label.textContent, box: label.getBoundingClientRect(), of: label.closest('button') }));
		const marks = [...document.querySelectorAll('.plot button.mark:not(.bar)')].map((mark) => {
			const { left, top, width, height } = mark.getBoundingClientRect();
			return { mark, x: left + width / 2, y: top + height / 2 };
		});
		const across = boxes.flatMap(({ words, box, of }, i) => [
			...boxes
				.slice(i + 1)
				.filter(({ box: b }) => box.left < b.right - 1 && b.left < box.right - 1)
				// The box of a line is higher than its words, so only labels on the same line count.
				.filter(({ box: b }) => Math.abs(box.top + box.height / 2 - b.top - b.height / 2) < 10)
				.map((other) => `${words} across ${other.words}`),
			...marks
				.filter(({ x, y }) => x > box.left && x < box.right && Math.abs(y - box.top - box.height / 2) < 7)
				.map(({ mark }) => `${words} across ${mark === of ? 'its own mark' : mark.ariaLabel!}`),
		]);
		return { across, count: boxes.length };
	});

for (const [width, height] of [
	[1440, 900],
	[768, 1024],
] as const)
	test(`at ${width}×${height} the labels of the chart are placed with their new width`, async ({ page, open }) => {
		await page.setViewportSize({ width, height });
		await open();
		await expect.poll(async () => (await labels(page)).count).toBeGreaterThan(0);
		expect((await labels(page)).across).toEqual([]);
		await spread(page);
		await expect.poll(async () => (await labels(page)).across).toEqual([]);
		expect((await labels(page)).count).toBeGreaterThan(0);
		expect(await sideways(page)).toBe(0);
	});
