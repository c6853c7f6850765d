/** Start of the page: text is painted first, early input is replayed, and every wait has a limit. */
import type { Page } from '@playwright/test';
import { events } from './facts.ts';
import { halting } from './halting.ts';
import { LONG, expect, longUnless, ready, test, watch } from './page.ts';
import { countLine, filters, query, searchbox, openFilters } from './reader.ts';

const MAIN = /\/assets\/main-[^/]+\.js$/;
const DATA = /\/assets\/data-[^/]+\.json$/;
const titles = (page: Page) => page.locator('main article h3 a');

/** Holds back all frames until the test calls `release`. */
const holdFrames = (page: Page) =>
	page.addInitScript(() => {
		const { requestAnimationFrame } = globalThis;
		const waiting: FrameRequestCallback[] = [];
		globalThis.requestAnimationFrame = (act) => waiting.push(act);
		const release = () => {
			globalThis.requestAnimationFrame = requestAnimationFrame;
			for (const act of waiting) requestAnimationFrame(act);
		};
		Object.assign(globalThis, { release });
	});
interface Waiting {
	readonly ms: number;
	readonly act: () => void;
}
/** Holds back the page's timeouts until the test calls `elapse`. */
const holdClock = (page: Page) =>
	page.addInitScript(() => {
		const { setTimeout } = globalThis;
		const waiting: Waiting[] = [];
		globalThis.setTimeout = ((act: () => void, ms = 0) =>
			ms < 1000 ? setTimeout(act, ms) : waiting.push({ ms, act })) as typeof setTimeout;
		Object.assign(globalThis, { waiting });
	});
const elapse = (page: Page, ms: number) =>
	page.evaluate((until) => {
		const { waiting } = globalThis as unknown as { waiting: Waiting[] };
		for (const { act } of waiting.filter((w) => w.ms <= until)) act();
	}, ms);
/** Holds back the response for an address until it is released. */
async function held(page: Page, url: RegExp) {
	await holdClock(page);
	let release = () => {};
	const gate = new Promise<void>((open) => (release = open));
	await page.route(url, async (route) => {
		await gate;
		await route.continue();
	});
	return release;
}

for (const address of ['', '#disputes', '?fbclid=x', '?fbclid=x#about']) {
	// The engine tests cover the address with only a fragment.
	const details = longUnless(['', '?fbclid=x#about'].includes(address));
	test(
		`“/${address}” paints a frame before it requests script and data, once each, and is hydrated (E8)`,
		details,
		async ({ page, home }) => {
			await holdFrames(page);
			const asked: string[] = [];
			page.on('request', (request) => asked.push(request.url()));
			await page.goto(home + address, { waitUntil: 'load' });
			const before = asked.filter((url) => MAIN.test(url) || DATA.test(url));
			await page.evaluate(() => (globalThis as unknown as { release: () => void }).release());
			await ready(page);
			expect(before).toEqual([]);
			expect(asked.filter((url) => MAIN.test(url) || DATA.test(url))).toHaveLength(2);
		},
	);
}

test('at the address of an event in the record the page is hydrated there', async ({ page, open }) => {
	await open();
	const id = (await page.locator('main article').last().getAttribute('id'))!;
	await open(`#${id}`);
	await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
});

test('a page that arrives slowly is complete before it is hydrated', async ({ browser, home }) => {
	const host = await halting(home, ({ length }) => length / 2);
	const page = await browser.newPage();
	const complaints = watch(page, host.url);
	const loaded = Promise.all(
		[MAIN, DATA].map((file) => page.waitForEvent('requestfinished', (r) => file.test(r.url()))),
	);
	await page.goto(`${host.url}?sort=known`, { waitUntil: 'commit' });
	await loaded;
	// Long enough for a page that does not wait to start.
	await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
	await expect(page.locator('html')).not.toHaveAttribute('data-ready');
	host.goOn();
	await ready(page);
	await expect(titles(page)).toHaveCount(events.length);
	await page.close();
	host.close();
	expect(complaints).toEqual([]);
});

test('an address with our parameters is applied without waiting for a frame', async ({ page, home }) => {
	await holdFrames(page);
	await page.goto(`${home}?sort=known`);
	await ready(page);
});

test('a hidden page is hydrated without a frame', LONG, async ({ page, home }) => {
	await page.addInitScript(() => {
		Object.defineProperty(document, 'hidden', { get: () => true });
		globalThis.requestAnimationFrame = () => 0;
	});
	await page.goto(home);
	await ready(page);
});

