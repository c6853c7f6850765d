/** Loads a page with its own typefaces, which pictures with text need. */
import { expect, type Page } from '@playwright/test';

/** Fonts are used only if they load in time. From the cache they always do, so the page is opened again. */
export async function withFonts(page: Page, open: () => Promise<unknown>) {
	await expect(async () => {
		await open();
		const isShown = await page.evaluate(async () => {
			await document.fonts.ready;
			const width = (family: string) => {
				const probe = document.createElement('span');
				probe.textContent = 'Water test, Old fountain, 20 October 2021';
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
