// npm run bench -- --page: size and response times of our own page, and its Lighthouse scores.
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { createBuilder } from 'vite';
import { findChromium } from '../../../tools/chromium.mjs';
import { OUT, ROOT } from '../paths.mjs';
import { median } from '../statistics.mjs';
import { interactions } from './interactions.mjs';
import { lighthouse } from './lighthouse.mjs';
import { serveCompressed } from './serve.mjs';
import { weight } from './weight.mjs';

const REPETITIONS = 5;
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** More than one run, because a busy machine distorts a single one. */
async function printLighthouse(address, executablePath) {
	const runs = [];
	for (let i = 0; i < REPETITIONS; i++) {
		const said = await lighthouse(address, executablePath);
		if (said.problem) return console.log(`Lighthouse: ${said.problem}`);
		runs.push(said);
	}
	const scores = Object.keys(runs[0].scores).map((name) => {
		const all = runs.map((run) => run.scores[name]);
		return `${name} ${median(all)}${new Set(all).size > 1 ? ` (${all.join(', ')})` : ''}`;
	});
	console.log(`Lighthouse ${runs[0].version}, mobile, median of ${REPETITIONS}: ${scores.join('; ')}`);
	const lost = new Set(runs.flatMap((run) => run.lost));
	for (const words of lost) console.log(`  not whole in a run: ${words}`);
}

/** Builds the page, measures it and prints the results. */
export async function ownPage() {
	const folder = join(OUT, 'dist');
	process.env.OUT = folder;
	await (await createBuilder({ root: ROOT, logLevel: 'warn' })).buildApp();
	const { address, close } = await serveCompressed(folder);
	const options = findChromium() ?? {};
	const browser = await chromium.launch(options);
	const { requests, ...bytes } = await weight(browser, address, folder);
	console.log(
		'Until it is hydrated (gzip -9):',
		Object.entries(bytes)
			.map(([kind, n]) => `${kind} ${kB(n)}`)
			.join(', '),
	);
	console.log(`Requests: ${requests}`);
	const felt = await interactions(browser, address, REPETITIONS);
	for (const [act, presses] of Object.entries(felt)) {
		const [next, whole] = ['next', 'whole'].map((k) => presses.map((p) => p[k]));
		console.log(
			`At 4 × slowdown, ${act}: to the next paint median ${median(next)} ms, longest ${Math.max(...next)} ms;`,
			`to the whole answer ${median(whole)} ms`,
		);
	}
	await browser.close();
	await printLighthouse(address, options.executablePath);
	close();
}
