/** Documents without scripts, as served: they fit the window, their links work, and they log no error. */
import { COLOURS, found, TAGS } from './axe.ts';
import { events, quoted, quotes, sources, theCase } from './facts.ts';
import { LONG, expect, longUnless, test } from './page.ts';
import { sideways } from './reader.ts';

/** The event with the most to show, and one without a quote. */
const full = events.toSorted(
	(a, b) => b.quotes.length + b.references.length - a.quotes.length - a.references.length,
)[0]!;
const bare = events.find((e) => !e.quotes.length)!;
const ofEvent = ({ id }: { id: string }) => `events/${id}/index.html`;
const ofText = ({ id }: { id: string }) => `documents/${id}/index.html`;
const KINDS = [
	ofEvent(full),
	ofEvent(bare),
	ofText(quoted[0]!),
	'dossier.html',
	'sources.html',
	'licences.html',
	'data/index.html',
];

test('in the dossier, which skips off-screen layout, links are large enough and numbers are not clipped', async ({
	page,
	home,
}) => {
	await page.setViewportSize({ width: 412, height: 823 });
	await page.goto(`${home}dossier.html`);
	expect(await found(page, ['target-size'], ['main'])).toEqual([]);
	const markers = await page.evaluate(() => {
		const styles = [...document.querySelectorAll('main *')].map((element) => getComputedStyle(element));
		const skipped = styles.filter((style) => style.contentVisibility === 'auto');
		const isClipped = (style: CSSStyleDeclaration) =>
			style.display === 'list-item' && !['none', '""'].includes(style.listStyleType);
		return { skipped: skipped.length, clipped: skipped.filter(isClipped).length };
	});
	expect(markers.skipped).toBeGreaterThan(sources.length);
	expect(markers.clipped).toBe(0);
});

for (const path of KINDS) {
	test(
		`${path} fits every width`,
		longUnless(![ofEvent(bare), 'sources.html'].includes(path)),
		async ({ page, home }) => {
			await page.goto(home + path);
			for (const width of [1440, 768, 390, 320]) {
				await page.setViewportSize({ width, height: 900 });
				expect(await sideways(page), `${width} px`).toBe(0);
			}
		},
	);

	// The complete lists are long, and consist of the same parts as the other documents.
	const details = longUnless(path === ofEvent(bare));
	test(`axe finds nothing in ${path}, light and dark`, details, async ({ page, home }) => {
		await page.setViewportSize({ width: 390, height: 900 });
		await page.goto(home + path);
		// Off-screen parts have no size yet, and axe would take them as covered.
		await page.evaluate(() => {
			for (const part of document.querySelectorAll<HTMLElement>('body *'))
				if (getComputedStyle(part).contentVisibility === 'auto') part.style.contentVisibility = 'visible';
		});
		expect(await found(page, TAGS)).toEqual([]);
		await page.emulateMedia({ colorScheme: 'dark' });
		expect(await found(page, COLOURS)).toEqual([]);
	});

	// All documents have the same bar, except that the dossier has no link to itself.
	const isEveryTime = path === ofEvent(full) || path === 'dossier.html';
	test(
		`${path} says that it shows the whole record as of today, and links to the timeline and the dossier`,
		longUnless(isEveryTime),
		async ({ page, home }) => {
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
		},
	);
}

test('no part of a document is hidden, and every link within it has a target', async ({ page, home }) => {
	for (const path of KINDS) {
		await page.goto(home + path);
		const wrong = await page.evaluate(() => ({
			hidden: [...document.querySelectorAll('main *')]
				.filter(
					(e) =>
						e.textContent &&
						!e.closest('.needs-js, .visually-hidden, .margin, .other, .on-paper') &&
						!e.checkVisibility(),
				)
				.map((e) => e.textContent),
			lost: [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
				.map((a) => decodeURIComponent(a.hash.slice(1)))
				.filter((id) => !document.getElementById(id)),
			twice: [...document.querySelectorAll('[id]')].map((e) => e.id).filter((id, i, all) => all.indexOf(id) !== i),
		}));
		expect(wrong, path).toEqual({ hidden: [], lost: [], twice: [] });
	}
});

test('the address of each passage leads to its marked words, below the caution', LONG, async ({ page, home }) => {
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

test('the old list of sources links to each source in the dossier', LONG, async ({ page, home }) => {
	await page.goto(`${home}sources.html`);
	const links = await page.evaluate(
		(hashes) =>
			hashes.map((hash) => {
				const at = document.getElementById(hash)!;
				const link = at.matches('a') ? at : at.querySelector('a')!;
				return [link.textContent, link.getAttribute('href')];
			}),
		sources.flatMap(({ id }, i) => [`s${i + 1}`, id]),
	);
	const wanted = sources.flatMap(
		({ id, title }) => Array(2).fill([title, `./dossier.html#source-${id}`]) as string[][],
	);
	expect(links).toEqual(wanted);
	const last = sources.at(-1)!;
	await page.goto(`${home}sources.html#${last.id}`);
	await page.getByRole('link', { name: last.title }).last().click();
	await expect(page.locator(`[id="source-${last.id}"]`)).toContainText(last.title);
	await expect(page.locator(`[id="source-${last.id}"]`)).toBeInViewport();
	const titles = await page.evaluate(
		(ids) => ids.map((id) => document.getElementById(`source-${id}`)!.textContent),
		sources.map(({ id }) => id),
	);
	for (const [i, { title }] of sources.entries()) expect(titles[i]).toContain(title);
});

test('on paper nothing is dark, and navigation links are left out', async ({ page, home }) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	await page.goto(home + ofEvent(full));
	await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
	const ink = () => page.locator('h1').evaluate((e) => getComputedStyle(e).color);
	const dark = await ink();
	await page.emulateMedia({ media: 'print' });
	expect(await ink()).not.toBe(dark);
	await expect(page.getByRole('navigation', { name: 'This record' })).toBeHidden();
});
