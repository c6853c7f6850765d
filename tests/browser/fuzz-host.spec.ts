/** Whatever a host responds for any file, the whole record can be read, and the page says what is missing. */
import type { Page, Route } from '@playwright/test';
import { random } from '../seeded.ts';
import { events, ids, theCase } from './facts.ts';
import { runs } from './fuzz.ts';
import { expect, test } from './page.ts';
import { openAll, pressInMore, shown } from './reader.ts';

// A browser logs every failed request, so all messages are allowed.
test.use({ provoked: /.*/ });

/** Every request of the page and of the parts that can be opened in it, except the document itself. */
async function filesOf(page: Page, home: string): Promise<string[]> {
	const asked = new Set<string>();
	page.on('request', (r) => asked.add(r.url().slice(home.length)));
	await page.goto(home);
	await page.locator('html[data-ready]').waitFor();
	await page.getByRole('combobox', { name: /^Search / }).fill('the');
	await pressInMore(page, 'Keys');
	await page.getByRole('dialog').waitFor();
	await page.keyboard.press('Escape');
	await openAll(page);
	await page.getByRole('button', { name: /^Check everything/ }).click();
	await page.waitForLoadState('networkidle');
	return [...asked].filter((path) => path && !path.startsWith('?')).sort();
}

type Fault = (route: Route, next: () => number) => Promise<void>;
const FAULTS: Readonly<Record<string, Fault>> = {
	missing: (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<!doctype html>Not found' }),
	'of another type': (route) =>
		route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Log in</title>' }),
	empty: (route) => route.fulfill({ body: '' }),
	failing: (route) => route.abort(),
	never: () => Promise.resolve(),
	truncated: async (route, next) => {
		const answer = await route.fetch();
		const body = await answer.body();
		await route.fulfill({ response: answer, body: body.subarray(0, Math.floor(next() * body.length)) });
	},
	altered: async (route, next) => {
		const answer = await route.fetch();
		const body = Buffer.from(await answer.body());
		if (body.length) body[Math.floor(next() * body.length)]! ^= 1 + Math.floor(next() * 255);
		await route.fulfill({ response: answer, body });
	},
	late: async (route) => {
		await new Promise((done) => setTimeout(done, 3000));
		await route.continue();
	},
};

/** Faults that no page can handle: altered scripts, and styles that never arrive, which block painting and scripts. */
const isBeyond = (file: string, fault: string) =>
	(fault === 'altered' && file.endsWith('.js')) || (fault === 'never' && file.endsWith('.css'));

for (const { seed, n, details } of runs(2, 60)) {
	test(
		`with ${n} faults of a host the whole record can still be read (seed ${seed})`,
		details,
		async ({ page, home }) => {
			test.setTimeout(120_000 + n * 20_000);
			const next = random(seed);
			const files = await filesOf(page, home);
			for (let i = 0; i < n; i++) {
				const file = files[Math.floor(next() * files.length)]!;
				const [name, fault] = Object.entries(FAULTS)[Math.floor(next() * Object.keys(FAULTS).length)]!;
				if (isBeyond(file, name)) continue;
				const which = `${file}: ${name}`;
				const own = random(seed + i);
				await page.goto('about:blank');
				const pattern = (url: URL) => url.href === home + file;
				await page.route(pattern, (route) => fault(route, own).catch(() => undefined));
				await page.goto(home, { waitUntil: 'commit' });
				// The page is hydrated, or says why not, before a reader would give up.
				const answered = page.locator('html[data-ready], .failure').first();
				await expect(answered, which).toBeAttached({ timeout: 15_000 });
				await expect(page.getByRole('heading', { level: 1 }), which).toHaveText(theCase.title);
				expect((await shown(page)).toSorted(), which).toEqual(ids(events).toSorted());
				await expect(page.getByRole('contentinfo'), which).toBeAttached();
				const visible = await page.locator('main article').first().isVisible();
				expect(visible, `${which}: the record can be seen`).toBe(true);
				await page.unroute(pattern);
			}
		},
	);
}
