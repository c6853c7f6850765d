/** Last gate: the documents are made of the data, as the build does it, and none is lost on the way. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { runnerImport } from 'vite';
import type { Records } from '../../src/domain/model/records.ts';
import { measure } from '../build/measure.ts';
import { failure, type Problem } from './problem.ts';

type Prerender = typeof import('../../src/prerender.ts');
let loading: Promise<Prerender['prerender']> | undefined;

/** The renderer of the build, from the components as they are; styles do not matter here. */
export const renderer = () =>
	(loading ??= runnerImport<Prerender>('./src/prerender.ts', {
		plugins: [svelte({ emitCss: false })],
		logLevel: 'error',
	}).then(({ module }) => module.prerender));

export async function trial(records: Records): Promise<readonly Problem[]> {
	const prerender = await renderer();
	try {
		prerender(records, measure, '/');
		return [];
	} catch (error) {
		return [failure(error)];
	}
}
