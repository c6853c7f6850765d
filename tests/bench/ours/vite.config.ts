import { svelte } from '@sveltejs/vite-plugin-svelte';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { colours } from '../../../tools/build/site.ts';

export default defineConfig({ plugins: [svelte(), colours(join(import.meta.dirname, '../../..'))] });
