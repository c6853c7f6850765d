/** On paper nothing is folded, and nothing is cut to a line. */
import { events } from './facts.ts';
import { expect, test } from './page.ts';

test('on paper every event is told whole, closed as it is', async ({ page, open }) => {
	await open();
	await page.emulateMedia({ media: 'print' });
	const whole = await page
		.locator('main article > .summary')
		.evaluateAll((all) => all.filter((e) => e.clientWidth && e.scrollWidth <= e.clientWidth + 1).length);
	expect(whole).toBe(events.length);
	await expect(page.locator('main article > .meta:visible')).toHaveCount(events.length);
});
