/** The page under test: serves dist/ for each worker, and checks for what must never happen. */
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { serve } from '../server.ts';
import { waitForAnswers } from './acts.ts';

export const dist = join(import.meta.dirname, '../../dist');

const FOLDED = 'Rendering was performed in a subtree hidden by content-visibility.';

/** Records what a page must never do: log, break its policy, throw, or request a missing file or another host. */
export function watch(page: Page, home: string): string[] {
	const complaints: string[] = [];
	page.on('console', (m) => {
		// Chromium logs this when Playwright inspects folded elements.
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

/** Waits until the page has applied its address; from then on it reacts. */
export async function ready(page: Page) {
	await page.locator('html[data-ready]').waitFor();
	waitForAnswers(page);
}

/** Runs only in `npm run test:long`: a similar test runs every time, or a unit test covers the same. */
export const LONG = { tag: '@long' };
/** Of several similar tests, the most telling ones run every time. */
export const longUnless = (runsEveryTime: boolean) => (runsEveryTime ? {} : LONG);

interface Fixtures {
	complaints: string[];
	/** The messages that a test provokes on purpose. All others still count as complaints. */
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
	/** Opens an address and waits until the page has applied it. */
	open: async ({ page, home }, use) => {
		await use(async (query = '') => {
			await page.goto(home + query);
			await ready(page);
		});
	},
});
export { expect };
