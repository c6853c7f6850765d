/** True scale and "Known since": what switching keeps, what it draws, and the order of the record. */
import { buttons, days, drawn, middleOf, plot, region, toggle, total } from './chart-reader.ts';
import { event, events, firstDay, ids, source } from './facts.ts';
import { expect, test } from './page.ts';
import { query, shown } from './reader.ts';

const WEEKS = '2020-10-01..2020-11-20';

for (const t of [WEEKS, '2021-10-01..2022-03-31'] as const) {
	for (const from of ['elastic', 'true'] as const) {
		test(`switching from ${from} scale in ${t} keeps the moment in the middle`, async ({ page, open }) => {
			// The chosen event is brought to the middle, so that it tells where the middle goes.
			const id = t === WEEKS ? 'facebook-takedown-2020' : 'indictment-unsealed-2021';
			await open(`?e=${id}&t=${t}${from === 'true' ? '&scale=true' : ''}`);
			await region(page).getByRole('button', { name: 'Centre the chosen event' }).click();
			const off = async () => {
				const { x, width } = (await plot(page).boundingBox())!;
				return Math.abs((await middleOf(page, id)).x - x - width / 2);
			};
			const before = await off();
			// Whole days at rest: in crowded weeks a day is wide.
			expect(before).toBeLessThan(80);
			await toggle(page, 'True scale').click();
			await expect.poll(() => query(page).includes('scale=true')).toBe(from !== 'true');
			await expect(plot(page).locator('.switching')).toHaveCount(0);
			// A day more or less is what whole days at rest may cost.
			const { width } = (await plot(page).boundingBox())!;
			const [first, last] = await days(page);
			const day = width / ((Date.parse(last) - Date.parse(first)) / 86_400_000 + 1);
			// Under elastic time a day near the events is several times as wide as the average one.
			const widest = from === 'true' ? 4 * day : day;
			expect(await off()).toBeLessThan(before + Math.max(widest, 2) + 2);
		});
	}
}

test('the whole stays the whole when the scale is switched, and Back does not undo it step by step', async ({
	page,
	open,
}) => {
	await open();
	const steps = await page.evaluate(() => history.length);
	await toggle(page, 'True scale').click();
	await expect.poll(() => query(page)).toBe('?scale=true');
	expect(await days(page)).toEqual(['2018-09-01', '2026-11-30']);
	expect(total(await drawn(page))).toBe(43);
	await toggle(page, 'True scale').click();
	await expect.poll(() => query(page)).toBe('');
	expect(await page.evaluate(() => history.length)).toBe(steps);
});

test('marks glide when the scale is switched, and under reduced motion they do not', async ({ page, open }) => {
	for (const reducedMotion of ['no-preference', 'reduce'] as const) {
		await page.emulateMedia({ reducedMotion });
		await open();
		await expect(buttons(page).first()).toBeVisible();
		const longest = await toggle(page, 'True scale').evaluate(async (input: HTMLInputElement) => {
			input.click();
			// A press shows first, and the page follows when that is painted.
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

test('“Known since” draws the way from happening to being known and says how long it was', async ({ page, open }) => {
	await open();
	const steps = await page.evaluate(() => history.length);
	await expect(buttons(page).first()).toBeVisible();
	await expect(plot(page).locator('path.way')).toHaveCount(0);
	await toggle(page, 'Known since').click();
	await expect.poll(() => query(page)).toBe('?known=1');
	await expect(plot(page).locator('path.way')).not.toHaveCount(0);
	expect(
		await plot(page)
			.locator('.label', { hasText: / · .*\d+ days? later$/ })
			.count(),
	).toBeGreaterThan(0);
	const rightwards = await plot(page)
		.locator('path.way')
		.evaluateAll((all) => all.every((p) => (p as SVGPathElement).getBBox().width > 0));
	expect(rightwards).toBe(true);
	expect(await page.evaluate(() => history.length)).toBe(steps);
	await toggle(page, 'Known since').click();
	await expect(plot(page).locator('path.way')).toHaveCount(0);
	expect(query(page)).toBe('');
});

/** The first day on which a source of an event could be read, where every source is dated to the day. */
function knownDay(id: string): string | null {
	const { publicOn, quotes, references, when } = event(id);
	if (publicOn) return publicOn.date;
	const published = [...quotes, ...references].map((c) => source(c.source).published);
	if (!published.every((p) => p && /^\d{4}-\d\d-\d\d$/.test(p))) return null;
	return [...(published as string[])].sort()[0]!.localeCompare(firstDay(when)) > 0
		? [...(published as string[])].sort()[0]!
		: firstDay(when);
}
test('sort=known puts the record in the order in which events became public', async ({ page, open }) => {
	await open('?sort=known');
	await expect(page.getByRole('switch', { name: 'By day it became public' })).toBeChecked();
	const order = await shown(page);
	expect(order).not.toEqual(ids(events));
	expect([...order].sort()).toEqual(ids(events).sort());
	const dated = order.map(knownDay).filter((d) => d !== null);
	expect(dated.length).toBeGreaterThanOrEqual(12);
	expect(dated).toEqual([...dated].sort());
	// What the indictment alleged of 2020 became public in between what came after.
	expect(order.indexOf('media-company-access-2020')).toBeGreaterThan(order.indexOf('ica-2021'));
	await page.getByRole('switch', { name: 'By day it became public' }).click();
	expect(await shown(page)).toEqual(ids(events));
	await page.goBack();
	await expect.poll(() => shown(page)).toEqual(order);
});
