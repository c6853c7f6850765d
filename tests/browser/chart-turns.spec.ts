/** Chart, record and source turn together: choosing, threads, filters, scale, known since, and links at any width. */
import type { Page } from '@playwright/test';
import {
	buttons,
	chosen,
	days,
	drawn,
	kept,
	kinOf,
	mark,
	middleOf,
	plot,
	region,
	rested,
	threads,
	total,
} from './chart-reader.ts';
import { event, events, ids, names } from './facts.ts';
import { expect, test } from './page.ts';
import { article, belowBar, chip, countLine, currentWords, heading, pane, query, shown } from './reader.ts';

const EMAILS = event('proud-boys-emails-2020');
const title = (id: string) => event(id).title;
/** Whether what is painted of a mark is pale. */
const isFaded = (page: Page, id: string) =>
	mark(page, id).evaluate((b) => Number(getComputedStyle(b, '::after').opacity) < 1);
/** Where threads begin or end, in pixels of the window. */
const ends = (page: Page) =>
	threads(page).evaluateAll((all) =>
		all.map((path) => {
			const p = path as SVGPathElement;
			const at = (length: number) => p.getPointAtLength(length).matrixTransform(p.getScreenCTM()!);
			const [from, to] = [at(0), at(p.getTotalLength())];
			return { from: [from.x, from.y], to: [to.x, to.y] } as const;
		}),
	);

test('choosing a mark opens its article under the bar, turns the source and names it in the address', async ({
	page,
	open,
}) => {
	await open();
	await mark(page, EMAILS.id).click();
	await expect(heading(page, EMAILS.id)).toHaveAttribute('aria-expanded', 'true');
	await expect(heading(page, EMAILS.id)).toBeFocused();
	expect(chosen(page)).toBe(EMAILS.id);
	await expect.poll(() => belowBar(page, EMAILS.id)).toBeLessThan(32);
	expect(await belowBar(page, EMAILS.id)).toBeGreaterThanOrEqual(0);
	expect(await currentWords(pane(page))).toContain(EMAILS.quotes[0]!.exact.slice(0, 40));
	await expect(mark(page, EMAILS.id)).toHaveAttribute('aria-pressed', 'true');
	expect(await buttons(page).and(page.locator('[aria-pressed="true"]')).count()).toBe(1);
});

test('a click on a label chooses its event, too', async ({ page, open }) => {
	await open();
	await plot(page).getByText(event('alaska-disclosure-2020').label, { exact: true }).click();
	await expect.poll(() => chosen(page)).toBe('alaska-disclosure-2020');
});

for (const { id } of [EMAILS, event('indictment-unsealed-2021'), event('aa20-304a-2020')]) {
	test(`choosing ${id} in the record draws its threads from its mark and fades what it has none to`, async ({
		page,
		open,
	}) => {
		await open();
		await heading(page, id).click();
		await expect(threads(page)).not.toHaveCount(0);
		const here = await middleOf(page, id);
		const kin = kinOf(id);
		const alone: string[] = [];
		for (const e of events) if ((await mark(page, e.id).count()) === 1) alone.push(e.id);
		const drawnKin = kin.filter((other) => alone.includes(other));
		expect(await threads(page).count()).toBeGreaterThanOrEqual(drawnKin.length);
		expect(await threads(page).count()).toBeLessThanOrEqual(kin.length);
		const all = await ends(page);
		for (const { from } of all) {
			expect(Math.hypot(from[0] - here.x, from[1] - here.y)).toBeLessThan(3);
		}
		for (const other of drawnKin) {
			const there = await middleOf(page, other);
			const least = Math.min(...all.map(({ to }) => Math.hypot(to[0] - there.x, to[1] - there.y)));
			expect(least, `a thread ends at ${other}`).toBeLessThan(3);
		}
		for (const other of alone) expect(await isFaded(page, other), other).toBe(other !== id && !kin.includes(other));
	});
}

test('pointing at a mark and focusing it show its threads before anything is chosen', async ({ page, open }) => {
	await open();
	await expect(buttons(page).first()).toBeVisible();
	await expect(threads(page)).toHaveCount(0);
	const { x, y } = await middleOf(page, 'rfj-reward-2021');
	await page.mouse.move(x, y);
	await expect(threads(page)).toHaveCount(kinOf('rfj-reward-2021').length);
	await page.mouse.move(x + 60, y - 40);
	await expect(threads(page)).toHaveCount(0);
	await mark(page, 'ica-2021').focus();
	await expect(threads(page)).toHaveCount(kinOf('ica-2021').length);
	expect(query(page)).toBe('');
});

test('a live region says what the chosen event answers and what answers it', async ({ page, open }) => {
	await open();
	const said = region(page).locator('[aria-live="polite"]');
	await expect(said).toHaveText('');
	await mark(page, 'rfj-reward-2021').click();
	await expect(said).toContainText(`answers: ${title('indictment-unsealed-2021')}`);
	await expect(said).toContainText(`answered by: ${title('rfj-appeal-2022')}`);
	await heading(page, EMAILS.id).click();
	for (const e of events.filter((other) => other.follows.includes(EMAILS.id)))
		await expect(said).toContainText(e.title);
});

test('a filter changes chart, record and counts at once, and a chosen event stays in the record', async ({
	page,
	open,
}) => {
	await open(`?e=${EMAILS.id}`);
	await chip(page, 'Agency', 'Treasury').click();
	const treasury = events.filter((e) => names(e, 'treasury'));
	expect(total(await drawn(page))).toBe(treasury.length);
	expect(new Set(await shown(page))).toEqual(new Set([...ids(treasury), EMAILS.id]));
	await expect(countLine(page)).toHaveText(new RegExp(`^${treasury.length} of 43 events`));
	await expect(mark(page, EMAILS.id)).toHaveCount(0);
	await expect(threads(page)).toHaveCount(0);
	await page.goBack();
	await expect.poll(async () => total(await drawn(page))).toBe(43);
});

test('a link to a stretch of time opens alike at 1440 and 390 px', async ({ page, open }) => {
	const said: string[] = [];
	for (const width of [1440, 390]) {
		await page.setViewportSize({ width, height: 900 });
		await open('?t=2020-10-18..2020-10-31');
		expect(await days(page)).toEqual(['2020-10-18', '2020-10-31']);
		expect(kept(page)).toBe('2020-10-18..2020-10-31');
		await expect(countLine(page)).toHaveText(/^43 of 43 events · \d+ in view, \d+ outside/);
		said.push((await countLine(page).textContent())!);
	}
	expect(said[1]).toBe(said[0]);
});

test('zooming in the chart leaves the record whole and counts what is outside', async ({ page, open }) => {
	await open();
	await region(page).getByRole('button', { name: 'Charges, sanctions, reward' }).click();
	await rested(page, null);
	await expect(countLine(page)).toHaveText(/^43 of 43 events · [1-9]\d* in view, [1-9]\d* outside · 0 held back/);
	expect(await shown(page)).toEqual(ids(events));
	await heading(page, EMAILS.id).click();
	expect(kept(page)).toBe('2021-11-01..2021-11-30');
	await expect(article(page, EMAILS.id).locator('.body')).toBeVisible();
});
