// npm test: runs every check, even after one fails, and ends with "N passed, N failed". Checks of the sources run in parallel with
// tests of the page. npm run test:long runs all tests of the page, with more cases; npm run test:quick runs what an edit needs at
// once: types, format, lint, and the unit tests not named *.slow.test.ts.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { missingEngines } from './engines.mjs';

const isLong = process.argv.includes('--long');
const isQuick = process.argv.includes('--quick');
const RESULTS = 'test-results';
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS);
const report = (name) => {
	const file = `${RESULTS}/${name}.json`;
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
};

let passed = 0;
let failed = 0;
/** Runs a package's command. @param isHeard whether it prints directly @returns its exit code and, if not, its output */
const run = (args, env, isHeard) =>
	new Promise((done) => {
		const child = spawn(process.execPath, args, {
			stdio: ['ignore', isHeard ? 'inherit' : 'pipe', isHeard ? 'inherit' : 'pipe'],
			env: { ...process.env, ...env },
		});
		let said = '';
		for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += text));
		child.on('close', (status) => done({ status, said }));
	});
/** Runs a step. @param count reads the results of the step's tests; without it the step is one test, printed at the end */
async function step(name, [command, ...args], env = {}, count = null) {
	const start = performance.now();
	const { status, said } = await run([`node_modules/${command}`, ...args], env, count !== null);
	const result = count?.();
	passed += result?.passed ?? (status === 0 ? 1 : 0);
	// A step that failed without a failed test counts as one failure.
	failed += Math.max(result?.failed ?? 0, status === 0 ? 0 : 1);
	const seconds = ((performance.now() - start) / 1000).toFixed(1);
	console.log(`${said}${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
}

// Formatting depends only on the file itself, so results are cached; new versions of the tools come with a new node_modules.
const kept = (name) => [
	'--cache',
	'--cache-strategy',
	'content',
	'--cache-location',
	`node_modules/.cache/test/${name}`,
];
const format = () =>
	step('format', ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', ...kept('prettier'), '.']);
const types = (...more) => {
	const args = ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human', ...more];
	return step('types', ['svelte-check/bin/svelte-check', ...args]);
};
async function sources() {
	await format();
	// Not cached, since type-aware rules may find a fault in a file after a change in another.
	await step('lint', ['eslint/bin/eslint.js', '.']);
	await types();
	await step('unused code', ['knip/bin/knip.js']);
}
async function changedSources() {
	await types('--incremental');
	await step('lint of what changed', ['eslint/bin/eslint.js', ...kept('eslint'), '.']);
	await format();
}
/** Counts of vitest's tests; skipped ones count as failed. */
function counted(name) {
	const r = report(name);
	return r && { passed: r.numPassedTests, failed: r.numFailedTests + r.numPendingTests + r.numTodoTests };
}
async function unit() {
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}/unit.json`];
	const args = ['run', ...(isQuick ? ['--project', 'unit', '--experimental.fsModuleCache'] : []), ...reporters];
	await step('unit', ['vitest/vitest.mjs', ...args], { LONG: isLong ? '1' : '0' }, () => counted('unit'));
}
async function engines() {
	const reporters = ['--reporter=verbose', '--reporter=json', `--outputFile.json=${RESULTS}/engines.json`];
	const args = ['run', '--config', 'tests/engines/vitest.config.ts', ...reporters];
	const env = { NO_COLOR: '1', LONG: isLong ? '1' : '0' };
	await step('engines', ['vitest/vitest.mjs', ...args], env, () => counted('engines'));
	const missing = missingEngines();
	if (missing.length) console.log(`Not walked through, since not here: ${missing.join(', ')} (docs/engines.md)`);
}
async function browser() {
	const args = ['test', '--config', 'tests/playwright.config.ts', ...(isLong ? [] : ['--grep-invert', '@long'])];
	const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: `${RESULTS}/browser.json`, FORCE_COLOR: '0', LONG: isLong ? '1' : '0' };
	await step('browser', ['@playwright/test/cli.js', ...args], env, () => {
		const s = report('browser')?.stats;
		return s && { passed: s.expected, failed: s.unexpected + s.flaky + s.skipped };
	});
}
async function page() {
	await step('build', ['vite/bin/vite.js', 'build', '--logLevel', 'warn']);
	await unit();
	await browser();
	await engines();
}

await Promise.all(isQuick ? [changedSources(), unit()] : isLong ? [page()] : [sources(), page()]);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
