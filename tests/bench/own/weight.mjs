// What the page requests until it is hydrated, and its compressed size.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const KINDS = { html: /(^|\/)$|\.html$/, script: /\.js$/, data: /\.json$/, fonts: /\.woff2$/, styles: /\.css$/ };

/** @returns bytes of each kind, and the number of requests */
export async function weight(browser, address, folder) {
	const page = await browser.newPage();
	const asked = [];
	page.on('request', (r) => asked.push(r.url().slice(address.length)));
	await page.goto(address);
	await page.locator('html[data-ready]').waitFor();
	await page.waitForLoadState('networkidle');
	await page.close();
	const size = (file) => {
		const body = readFileSync(join(folder, file || 'index.html'));
		return file.endsWith('.woff2') ? body.length : gzipSync(body, { level: 9 }).length;
	};
	const of = (pattern) => asked.filter((file) => pattern.test(file)).reduce((sum, file) => sum + size(file), 0);
	return { ...Object.fromEntries(Object.entries(KINDS).map(([kind, is]) => [kind, of(is)])), requests: asked.length };
}
