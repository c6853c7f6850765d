// From a press to the next picture: what a reader does most, on a processor slowed down four times.
const SLOWER = 4;

/** Each begins on a page just opened; what it does is felt as several presses. */
const ACTS = {
	filter: async (page) => {
		const fbi = page.getByRole('group', { name: 'Agency' }).getByRole('button', { name: /^FBI/ });
		await fbi.click();
		await page.waitForTimeout(400);
		await fbi.click();
	},
	choose: async (page) => {
		const headings = page.locator('main article h3 button');
		for (const at of [3, 30]) {
			await headings.nth(at).scrollIntoViewIfNeeded();
			await page.waitForTimeout(400);
			await headings.nth(at).click();
			await page.waitForTimeout(400);
		}
	},
	search: async (page) => {
		await page.getByRole('searchbox').click();
		await page.keyboard.type('emails', { delay: 150 });
	},
};

/** The longest of the presses that the browser reports, in ms: it counts in steps of 8. */
const longest = (page) =>
	page.evaluate(() => Math.max(0, ...globalThis.felt.filter((e) => e.interactionId).map((e) => e.duration)));

/** @returns { act: the longest of each repetition } */
export async function interactions(browser, address, repetitions) {
	const figures = Object.fromEntries(Object.keys(ACTS).map((act) => [act, []]));
	for (let i = 0; i < repetitions; i++)
		for (const [act, play] of Object.entries(ACTS)) {
			const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
			const page = await context.newPage();
			await page.addInitScript(() => {
				globalThis.felt = [];
				new PerformanceObserver((list) => globalThis.felt.push(...list.getEntries())).observe({
					type: 'event',
					durationThreshold: 16,
					buffered: true,
				});
			});
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
