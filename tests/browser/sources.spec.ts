/** The list of sources: every source once, with all its addresses, and the way from where it is cited and back. */
import { addresses, sourceDate } from '../../src/domain/model/cite.ts';
import { found } from './axe.ts';
import { disputes, events, source, sources, FULL } from './facts.ts';
import { dist, expect, ready, test } from './page.ts';
import { article, heading, pane, sideways } from './reader.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const LIST = 'sources.html';
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('every source stands there with title, publisher, date, caution and each of its addresses, labelled', async ({
		page,
		home,
	}) => {
		await page.goto(home + LIST);
		const items = await page.locator('main li').evaluateAll((all) =>
			all.map((li) => ({
				text: li.textContent,
				links: [...li.querySelectorAll('a[rel="external"]')].map((a) => [a.getAttribute('href'), a.textContent.trim()]),
			})),
		);
		expect(items).toHaveLength(sources.length);
		for (const [i, s] of sources.entries()) {
			const { text, links } = items[i]!;
			for (const words of [s.title, s.publisher, sourceDate(s), s.caution ?? '', s.author ?? ''])
				expect(plain(text), s.id).toContain(plain(words));
			expect(links, s.id).toEqual(addresses(s).map(({ href, text: label }) => [href, label]));
		}
	});

	test('every reference and every cited publisher leads to its own source in the list', async ({ page, home }) => {
		await page.goto(home);
		const cited = await page
			.locator(`a[href*="${LIST}#"]`)
			.evaluateAll((all) => all.map((a) => [a.textContent.trim(), (a as HTMLAnchorElement).hash.slice(1)] as const));
		expect(cited.length).toBeGreaterThan(200);
		await page.goto(home + LIST);
		const titles = new Map(
			await page
				.locator('main li')
				.evaluateAll((all) => all.map((li) => [li.id, li.querySelector('h2')!.textContent] as const)),
		);
		const publisherOf = (title: string | undefined) => sources.filter((s) => s.title === title).map((s) => s.publisher);
		for (const [publisher, id] of cited) expect(publisherOf(titles.get(id)), id).toContain(publisher);
	});

	test('what cites a source is named beside it, and its link leads there', async ({ page, home }) => {
		const [reference] = events.find((e) => e.id === FULL)!.references;
		await page.goto(home + LIST);
		const item = page.locator('main li', { has: page.locator(`[id="${reference!.source}"]`) });
		for (const e of events.filter((other) => other.references.some((r) => r.source === reference!.source)))
			await expect(item.getByRole('link', { name: e.title })).toHaveAttribute('href', new RegExp(`#${e.id}$`));
		const dispute = disputes[0]!;
		const cites = page.locator('main li', { has: page.locator(`[id="${dispute.accounts[0]!.references[0]!}"]`) });
		await cites.getByRole('link', { name: dispute.question }).click();
		await expect(page.locator(`#dispute-${dispute.id}`)).toBeInViewport();
	});
});

test('with JavaScript an open event leads to its sources at once, and so does the pane', async ({ page, open }) => {
	await open(`?e=${FULL}`);
	const links = await article(page, FULL)
		.locator('.sources a')
		.evaluateAll((all) => all.map((a) => a.getAttribute('href')));
	const wanted = events.find((e) => e.id === FULL)!.references.flatMap((r) => addresses(source(r.source)));
	expect(links.filter((href) => href?.includes(LIST))).toEqual([]);
	for (const { href } of wanted) expect(links).toContain(href);

	// Whoever reaches for the pane, by mouse or by keyboard, gets the addresses in its notes.
	const cite = pane(page).locator('.notes small a').first();
	await expect(cite).toHaveAttribute('href', /sources\.html#s\d+$/);
	await cite.hover();
	await expect(cite).toHaveAttribute('href', /^https?:/);
	await open();
	const again = pane(page).locator('.notes small a').first();
	await again.focus();
	await expect(again).toHaveAttribute('href', /^https?:/);
	await expect(again).toBeFocused();
});

test('from the list an event opens', async ({ page, open, home }) => {
	await open();
	await page
		.locator('#about')
		.getByRole('link', { name: `${sources.length} sources` })
		.click();
	expect(page.url()).toBe(home + LIST);
	await page
		.getByRole('link', { name: events.find((e) => e.id === FULL)!.title })
		.first()
		.click();
	await ready(page);
	await expect(heading(page, FULL)).toHaveAttribute('aria-expanded', 'true');
});

test('the list keeps the chosen theme, and its policy allows nothing but its own hashed script and styles', async ({
	page,
	home,
}) => {
	await page.emulateMedia({ colorScheme: 'light' });
	await page.goto(home + LIST);
	const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	const light = await ground();
	await page.evaluate(() => localStorage.setItem('theme', 'dark'));
	await page.reload();
	expect(await ground()).not.toBe(light);
	const html = readFileSync(join(dist, LIST), 'utf8');
	expect(/content="(default-src[^"]+)"/.exec(html)![1]).not.toMatch(/unsafe-|\*|https?:/);
	expect(html).not.toMatch(/\sstyle=/);
});

for (const width of [1440, 320]) {
	for (const colorScheme of ['light', 'dark'] as const) {
		test(`axe finds nothing in the list at ${width} px, ${colorScheme}, and nothing moves sideways`, async ({
			page,
			home,
		}) => {
			await page.setViewportSize({ width, height: 800 });
			await page.emulateMedia({ colorScheme });
			await page.goto(`${home}${LIST}#s3`);
			expect(await found(page)).toEqual([]);
			expect(await sideways(page)).toBe(0);
		});
	}
}
