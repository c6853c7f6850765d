/** The whole record as files: linked, listed, and served as listed. Also the metadata of each document. */
import { createHash } from 'node:crypto';
import { FORMATS } from '../../src/domain/exchange/formats.ts';
import type { RecordIndex } from '../../src/domain/exchange/record-files.ts';
import { events, quoted, theCase } from './facts.ts';
import { expect, test } from './page.ts';

const LIST = 'data/index.json';

test('the timeline links to the page of files, and every file is served as listed', async ({ page, open, home }) => {
	await open();
	await page.getByRole('link', { name: 'The whole record as files' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('The record as data');
	const { files, licence } = (await (await page.request.get(home + LIST)).json()) as RecordIndex;
	await expect(page.getByRole('main')).toContainText(licence.words);
	await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(files.length);
	for (const { name, path, bytes, sha256, loses } of files) {
		const entry = page
			.getByRole('listitem')
			.filter({ has: page.getByRole('heading', { name: new RegExp(`^${name}\\b`) }) });
		await expect(entry).toContainText(loses);
		await expect(entry).toContainText(sha256);
		const href = await entry.getByRole('link').evaluate((link) => (link as HTMLAnchorElement).href);
		expect(href).toBe(new URL(path, home + LIST).href);
		const body = await (await page.request.get(href)).body();
		expect(body.length, path).toBe(bytes);
		expect(createHash('sha256').update(body).digest('hex'), path).toBe(sha256);
	}
	await page.getByRole('link', { name: 'A list of these files' }).click();
	await expect(page).toHaveURL(home + LIST);
});

test('the code that writes the formats is loaded only when a reader asks for it', async ({ page, open }) => {
	const scripts: Promise<string>[] = [];
	page.on('response', (r) => {
		if (r.url().endsWith('.js')) scripts.push(r.text());
	});
	await open();
	await page.waitForLoadState('networkidle');
	expect(scripts.length).toBeGreaterThan(0);
	const sent = (await Promise.all(scripts)).join('');
	expect(FORMATS.filter(({ loses }) => sent.includes(loses.slice(0, 20))).map(({ id }) => id)).toEqual([]);
});

test('a browser parses the JSON-LD of every kind of document, and the policy allows it', async ({ page, home }) => {
	const paths = [
		['index.html', theCase.title],
		[`events/${events[0]!.id}/index.html`, events[0]!.title],
		[`documents/${quoted[0]!.id}/index.html`, quoted[0]!.title],
		['dossier.html', theCase.title],
		['data/index.html', theCase.title],
	] as const;
	for (const [path, name] of paths) {
		await page.goto(home + path);
		const said = await page.locator('script[type="application/ld+json"]').allTextContents();
		expect(said, path).toHaveLength(1);
		expect(JSON.parse(said[0]!), path).toMatchObject({ '@context': 'https://schema.org' });
		expect(said[0], path).toContain(JSON.stringify(name).slice(1, -1));
		const feed = page.locator('link[rel="alternate"][type="application/atom+xml"]');
		const href = await feed.evaluate((link) => (link as HTMLLinkElement).href);
		expect(href, path).toBe(`${home}data/corrections.atom`);
	}
	expect((await page.request.get(`${home}data/corrections.atom`)).status()).toBe(200);
});
