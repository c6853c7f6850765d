// A fresh browser with one library in its page. Each measurement gets its own, so that nothing is warm.
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '../../tools/chromium.mjs';
import { OUT } from './paths.mjs';

const PAGE = join(import.meta.dirname, 'page/page.html');
const TYPES = { '.js': 'text/javascript', '.html': 'text/html', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };
const found = findChromium();
/**
 * Playwright has the browser record where errors are made. A script that makes one while it starts, as Svelte does, is
 * then parsed again for the positions in its source, unless these are there from the beginning.
 */
const POSITIONS = '--js-flags=--no-enable-lazy-source-positions';
const launch = { ...found, args: [...(found?.args ?? []), POSITIONS] };

/** @returns the address of the page, and how to close it */
export async function serve() {
	const server = createServer(({ url }, answer) => {
		const { pathname } = new URL(url, 'http://localhost');
		const file = pathname === '/' ? PAGE : join(OUT, normalize(pathname));
		if (!existsSync(file)) return answer.writeHead(404).end();
		const type = TYPES[extname(file)] ?? 'application/octet-stream';
		answer.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
		createReadStream(file).pipe(answer);
	});
	await new Promise((done) => server.listen(0, '127.0.0.1', done));
	return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** A step that took too long, or whose page died: the library is not tried at that size again. */
export class Failure extends Error {}

/** @param ms ceiling of one step */
export async function open(address, peer, n, ms) {
	const server = await chromium.launchServer(launch);
	const close = () => server.kill();
	try {
		const browser = await chromium.connect(server.wsEndpoint());
		const context = await browser.newContext({ viewport: { width: 1280, height: 760 }, deviceScaleFactor: 1 });
		const page = await context.newPage();
		const errors = [];
		page.on('pageerror', (e) => errors.push(e.message.slice(0, 160)));
		const died = new Promise((_, fail) => page.on('crash', () => fail(new Failure('the page crashed'))));
		died.catch(() => undefined);
		const devtools = await context.newCDPSession(page);
		await devtools.send('Performance.enable');
		const wide = await browser.newBrowserCDPSession();

		/** Seconds and bytes the page has used so far, under Chromium's names. */
		const metrics = async () =>
			Object.fromEntries((await devtools.send('Performance.getMetrics')).metrics.map((m) => [m.name, m.value]));
		const processes = async () => (await wide.send('SystemInfo.getProcessInfo')).processInfo;
		/** CPU seconds of all processes of the browser. */
		const cpu = async () => (await processes()).reduce((sum, p) => sum + p.cpuTime, 0);
		/** Memory in bytes after two garbage collections. */
		const memory = async () => {
			for (let i = 0; i < 2; i++) await devtools.send('HeapProfiler.collectGarbage');
			const { usedSize, backingStorageSize = 0 } = await devtools.send('Runtime.getHeapUsage');
			return { heap: usedSize, arrays: backingStorageSize, own: ownMemory(await processes()) };
		};
		/** Fails when the ceiling is reached. */
		const within = async (step, promise) => {
			let timer;
			const late = new Promise((_, fail) => {
				timer = setTimeout(() => fail(new Failure(`over ${ms / 1000} s in ${step}`)), ms);
			});
			return Promise.race([promise, late, died]).finally(() => clearTimeout(timer));
		};
		/** Calls a function of the part that runs in the page. */
		const call = (name, ...args) =>
			within(
				name,
				page.evaluate(([name, args]) => globalThis.bench[name](...args), [name, args]),
			);

		const marks = {};
		await page.exposeFunction('mark', async (at) => {
			marks[at] = { metrics: await metrics(), cpu: await cpu() };
		});
		await page.goto(address);
		await call('make', n);
		await call('prefetch', `/${peer}/${peer}.js`);
		return { page, devtools, errors, marks, metrics, memory, within, call, close };
	} catch (e) {
		await close();
		throw e;
	}
}

/** Bytes that the largest renderer shares with no other process; null where the system does not say. */
function ownMemory(processes) {
	const sizes = processes
		.filter((p) => p.type === 'renderer')
		.map(({ id }) => {
			const file = `/proc/${id}/smaps_rollup`;
			if (!existsSync(file)) return null;
			const lines = [...readFileSync(file, 'utf8').matchAll(/Private_(?:Clean|Dirty):\s+(\d+)/g)];
			return lines.reduce((sum, line) => sum + Number(line[1]) * 1024, 0);
		});
	return sizes.includes(null) || sizes.length === 0 ? null : Math.max(...sizes);
}
