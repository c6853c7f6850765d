/** The engine of this run of the tests, and the site that it tests. */
import { test as base } from 'vitest';
import { isLong } from '../long.ts';
import { CANNOT, type Engine, type Launch } from './driver.ts';
import { host, type Host } from './host.ts';
import { Reader } from './reader.ts';

export const engine = process.env['ENGINE'] as Engine;
export const can = (what: string) => !CANNOT[engine].includes(what);

const launches: Readonly<Record<Engine, () => Promise<Launch>>> = {
	chromium: async () => (await import('./puppeteer.ts')).chromium,
	firefox: async () => (await import('./puppeteer.ts')).firefox,
	webkit: async () => (await import('./webkit.ts')).webkit,
};
/** One browser and one host for all tests. */
export const test = base.extend<{ site: Host; reader: Reader }>({
	site: [
		async ({}, use) => {
			const made = await host();
			await use(made);
			await made.close();
		},
		{ scope: 'file' },
	],
	reader: [
		async ({ site }, use) => {
			const launch = await launches[engine]();
			const driver = await launch(process.env['ENGINE_PATH']!);
			await driver.resize(1440, 900);
			await use(new Reader(driver, site.url));
			await driver.close();
		},
		{ scope: 'file' },
	],
});

/** A check that another one almost covers: it runs only in `npm run test:long`. */
export const closely = isLong ? test : () => undefined;
