/** What a machine can check of WCAG 2.2 A and AA, and good practice, in the states of the chart. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { buttons, clusters, region, threads, toggle } from './chart-reader.ts';
import { expect, test } from './page.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What a theme can change. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds in the chart, as one line for each element. */
async function found(page: Page, runOnly: readonly string[], within: string) {
	const { violations, passes } = await new AxeBuilder({ page })
		.include(within)
		.options({
			runOnly: [...runOnly],
			resultTypes: ['violations'],
			preload: false,
			...(runOnly === TAGS && { rules: { 'target-size': { enabled: true } } }),
		})
		.analyze();
	expect(passes).not.toEqual([]);
	return violations.flatMap(({ id, nodes }) =>
		nodes.map((n) => `${id}: ${n.target.join(' ')} — ${n.failureSummary ?? ''}`.replace(/\s+/g, ' ').slice(0, 300)),
	);
}

const list = (page: Page) => page.getByRole('dialog', { name: /^\d+ events$/ });

/** State → the link that leads to it, and what proves that it is there. */
const STATES: Readonly<Record<string, { readonly link?: string; readonly act: (page: Page) => Promise<void> }>> = {
	'at first sight': { act: (page) => expect(clusters(page).first()).toBeVisible() },
	'zoomed to 18–31 October 2020': {
		link: '?t=2020-10-18..2020-10-31',
		act: (page) => expect(region(page).getByLabel('From').first()).toHaveValue('2020-10-18'),
	},
	'at true scale': { link: '?scale=true', act: (page) => expect(toggle(page, 'True scale')).toBeChecked() },
	'with the ways to being known': {
		link: '?known=1',
		act: (page) => expect(region(page).locator('path.way').first()).toBeAttached(),
	},
	'with the threads of a chosen event': {
		link: '?e=proud-boys-emails-2020',
		act: (page) => expect(threads(page).first()).toBeAttached(),
	},
	'with a facet pressed': { link: '?agency=fbi', act: (page) => expect(buttons(page).first()).toBeVisible() },
	'with the members of a cluster listed': {
		link: '?t=2020-10-22..2020-10-22',
		act: async (page) => {
			await clusters(page).first().press('Enter');
			await expect(list(page)).toBeVisible();
			expect(await list(page).locator('li').count()).toBeGreaterThan(1);
		},
	},
	'with the legend open': {
		act: async (page) => {
			await region(page).getByText('How to read this chart').click();
			await expect(region(page).getByText('several events that stand too close')).toBeVisible();
		},
	},
};

for (const width of [1440, 390]) {
	test.describe(`${width} px`, () => {
		test.use({ viewport: { width, height: 900 } });
		for (const [state, { link, act }] of Object.entries(STATES)) {
			const themes = width === 1440 ? 'in both themes ' : '';
			test(`the chart ${state} ${themes}leaves axe nothing to find`, async ({ page, open }) => {
				await open(link);
				await act(page);
				expect(await found(page, TAGS, 'section.chart')).toEqual([]);
				if (width < 1440) return;
				// Without motion, so that no colour is on its way.
				await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
				expect(await found(page, COLOURS, 'section.chart')).toEqual([]);
			});
		}
	});
}
