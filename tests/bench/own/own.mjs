// npm run bench -- --page: what our own page weighs, how soon it answers, and what Lighthouse says of it.
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

/** Builds the page, measures it and prints what came of it. */
export async function ownPage() {
	const folder = join(OUT, 'dist');
	process.env.OUT = folder;
	await (await createBuilder({ root: ROOT, logLevel: 'warn' })).buildApp();
	const { address, close } = await serveCompressed(folder);
	const options = findChromium() ?? {};
	const browser = await chromium.launch(options);
	const { requests, ...bytes } = await weight(browser, address, folder);
	console.log(
		'Until it is alive (gzip -9):',
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
	const said = await lighthouse(address, options.executablePath);
	if (said.problem) console.log(`Lighthouse: ${said.problem}`);
	else {
		const scores = Object.entries(said.scores).map(([name, score]) => `${name} ${score}`);
		console.log(`Lighthouse ${said.version}, mobile: ${scores.join(', ')}`);
		for (const words of said.lost) console.log(`  not whole: ${words}`);
	}
	close();
}
