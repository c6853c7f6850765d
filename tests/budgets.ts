/** Limits of the page's compressed size for any number of events: a fixed part, a part per event, and a margin. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';

/** Bytes, as printed by `node tests/measure-budgets.mjs`. */
export const MEASURED = {
	html: { fixed: 21_608, perEvent: 485 },
	data: { fixed: 11_804, perEvent: 801 },
	script: { fixed: 125_961, perEvent: 0 },
	typefaces: { fixed: 73_188, perEvent: 0 },
	styles: { fixed: 20_994, perEvent: 1 },
};
export type Part = keyof typeof MEASURED;
/** Bytes of script in a narrow window, which has no chart; also printed by that command. */
const NARROW_SCRIPT = 91_521;
const AIR = 1.2;
export const narrowScript = Math.round(AIR * NARROW_SCRIPT);
export const budget = (part: Part, events: number) =>
	Math.round(AIR * (MEASURED[part].fixed + MEASURED[part].perEvent * events));
export const REQUESTS = 10;

const ENDS: Readonly<Record<Part, RegExp>> = {
	html: /^$/,
	data: /\.json$/,
	script: /\.js$/,
	typefaces: /\.woff2$/,
	styles: /\.css$/,
};
export const partOf = (file: string) => (Object.keys(ENDS) as Part[]).find((part) => ENDS[part].test(file));

/** @param files paths of files of the site @returns bytes as sent; typefaces are already compressed */
export function weights(dist: string, files: readonly string[]): Record<Part, number> {
	const sum = { html: 0, data: 0, script: 0, typefaces: 0, styles: 0 };
	for (const file of files) {
		const part = partOf(file);
		if (!part) continue;
		const body = readFileSync(join(dist, file || 'index.html'));
		sum[part] += (part === 'typefaces' ? body : gzipSync(body, { level: 9 })).length;
	}
	return sum;
}

/** Paths of the files that a page requests from now on; "" is the page itself. */
export function asked(page: Page, home: string): readonly string[] {
	const files: string[] = [];
	page.on('request', (r) =>
		files.push(
			r
				.url()
				.replace(home, '')
				.replace(/[?#].*$/, ''),
		),
	);
	return files;
}
/** Waits until the page is hydrated and requests nothing more. */
export async function settled(page: Page) {
	await page.locator('html[data-ready]').waitFor();
	await page.waitForLoadState('networkidle');
	await page.evaluate(() => document.fonts.ready);
}
