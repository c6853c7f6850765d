/** The chart looks as it did at three widths, by day and by night; and axe finds nothing in any of six states. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { buttons, region } from './chart-reader.ts';
import { expect, test } from './page.ts';

const STATES: Readonly<Record<string, string>> = {
	first: '',
	'true-scale': '?scale=true',
	threads: '?e=proud-boys-emails-2020',
	known: '?known=1',
	zoomed: '?t=2020-10-18..2020-10-31',
	fbi: '?agency=fbi',
};
/** Which of them are kept as pictures: each state, width and theme at least once, and all of what a desk shows by day. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
	'1440-light': Object.keys(STATES),
	'1440-dark': ['first'],
	'768-light': ['threads'],
	'768-dark': ['zoomed'],
	'390-light': ['first', 'zoomed'],
	'390-dark': ['known'],
};
/** A mark that moves by 3 px changes more; letters smoothed in another way by another Chromium change less than `threshold`. */
const TOLERANCE = { maxDiffPixels: 40, threshold: 0.2 };

/** Fonts are shown if they come in time: from the cache they always do. */
async function withFonts(page: Page, open: () => Promise<void>) {
	await expect(async () => {
		await open();
		const isShown = await page.evaluate(async () => {
			await document.fonts.ready;
			const width = (family: string) => {
				const probe = document.createElement('span');
				probe.textContent = 'Threatening emails, Company profiled, 20 October 2020';
				probe.style.cssText = `position: absolute; font: 500 12px ${family}`;
				document.body.append(probe);
				const { width } = probe.getBoundingClientRect();
				probe.remove();
				return width;
			};
			const isLoaded = [...document.fonts].some((f) => f.family.includes('Public Sans') && f.status === 'loaded');
			return isLoaded && width('"Public Sans", monospace') !== width('monospace');
		});
		expect(isShown).toBe(true);
	}).toPass();
}

for (const colorScheme of ['light', 'dark'] as const) {
	for (const width of [1440, 768, 390]) {
		test.describe(`${colorScheme}, ${width} px`, () => {
			// High enough for the whole chart to be in view below the filters.
			test.use({ colorScheme, viewport: { width, height: 1600 } });

			test('the chart looks as it did in six states, and axe finds nothing in it', async ({ page, open }) => {
				test.slow();
				for (const [state, link] of Object.entries(STATES)) {
					await withFonts(page, () => open(link));
					await expect(buttons(page).first()).toBeVisible();
					await page.evaluate(() => scrollTo(0, 0));
					if (KEPT[`${width}-${colorScheme}`]!.includes(state))
						await expect
							.soft(region(page))
							.toHaveScreenshot(`chart-${state}-${width}-${colorScheme}.png`, { ...TOLERANCE, animations: 'disabled' });
					const { violations, passes } = await new AxeBuilder({ page }).include('section.chart').analyze();
					expect(passes).not.toEqual([]);
					expect.soft(violations.flatMap((v) => v.nodes.map((n) => `${state}: ${v.id}: ${n.html}`))).toEqual([]);
				}
			});
		});
	}
}
