/** Navigation in the past: the line in the chart, the bar below the header, typed days, and the way back. */
import { needed } from '../needed.ts';
import { asOf, banner, box, inWords, newOn, PUBLIC, slider, type } from './asof.ts';
import { daysBetween, drawn, total } from './chart-reader.ts';
import { events, plusDays, publicDay } from './facts.ts';
import { LONG, expect, ready, test } from './page.ts';
import { FIRST, LAST, dayBeforeQuotes as DAY, eventBeforeItsQuotes } from './picks.ts';
import { articles, expectOpen } from './reader.ts';

/** A day of the case and the day that it becomes when day and month are swapped. */
const UNCLEAR = needed(
	'two days that differ by the order of day and month',
	Array.from({ length: daysBetween(FIRST, LAST) }, (_, i) => plusDays(FIRST, i))
		.map((day) => [day, day.replace(/-(..)-(..)$/, '-$2-$1')] as const)
		.find(([day, other]) => day !== other && Number(other.slice(5, 7)) < 13 && other >= FIRST && other <= LAST),
);
const LINK = `?asof=${DAY}`;

test('from the header, by keyboard: to a past day, day by day, and back', LONG, async ({ page, open }) => {
	await open();
	const turn = page.getByRole('banner').getByRole('button', { name: 'As of today' });
	await turn.focus();
	await page.keyboard.press('Enter');
	await expect.poll(() => asOf(page)).not.toBeNull();
	const start = asOf(page)!;
	// On a past day, the button leads to the date box.
	await page
		.getByRole('banner')
		.getByRole('button', { name: `As of ${inWords(start)}` })
		.press('Enter');
	await expect(box(page)).toBeFocused();
	await slider(page).focus();
	await page.keyboard.press('Home');
	await expect.poll(() => asOf(page)).toBe(FIRST);
	await page.keyboard.press('End');
	await expect.poll(() => asOf(page)).toBe(LAST);
	await page.keyboard.press('ArrowLeft');
	await expect.poll(() => asOf(page)).toBe(plusDays(LAST, -1));
	await page.keyboard.press('Home');
	for (const day of PUBLIC.filter((d) => d > FIRST).slice(0, 2)) {
		await page.keyboard.press('PageUp');
		await expect.poll(() => asOf(page)).toBe(day);
		await expect(articles(page)).toHaveCount(events.filter((e) => publicDay(e) <= day).length);
		await expect(slider(page)).toHaveAttribute('aria-valuetext', new RegExp(`^${inWords(day)}, .* became public$`));
	}
	const second = asOf(page)!;
	await page.keyboard.press('Shift+ArrowLeft');
	await expect.poll(() => asOf(page)! < second).toBe(true);
	await banner(page).getByRole('button', { name: 'Next day on which' }).click();
	await expect.poll(() => asOf(page)).toBe(second);
	await banner(page).getByRole('button', { name: 'Back to today' }).click();
	await expect(banner(page)).toHaveCount(0);
	await expect(articles(page)).toHaveCount(events.length);
	expect(asOf(page)).toBeNull();
});

test('dragging moves the line by whole days: the chart follows at once, the page when the line is released', async ({
	page,
	open,
}) => {
	await open(LINK);
	const range = () => new URL(page.url()).searchParams.get('t');
	const grip = async () => (await slider(page).locator('.grip').boundingBox())!;
	/** The day that the line is at. */
	const at = async () =>
		new Date(Number(await slider(page).getAttribute('aria-valuenow')) * 86_400_000).toISOString().slice(0, 10);
	const shown = (day: string) => events.filter((e) => publicDay(e) <= day).length;
	const { x, y, width, height } = await grip();
	const steps = await page.evaluate(() => history.length);
	/** Counts changes of the record: rebuilding it for every day would slow the drag down. */
	const changes = await page.locator('#record').evaluateHandle((place) => {
		const seen = { count: 0 };
		const watch = new MutationObserver((list) => (seen.count += list.length));
		watch.observe(place.parentElement!, { subtree: true, childList: true, characterData: true, attributes: true });
		return seen;
	});
	await page.mouse.move(x + width / 2, y + height / 2);
	await page.mouse.down();
	const seen = new Set<string>();
	for (const by of [-40, -90, -150]) {
		await page.mouse.move(x + width / 2 + by, y + height / 2, { steps: 4 });
		await expect.poll(async () => !seen.has(await at()) && (await at()) < DAY, `${by}`).toBe(true);
		seen.add(await at());
		await expect.poll(async () => total(await drawn(page))).toBe(shown(await at()));
	}
	expect([asOf(page), await changes.evaluate(({ count }) => count)]).toEqual([DAY, 0]);
	const last = await at();
	await page.mouse.up();
	await expect.poll(() => asOf(page)).toBe(last);
	await expect(articles(page)).toHaveCount(shown(last));
	expect(await changes.evaluate(({ count }) => count)).toBeGreaterThan(0);
	const day = asOf(page)!;
	expect([range(), await page.evaluate(() => history.length)]).toEqual([null, steps]);
	await expect(slider(page)).toHaveAttribute('aria-valuetext', new RegExp(`^${inWords(day)}, `));
	const said = banner(page)
		.getByRole('status')
		.filter({ hasText: `As of ${inWords(day)}. ` });
	await expect(said).toHaveCount(1);
	// A line outside the view has its handle at the edge of the view.
	await page.goto(page.url().replace('?', `?t=${plusDays(day, 20)}..${plusDays(day, 60)}&`));
	await ready(page);
	await expect(slider(page).locator('.grip')).toHaveCount(0);
	await slider(page).locator('[data-by="-1"]').click();
	await expect.poll(() => asOf(page)).toBe(plusDays(day, -1));
});

