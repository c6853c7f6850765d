import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { colours, site } from './tools/build/site.ts';
import { notFoundPage } from './tools/build/not-found.ts';
import { noTransitions } from './tools/build/no-transitions.ts';

// CASE=folder/ builds another case: a folder with its own src/data and seeds. OUT=folder/ writes elsewhere than dist/.
const theCase = process.env['CASE'] ?? '.';

const UNIT = 'tests/unit/**/*.test.ts';
// Tests that run commands or builds, or try many examples; npm run test:quick leaves them out.
const SLOW = 'tests/unit/**/*.slow.test.ts';
const FRAMES = 'tests/unit/chart-frames.slow.test.ts';

export default defineConfig({
	// One build works under every base path; BASE=/path/ is for servers that need absolute addresses. SITE=https://host/path/ is the
	// address given to search engines, social networks and reference managers.
	base: process.env['BASE'] ?? './',
	plugins: [svelte(), noTransitions(), colours(theCase), site(theCase, process.env['SITE']), notFoundPage()],
	build: {
		outDir: process.env['OUT'] ?? 'dist',
		target: 'es2023',
		assetsInlineLimit: 0,
		modulePreload: false,
		cssCodeSplit: false,
		manifest: true,
		rolldownOptions: {
			input: 'src/main.ts',
			preserveEntrySignatures: 'allow-extension',
			output: {
				// One chunk for what every window needs, and one each for wide and for narrow windows.
				codeSplitting: {
					groups: [
						{ name: 'page', tags: ['$initial'], priority: 2 },
						{ name: 'column', test: /\/layout\/column\.ts|\/view\/column\//, priority: 1 },
						{ name: 'chart', test: /\/src\/(layout|state|view\/chart)\/|\/d3-/ },
					],
				},
			},
		},
	},
	test: {
		environment: './tests/unit/environment.ts',
		testTimeout: 120_000,
		maxWorkers: 2,
		projects: [
			// Modules are shared by all test files, except where a test mocks modules.
			{ extends: true, test: { name: 'unit', include: [UNIT], exclude: [SLOW], isolate: false } },
			{ extends: true, test: { name: 'slow', include: [SLOW], exclude: [FRAMES], isolate: false } },
			{ extends: true, test: { name: 'frames', include: [FRAMES] } },
		],
	},
});
