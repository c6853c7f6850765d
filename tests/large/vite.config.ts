import { svelte } from '@sveltejs/vite-plugin-svelte';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { colours } from '../../tools/build/site.ts';

const root = join(import.meta.dirname, '../..');

export default defineConfig({
	root: import.meta.dirname,
	base: './',
	publicDir: false,
	plugins: [svelte(), colours(root)],
	build: { target: 'es2023', assetsInlineLimit: 0, emptyOutDir: false },
	worker: { format: 'es' },
});
