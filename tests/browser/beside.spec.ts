/** The pane beside an event: the paragraphs that it quotes, its quotes underlined, and their notes on demand. */
import { discrepancies, event, events, quoted, quotes, textOf } from './facts.ts';
import { LONG, expect, test } from './page.ts';
import { article, currentWords, numberOf, openAll, pane } from './reader.ts';

const text = textOf(quoted[0]!);
const startOf = ({ exact, prefix = '', suffix = '' }: { exact: string; prefix?: string; suffix?: string }) =>
	text.indexOf(prefix + exact + suffix) + prefix.length;
/** Every quote in text order. */
const inText = quotes.map((q) => ({ ...q, start: startOf(q) })).sort((a, b) => a.start - b.start);
const quotesOwner = (id: string) => events.find((e) => e.quotes.some((q) => q.id === id))!.id;
/** Discrepancies with their places, in text order. */
const places = discrepancies
	.map((d) => ({ ...d, start: startOf(d), end: startOf(d) + d.exact.length }))
	.sort((a, b) => a.start - b.start || b.end - a.end);
const numbered = (d: (typeof places)[number]) => places.indexOf(d) + 1;
const within = (q: { start: number; exact: string }) =>
	places.filter((p) => p.start < q.start + q.exact.length && p.end > q.start);

test(
	'the pane shows the quoted paragraphs, quotes underlined, the current one marked, notes in the margin',
	LONG,
	async ({ page, open }) => {
		const noted = event(quotesOwner(inText.find((q) => within(q).length)!.id));
		await open(`?e=${noted.id}`);
		const shown = pane(page).locator('.text');
		// Only quotes of this event are underlined, and only the current one is marked.
		const marks = await shown.locator('mark').evaluateAll((all) =>
			all.map((mark) => {
				const copy = mark.cloneNode(true) as Element;
				for (const number of copy.querySelectorAll('.round')) number.remove();
				const line = getComputedStyle(mark.querySelector('a')!).textDecorationLine;
				return { words: copy.textContent, line, isCurrent: mark.ariaCurrent === 'true' };
			}),
		);
		for (const { words, line, isCurrent } of marks) {
			expect(noted.quotes.some((q) => q.exact.includes(words))).toBe(true);
			expect(line).toBe(isCurrent ? 'none' : 'underline');
		}
		for (const [i, q] of noted.quotes.entries()) {
			await shown.locator(`mark[id="${q.id}"] a`).first().click();
			expect(await currentWords(pane(page))).toBe(q.exact);
			await expect(pane(page).locator('.proof')).toContainText(`Quote ${i + 1} found word for word`);
			// The first note to the current quote is open; the others open from their numbers in the margin.
			const notes = within(inText.find(({ id }) => id === q.id)!);
			const [first] = notes;
			const box = pane(page).locator('.note');
			if (first) await expect(box).toContainText(first.note);
			else await expect(box).toBeHidden();
			for (const d of notes) {
				const number = numberOf(shown, numbered(d));
				if ((await number.getAttribute('aria-expanded')) === 'false') await number.click();
				await expect(number).toHaveAttribute('aria-expanded', 'true');
				await expect(box).toContainText(d.record);
				const [at, line] = [(await number.boundingBox())!, (await shown.locator('.line').first().boundingBox())!];
				expect(at.x).toBeGreaterThan(line.x + line.width - 60);
			}
		}
	},
);

test('each quote has folded notes on where it departs from the record', LONG, async ({ page, open }) => {
	await open();
	await openAll(page);
	for (const q of inText) {
		const at = article(page, quotesOwner(q.id)).locator('blockquote', { has: page.locator(`a[href$="#${q.id}"]`) });
		await expect(at.locator('.callout'), q.id).toHaveCount(within(q).length);
		for (const d of within(q))
			await expect(at.locator('.callout', { hasText: d.record }).first(), q.id).toContainText(d.note);
		if (within(q).length) await expect(at.locator('summary'), q.id).toHaveText(/^\d+ notes? on what departs/);
	}
});
