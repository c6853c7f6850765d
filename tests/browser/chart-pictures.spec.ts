/** Visual regression tests of the chart: six states, three widths, both themes. */
import type { Page } from '@playwright/test';
import { findChromium } from '../../tools/chromium.mjs';
import { makeCase } from '../cases.ts';
import { builtFrom } from './built.ts';
import { buttons, region } from './chart-reader.ts';
import { withFonts } from './with-fonts.ts';
import { expect, longUnless } from './page.ts';

const STATES: Readonly<Record<string, string>> = {
	first: '',
	'true-scale': '?scale=true',
	threads: '?e=repair-decided-2021',
	'without-delays': '?known=0',
	zoomed: '?t=2021-03-01..2021-03-12',
	filtered: '?agency=council',
};
/** A made-up case, so that changes of the real one change no picture. */
const test = builtFrom('pictures', (folder) => makeCase(folder, 40, 'tests/case'));

/** Detects a mark that moves by 3 px or changes colour. Text is left out: each Chromium smooths it differently. */
const STRICT = { maxDiffPixels: 24, animations: 'disabled' } as const;
/** Only the first sight is compared with text, and with a tolerance for its smoothing. */
const LOOSE = { maxDiffPixelRatio: 0.01, animations: 'disabled' } as const;
const WITH_LETTERS: readonly string[] = ['1440-light', '768-dark'];

const found = findChromium() ?? { args: [] };
test.use({ launchOptions: { ...found, args: [...found.args, '--font-render-hinting=none'] } });

/** Inserts rules, because the page's policy allows no new style element. */
const withoutLetters = (page: Page) =>
	page.evaluate(() => {
		const [sheet] = [...document.styleSheets];
		sheet!.insertRule(
			'#stage :is(text, .label, span.tick, .chapter, .overview-name, .lanes :is(bdi, b)) { visibility: hidden }',
			sheet!.cssRules.length,
		);
		sheet!.insertRule('#stage .cluster, #stage .name { color: transparent !important }', sheet!.cssRules.length);
	});

/** The first sight has every form of mark, label and delay; the other states repeat them. */
const TELLING = 'first';

for (const colorScheme of ['light', 'dark'] as const) {
	for (const width of [1440, 768]) {
		test.describe(`${colorScheme}, ${width} px`, () => {
			// High enough for the whole chart to be in view below the filters.
			test.use({ colorScheme, viewport: { width, height: 1600 } });

			for (const [state, link] of Object.entries(STATES)) {
				const isTelling = width !== 768 && state === TELLING;
				const details = longUnless(isTelling);
				test(`${state}: the chart looks as it did`, details, async ({ page, open }) => {
					await withFonts(page, () => open(link));
					await expect(buttons(page).first()).toBeVisible();
					await page.evaluate(() => scrollTo(0, 0));
					const name = `chart-${state}-${width}-${colorScheme}`;
					if (state === 'first' && WITH_LETTERS.includes(`${width}-${colorScheme}`))
						await expect.soft(region(page)).toHaveScreenshot(`${name}-letters.png`, LOOSE);
					await withoutLetters(page);
					await expect.soft(region(page).locator('#stage')).toHaveScreenshot(`${name}.png`, STRICT);
				});
			}
		});
	}
}
