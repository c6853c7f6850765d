/** A press is visible at once and its work follows after the next paint; nothing is lost or out of order. */
import { KINDS } from './facts.ts';
import { LONG, expect, test } from './page.ts';
import { agencyWithMostEvents, commonWord, kindOfAgency } from './picks.ts';
import { article, chip, countLine, heading, openFilters, press, query, searchbox, shown } from './reader.ts';

test('a pressed filter looks pressed before the record is updated', async ({ page, open }) => {
	await open();
	const all = await shown(page);
	const [pressed, atOnce, then] = await chip(page, 'Agency', agencyWithMostEvents.short).evaluate(
		async (button: HTMLElement) => {
			const shown = () => document.querySelectorAll('main article').length;
			button.click();
			await Promise.resolve();
			const [pressed, atOnce] = [button.getAttribute('aria-pressed'), shown()];
			await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
			return [pressed, atOnce, shown()];
		},
	);
	expect(pressed).toBe('true');
	expect(atOnce).toBe(all.length);
	expect(then).toBeLessThan(all.length);
	await expect(chip(page, 'Agency', agencyWithMostEvents.short)).toHaveAttribute('aria-pressed', 'true');
});

test('a pressed heading looks chosen before its evidence is shown', LONG, async ({ page, open }) => {
	await open();
	const id = (await shown(page))[3]!;
	const seen = await heading(page, id).evaluate(async (title: HTMLElement) => {
		const event = title.closest('article')!;
		const button = event.querySelector('.evidence')!;
		const look = () => [button.ariaExpanded, event.className, event.querySelectorAll('.body h4').length > 0];
		title.click();
		await Promise.resolve();
		const first = look();
		await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
		return [first, look()];
	});
	expect(seen[0]!.slice(0, 2)).toEqual(['true', 'article chosen']);
	expect(seen[1]).toEqual(['true', 'article open chosen', true]);
	await expect(article(page, id)).toHaveClass(/open chosen$/);
});

test('a second press before the page has updated takes effect after the first', async ({ page, open }) => {
	await open();
	await openFilters(page);
	const agency = await chip(page, 'Agency', agencyWithMostEvents.short).elementHandle();
	const kind = await chip(page, 'Kind', KINDS[kindOfAgency]!.name).elementHandle();
	await page.evaluate((chips) => chips.forEach((chip) => (chip as HTMLElement).click()), [agency, kind]);
	await expect.poll(() => query(page)).toBe(`?agency=${agencyWithMostEvents.id}&kind=${kindOfAgency}`);
	await page.goBack();
	await expect.poll(() => query(page)).toBe(`?agency=${agencyWithMostEvents.id}`);
	await page.goBack();
	await expect.poll(() => query(page)).toBe('');
	await expect(chip(page, 'Agency', agencyWithMostEvents.short)).toHaveAttribute('aria-pressed', 'false');
});

test('letters typed in quick succession are one search', LONG, async ({ page, open }) => {
	await open();
	await searchbox(page).fill('x');
	await expect(countLine(page)).toHaveText(/^0 of /);
	const written = await searchbox(page).evaluate(async (box: HTMLInputElement, word) => {
		const written: string[] = [];
		const write = history.replaceState.bind(history);
		history.replaceState = (state, unused, url) => {
			if (url) written.push(String(url).replace(/^.*\?/, ''));
			write(state, unused, url);
		};
		for (const end of [1, 2, 3, word.length]) {
			box.value = word.slice(0, end);
			box.dispatchEvent(new InputEvent('input', { bubbles: true }));
			// All microtasks have run now.
			for (let i = 0; i < 5; i++) await Promise.resolve();
		}
		return new Promise<string[]>((done) => {
			const look = () => (written.length ? done(written) : requestAnimationFrame(look));
			look();
		});
	}, commonWord);
	expect(written).toEqual([`q=${commonWord}`]);
	await expect(searchbox(page)).toHaveValue(commonWord);
});

test(
	'Enter does not wait for a pause: its history entry has the current text of the box',
	LONG,
	async ({ page, open }) => {
		await open();
		await searchbox(page).pressSequentially(commonWord);
		await page.keyboard.press('Enter');
		expect(query(page)).toBe(`?q=${commonWord}`);
		await page.goBack();
		await expect.poll(() => query(page)).toBe('');
	},
);

test('Back while typing also removes the typed letters', LONG, async ({ page, open }) => {
	await open();
	await press(page, 'Agency', agencyWithMostEvents.short);
	await searchbox(page).evaluate((box: HTMLInputElement, word) => {
		box.value = word;
		box.dispatchEvent(new InputEvent('input', { bubbles: true }));
		history.back();
	}, commonWord);
	await expect(chip(page, 'Agency', agencyWithMostEvents.short)).toHaveAttribute('aria-pressed', 'false');
	// Longer than the pause after which a search would start.
	await page.waitForTimeout(400);
	expect(query(page)).toBe('');
	await expect(searchbox(page)).toHaveValue('');
});
