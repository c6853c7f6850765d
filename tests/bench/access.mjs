// Accessibility with forty events: rules broken, names in the accessibility tree, and keyboard access.
import { join } from 'node:path';
import { open } from './browser.mjs';
import { FIELD } from './paths.mjs';

export const EVENTS = 40;
const INTERACTIVE = /button|link|option|tab|treeitem|listitem|gridcell|row|checkbox|radio|menuitem/i;
/** How long a library may take to settle, in ms. */
const SETTLE = 700;
const MOST_STOPS = 60;

async function tree({ devtools, call }) {
	await devtools.send('Accessibility.enable');
	const { nodes } = await devtools.send('Accessibility.getFullAXTree');
	const said = nodes.filter((n) => !n.ignored && n.name?.value).map((n) => [n.role?.value ?? '', n.name.value]);
	const labels = await call('labels');
	const heard = (roles) => labels.filter((l) => said.some(([role, name]) => roles.test(role) && name.includes(l)));
	return { named: heard(/./).length, interactive: heard(INTERACTIVE).length };
}

/** Puts focus before the chart, so that Tab leads into it. */
async function before({ page }) {
	await page.evaluate(() => document.activeElement?.blur?.());
	await page.mouse.click(400, 15);
}

async function intoChart({ page, call }) {
	for (let i = 0; i < MOST_STOPS; i++) {
		await page.keyboard.press('Tab');
		const at = await call('focusInfo');
		if (at.none) return null;
		if (at.inChart && (at.event || i > MOST_STOPS / 2)) return at;
	}
	return null;
}

async function stops({ page, call }) {
	let inChart = 0;
	const events = new Set();
	for (let i = 0; i < MOST_STOPS; i++) {
		await page.keyboard.press('Tab');
		const at = await call('focusInfo');
		if (at.none) break;
		if (at.inChart) inChart++;
		if (at.inChart && at.event) events.add(at.event);
	}
	return { inChart, events: events.size };
}

/** Events that the arrow keys reach, starting where Tab leads. */
async function walked({ page, call }, first) {
	const reached = new Set(first?.event ? [first.event] : []);
	for (const key of ['Home', ...new Array(EVENTS + 10).fill('ArrowRight')]) {
		await page.keyboard.press(key);
		await page.waitForTimeout(60);
		const { event } = await call('focusInfo');
		if (event) reached.add(event);
	}
	return reached.size;
}

/** @param {{ address: string, ceiling: number }} bench */
export async function access(bench, peer) {
	let browser;
	const out = {};
	try {
		browser = await open(bench.address, peer, EVENTS, bench.ceiling);
		const { page, within, call } = browser;
		await call('setup');
		await page.waitForTimeout(SETTLE);
		await page.addScriptTag({ path: join(FIELD, 'node_modules/axe-core/axe.min.js') });
		const found = await within(
			'axe',
			page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] })),
		);
		out.violations = found.violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.length }));
		Object.assign(out, await tree(browser));
		await before(browser);
		out.stops = await stops(browser);
		await before(browser);
		const first = await intoChart(browser);
		const chosen = await call('selected');
		if (first) {
			await page.keyboard.press('Enter');
			await page.waitForTimeout(SETTLE);
			out.enter = (await call('selected')) !== chosen;
			out.walked = await walked(browser, first);
		}
	} catch (e) {
		out.failed = e.message.split('\n')[0].slice(0, 160);
	} finally {
		await browser?.close();
	}
	return out;
}
