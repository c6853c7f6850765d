// node tests/measure-budgets.mjs: what the page weighs with 1, 44 and 300 events, and the constants of tests/budgets.ts.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { runnerImport } from 'vite';
import { findChromium } from '../tools/chromium.mjs';

const SIZES = [1, 44, 300];
const root = join(import.meta.dirname, '..');
const load = async (file) => (await runnerImport(join(root, file))).module;
const { makeCase } = await load('tests/cases.ts');
const { serve } = await load('tests/server.ts');
const { asked, settled, weights } = await load('tests/budgets.ts');

const browser = await chromium.launch(findChromium() ?? {});
const measured = [];
for (const n of SIZES) {
	const [folder, out] = [`node_modules/.budget-${n}-case`, `node_modules/.budget-${n}`];
	makeCase(join(root, folder), n);
	const { status } = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, NODE_ENV: 'production', CASE: folder, OUT: out },
	});
	if (status !== 0) process.exit(1);
	const { url, close } = await serve(join(root, out));
	const page = await browser.newPage();
	const files = asked(page, url);
	await page.goto(url);
	await settled(page);
	const wide = { ...weights(join(root, out), files), requests: files.length };
	await page.close();
	const phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
	const narrow = asked(phone, url);
	await phone.goto(url);
	await settled(phone);
	measured.push({ events: n, ...wide, 'script of a phone': weights(join(root, out), narrow).script });
	await phone.close();
	await close();
}
await browser.close();
console.table(measured);

// The line from the fewest to the most events, raised until no case is above it.
const [least, most] = [measured[0], measured.at(-1)];
for (const part of ['html', 'data', 'script', 'typefaces', 'styles']) {
	const perEvent = Math.max(0, Math.ceil((most[part] - least[part]) / (most.events - least.events)));
	const fixed = Math.max(...measured.map((m) => m[part] - perEvent * m.events));
	console.log(`\t${part}: { fixed: ${String(fixed).replace(/\B(?=(\d{3})+$)/g, '_')}, perEvent: ${perEvent} },`);
}
