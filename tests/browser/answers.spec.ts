/** A press shows at once, and what follows from it comes after the next picture; nothing of it is lost or out of order. */
import { expect, test } from './page.ts';
import { article, chip, countLine, heading, query, searchbox, shown } from './reader.ts';

test('a pressed filter looks pressed before the record follows', async ({ page, open }) => {
	await open();
	const all = await shown(page);
	const [pressed, atOnce, then] = await chip(page, 'Agency', 'FBI').evaluate(async (button: HTMLElement) => {
		const events = () => document.querySelectorAll('main article').length;
		button.click();
		await Promise.resolve();
		const [pressed, atOnce] = [button.getAttribute('aria-pressed'), events()];
		await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
		return [pressed, atOnce, events()];
	});
	expect(pressed).toBe('true');
	expect(atOnce).toBe(all.length);
	expect(then).toBeLessThan(all.length);
	await expect(chip(page, 'Agency', 'FBI')).toHaveAttribute('aria-pressed', 'true');
});

test('a pressed heading looks chosen before its evidence is there', async ({ page, open }) => {
	await open();
	const id = (await shown(page))[3]!;
	const seen = await heading(page, id).evaluate(async (button: HTMLElement) => {
		const event = button.closest('article')!;
		const look = () => [button.ariaExpanded, event.className, event.querySelectorAll('.body h4').length > 0];
		button.click();
		await Promise.resolve();
		const first = look();
		await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
		return [first, look()];
	});
	expect(seen[0]!.slice(0, 2)).toEqual(['true', 'chosen']);
	expect(seen[1]).toEqual(['true', 'open chosen', true]);
	await expect(article(page, id)).toHaveClass('open chosen');
});

test('whoever presses again before the page has answered is answered twice, in order', async ({ page, open }) => {
	await open();
	await page.evaluate(() => {
		const named = (name: string) =>
			[...document.querySelectorAll<HTMLElement>('.chip')].find((b) => b.textContent.trim().startsWith(name))!;
		named('FBI').click();
		named('Advisory').click();
	});
	await expect.poll(() => query(page)).toBe('?agency=fbi&kind=advisory');
	await page.goBack();
	await expect.poll(() => query(page)).toBe('?agency=fbi');
	await page.goBack();
	await expect.poll(() => query(page)).toBe('');
	await expect(chip(page, 'Agency', 'FBI')).toHaveAttribute('aria-pressed', 'false');
});

test('letters typed together are one search, of all of them', async ({ page, open }) => {
	await open();
	await searchbox(page).fill('x');
	await expect(countLine(page)).toHaveText(/^0 of /);
	const written = await searchbox(page).evaluate(async (box: HTMLInputElement) => {
		const written: string[] = [];
		const write = history.replaceState.bind(history);
		history.replaceState = (state, unused, url) => {
			if (url) written.push(String(url).replace(/^.*\?/, ''));
			write(state, unused, url);
		};
		for (const typed of ['e', 'em', 'ema', 'emails']) {
			box.value = typed;
			box.dispatchEvent(new InputEvent('input', { bubbles: true }));
			// Whatever follows at once has followed now.
			for (let i = 0; i < 5; i++) await Promise.resolve();
		}
		return new Promise<string[]>((done) => {
			const look = () => (written.length ? done(written) : requestAnimationFrame(look));
			look();
		});
	});
	expect(written).toEqual(['q=emails']);
	await expect(searchbox(page)).toHaveValue('emails');
});

test('Enter waits for no pause: the step it makes is of what stands in the box', async ({ page, open }) => {
	await open();
	await searchbox(page).pressSequentially('emails');
	await page.keyboard.press('Enter');
	expect(query(page)).toBe('?q=emails');
	await page.goBack();
	await expect.poll(() => query(page)).toBe('');
});

test('Back amid the typing takes the letters along', async ({ page, open }) => {
	await open();
	await chip(page, 'Agency', 'FBI').click();
	await searchbox(page).evaluate((box: HTMLInputElement) => {
		box.value = 'emails';
		box.dispatchEvent(new InputEvent('input', { bubbles: true }));
		history.back();
	});
	await expect(chip(page, 'Agency', 'FBI')).toHaveAttribute('aria-pressed', 'false');
	// Longer than the pause after which a search would begin.
	await page.waitForTimeout(400);
	expect(query(page)).toBe('');
	await expect(searchbox(page)).toHaveValue('');
});
