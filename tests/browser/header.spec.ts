/** The head of the page: filters and a search move none of its controls, and no word in it is cut. */
import type { Page } from '@playwright/test';
import { LONG, expect, test } from './page.ts';
import { agencyWithMostEvents, commonWord, kindOfAgency } from './picks.ts';

const WINDOWS = [
	{ width: 1440, height: 900 },
	{ width: 1366, height: 768 },
	{ width: 1280, height: 720 },
	{ width: 1024, height: 768 },
	{ width: 768, height: 1024 },
	{ width: 390, height: 844 },
];
/** The places of the head's controls, and the end of the head. */
const places = (page: Page) =>
	page.getByRole('banner').evaluate((header) => {
		const box = (element: Element) => {
			const { x, y, width, height } = element.getBoundingClientRect();
			return [x, y + scrollY, width, height].map(Math.round).join(' ');
		};
		const controls = [...header.querySelectorAll(':is(.btn, input):not(.filter-panel *, .active *)')];
		return [...controls.filter((control) => control.checkVisibility()).map(box), box(header)];
	});

for (const viewport of WINDOWS)
	test.describe(`at ${viewport.width} px`, viewport.width === 1280 ? LONG : {}, () => {
		test.use({ viewport });

		test('filters and a search move no control of the head', async ({ page, open }) => {
			await open();
			const before = await places(page);
			expect(before.length).toBeGreaterThan(5);
			const query = new URLSearchParams({ q: commonWord, agency: agencyWithMostEvents.id, kind: String(kindOfAgency) });
			for (const [name, value] of query) {
				await open(`?${new URLSearchParams({ [name]: value })}`);
				await expect(page.locator('header')).toContainText(/\d+ of \d+/);
				expect(await places(page), name).toEqual(before);
			}
			await open(`?${query}`);
			expect(await places(page), 'all').toEqual(before);
		});

		test('the search box has room for the words in it', async ({ page, open }) => {
			await open();
			const room = await page.getByRole('combobox').evaluate((box: HTMLInputElement) => {
				const words = document.createElement('span');
				const style = getComputedStyle(box);
				words.style.font = style.font;
				words.style.letterSpacing = style.letterSpacing;
				words.style.whiteSpace = 'nowrap';
				words.textContent = box.placeholder;
				document.body.append(words);
				const { width } = words.getBoundingClientRect();
				words.remove();
				const inside = box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
				return inside - width;
			});
			expect(room).toBeGreaterThanOrEqual(0);
		});
	});
