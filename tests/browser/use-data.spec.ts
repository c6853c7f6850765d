/** Exported data: exactly what passes the filters and the date, in every format. */
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Page } from '@playwright/test';
import { FORMATS } from '../../src/domain/exchange/formats.ts';
import type { Exported } from '../../src/domain/exchange/json.ts';
import { writeExported } from '../exported.ts';
import { serve } from '../server.ts';
import { make, madeCase } from './built.ts';
import { events, publicDay, root } from './facts.ts';
import { expect, test } from './page.ts';
import { agencyWithMostEvents, dayBeforeQuotes, quotedEvent } from './picks.ts';
import { pressInMore, shown } from './reader.ts';

async function download(page: Page, name: string) {
	const button = page.getByRole('button', { name: new RegExp(`^${name}: download`) });
	const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
	return { name: file.suggestedFilename(), text: (await readFile(await file.path())).toString() };
}

test('a view as of a day holds only the events of that view, in every format', async ({ page, open }) => {
	const { id } = agencyWithMostEvents;
	await open(`?asof=${dayBeforeQuotes}&agency=${id}`);
	const inRecord = await shown(page);
	expect(inRecord.length).toBeGreaterThan(1);
	await pressInMore(page, 'Use this view');
	for (const format of FORMATS) {
		const { name, text } = await download(page, format.name);
		expect(name).toMatch(new RegExp(`${dayBeforeQuotes}\\.${format.extension.replaceAll('.', '\\.')}$`));
		if (format.id === 'csv') {
			const rows: readonly { readonly id: string }[] = parse(text, { columns: true, bom: true });
			expect(rows.map((row) => row.id)).toEqual(inRecord);
		}
		if (format.holds !== 'events') continue;
		const plain = text.replace(/\r\n[ \t]/g, '');
		for (const event of inRecord) expect(plain, `${format.id}: ${event}`).toContain(event);
		// Events that were not yet public are not mentioned under any field.
		for (const { title } of events.filter((e) => publicDay(e) > dayBeforeQuotes)) expect(plain).not.toContain(title);
	}
});

test('an export is a case: the page built from it exports the same again', async ({ page, open }, {
	parallelIndex,
}) => {
	const taken = async (from: Page) => {
		await pressInMore(from, 'Use this view');
		return JSON.parse((await download(from, 'JSON')).text) as Exported;
	};
	await open();
	const first = await taken(page);
	const [theCase, out] = [madeCase('taken', parallelIndex), `node_modules/.taken-${parallelIndex}`];
	rmSync(join(root, theCase), { recursive: true, force: true });
	await make((folder) => writeExported(folder, JSON.stringify(first)), theCase, out);
	const site = await serve(join(root, out));
	try {
		const other = await page.context().newPage();
		await other.goto(site.url);
		await expect(other.locator('html')).toHaveAttribute('data-ready');
		const again = await taken(other);
		expect(again.records.events.length).toBeGreaterThan(0);
		expect(again.records).toEqual(first.records);
	} finally {
		await site.close();
	}
});

test('a single event is exported with its quotes', async ({ page, open }) => {
	await open(`?e=${quotedEvent.id}`);
	await page.getByRole('button', { name: 'Use this event', exact: true }).click();
	const { name, text } = await download(page, 'CSV');
	expect(name).toBe(`${quotedEvent.id}.csv`);
	const [row, ...more]: readonly Readonly<Record<string, string>>[] = parse(text, { columns: true, bom: true });
	expect(more).toEqual([]);
	for (const { exact } of quotedEvent.quotes) expect(Object.values(row!).join(' ')).toContain(exact.slice(0, 40));
});
