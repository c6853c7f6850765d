import { svelte } from '@sveltejs/vite-plugin-svelte';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { colours } from '../../tools/site.ts';

export default defineConfig({
	root: import.meta.dirname,
	base: './',
	plugins: [svelte(), colours(join(import.meta.dirname, '../..'))],
	build: { target: 'es2023', outDir: join(import.meta.dirname, '../../node_modules/.bench'), emptyOutDir: true },
});
