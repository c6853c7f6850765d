/** Another case with two documents: which one is shown, and that every character is shown and marked correctly. */
import { discrepancies, quotesOf, test, textOf, titleOf } from './another.ts';
import { COLOURS, TAGS, found } from './axe.ts';
import { LONG, expect, ready } from './page.ts';
import {
	article,
	currentWords,
	documentIn,
	heading,
	letters,
	openAll,
	pane,
	query,
	quoteAt,
	readWhole,
	scrolled,
	sheet,
	sideways,
	toPassage,
} from './reader.ts';

// One worker, one build.
test.describe.configure({ mode: 'default' });

const [MINUTES, LETTER] = ['council-minutes-2021', 'engineer-letter-2021'] as const;
const inText = quotesOf(MINUTES);
const quote = (id: string) => [...inText, ...quotesOf(LETTER)].find((q) => q.id === id)!;

test(
	'the chooser shows another document, does not scroll the page, and is in the link',
	LONG,
	async ({ page, open, home }) => {
		const event = 'repair-decided-2021';
		await open(`?e=${event}`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('The fountain');
		await readWhole(page);
		const title = pane(page).getByRole('heading').first();
		const chooser = pane(page).getByRole('combobox', { name: 'Document' });
		await expect(chooser.getByRole('option')).toHaveCount(2);
		await expect(title).toHaveText('Minutes of the harbour council');
		const y = await scrolled(page);
		await chooser.focus();
		await chooser.selectOption(LETTER);
		await expect(title).toHaveText('رسالة إلى المجلس');
		await expect(chooser).toBeFocused();
		expect(await scrolled(page)).toBe(y);
		expect(query(page)).toBe(`?e=${event}&s=${LETTER}`);
		await page.goBack();
		await expect(title).toHaveText('Minutes of the harbour council');
		await expect(chooser).toHaveValue(MINUTES);
		await page.goto(`${home}?e=${event}&s=${LETTER}`);
		await ready(page);
		await expect(chooser).toHaveValue(LETTER);
	},
);

test('a quote opens its own document, and a document named in the same link stays', async ({ page, open }) => {
	await open('?p=wt-hebrew');
	await expect(pane(page).getByRole('combobox')).toHaveValue(LETTER);
	expect(await currentWords(pane(page))).toBe(quote('wt-hebrew').exact);
	await open(`?p=wt-hebrew&s=${MINUTES}`);
	await expect(pane(page).getByRole('combobox')).toHaveValue(MINUTES);
	await expect(pane(page).getByText('ead with care')).toBeHidden();
	await pane(page).getByRole('combobox').selectOption(LETTER);
	expect(query(page)).toBe('?e=water-test-2021&p=wt-hebrew');
	// Another document of the event opens at the passage that the event quotes from it.
	await pane(page).getByRole('combobox').selectOption(MINUTES);
	expect(await currentWords(pane(page))).toBe(quote('wt-clean').exact.replace(/\n+/, ''));
	expect(query(page)).toBe('?e=water-test-2021&p=wt-clean');
});

test('every quote is marked with exactly its own code units', LONG, async ({ page, open }) => {
	for (const { id, exact, event } of [...inText, ...quotesOf(LETTER)]) {
		await open(`?e=${event}&p=${id}`);
		// A passage over two paragraphs is marked in both; the line break between them is in neither.
		expect(await currentWords(pane(page)), id).toBe(exact.replace(/\n+/, ''));
		const words = quoteAt(page, event, id);
		expect(await words.locator('p').first().textContent(), id).toBe(exact);
	}
});

test(
	'the text of a document is shown exactly: white space, soft hyphens, combining marks, brackets',
	LONG,
	async ({ page, open }) => {
		for (const [event, source] of [
			['old-fountain-2021', MINUTES],
			['repair-decided-2021', LETTER],
		] as const) {
			await open(`?e=${event}&s=${source}`);
			const shown = await letters(documentIn(pane(page)).locator('.line'));
			expect(shown).toEqual(
				textOf(source)
					.split('\n')
					.filter((line) => line !== ''),
			);
		}
		await pane(page).locator('select').selectOption(MINUTES);
		// Two spaces are visible as two.
		expect(await documentIn(pane(page)).locator('.line').last().innerText()).toContain('bold,  and R&amp;D');
	},
);

test('right-to-left paragraphs start at the right, in the text, at the quote and in the notes', async ({
	page,
	open,
}) => {
	await open('?p=of-arabic');
	await readWhole(page);
	const direction = (where: ReturnType<typeof page.locator>) =>
		where.evaluate((e) => ({ direction: getComputedStyle(e).direction, align: getComputedStyle(e).textAlign }));
	const lines = pane(page).locator('.pane:not(.other) .line');
	const all = await Promise.all([0, 1, 2, 3].map(async (i) => (await direction(lines.nth(i))).direction));
	expect(all).toEqual(['rtl', 'rtl', 'ltr', 'rtl']);
	const said = article(page, 'old-fountain-2021').locator('blockquote p:first-child');
	expect(await direction(said.first())).toEqual({ direction: 'rtl', align: 'start' });
	expect((await direction(said.nth(1))).direction).toBe('ltr');
	await expect(lines.nth(1).locator('.round')).toHaveCount(1);
});

test('in nested or overlapping passages, the inner one leads to its own event and shared words offer several', async ({
	page,
	open,
}) => {
	await open('?e=repair-decided-2021');
	await readWhole(page);
	const marks = pane(page).locator('.pane mark');
	const links = await marks.evaluateAll((all) =>
		all.map((m) => [
			m.textContent.replace(/\d$/, ''),
			`#${m.querySelector('a')!.href.split('/').at(-2)!}`,
			m.classList.contains('several'),
		]),
	);
	const [words, fair] = [quote('rd-words').exact, quote('rd-fair').exact];
	const [estimate, doubt] = [quote('co-estimate').exact, quote('co-doubt').exact];
	const shared = 'the har\u00adbour\u00admaster';
	expect(links).toEqual([
		[words.slice(0, words.indexOf(fair)), '#repair-decided-2021', false],
		[fair, '#repair-decided-2021', true],
		[words.slice(words.indexOf(fair) + fair.length), '#repair-decided-2021', false],
		[estimate.slice(0, estimate.indexOf(shared)).replace('12\u00a0000', '12\u00a0000' + '1'), '#cost-2021', false],
		[shared, '#cost-2021', true],
		[doubt.slice(shared.length), '#cost-2021', false],
		['it was', '#water-test-2021', false],
		['tested in January and found clean', '#water-test-2021', false],
	]);
	// The third quote with the same words has a link beside them.
	await pane(page).getByRole('link', { name: 'Promise' }).click();
	await expect(heading(page, 'fair-promised-2021')).toBeFocused();
	expect(await currentWords(pane(page))).toBe(fair);
});

test('a discrepancy is numbered where its words end, and explained in the notes and at every quote with it', async ({
	page,
	open,
}) => {
	await open('?e=repair-decided-2021');
	await readWhole(page);
	await openAll(page);
	for (const { source, exact, record, note } of discrepancies) {
		await pane(page).locator('select').selectOption(source);
		const shown = documentIn(pane(page));
		const lines = await shown.locator('.line:has(.round)').allTextContents();
		expect(lines.filter((line) => new RegExp(`${exact}\\d`).test(line))).toHaveLength(1);
		await expect(shown.locator('li', { hasText: record })).toContainText(note);
		for (const q of quotesOf(source).filter((other) => other.exact.includes(exact))) {
			const at = quoteAt(page, q.event, q.id);
			await expect(at.locator('.callout', { hasText: record })).toContainText(note);
		}
	}
});

test('the head of each document says what is not quoted and how much is quoted', LONG, async ({ page, open }) => {
	await open('?e=repair-decided-2021');
	await readWhole(page);
	await expect(documentIn(pane(page))).toContainText('Not quoted: H, P5 to P6.');
	await pane(page).locator('select').selectOption(LETTER);
	await expect(documentIn(pane(page))).toContainText('Not quoted: H.');
});

test(
	'the walk visits every quote of the document in text order, also those with the same words',
	LONG,
	async ({ page, open }) => {
		const [first] = inText;
		await open(`?e=${first!.event}&p=${first!.id}`);
		await readWhole(page);
		const next = pane(page).getByRole('button', { name: 'Next passage' });
		for (const [i, { id, event, exact }] of [...inText.entries()].slice(1)) {
			await next.click();
			await expect(next).toBeFocused();
			expect(query(page)).toBe(`?e=${event}&p=${id}`);
			expect(await currentWords(pane(page))).toBe(exact.replace(/\n+/, ''));
			await expect(pane(page).getByRole('status')).toHaveText(
				`Passage ${i + 1} of ${inText.length}: ${titleOf(event)}`,
			);
		}
		await page.keyboard.press('Enter');
		await expect(pane(page).getByRole('status')).toHaveText('This is the last passage.');
		expect(query(page)).toBe(`?e=${inText.at(-1)!.event}&p=${inText.at(-1)!.id}`);
	},
);

test(
	'in the sheet, the chooser changes the document, and walking leads back to the event of the quote',
	LONG,
	async ({ page, open }) => {
		await page.setViewportSize({ width: 768, height: 1024 });
		await open('?e=old-fountain-2021');
		await toPassage(page, 'old-fountain-2021').click();
		await expect(sheet(page).getByRole('combobox')).toHaveValue(LETTER);
		await sheet(page).getByRole('button', { name: 'Next passage' }).click();
		await sheet(page).getByRole('button', { name: 'Next passage' }).click();
		expect(await currentWords(sheet(page))).toBe(quote('wt-hebrew').exact);
		await page.keyboard.press('Escape');
		await expect(heading(page, 'water-test-2021')).toBeFocused();
		await expect(heading(page, 'water-test-2021')).toBeInViewport();
	},
);

for (const [width, where] of [
	[1440, '.beside'],
	[768, 'dialog'],
	[660, 'dialog'],
] as const) {
	const details = LONG;
	test(
		`axe finds nothing in the source with its chooser at ${width} px, light and dark`,
		details,
		async ({ page, open }) => {
			await page.setViewportSize({ width, height: 800 });
			await open('?p=rd-fair');
			if (width < 1024) await toPassage(page, 'repair-decided-2021', 'rd-fair').click();
			else await readWhole(page);
			await expect(page.locator(where).getByRole('combobox')).toBeVisible();
			await page.emulateMedia({ colorScheme: 'light' });
			expect(await found(page, TAGS, [where])).toEqual([]);
			await page.emulateMedia({ colorScheme: 'dark' });
			expect(await found(page, COLOURS, [where])).toEqual([]);
			expect(await sideways(page)).toBe(0);
			expect(await page.locator(`${where} .pane:not(.other)`).evaluate((e) => e.scrollWidth - e.clientWidth)).toBe(0);
		},
	);
}
