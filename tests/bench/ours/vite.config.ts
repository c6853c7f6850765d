import { svelte } from '@sveltejs/vite-plugin-svelte';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { noTransitions } from '../../../tools/build/no-transitions.ts';
import { colours } from '../../../tools/build/site.ts';

/** The plugins of the page that change its script or styles, so that the chart is measured as it is sent. */
export default defineConfig({ plugins: [svelte(), noTransitions(), colours(join(import.meta.dirname, '../../..'))] });