test('when paints cannot be measured, the page is hydrated', LONG, async ({ page, home }) => {
	await page.addInitScript(() => {
		Reflect.deleteProperty(globalThis, 'PerformanceObserver');
	});
	await page.goto(home);
	await ready(page);
});

test('presses and typing before hydration are replayed after it', async ({ page, home }) => {
	const release = await held(page, MAIN);
	await page.goto(home);
	const name = filters(page).getByRole('button', { name: /^Filter\b/ });
	await name.click();
	await titles(page).last().click();
	await searchbox(page).fill('the');
	await expect(name).toHaveAttribute('aria-busy', 'true');
	await expect(name).toHaveAttribute('aria-expanded', 'false');
	release();
	await ready(page);
	await expect(name).toHaveAttribute('aria-expanded', 'true');
	await expect(page.locator('[aria-busy]')).toHaveCount(0);
	await expect.poll(() => query(page)).toMatch(/e=[^&]+&q=the/);
});

test('a mark of the picture pressed before hydration opens its event after it', async ({ page, home }) => {
	const release = await held(page, MAIN);
	await page.goto(home);
	const mark = page.locator('#stage svg.plot a[href]').first();
	const href = (await mark.getAttribute('href'))!;
	await mark.locator('.shape').click();
	release();
	await ready(page);
	await expect.poll(() => query(page)).toBe(`?e=${href.split('/').at(-2)!}`);
});

test.describe('while the script hangs', () => {
	test('the record is shown after two seconds, and after four the reader is told and links work', async ({
		page,
		home,
	}) => {
		await page.route(MAIN, () => undefined);
		await holdClock(page);
		await page.goto(`${home}?sort=known`);
		await expect(page.locator('html')).toHaveClass(/pending/);
		await expect(titles(page).first()).toBeHidden();
		await elapse(page, 2000);
		await expect(titles(page).first()).toBeVisible();
		await elapse(page, 4000);
		await expect(page.getByRole('alert').filter({ hasText: 'taking long' })).toBeVisible();
		const href = await titles(page).first().getAttribute('href');
		await titles(page).first().click();
		await expect(page).toHaveURL(home + href!.replace('./', ''));
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	});

	test('an address with other parameters holds nothing back', async ({ page, home }) => {
		await page.route(MAIN, () => undefined);
		await page.goto(`${home}?fbclid=x`);
		await expect(page.locator('html')).toHaveClass('js');
		await expect(titles(page).first()).toBeVisible();
	});
});

test.describe('a part that fails', () => {
	test.use({ provoked: /TypeError/ });

	/** Changes the last event in the data so that a part of the page cannot show it. */
	const broken = async (page: Page, change: (event: Record<string, unknown>) => void) => {
		// Without `crypto.subtle` the page cannot check the data, so it accepts the altered ones.
		await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
		await page.route(DATA, async (route) => {
			const records = (await (await route.fetch()).json()) as { events: Record<string, unknown>[] };
			change(records.events.at(-1)!);
			await route.fulfill({ json: records });
		});
	};
	const isGivenBack = async (page: Page) => {
		await expect(page.getByText('A part of this page failed')).toBeVisible();
		const hrefs = await titles(page).evaluateAll((all) => all.map((a) => a.getAttribute('href')));
		expect(hrefs.length).toBe(await page.locator('main article').count());
		expect(hrefs.length).toBeGreaterThan(1);
	};

	test('during hydration is restored as prerendered, and the others go on', async ({ page, home }) => {
		await broken(page, (event) => (event['status'] = [{ kind: 'nothing we know', by: '', since: '2000' }]));
		await page.goto(home);
		await ready(page);
		await isGivenBack(page);
		await openFilters(page);
		const first = filters(page).getByRole('group', { name: 'Kind' }).getByRole('button').first();
		const before = await countLine(page).textContent();
		await first.click();
		await expect(first).toHaveAttribute('aria-pressed', 'true');
		await expect(countLine(page)).not.toHaveText(before!);
	});

	test('is also restored after an action of the reader', LONG, async ({ page, home }) => {
		await broken(page, (event) => (event['notes'] = [{ says: 'Words.', references: ['nowhere'] }]));
		await page.goto(home);
		await ready(page);
		await page.getByRole('button', { name: 'Open all' }).click();
		await isGivenBack(page);
	});
});
