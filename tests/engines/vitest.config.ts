import { join } from 'node:path';
import { build } from 'vite';
import { defineConfig } from 'vitest/config';
import { ENGINES } from '../../tools/engines.mjs';

/** The probe and the library it rests on, as one classic script: it runs before anything else of the page. */
async function probeScript(): Promise<string> {
	const entry = join(import.meta.dirname, 'probe.ts');
	const built = await build({
		configFile: false,
		publicDir: false,
		logLevel: 'error',
		build: { write: false, lib: { entry, formats: ['iife'], name: 'engineProbe' } },
	});
	const [first] = Array.isArray(built) ? built : [built];
	return (first as { output: readonly { code: string }[] }).output[0]!.code;
}
const PROBE = await probeScript();

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
				env: { ENGINE: name, ENGINE_PATH: path, PROBE },
			},
		})),
	},
});
