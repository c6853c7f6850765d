/** The prerendered page: the same before and after hydration, without layout shifts and without third parties. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { events, quotes } from './facts.ts';
import { halting } from './halting.ts';
import { LONG, dist, expect, longUnless, ready, test } from './page.ts';
import { agencyWithMostEvents, commonWord, dayBeforeQuotes, eventWithEverything } from './picks.ts';
import { inMore, needsScript, pressInMore, proof, quotesInRecord, visibleQuotes } from './reader.ts';
import { shifts, watchShifts } from './shifts.ts';

/** The markup that needs no script, one tag or text per line, without Svelte's own markers. */
const markup = () => {
	const app = document.body.cloneNode(true) as Element;
	for (const place of app.querySelectorAll('#stage, #column, #dialogs')) place.replaceChildren();
	// Parts are folded only when a script can open them.
	for (const folded of app.querySelectorAll('[hidden]')) folded.removeAttribute('hidden');
	return (
		app.innerHTML
			.replace(/<!--[\s\S]*?-->/g, '')
			// Svelte turns the defaults of inputs into properties of the same value.
			.replace(/(<input [^>]*?) (?:value|checked)="[^"]*"/g, '$1')
			.replace(/(?<=>)|(?=<)/g, '\n')
			.split('\n')
			.map((line) => line.trim())
			.filter(Boolean)
	);
};

test('the markup is the same before and after hydration', async ({ page, browser, open, home }) => {
	const still = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
	const sent = await still.newPage();
	await sent.goto(home);
	const before = await sent.evaluate(markup);
	await still.close();
	await open();
	const after = await page.evaluate(markup);
	expect(before.length).toBeGreaterThan(10 * events.length);
	expect(after).toEqual(before);
});

for (const width of [1440, 390]) {
	for (const query of [
		'',
		`?e=${eventWithEverything.id}`,
		`?agency=${agencyWithMostEvents.id}`,
		`?q=${commonWord}`,
		`?asof=${dayBeforeQuotes}`,
		`?e=${eventWithEverything.id}&agency=${agencyWithMostEvents.id}&q=${commonWord}`,
	]) {
		// The page waits at most two seconds for what an address changes: on a busy machine that may be too short.
		const details = longUnless(width === 390 && query === '');
		test(`nothing shifts while “${query || '/'}” opens at ${width} px`, details, async ({ page, open }) => {
			await page.setViewportSize({ width, height: 900 });
			await watchShifts(page);
			await open(query);
			await page.waitForLoadState('networkidle');
			expect(await shifts(page)).toEqual([]);
		});
	}
}

for (const [width, last] of [
	[1440, 'class="deck'],
	[390, 'class="btn story-start'],
] as const) {
	for (const after of ['</h1>', 'class="deck', 'class="btn story-start'])
		test(
			`nothing shifts when the network stops after “${after}”, at ${width} px`,
			longUnless(after === last),
			async ({ browser, home }) => {
				const host = await halting(home, (sent) => sent.indexOf('>', sent.indexOf(after) + after.length) + 1);
				const page = await browser.newPage({ viewport: { width, height: 900 } });
				await watchShifts(page);
				await page.goto(host.url, { waitUntil: 'commit' });
				// Long enough for a page that does not wait to paint.
				await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
				host.goOn();
				await ready(page);
				expect(await shifts(page)).toEqual([]);
				await page.close();
				host.close();
			},
		);
}

test('the served page has no style attribute and no inline script except the hashed ones', () => {
	const html = readFileSync(join(dist, 'index.html'), 'utf8');
	const tags = html.replace(/<(style|script)[^>]*>[\s\S]*?<\/\1>/g, '').match(/<[a-z][^>]*>/gi)!;
	expect(tags.filter((tag) => /\sstyle\s*=/i.test(tag))).toEqual([]);
	expect(tags.filter((tag) => /\son[a-z]+\s*=/i.test(tag))).toEqual([]);
});

test('the policy comes before everything that it governs and allows nothing unsafe', () => {
	const html = readFileSync(join(dist, 'index.html'), 'utf8');
	const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html)!;
	expect(policy[1]).toContain("default-src 'none'");
	expect(policy[1]).toContain("require-trusted-types-for 'script'");
	expect(policy[1]).not.toContain('unsafe-');
	expect(policy[1]).not.toMatch(/\*|https?:/);
	for (const governed of ['<script', '<style', 'rel="preload"', 'rel="modulepreload"', 'rel="stylesheet"']) {
		const at = html.indexOf(governed);
		expect(at === -1 || at > policy.index, governed).toBe(true);
	}
});

test(
	'opening an event requests at most ten files, all from the same host, and sets no cookie',
	LONG,
	async ({ page, open, home, context }) => {
		const asked: string[] = [];
		page.on('request', (r) => asked.push(r.url()));
		await open(`?e=${eventWithEverything.id}`);
		await proof(page).getByText('found word for word').waitFor();
		expect(asked.length).toBeLessThanOrEqual(10);
		expect(asked.filter((url) => !url.startsWith(home))).toEqual([]);
		expect(new Set(asked).size, asked.join('\n')).toBe(asked.length);
		expect(await context.cookies()).toEqual([]);
	},
);

test(
	'a chosen theme is remembered, and applies before any script of the page has loaded',
	LONG,
	async ({ page, open }) => {
		const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
		await page.emulateMedia({ colorScheme: 'light' });
		await open();
		const light = await background();
		const theme = inMore(page, /^Theme/);
		await expect(theme).toHaveText(/Theme: System$/);
		await pressInMore(page, /^Theme/);
		await pressInMore(page, /^Theme/);
		await expect(theme).toHaveText(/Theme: Dark$/);
		const dark = await background();
		expect(dark).not.toBe(light);

		const early: string[] = [];
		await page.route(/\/assets\/main-[^/]+\.js$/, async (route) => {
			early.push(await background());
			await route.continue();
		});
		await page.reload();
		await ready(page);
		expect(early).toEqual([dark]);
		await expect(theme).toHaveText(/Theme: Dark$/);
		await pressInMore(page, /^Theme/);
		await expect(theme).toHaveText(/Theme: System$/);
		expect(await background()).toBe(light);
	},
);

test('an unknown remembered theme is ignored (A19)', LONG, async ({ page, open }) => {
	await page.addInitScript(() => localStorage.setItem('theme', 'sepia'));
	await open();
	const theme = inMore(page, /^Theme/);
	await expect(theme).toHaveText(/Theme: System$/);
	await pressInMore(page, /^Theme/);
	await expect(theme).toHaveText(/Theme: Light$/);
});

test('the page follows the system theme until one is chosen', LONG, async ({ page, open }) => {
	await open();
	const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	await page.emulateMedia({ colorScheme: 'light' });
	const light = await background();
	await page.emulateMedia({ colorScheme: 'dark' });
	expect(await background()).not.toBe(light);
});

test('both typefaces are served by the site', async ({ page, open }) => {
	await open(`?e=${eventWithEverything.id}`);
	const loaded = await page.evaluate(async () => {
		await document.fonts.ready;
		return [...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.family.replaceAll('"', ''));
	});
	expect(loaded).toEqual(expect.arrayContaining(['Newsreader', 'Public Sans']));
});

test('printing shows every event open and no controls', LONG, async ({ page, open }) => {
	await open();
	await page.emulateMedia({ media: 'print' });
	await expect(visibleQuotes(page)).toHaveCount(quotes.length);
	await expect(needsScript(page)).toHaveCount(0);
	await expect(quotesInRecord(page).first()).toBeVisible();
});
