/** axe over a page or a part of it. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './page.ts';

/** The rules whose result depends on the theme. */
export const COLOURS = ['color-contrast', 'link-in-text-block'];
export const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds: one line per element. */
export async function found(page: Page, runOnly: readonly string[] = TAGS, within: readonly string[] = ['html']) {
	// While the colours of a control change, it would be looked at halfway.
	await page.evaluate(async () => {
		await new Promise(requestAnimationFrame);
		await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
	});
	// One call for each part: axe reads a list as a path through frames.
	const builder = within.reduce((axe, part) => axe.include(part), new AxeBuilder({ page }));
	const { violations, passes } = await builder
		.options({
			runOnly: [...runOnly],
			resultTypes: ['violations'],
			preload: false,
			...(runOnly === TAGS && {
				rules: { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } },
			}),
		})
		.analyze();
	expect(passes).not.toEqual([]);
	return violations.flatMap(({ id, nodes }) =>
		nodes.map((n) => `${id}: ${n.target.join(' ')} — ${n.failureSummary ?? ''}`.replace(/\s+/g, ' ').slice(0, 300)),
	);
}
