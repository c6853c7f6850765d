// From a press to the next paint: the most common interactions, with the CPU slowed down four times.
const SLOWER = 4;

/** Presses like a person: moves first, then holds. Playwright's click runs checks in the page, which would count. */
async function press(page, target) {
	const { x, y, width, height } = await target.boundingBox();
	await page.mouse.move(x + Math.min(width, 40) / 2, y + height / 2);
	await page.waitForTimeout(200);
	await page.mouse.down();
	await page.waitForTimeout(70);
	await page.mouse.up();
	await page.waitForTimeout(400);
}

/** Each starts on a newly opened page and makes several presses. */
const ACTS = {
	filter: async (page) => {
		const agency = page.getByRole('group', { name: 'Agency' }).getByRole('button').first();
		await press(page, agency);
		await press(page, agency);
	},
	choose: async (page) => {
		const headings = page.locator('main article h3 a');
		for (const at of [3, 30]) {
			await headings.nth(at).scrollIntoViewIfNeeded();
			await page.waitForTimeout(400);
			await press(page, headings.nth(at));
		}
	},
	'choose on the chart and go on': async (page) => {
		await press(page, page.locator('.plot .mark.core').nth(4));
		for (let i = 0; i < 2; i++) await press(page, page.locator('article.chosen .neighbours .after'));
	},
	'tell the story': async (page) => {
		await press(page, page.getByRole('button', { name: /^The story in/ }));
		for (let i = 0; i < 3; i++) await press(page, page.getByRole('button', { name: /^Next:/ }));
	},
	'drag the line of a date': async (page) => {
		await press(page, page.getByRole('button', { name: /^As of/ }));
		const { x, y, width, height } = await page.getByRole('slider', { name: 'As of' }).locator('.grip').boundingBox();
		await page.mouse.move(x + width / 2, y + height / 2);
		await page.mouse.down();
		for (let i = 1; i <= 8; i++) {
			await page.mouse.move(x + width / 2 - 20 * i, y + height / 2);
			await page.waitForTimeout(100);
		}
		await page.mouse.up();
		await page.waitForTimeout(400);
	},
	search: async (page) => {
		const word = (await page.locator('main article h3').first().innerText()).split(' ').at(-1);
		await press(page, page.getByRole('combobox', { name: /^Search / }));
		await page.keyboard.type(word, { delay: 150 });
	},
};

/** Runs in the page: collects the browser's event timings, and the times until the whole page has been updated. */
function watch() {
	globalThis.felt = [];
	globalThis.followed = [];
	new PerformanceObserver((list) => globalThis.felt.push(...list.getEntries())).observe({
		type: 'event',
		durationThreshold: 16,
		buffered: true,
	});
	let pressed = 0;
	for (const type of ['pointerdown', 'click', 'input'])
		addEventListener(type, (e) => (pressed = e.timeStamp), { capture: true });
	const painted = () => setTimeout(() => pressed && globalThis.followed.push(performance.now() - pressed));
	addEventListener('DOMContentLoaded', () =>
		new MutationObserver(() => requestAnimationFrame(painted)).observe(document.querySelector('main'), {
			subtree: true,
			childList: true,
			characterData: true,
		}),
	);
}

/** The longest event that the browser reports, in ms (it counts in steps of 8), and the longest full update. */
const longest = (page) =>
	page.evaluate(() => ({
		next: Math.max(0, ...globalThis.felt.filter((e) => e.interactionId).map((e) => e.duration)),
		whole: Math.round(Math.max(0, ...globalThis.followed)),
	}));

/** @returns { act: [{ next, whole }, …] }, the longest of each repetition, in ms */
export async function interactions(browser, address, repetitions) {
	const figures = Object.fromEntries(Object.keys(ACTS).map((act) => [act, []]));
	for (let i = 0; i < repetitions; i++)
		for (const [act, play] of Object.entries(ACTS)) {
			const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
			const page = await context.newPage();
			await page.addInitScript(watch);
			await page.goto(address);
			await page.locator('html[data-ready]').waitFor();
			await page.waitForLoadState('networkidle');
			const devtools = await context.newCDPSession(page);
			await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
			await page.waitForTimeout(500);
			await play(page);
			await page.waitForTimeout(800);
			figures[act].push(await longest(page));
			await context.close();
		}
	return figures;
}
