import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from '../tools/chromium.mjs';

const root = join(import.meta.dirname, '..');

export default defineConfig({
	testDir: 'browser',
	outputDir: join(root, 'test-results/browser'),
	snapshotPathTemplate: join(import.meta.dirname, 'pictures/{arg}{ext}'),
	fullyParallel: true,
	forbidOnly: true,
	workers: 2,
	// A slow or busy machine is no fault: a test fails for what it finds, and only one that hangs fails for its time.
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
