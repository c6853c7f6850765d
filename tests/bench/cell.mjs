// Takes all measurements of one library with one number of events, in one fresh browser.
import { open } from './browser.mjs';
import { quantile } from './statistics.mjs';

const FRAME = 1000 / 60;
const MB = 1024 * 1024;
/** The group that the filter lets pass. */
const GROUP = 3;

async function gesture({ call, marks }, kind, ms) {
	const { intervals, long } = await call('gesture', kind, ms);
	const frames = intervals.length;
	const { start, end } = marks;
	/** Milliseconds per frame. */
	const per = (name) => ((end.metrics[name] - start.metrics[name]) * 1000) / frames;
	const wall = intervals.reduce((sum, ms) => sum + ms, 0);
	return {
		task: per('TaskDuration'),
		script: per('ScriptDuration'),
		layout: per('LayoutDuration') + per('RecalcStyleDuration'),
		cpu: ((end.cpu - start.cpu) * 1000) / frames,
		median: quantile(intervals, 0.5),
		p95: quantile(intervals, 0.95),
		dropped: Math.max(0, 1 - frames / (wall / FRAME)),
		long,
	};
}

/** Main-thread milliseconds while a function runs, and its result. */
async function busy({ metrics }, does) {
	const before = (await metrics()).TaskDuration;
	const answer = await does();
	return { answer, task: ((await metrics()).TaskDuration - before) * 1000 };
}

async function filter(browser) {
	await browser.call('home');
	await browser.page.waitForTimeout(100);
	const { answer, task } = await busy(browser, () => browser.call('filter', GROUP));
	await browser.call('filter', null);
	return { ms: answer, task };
}

/** Time of a real click, from the release of the pointer until the selection is painted. */
async function select(browser) {
	const { page, call } = browser;
	const target = await call('target');
	if (!target) return null;
	await page.mouse.move(target.x, target.y);
	await page.waitForTimeout(100);
	await page.evaluate((target) => globalThis.bench.arm(target), target);
	const { answer, task } = await busy(browser, async () => {
		await page.mouse.click(target.x, target.y);
		return call('selecting');
	});
	return answer === null ? null : { ms: answer, task };
}

/**
 * @param {{ address: string, ceiling: number, gesture: number, pictures: string | null }} bench times in ms
 * @returns the figures; `failed` says in which step it ended, if it did
 */
export async function cell(bench, peer, n) {
	const began = performance.now();
	const out = { peer, n };
	let browser;
	try {
		browser = await open(bench.address, peer, n, bench.ceiling);
		const before = await browser.memory();
		const first = await browser.call('setup');
		out.first = { total: first.total, eval: first.evalMs, setup: first.setupMs };
		out.notes = first.notes;
		await browser.page.waitForTimeout(150);
		const after = await browser.memory();
		out.memory = {
			heap: (after.heap - before.heap) / MB,
			arrays: (after.arrays - before.arrays) / MB,
			both: (after.heap + after.arrays - before.heap - before.arrays) / MB,
			own: after.own && after.own / MB,
			elements: await browser.call('elements'),
		};
		for (const kind of ['pan', 'zoom']) if (first.can[kind]) out[kind] = await gesture(browser, kind, bench.gesture);
		if (first.can.filter) out.filter = await filter(browser);
		if (first.can.select) out.select = await select(browser);
		if (bench.pictures) await browser.page.screenshot({ path: `${bench.pictures}/${peer}-${n}.png` });
	} catch (e) {
		out.failed = e.message.split('\n')[0].slice(0, 160);
	} finally {
		await browser?.close();
	}
	if (browser?.errors.length) out.errors = browser.errors.slice(0, 3);
	out.seconds = (performance.now() - began) / 1000;
	return out;
}
