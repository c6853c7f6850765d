import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { colours, site } from './tools/site.ts';
import { still } from './tools/still.ts';

// CASE=folder/ tells another case: a folder with src/data and seeds of its own. OUT=folder/ writes it elsewhere than dist/.
const theCase = process.env['CASE'] ?? '.';

export default defineConfig({
	// One build works under every base path; a server that needs absolute addresses sets BASE=/path/.
	base: process.env['BASE'] ?? './',
	plugins: [svelte(), still(), colours(theCase), site(theCase)],
	build: {
		outDir: process.env['OUT'] ?? 'dist',
		target: 'es2023',
		assetsInlineLimit: 0,
		// One script and one stylesheet: parted by what the later chunks share, they compress worse and are asked for in pieces.
		modulePreload: false,
		cssCodeSplit: false,
		rolldownOptions: {
			output: {
				codeSplitting: { groups: [{ name: 'index', test: /src.main\.ts$/, includeDependenciesRecursively: true }] },
			},
		},
	},
	test: { include: ['tests/unit/**/*.test.ts'], environment: './tests/unit/environment.ts' },
});
