/** Documents that need no script, as they are served: they fit, they lead on, they complain of nothing. */
import { COLOURS, found, TAGS } from './axe.ts';
import { events, quoted, quotes, sources, theCase } from './facts.ts';
import { expect, test } from './page.ts';
import { sideways } from './reader.ts';

/** The event with the most to show, and one without a quote. */
const full = events.toSorted(
	(a, b) => b.quotes.length + b.references.length - a.quotes.length - a.references.length,
)[0]!;
const bare = events.find((e) => !e.quotes.length)!;
const ofEvent = ({ id }: { id: string }) => `events/${id}/index.html`;
const ofText = ({ id }: { id: string }) => `documents/${id}/index.html`;
const KINDS = [ofEvent(full), ofEvent(bare), ofText(quoted[0]!), 'dossier.html', 'sources.html'];

for (const path of KINDS) {
	test(`${path} fits every width, and axe finds nothing, light and dark`, async ({ page, home }) => {
		test.setTimeout(180_000);
		for (const width of [1440, 768, 390, 320]) {
			await page.setViewportSize({ width, height: 900 });
			await page.goto(home + path);
			expect(await sideways(page), `${width} px`).toBe(0);
			// The dossier is long, and made of the same parts at every width.
			if (width === 768 || (path === 'dossier.html' && width !== 390)) continue;
			expect(await found(page, TAGS), `${width} px`).toEqual([]);
		}
		await page.emulateMedia({ colorScheme: 'dark' });
		expect(await found(page, COLOURS)).toEqual([]);
	});

	test(`${path} says that it shows the whole record as of today, and leads to the timeline and the dossier`, async ({
		page,
		home,
	}) => {
		await page.goto(home + path);
		await expect(page.getByRole('banner')).toContainText('The whole record as of today');
		const nav = page.getByRole('navigation', { name: 'This record' });
		await expect(nav.getByRole('link', { name: 'Everything on one page' })).toHaveCount(
			path === 'dossier.html' ? 0 : 1,
		);
		await expect(page.getByRole('contentinfo')).toHaveText(theCase.footer);
		expect(await page.title()).toContain(theCase.title);
		await nav.getByRole('link', { name: 'Open in the timeline' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(theCase.title);
	});
}

test('nothing of a document is hidden, and no link within one leads nowhere', async ({ page, home }) => {
	for (const path of KINDS) {
		await page.goto(home + path);
		const wrong = await page.evaluate(() => ({
			hidden: [...document.querySelectorAll('main *')]
				.filter((e) => e.textContent && !e.closest('.needs-js, .unseen, .margin, .other') && !e.checkVisibility())
				.map((e) => e.textContent),
			lost: [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
				.map((a) => decodeURIComponent(a.hash.slice(1)))
				.filter((id) => !document.getElementById(id)),
			twice: [...document.querySelectorAll('[id]')].map((e) => e.id).filter((id, i, all) => all.indexOf(id) !== i),
		}));
		expect(wrong, path).toEqual({ hidden: [], lost: [], twice: [] });
	}
});

test('the address of each passage leads to its words, marked, below the caution', async ({ page, home }) => {
	for (const { id, source, exact } of quotes) {
		await page.goto(`${home}documents/${source}/index.html#${id}`);
		const at = page.locator(`[id="${id}"]`);
		const mark = page.locator('mark:target, mark:has(> :target)');
		const words = await mark.evaluate((m) => {
			const copy = m.cloneNode(true) as Element;
			for (const number of copy.querySelectorAll('sup')) number.remove();
			return copy.textContent;
		});
		expect(exact.startsWith(words) || words.startsWith(exact), `${id}: ${words}`).toBe(true);
		await expect(at, id).toBeInViewport();
		const ground = (where: string) =>
			page
				.locator(where)
				.first()
				.evaluate((e) => getComputedStyle(e).backgroundColor);
		expect(await ground('mark:target, mark:has(> :target)')).not.toBe(await ground('mark:not(:target, :has(:target))'));
		const strip = (await page.locator('.strip').boundingBox())!;
		expect((await mark.boundingBox())!.y, id).toBeGreaterThanOrEqual(strip.y + strip.height);
	}
});

test('the old list of sources leads on to each source in the dossier', async ({ page, home }) => {
	for (const [i, { id, title }] of sources.entries()) {
		if (i % 12) continue;
		for (const hash of [`s${i + 1}`, id]) {
			await page.goto(`${home}sources.html#${hash}`);
			const at = page.locator(':target');
			const link = (await at.evaluate((e) => e.matches('a'))) ? at : at.locator('a');
			await expect(link).toHaveText(title);
			await link.click();
			expect(new URL(page.url()).pathname).toBe('/dossier.html');
			const goal = page.locator(`[id="source-${id}"]`);
			await expect(goal).toContainText(title);
			await expect(goal).toBeInViewport();
		}
	}
});

test('on paper nothing is dark, and links that lead elsewhere on screen are left out', async ({ page, home }) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	await page.goto(home + ofEvent(full));
	await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
	const ink = () => page.locator('h1').evaluate((e) => getComputedStyle(e).color);
	const dark = await ink();
	await page.emulateMedia({ media: 'print' });
	expect(await ink()).not.toBe(dark);
	await expect(page.getByRole('navigation', { name: 'This record' })).toBeHidden();
});
