/** What is compared with letters needs the page's own typefaces. */
import { expect, type Page } from '@playwright/test';

/** Fonts are shown if they come in time: from the cache they always do. */
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
