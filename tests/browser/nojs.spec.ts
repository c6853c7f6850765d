/** Without JavaScript the whole page is there to be read, and nothing is offered that would not work. */
import type { Page } from '@playwright/test';
import { sourceDate, standingWords } from '../../src/domain/model/cite.ts';
import { disputes, discrepancies, events, omissions, quoted, source, sources, textOf, theCase } from './facts.ts';
import { expect, test } from './page.ts';
import { article, pane } from './reader.ts';

test.use({ javaScriptEnabled: false });

const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();
const seen = async (page: Page, where = 'body') => plain(await page.locator(where).innerText());
/** What of these a reader does not see. */
const lacking = (text: string, wanted: readonly string[]) => wanted.filter((words) => !text.includes(plain(words)));

for (const width of [1440, 390]) {
	test.describe(`at ${width} px`, () => {
		test.use({ viewport: { width, height: 900 } });

		test('title, summary, quotes, remarks and people of every event can be read', async ({ page, home }) => {
			await page.goto(home);
			expect(lacking(await seen(page), [theCase.title, theCase.deck])).toEqual([]);
			for (const e of events) {
				const text = plain(await article(page, e.id).innerText());
				const wanted = [
					e.title,
					e.summary,
					...e.quotes.flatMap((q) => [q.exact, q.note ?? '', q.speaker ?? '']),
					...e.references.flatMap((r) => [r.establishes, source(r.source).publisher, sourceDate(source(r.source))]),
					...[...e.later, ...(e.notes ?? [])].map((r) => r.says),
					...e.actors,
					e.publicOn?.reason ?? '',
				];
				expect(lacking(text, wanted), e.id).toEqual([]);
			}
		});

		test('every dispute is named at each event it concerns, and stands with all its accounts where that leads', async ({
			page,
			home,
		}) => {
			await page.goto(home);
			for (const dispute of disputes) {
				for (const id of dispute.events) {
					const link = article(page, id).getByRole('link', { name: dispute.question });
					await expect(link, `${dispute.id} at ${id}`).toHaveAttribute('href', `#dispute-${dispute.id}`);
				}
				const text = plain(await page.locator(`#dispute-${dispute.id}`).innerText());
				const wanted = [
					dispute.question,
					...dispute.accounts.flatMap((a) => [a.by, a.says, ...a.references.map((r) => source(r).publisher)]),
				];
				expect(lacking(text, wanted), dispute.id).toEqual([]);
			}
		});

		test('the quoted document, its cautions, its discrepancies and its silences can be read', async ({
			page,
			home,
		}) => {
			await page.goto(home);
			await expect(pane(page)).toBeVisible();
			const text = plain(await pane(page).innerText());
			expect(
				lacking(text, [
					...quoted.flatMap((s) => [s.title, s.publisher, s.caution ?? '']),
					...discrepancies.flatMap((d) => [d.record, d.note]),
					...omissions.flatMap((o) => [o.record, o.note]),
				]),
			).toEqual([]);
			// The text itself, without the numbers of its paragraphs and notes.
			const lines = await pane(page)
				.locator('.text p > span:last-child')
				.evaluateAll((spans) =>
					spans.map((span) => {
						const copy = span.cloneNode(true) as Element;
						for (const added of copy.querySelectorAll('sup, .other')) added.remove();
						return copy.textContent;
					}),
				);
			expect(lines.map(plain)).toEqual(
				textOf(quoted[0]!)
					.split('\n')
					.map(plain)
					.filter((line) => line !== ''),
			);
		});

		test('in the picture of the case squares are whole', async ({ page, home }) => {
			await page.goto(home);
			const frames = await page
				.locator('.stage svg svg')
				.evaluateAll((all) => all.map((e) => getComputedStyle(e).overflow));
			expect(frames.length).toBeGreaterThan(30);
			expect(new Set(frames)).toEqual(new Set(['visible']));
		});

		test('no text is hidden in a box that would have to be scrolled', async ({ page, home }) => {
			await page.goto(home);
			const boxes = await page.locator('main *, aside *, aside').evaluateAll((all) =>
				all
					.filter((e) => /auto|scroll|hidden/.test(getComputedStyle(e).overflowY) && !e.matches('.unseen'))
					.filter((e) => e.scrollHeight > e.clientHeight + 1)
					.map((e) => `${e.tagName} ${e.classList.toString()}`),
			);
			expect(boxes).toEqual([]);
		});
	});
}

test('every reference says publisher, date and standing, and leads to the source in the list', async ({
	page,
	home,
}) => {
	await page.goto(home);
	for (const e of events) {
		const lines = await article(page, e.id)
			.locator('.sources li')
			.evaluateAll((all) => all.map((li) => [li.textContent, li.querySelector('a')!.getAttribute('href')] as const));
		expect(lines, e.id).toHaveLength(e.references.length);
		for (const [i, r] of e.references.entries()) {
			const [text, href] = lines[i]!;
			const of = source(r.source);
			expect(href, r.source).toBe(`./sources.html#s${sources.indexOf(of) + 1}`);
			expect(plain(text)).toContain(plain(`${of.publisher}, ${sourceDate(of)}`));
			if (of.standing !== 'press' || of.copyOf) expect(plain(text)).toContain(plain(standingWords(of)));
		}
	}
});

test('where words of a quote depart from the record, a link leads to the note that says how', async ({
	page,
	home,
}) => {
	await page.goto(home);
	const links = page.locator('main blockquote .small a[href^="#note-"]');
	expect(await links.count()).toBeGreaterThan(10);
	for (const href of await links.evaluateAll((all) => all.map((a) => a.getAttribute('href')!)))
		await expect(page.locator(href)).toBeVisible();
});

test('every caution about a source stands where the source is cited', async ({ page, home }) => {
	await page.goto(home);
	for (const e of events) {
		const cautions = e.references.map((r) => source(r.source).caution ?? '');
		expect(lacking(plain(await article(page, e.id).innerText()), cautions), e.id).toEqual([]);
	}
});

test('the presumption of innocence stands in the footer', async ({ page, home }) => {
	await page.goto(home);
	await expect(page.getByRole('contentinfo')).toHaveText(theCase.footer);
	await expect(page.getByRole('contentinfo')).toBeVisible();
});

test('nothing is offered that needs JavaScript', async ({ page, home }) => {
	await page.goto(home);
	await expect(page.locator('input:visible, select:visible, dialog:visible, .needs-js:visible')).toHaveCount(0);
	await expect(page.locator('button:visible:not(main article h3 button)')).toHaveCount(0);
	await expect(page.getByRole('alert')).toBeEmpty();
});

test('every link inside the page leads to something on it', async ({ page, home }) => {
	await page.goto(home);
	const lost = await page
		.locator('a[href^="#"]')
		.evaluateAll((all) =>
			all.map((a) => a.getAttribute('href')!.slice(1)).filter((id) => !document.getElementById(decodeURIComponent(id))),
		);
	expect(lost).toEqual([]);
});

test('no id stands twice', async ({ page, home }) => {
	await page.goto(home);
	const twice = await page
		.locator('[id]')
		.evaluateAll((all) => all.map((e) => e.id).filter((id, i, list) => list.indexOf(id) !== i));
	expect(twice).toEqual([]);
});

test('a link to an event shows everything, since nothing can be turned to', async ({ page, home }) => {
	await page.goto(`${home}?e=ica-2021&agency=fbi`);
	await expect(page.locator('main article:visible')).toHaveCount(43);
	await expect(page.getByRole('contentinfo')).toBeVisible();
});
