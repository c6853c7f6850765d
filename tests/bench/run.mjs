// npm run bench [-- --n 43,1000]: the chart at several sizes, in one run of one browser. Figures are milliseconds.
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { findChromium } from '../../tools/chromium.mjs';

const configFile = join(import.meta.dirname, 'vite.config.ts');
const asked = process.argv.indexOf('--n');
const sizes = (asked < 0 ? '43,1000,100000,1000000' : process.argv[asked + 1]).split(',').map(Number);
const SECONDS = 3;

await build({ configFile, logLevel: 'warn' });
const server = await preview({ configFile, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'warn' });
const browser = await chromium.launch(findChromium() ?? {});

const quantile = (list, q) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(q * list.length))];
const figure = (n) => n.toFixed(1).padStart(9);

const rows = [];
try {
	const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
	await page.goto(server.resolvedUrls.local[0]);
	await page.waitForFunction(() => 'bench' in globalThis);
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Performance.enable');
	const busy = async () =>
		(await devtools.send('Performance.getMetrics')).metrics.find((m) => m.name === 'TaskDuration').value * 1000;
	/** A scripted gesture: intervals between frames, and main-thread time a frame. */
	const gesture = async (name) => {
		const before = await busy();
		const intervals = await page.evaluate(([name, seconds]) => globalThis.bench[name](seconds), [name, SECONDS]);
		return {
			median: quantile(intervals, 0.5),
			p95: quantile(intervals, 0.95),
			main: ((await busy()) - before) / intervals.length,
		};
	};
	await page.evaluate(() => globalThis.bench.open(43));
	for (const n of sizes) {
		const first = await page.evaluate((n) => globalThis.bench.open(n), n);
		const pan = await gesture('pan');
		const zoom = await gesture('zoom');
		const filter = await page.evaluate(() => globalThis.bench.filter());
		rows.push({ n, first, pan, zoom, filter, elements: await page.evaluate(() => globalThis.bench.elements()) });
	}
} finally {
	await browser.close();
	await server.close();
}

console.log('   events    first      pan                          zoom                       filter  elements');
console.log('             paint   median      p95  main/fr   median      p95  main/fr   painted');
for (const { n, first, pan, zoom, filter, elements } of rows)
	console.log(
		String(n).padStart(9) +
			[first, pan.median, pan.p95, pan.main, zoom.median, zoom.p95, zoom.main, filter].map(figure).join('') +
			String(elements).padStart(10),
	);
const [small, large] = [rows[0], rows.at(-1)];
console.log(
	`\nFrom ${small.n} to ${large.n} events: pan costs ${(large.pan.main / small.pan.main).toFixed(2)} times as much a frame, zoom ${(large.zoom.main / small.zoom.main).toFixed(2)} times.`,
);
