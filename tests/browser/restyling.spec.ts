/** Adding an element restyles only that element. A selector such as `:root:has(.a) *` would restyle everything. */
import { expect, test } from './page.ts';
import { eventWithEverything } from './picks.ts';

interface Traced {
	readonly name: string;
	readonly args: { readonly elementCount?: number };
}

test('adding an element to the page restyles no other part', async ({ page, browser, open }) => {
	await open(`?e=${eventWithEverything.id}`);
	await page.waitForLoadState('networkidle');
	await browser.startTracing(page, { categories: ['devtools.timeline'] });
	const elements = await page.evaluate(() => {
		// Adds each kind of element and each class of the page to the end of the record, and removes it again.
		const all = [...document.body.querySelectorAll('*')];
		const tags = new Set(all.map((element) => element.localName));
		const names = new Set(all.flatMap((element) => [...element.classList]));
		const added = [
			...[...tags].map((tag) => document.createElement(tag)),
			...[...names].map((className) => Object.assign(document.createElement('i'), { className })),
		];
		const place = document.querySelector('article:last-of-type')!;
		for (const element of added) {
			element.hidden = true;
			place.append(element);
			getComputedStyle(element).getPropertyValue('color');
			element.remove();
			getComputedStyle(place).getPropertyValue('color');
		}
		return { all: all.length, added: added.length };
	});
	const trace = JSON.parse(String(await browser.stopTracing())) as { traceEvents: Traced[] };
	const styled = trace.traceEvents.flatMap(({ name, args }) =>
		name === 'UpdateLayoutTree' && args.elementCount ? [args.elementCount] : [],
	);
	expect(styled.length).toBeGreaterThan(elements.added / 2);
	expect(Math.max(...styled)).toBeLessThan(elements.all / 4);
});