test('the row names what became public that day, and a press chooses it', LONG, async ({ page, open }) => {
	const crowded = PUBLIC.reduce((a, b) => (newOn(b).length > newOn(a).length ? b : a));
	for (const width of [1440, 390]) {
		await page.setViewportSize({ width, height: 844 });
		await open(`?asof=${crowded}`);
		const more = banner(page).getByRole('button', { name: 'more of that day' });
		if (await more.isVisible()) await more.click();
		for (const e of newOn(crowded)) await expect(banner(page).getByRole('button', { name: e.title })).toBeVisible();
		await banner(page)
			.getByRole('button', { name: newOn(crowded)[0]!.title })
			.click();
		await expectOpen(page, newOn(crowded)[0]!.id);
	}
});

test(
	'a day can be typed in any form; an ambiguous one is not accepted; an emptied box means today',
	LONG,
	async ({ page, open }) => {
		await open(LINK);
		const [first, second] = UNCLEAR;
		const [year, month, date] = first.split('-') as [string, string, string];
		await box(page).fill(`${month}/${date}/${year}`);
		await expect(banner(page)).toContainText('Which day?');
		await box(page).press('Enter');
		expect(asOf(page)).toBe(DAY);
		await banner(page)
			.getByRole('button', { name: inWords(first), exact: true })
			.waitFor();
		await banner(page)
			.getByRole('button', { name: inWords(second), exact: true })
			.click();
		await expect.poll(() => asOf(page)).toBe(second);
		const [d, m, y] = inWords(DAY).split(' ') as [string, string, string];
		await box(page).fill(`${m.slice(0, 3)}. ${d}th, ${y}`);
		await expect(banner(page)).toContainText(inWords(DAY));
		await box(page).press('Enter');
		await expect.poll(() => asOf(page)).toBe(DAY);
		const short = `${d} ${m.slice(0, 3)} ${y}`;
		await expect(box(page)).toHaveValue(short);
		await type(page, 'the day after');
		await expect(banner(page)).toContainText(`Not understood. Write a day, as in ${inWords(DAY)}.`);
		await box(page).press('Escape');
		await expect(box(page)).toHaveValue(short);
		await type(page, '');
		await expect(banner(page)).toHaveCount(0);
		expect(asOf(page)).toBeNull();
	},
);

test('Back returns to today in one step, however many days the reader tried', LONG, async ({ page, open }) => {
	await open(`?e=${eventBeforeItsQuotes.id}`);
	await page.getByRole('button', { name: 'As of today' }).click();
	await expect.poll(() => asOf(page)).toBe(DAY);
	await slider(page).focus();
	for (let i = 0; i < 5; i++) await page.keyboard.press('PageUp');
	await expect.poll(() => asOf(page)! > DAY).toBe(true);
	await page.goBack();
	await expect(banner(page)).toHaveCount(0);
	await expect(articles(page)).toHaveCount(events.length);
});

test(
	'playback starts only on request, moves between days with news, and stops on request',
	LONG,
	async ({ page, open }) => {
		await page.clock.install();
		await open(LINK);
		await page.clock.runFor(20_000);
		expect(asOf(page)).toBe(DAY);
		await banner(page).getByRole('button', { name: 'Play' }).click();
		const seen: string[] = [];
		for (let i = 0; i < 3; i++) {
			await page.clock.runFor(3100);
			seen.push(asOf(page)!);
		}
		expect([...new Set(seen)].sort()).toEqual(seen);
		await banner(page).getByRole('button', { name: 'Pause' }).click();
		await page.clock.runFor(20_000);
		expect(asOf(page)).toBe(seen.at(-1));
		// On the last day, playback starts again from the first day; it stops by itself at the last day.
		await slider(page).press('End');
		const last = PUBLIC.at(-1)!;
		await slider(page).press('PageDown');
		await banner(page).getByRole('button', { name: 'Play' }).click();
		await page.clock.runFor(20_000);
		expect(asOf(page)).toBe(last);
		await expect(banner(page).getByRole('button', { name: 'Play' })).toBeVisible();
	},
);
