/** True scale and delays: what a switch keeps, what it draws, and the order of the record. */
import { needed } from '../needed.ts';
import { buttons, days, drawn, mark, middleOf, plot, region, standingAlone, toggle, total } from './chart-reader.ts';
import { event, events, ids, publicDay } from './facts.ts';
import { LONG, expect, longUnless, test } from './page.ts';
import { FIRST, LAST, around, aroundTheSecond, overtaken } from './picks.ts';
import { query, shown } from './reader.ts';

for (const t of [around(20, 30), aroundTheSecond(48, 133)]) {
	for (const from of ['elastic', 'true'] as const) {
		const details = longUnless(t === around(20, 30) && from === 'elastic');
		test(`switching from ${from} scale in ${t} keeps the moment in the middle`, details, async ({ page, open }) => {
			// The chosen event is moved to the middle of the view, so that it shows how the middle moves.
			const scale = from === 'true' ? '&scale=true' : '';
			await open(`?t=${t}&scale=true`);
			const underTrue = await standingAlone(page);
			await open(`?t=${t}`);
			const underBoth = (await standingAlone(page)).filter((id) => underTrue.includes(id) && !event(id).coverage);
			const id = needed('an event of a single day with a mark of its own under both scales', underBoth[0]);
			await open(`?e=${id}&t=${t}${scale}`);
			await mark(page, id).press('f');
			const off = async () => {
				const { x, width } = (await plot(page).boundingBox())!;
				return Math.abs((await middleOf(page, id)).x - x - width / 2);
			};
			// The view rests at whole days, and in crowded weeks a day is wide.
			await expect.poll(off).toBeLessThan(80);
			await region(page).getByRole('button', { name: 'Whole chart' }).click();
			await expect.poll(off).toBeLessThan(80);
			const before = await off();
			await toggle(page, 'True scale').click();
			await expect.poll(() => query(page).includes('scale=true')).toBe(from !== 'true');
			await expect(plot(page).locator('.switching')).toHaveCount(0);
			// Resting at whole days may shift the view by one day.
			const { width } = (await plot(page).boundingBox())!;
			const [first, last] = await days(page);
			const day = width / ((Date.parse(last) - Date.parse(first)) / 86_400_000 + 1);
			// In elastic time, a day near events is several times as wide as the average day.
			const widest = from === 'true' ? 6 * day : day;
			expect(await off()).toBeLessThan(before + Math.max(widest, 2) + 2);
		});
	}
}

test(
	'the whole chart stays whole when the scale is switched, and the switch adds no history steps',
	LONG,
	async ({ page, open }) => {
		await open();
		const steps = await page.evaluate(() => history.length);
		await toggle(page, 'True scale').click();
		await expect.poll(() => query(page)).toBe('?scale=true');
		expect(await days(page)).toEqual([FIRST, LAST]);
		expect(total(await drawn(page))).toBe(events.length);
		await toggle(page, 'True scale').click();
		await expect.poll(() => query(page)).toBe('');
		expect(await page.evaluate(() => history.length)).toBe(steps);
	},
);

test('marks are animated when the scale is switched, but not under reduced motion', LONG, async ({ page, open }) => {
	for (const reducedMotion of ['no-preference', 'reduce'] as const) {
		await page.emulateMedia({ reducedMotion });
		await open();
		await expect(buttons(page).first()).toBeVisible();
		const longest = await toggle(page, 'True scale').evaluate(async (input: HTMLInputElement) => {
			input.click();
			// The press is painted first; then the page follows.
			await new Promise(requestAnimationFrame);
			await new Promise((done) => setTimeout(done));
			await new Promise(requestAnimationFrame);
			const times = [...document.querySelectorAll('.plot .at')].flatMap((b) =>
				getComputedStyle(b)
					.transitionDuration.split(',')
					.map((t) => parseFloat(t)),
			);
			return Math.max(...times);
		});
		expect(longest, reducedMotion).toBe(reducedMotion === 'reduce' ? 0 : 0.2);
	}
});

test('“Delays” draws the line from an act to the day it became public, and says how long it was', async ({
	page,
	open,
}) => {
	await open();
	const steps = await page.evaluate(() => history.length);
	const lines = plot(page).locator('line.delay');
	await expect(buttons(page).first()).toBeVisible();
	await expect(lines).not.toHaveCount(0);
	await expect(plot(page).locator('.delay-words', { hasText: /^public .*\d+ days? later$/ })).not.toHaveCount(0);
	const rightwards = await lines.evaluateAll((all) => all.every((l) => (l as SVGLineElement).getBBox().width > 0));
	expect(rightwards).toBe(true);
	await toggle(page, 'Delays').click();
	await expect.poll(() => query(page)).toBe('?known=0');
	await expect(lines).toHaveCount(0);
	expect(await page.evaluate(() => history.length)).toBe(steps);
	await toggle(page, 'Delays').click();
	await expect(lines).not.toHaveCount(0);
	expect(query(page)).toBe('');
});

test('sort=known puts the record in the order in which events became public', LONG, async ({ page, open }) => {
	await open('?sort=known');
	await expect(page.getByRole('switch', { name: 'By day it became public' })).toBeChecked();
	const order = await shown(page);
	expect(order).not.toEqual(ids(events));
	expect([...order].sort()).toEqual(ids(events).sort());
	const days = order.map((id) => publicDay(event(id)));
	expect(days).toEqual(days.toSorted());
	expect(order.indexOf(overtaken.earlier.id)).toBeGreaterThan(order.indexOf(overtaken.later.id));
	await page.getByRole('switch', { name: 'By day it became public' }).click();
	expect(await shown(page)).toEqual(ids(events));
	await page.goBack();
	await expect.poll(() => shown(page)).toEqual(order);
});
