// The renderer of the build for the check, made from the components as they are; styles do not matter to it. It takes seconds to
// load, so it is loaded once, and only for data that no rule refuses.
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
