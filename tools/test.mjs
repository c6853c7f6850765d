// npm test: every check in order of cost, all of them even when one fails; ends with "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

const RESULTS = 'test-results';
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS);
const report = (name) => {
	const file = `${RESULTS}/${name}.json`;
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
};

let passed = 0;
let failed = 0;
/** @param count where given, reads the step's own tests; otherwise the step is one test */
function step(name, command, args, env = {}, count = null) {
	const start = performance.now();
	const { status } = spawnSync(process.execPath, [`node_modules/${command}`, ...args], {
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, ...env },
	});
	const result = count?.();
	passed += result?.passed ?? (status === 0 ? 1 : 0);
	// A step that failed without naming a test has failed as a whole.
	failed += Math.max(result?.failed ?? 0, status === 0 ? 0 : 1);
	console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}

step('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']);
step('lint', 'eslint/bin/eslint.js', ['.']);
step('types', 'svelte-check/bin/svelte-check', [
	'--tsconfig',
	'./tsconfig.json',
	'--fail-on-warnings',
	'--output',
	'human',
]);
step('unused code', 'knip/bin/knip.js', []);
step('build', 'vite/bin/vite.js', ['build', '--logLevel', 'warn']);
step(
	'unit',
	'vitest/vitest.mjs',
	['run', '--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}/unit.json`],
	{},
	() => {
		const r = report('unit');
		return r && { passed: r.numPassedTests, failed: r.numFailedTests + r.numPendingTests + r.numTodoTests };
	},
);
step(
	'browser',
	'@playwright/test/cli.js',
	['test', '--config', 'tests/playwright.config.ts'],
	{ PLAYWRIGHT_JSON_OUTPUT_NAME: `${RESULTS}/browser.json`, FORCE_COLOR: '0' },
	() => {
		const s = report('browser')?.stats;
		return s && { passed: s.expected, failed: s.unexpected + s.flaky + s.skipped };
	},
);

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
