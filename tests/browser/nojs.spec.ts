/** Without JavaScript the page can be read, its links work, and nothing is offered that would not work. */
import { events, theCase } from './facts.ts';
import { expect, longUnless, test } from './page.ts';
import { article } from './reader.ts';
import { fold, lacking } from './static.ts';
import { sentencesOf } from '../../src/domain/model/sentences.ts';

test.use({ javaScriptEnabled: false });

for (const width of [1440, 390]) {
	test.describe(`at ${width} px`, longUnless(width === 390), () => {
		test.use({ viewport: { width, height: 900 } });

		test('date, title, summary and quotes of every event can be read, and its title leads to its page', async ({
			page,
			home,
		}) => {
			await page.goto(home);
			for (const e of events) {
				const at = article(page, e.id);
				await expect(at.locator('.when')).toBeVisible();
				await expect(at.locator('.when')).not.toBeEmpty();
				const cited = e.references.flatMap((r) => r.words ?? []).flatMap((w) => [w.text, w.by]);
				const words = [e.title, ...sentencesOf(e).map((s) => s.says), ...e.quotes.map((q) => q.exact), ...cited];
				expect(lacking(fold(await at.innerText()), words), e.id).toEqual([]);
				const link = at.getByRole('link', { name: e.title, exact: true });
				await expect(link).toHaveAttribute('href', `./events/${e.id}/index.html`);
			}
		});

		test('no text is hidden in a box that has to be scrolled', async ({ page, home }) => {
			await page.goto(home);
			const boxes = await page.locator('main *').evaluateAll((all) =>
				all
					.filter((e) => /auto|scroll|hidden/.test(getComputedStyle(e).overflowY) && !e.matches('.visually-hidden'))
					.filter((e) => e.scrollHeight > e.clientHeight + 1)
					.map((e) => `${e.tagName} ${e.classList.toString()}`),
			);
			expect(boxes).toEqual([]);
		});
	});
}

test('the page says so, and leads to the dossier, which has every event', async ({ page, home }) => {
	await page.goto(home);
	await page.getByRole('link', { name: 'everything is on one page here' }).click();
	expect(page.url()).toBe(`${home}dossier.html`);
	await expect(page.locator('main article')).toHaveCount(events.length);
});

test('every link of the page leads to something', async ({ page, home }) => {
	await page.goto(home);
	const hrefs = await page
		.locator('a[href]')
		.evaluateAll((all) => all.map((a) => new URL(a.getAttribute('href')!, document.baseURI).href));
	const ids = new Set(await page.locator('[id]').evaluateAll((all) => all.map((e) => e.id)));
	const here = hrefs.filter((href) => href.startsWith(`${home}#`)).map((href) => new URL(href).hash.slice(1));
	expect(here.filter((id) => !ids.has(decodeURIComponent(id)))).toEqual([]);
	const others = new Set(hrefs.filter((href) => href.startsWith(home)).map((href) => href.replace(/#.*/, '')));
	for (const href of others) expect((await page.request.get(href)).status(), href).toBe(200);
});

test('nothing is offered that needs JavaScript, and no id occurs twice', async ({ page, home }) => {
	await page.goto(home);
	await expect(page.locator(':is(input, select, dialog, button:not([popovertarget])):visible')).toHaveCount(0);
	await expect(page.getByRole('alert')).toBeEmpty();
	const ids = await page.locator('[id]').evaluateAll((all) => all.map((e) => e.id));
	expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

test('a link to an event shows the whole page', async ({ page, home }) => {
	await page.goto(`${home}?e=${events[0]!.id}`);
	await expect(page.locator('main article:visible')).toHaveCount(events.length);
	await expect(page.getByRole('contentinfo')).toHaveText(theCase.footer);
});
