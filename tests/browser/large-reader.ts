/** The page of a million events, built once per test worker, with its event table. */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { EventTable } from '../../src/table/event-table.ts';
import { buildPage, writeEvents } from '../large/prepare.ts';
import { serve } from '../server.ts';
import { CLUSTER, focusedMark } from './chart-reader.ts';
import { expect, test as base } from './page.ts';

export interface Large {
	readonly folder: string;
	readonly url: string;
	readonly table: EventTable;
	/** A smaller table to be damaged, still too large to be queried without a worker. */
	readonly small: { readonly folder: string; readonly url: string; readonly table: EventTable };
}
const root = join(import.meta.dirname, '../..');
export const MILLION = 1_000_000;
const SMALL = 60_000;

export const test = base.extend<object, { large: Large; home: string }>({
	large: [
		async ({}, use, { parallelIndex }) => {
			const folder = join(root, `node_modules/.large-${parallelIndex}`);
			const inner = join(folder, 'small');
			rmSync(folder, { recursive: true, force: true });
			mkdirSync(folder, { recursive: true });
			await buildPage(folder);
			cpSync(join(folder, 'assets'), join(inner, 'assets'), { recursive: true });
			cpSync(join(folder, 'index.html'), join(inner, 'index.html'));
			const [table, less] = [writeEvents(MILLION, folder), writeEvents(SMALL, inner)];
			const served = await serve(folder);
			const small = { folder: inner, url: `${served.url}small/index.html`, table: less };
			await use({ folder, url: served.url, table, small });
			await served.close();
			rmSync(folder, { recursive: true, force: true });
		},
		{ scope: 'worker' },
	],
	home: [async ({ large }, use) => use(large.url), { scope: 'worker' }],
});

export const chart = (page: Page) => page.getByRole('region', { name: 'Timeline' });
/** Waits until the whole chart is drawn. */
export const drawnWhole = (page: Page) =>
	expect(chart(page)).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 });
export const progress = (page: Page) => page.getByRole('progressbar', { name: 'Loading the events' });
export const article = (page: Page) => page.getByRole('main').getByRole('article');
/** "1,000,000" */
export const grouped = (n: number) => n.toLocaleString('en');

/** Presses Enter from a cluster down to one event and opens that. @returns its accessible name before it is opened */
export async function enterAnEvent(page: Page): Promise<string> {
	const list = page.getByRole('dialog', { name: /^\d+ events$/ });
	for (let depth = 0; depth < 30; depth++) {
		const name = (await focusedMark(page))!;
		await page.keyboard.press('Enter');
		if (!CLUSTER.test(name)) return name;
		await expect
			.poll(async () => (await list.isVisible()) || ((await focusedMark(page)) ?? name) !== name, `Enter on ${name}`)
			.toBe(true);
		if (!(await list.isVisible())) continue;
		const first = list.getByRole('listitem').first().getByRole('button');
		await expect(first).toBeFocused();
		const title = await first.evaluate((button) => button.lastChild!.textContent!.trim());
		await page.keyboard.press('Enter');
		return title;
	}
	throw new Error('Enter leads on and on.');
}
