/** SITE: the setting of the site's address, and the sitemap and robots.txt that depend on it. */
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { RefusedAddress, siteAddress } from '../../tools/build/address.ts';
import { robots, sitemap } from '../../tools/build/sitemap.ts';
import { loadTrial } from '../../tools/trial.mjs';
import { Project } from './project.ts';
import { dataset, records } from './record.ts';

const SITE = 'https://example.org/a/b/';

describe('an address', () => {
	test.for([
		['', ''],
		[SITE, SITE],
		['http://localhost:8080/', 'http://localhost:8080/'],
		['HTTPS://EXAMPLE.ORG/Upper/', 'https://example.org/Upper/'],
		['https://example.org/a b/', 'https://example.org/a%20b/'],
	])('“%s” is taken as “%s”', ([given, taken]) => {
		expect(siteAddress(given)).toBe(taken);
	});
	test('that is not set is unknown', () => {
		expect(siteAddress(undefined)).toBe('');
	});
	test.for([
		['example.org/a/', 'it is not an absolute address'],
		['/a/', 'it is not an absolute address'],
		['./', 'it is not an absolute address'],
		['//example.org/', 'it is not an absolute address'],
		['https://', 'it is not an absolute address'],
		['ftp://example.org/', 'it is not http or https'],
		['javascript:alert(1)//', 'it is not http or https'],
		['https://me:secret@example.org/', 'it has the name of a user in it'],
		['https://example.org/?a=/', 'it has a “?” or a “#” in it'],
		['https://example.org/#/', 'it has a “?” or a “#” in it'],
		['https://example.org/?', 'it has a “?” or a “#” in it'],
		['https://example.org', 'it does not end in “/”'],
		['https://example.org/a', 'it does not end in “/”'],
		['https://example.org/a/index.html', 'it does not end in “/”'],
	])('“%s” is refused: %s', ([given, reason]) => {
		expect(() => siteAddress(given)).toThrow(RefusedAddress);
		expect(() => siteAddress(given)).toThrow(`SITE=${given} is refused: ${reason}. Nothing was written.`);
	});
	test('that is refused stops the build with one sentence, before anything is written', () => {
		const { status, said } = new Project().build({ SITE: 'example.org' });
		expect(said).toContain('SITE=example.org is refused: it is not an absolute address. Nothing was written.');
		expect(said).not.toMatch(/^\s+at /m);
		expect(status).not.toBe(0);
	});
});

describe('the sitemap', async () => {
	const { listed, pages } = (await loadTrial()).documentsOf(records, SITE);
	type Entry = { readonly loc: string; readonly lastmod?: string };
	type Read = { readonly urlset: { readonly url: readonly Entry[] } };
	const parser = new XMLParser({ isArray: (name) => name === 'url', parseTagValue: false });
	const read = (xml: string) => (parser.parse(xml) as Read).urlset.url;
	const entries = read(sitemap(listed, SITE));

	test('has the case’s page and every document, each once, at its own address', () => {
		const all = ['', ...pages.map(({ path }) => path), 'data/', 'licences.html'].map((path) =>
			path.replace(/index\.html$/, ''),
		);
		// The dossier has replaced the old list of sources.
		const own = all.filter((path) => path !== 'sources.html').map((path) => SITE + path);
		expect(entries.map(({ loc }) => loc).toSorted()).toEqual(own.toSorted());
	});
	test('says when each was last changed, according to the record’s changes', () => {
		const days = records.changes.map(({ date }) => date);
		for (const { loc, lastmod } of entries) expect(days, loc).toContain(lastmod);
		for (const { id, corrections } of dataset.events) {
			const { lastmod } = entries.find(({ loc }) => loc === `${SITE}events/${id}/`)!;
			for (const { date } of corrections) expect(lastmod! >= date, id).toBe(true);
		}
	});
	test('has no dates when none are known', async () => {
		const { listed: undated } = (await loadTrial()).documentsOf({ ...records, changes: [] }, SITE);
		expect(read(sitemap(undated, SITE)).filter((entry) => 'lastmod' in entry)).toEqual([]);
	});
	test('supports any character', () => {
		const odd = { path: `a&b<c>"d'/index.html`, changed: undefined };
		expect(read(sitemap([odd], SITE))).toEqual([{ loc: `${SITE}a&b<c>"d'/` }]);
	});
	test('is named in robots.txt if the address is known, and robots may read everything in any case', () => {
		expect(robots(SITE)).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${SITE}sitemap.xml\n`);
		expect(robots('')).toBe('User-agent: *\nAllow: /\n');
	});
});
