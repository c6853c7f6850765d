/** The page under test: dist/ on a server of its own for each worker, and checks for what must never happen. */
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { serve } from '../server.ts';
import { waitForAnswers } from './acts.ts';

export const dist = join(import.meta.dirname, '../../dist');

const FOLDED = 'Rendering was performed in a subtree hidden by content-visibility.';

/** What a page must never do: print to the console, break its policy, throw, ask for a missing file or another host. */
export function watch(page: Page, home: string): string[] {
	const complaints: string[] = [];
	page.on('console', (m) => {
		// The browser's remark on what Playwright asks of elements that are folded.
		if (!m.text().startsWith(FOLDED)) complaints.push(`console ${m.type()}: ${m.text()}`);
	});
	page.on('pageerror', (e) => complaints.push(`error: ${e.message}`));
	page.on('request', (r) => {
		if (!r.url().startsWith(new URL(home).origin) && !r.url().startsWith('data:'))
			complaints.push(`off-origin: ${r.url()}`);
	});
	page.on('response', (r) => {
		if (r.status() >= 400) complaints.push(`${r.status()}: ${r.url()}`);
	});
	return complaints;
}

/** Waits until the page has turned to its address; from then on it answers. */
export async function ready(page: Page) {
	await page.locator('html[data-ready]').waitFor();
	waitForAnswers(page);
}

/** Left to `npm run test:long`: another of its kind runs every time, or a unit test holds the same. */
export const LONG = { tag: '@long' };
/** Of several tests of one kind those that show it best run every time. */
export const longUnless = (runsEveryTime: boolean) => (runsEveryTime ? {} : LONG);

interface Fixtures {
	complaints: string[];
	/** For a test that breaks something on purpose: what the browser will say to it. Everything else stays a complaint. */
	provoked: RegExp | null;
	open: (query?: string) => Promise<void>;
}

export const test = base.extend<Fixtures, { home: string }>({
	viewport: { width: 1440, height: 900 },
	provoked: [null, { option: true }],
	home: [
		async ({}, use) => {
			const served = await serve(dist);
			await use(served.url);
			await served.close();
		},
		{ scope: 'worker' },
	],
	complaints: [
		async ({ page, home, provoked }, use) => {
			const complaints = watch(page, home);
			await use(complaints);
			expect(complaints.filter((c) => !provoked?.test(c))).toEqual([]);
		},
		{ auto: true },
	],
	/** Opens an address and waits until the page has turned to it. */
	open: async ({ page, home }, use) => {
		await use(async (query = '') => {
			await page.goto(home + query);
			await ready(page);
		});
	},
});
export { expect };
