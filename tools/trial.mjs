// Loads the build's renderer for the check, from the components' sources, without styles. That takes seconds, so it is done once,
// and only for data that passes all rules.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { runnerImport } from 'vite';

/** @type {Promise<typeof import('./validate/trial.ts')> | undefined} */
let loading;
/** @returns {Promise<typeof import('./validate/trial.ts')>} */
export const loadTrial = () =>
	(loading ??= runnerImport('./tools/validate/trial.ts', {
		plugins: [svelte({ emitCss: false })],
		logLevel: 'error',
	}).then(({ module }) => module));
