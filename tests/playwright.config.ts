import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from '../tools/chromium.mjs';

import { isLong } from './long.ts';

const root = join(import.meta.dirname, '..');
/** Tests also covered by the tests in three engines or by unit tests; they run only in `npm run test:long`. */
const CLOSELY =
	'answers archive chart-clusters chart-scale chart-touch chart-turns disputes fuzz-host hosting keys links narrow proof search walk zones';

export default defineConfig({
	testDir: 'browser',
	outputDir: join(root, 'test-results/browser'),
	snapshotPathTemplate: join(import.meta.dirname, 'pictures/{arg}{ext}'),
	testIgnore: isLong ? [] : CLOSELY.split(' ').map((name) => `**/${name}.spec.ts`),
	fullyParallel: true,
	forbidOnly: true,
	workers: 2,
	// Long limits, so that a slow or busy machine fails no test; only a test that hangs should time out.
	timeout: 120_000,
	expect: { timeout: 20_000 },
	reporter: [
		['list'],
		[
			'json',
			{
				outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME']
					? join(root, process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'])
					: undefined,
			},
		],
	],
	use: { launchOptions: findChromium() ?? {} },
});
