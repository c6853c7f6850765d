import { defineConfig } from 'vitest/config';
import { ENGINES } from '../../tools/engines.mjs';

/** The walk in each engine that is here. */
const found = Object.entries(ENGINES).flatMap(([name, { find }]: [string, { find: () => string | null }]) => {
	const path = find();
	return path ? [{ name, path }] : [];
});

export default defineConfig({
	test: {
		// Most of the time a reader waits for a browser.
		maxWorkers: found.length,
		projects: found.map(({ name, path }) => ({
			test: {
				name,
				root: import.meta.dirname,
				include: ['*.test.ts'],
				environment: '../unit/environment.ts',
				// A slow or busy machine is no fault.
				testTimeout: 120_000,
				hookTimeout: 120_000,
				env: { ENGINE: name, ENGINE_PATH: path },
			},
		})),
	},
});
