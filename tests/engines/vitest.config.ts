import { join } from 'node:path';
import { build } from 'vite';
import { defineConfig } from 'vitest/config';
import { ENGINES } from '../../tools/engines.mjs';

/** The probe and its library as one classic script, which runs before any other script of the page. */
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

/** The engines that are installed. */
const found = Object.entries(ENGINES).flatMap(([name, { find }]: [string, { find: () => string | null }]) => {
	const path = find();
	return path ? [{ name, path }] : [];
});

export default defineConfig({
	test: {
		// The tests mostly wait for browsers, so all engines run at once.
		maxWorkers: found.length,
		projects: found.map(({ name, path }) => ({
			test: {
				name,
				root: import.meta.dirname,
				include: ['*.test.ts'],
				environment: '../unit/environment.ts',
				// A slow or busy machine must not fail a test.
				testTimeout: 120_000,
				hookTimeout: 120_000,
				env: { ENGINE: name, ENGINE_PATH: path, PROBE },
			},
		})),
	},
});
