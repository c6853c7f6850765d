/** The page by keyboard alone: where focus goes, that it is visible, how Escape leads back, and when shortcuts are off. */
import { events } from './facts.ts';
import { LONG, expect, longUnless, ready, test } from './page.ts';
import {
	agencyApart,
	agencyWithMostEvents,
	eventWithEverything,
	eventsOf,
	quotedEvent,
	unquotedEvent,
} from './picks.ts';
import {
	article,
	belowBar,
	chip,
	currentPassage,
	currentWords,
	expectOpen,
	focusedEvent,
	focusIsSeen,
	heading,
	openBodies,
	pane,
	passage,
	pressInMore,
	query,
	scrolled,
	searchbox,
	readWhole,
} from './reader.ts';

const [first, second, third] = events;

test('j and k walk through the record in time order, with focus just under the bar', async ({ page, open }) => {
	await open();
	await page.keyboard.press('j');
	expect(await focusedEvent(page)).toBe(first!.id);
	await page.keyboard.press('j');
	await page.keyboard.press('j');
	expect(await focusedEvent(page)).toBe(third!.id);
	expect(await focusIsSeen(page)).toBe(true);
	expect(await belowBar(page, third!.id)).toBeGreaterThanOrEqual(0);
	expect(await belowBar(page, third!.id)).toBeLessThan(32);
	await page.keyboard.press('k');
	expect(await focusedEvent(page)).toBe(second!.id);
	expect(await focusIsSeen(page)).toBe(true);
});

test('focus does not choose: walking opens nothing and does not change the address', LONG, async ({ page, open }) => {
	await open();
	for (const key of ['j', 'j', 'k']) await page.keyboard.press(key);
	await expect(openBodies(page)).toHaveCount(0);
	expect(query(page)).toBe('');
});

test('j stops at the last event and k at the first', LONG, async ({ page, open }) => {
	await open();
	await heading(page, first!.id).focus();
	await page.keyboard.press('k');
	expect(await focusedEvent(page)).toBe(first!.id);
	await heading(page, events.at(-1)!.id).focus();
	await page.keyboard.press('j');
	expect(await focusedEvent(page)).toBe(events.at(-1)!.id);
});

test('j walks only through events that pass the filters', LONG, async ({ page, open }) => {
	await open(`?agency=${agencyApart.id}`);
	for (const { id } of eventsOf(agencyApart.id)) {
		await page.keyboard.press('j');
		expect(await focusedEvent(page)).toBe(id);
	}
});

test('Enter opens the focused event and closes it again', LONG, async ({ page, open }) => {
	await open();
	await heading(page, quotedEvent.id).focus();
	await page.keyboard.press('Enter');
	await expectOpen(page, quotedEvent.id);
	await expect(heading(page, quotedEvent.id)).toBeFocused();
	await page.keyboard.press('Enter');
	await expectOpen(page, quotedEvent.id, false);
});

test('s goes to the passage of the event in focus, and Esc back to its heading', LONG, async ({ page, open }) => {
	await open();
	await heading(page, quotedEvent.id).focus();
	await page.keyboard.press('s');
	await expect.poll(() => currentWords(pane(page))).toBe(quotedEvent.quotes[0]!.exact);
	await expect(currentPassage(pane(page)).first().locator('a').first()).toBeFocused();
	expect(await focusIsSeen(page)).toBe(true);
	await page.keyboard.press('Escape');
	await expect(heading(page, quotedEvent.id)).toBeFocused();
	await expectOpen(page, quotedEvent.id);
});

test('s stays at the current quote of the source', LONG, async ({ page, open }) => {
	const quote = eventWithEverything.quotes[2]!;
	await open(`?e=${eventWithEverything.id}&p=${quote.id}`);
	await page.keyboard.press('s');
	await expect(pane(page).locator('mark a:focus')).toContainText(quote.exact);
});

test('s says why when there is nothing to go to', LONG, async ({ page, open }) => {
	await open();
	await page.keyboard.press('s');
	await expect(page.getByRole('alert')).toContainText('Choose an event first.');
	await heading(page, unquotedEvent.id).focus();
	await page.keyboard.press('s');
	await expect(page.getByRole('alert')).toContainText('not quoted from a document');
	await expect(heading(page, unquotedEvent.id)).toBeFocused();
});

test('Esc closes the chosen event and leaves focus on its heading', LONG, async ({ page, open }) => {
	await open();
	await heading(page, quotedEvent.id).focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await expectOpen(page, quotedEvent.id, false);
	await expect(heading(page, quotedEvent.id)).toBeFocused();
	expect(query(page)).toBe('');
});

test('/ goes to the search and Esc back to the heading it came from', async ({ page, open }) => {
	await open();
	await heading(page, quotedEvent.id).focus();
	const y = await scrolled(page);
	await page.keyboard.press('/');
	await expect(searchbox(page)).toBeFocused();
	await expect(searchbox(page)).toHaveValue('');
	expect(await focusIsSeen(page)).toBe(true);
	await page.keyboard.press('Escape');
	await expect(heading(page, quotedEvent.id)).toBeFocused();
	expect(await scrolled(page)).toBe(y);
});

test('letters typed into the search are not shortcuts', LONG, async ({ page, open }) => {
	await open();
	await page.keyboard.press('/');
	await page.keyboard.type('jks?/');
	await expect(searchbox(page)).toHaveValue('jks?/');
	await expect(searchbox(page)).toBeFocused();
	await expect(page.getByRole('dialog')).toHaveCount(0);
});

for (const held of ['Control', 'Alt', 'Meta']) {
	test(`keys with ${held} are left to the browser`, longUnless(held === 'Control'), async ({ page, open }) => {
		await open();
		await heading(page, quotedEvent.id).focus();
		for (const key of ['j', 'k', 's', '/']) {
			const taken = await page.evaluate(
				([modifier, letter]) =>
					!document.activeElement!.dispatchEvent(
						new KeyboardEvent('keydown', { key: letter!, bubbles: true, cancelable: true, [modifier!]: true }),
					),
				[held === 'Control' ? 'ctrlKey' : `${held.toLowerCase()}Key`, key],
			);
			expect(taken, key).toBe(false);
			await expect(heading(page, quotedEvent.id)).toBeFocused();
		}
		await expectOpen(page, quotedEvent.id, false);
	});
}

test('? lists every key, and closing the list restores focus', async ({ page, open }) => {
	await open();
	await heading(page, quotedEvent.id).focus();
	await page.keyboard.press('?');
	const help = page.getByRole('dialog', { name: 'Keys' });
	await expect(help).toBeVisible();
	for (const key of ['j', 'k', 'Enter', 's', 'Esc', '/', '?'])
		await expect(help.getByText(key, { exact: true })).toBeVisible();
	await page.keyboard.press('j');
	await expect(help.locator(':focus')).toHaveCount(1);
	await page.keyboard.press('Escape');
	await expect(help).toBeHidden();
	await expect(heading(page, quotedEvent.id)).toBeFocused();
});

test('keys can be switched off, and stay off', LONG, async ({ page, open }) => {
	await open();
	await pressInMore(page, 'Keys');
	const help = page.getByRole('dialog', { name: 'Keys' });
	const control = help.getByRole('checkbox', { name: 'Single keys work on this page' });
	await expect(control).toBeChecked();
	await control.click();
	await help.getByRole('button', { name: 'Close' }).click();
	for (const again of [false, true]) {
		if (again) await page.reload();
		await ready(page);
		await heading(page, quotedEvent.id).focus();
		for (const key of ['j', 's', '/', '?']) await page.keyboard.press(key);
		await expect(heading(page, quotedEvent.id)).toBeFocused();
		await expect(page.getByRole('dialog')).toHaveCount(0);
	}
	await pressInMore(page, 'Keys');
	await expect(control).not.toBeChecked();
	await control.click();
	await page.keyboard.press('Escape');
	await heading(page, first!.id).focus();
	await page.keyboard.press('j');
	expect(await focusedEvent(page)).toBe(second!.id);
});

test('Tab reaches every heading in order, visible and uncovered, both ways', LONG, async ({ page, open }) => {
	await open();
	const walk = async (key: string) => {
		const reached: string[] = [];
		const covered: string[] = [];
		while (reached.length < events.length) {
			await page.keyboard.press(key);
			const id = await focusedEvent(page);
			if (!id) continue;
			reached.push(id);
			if (!(await focusIsSeen(page))) covered.push(id);
		}
		return { reached, covered };
	};
	const inOrder = events.map((e) => e.id);
	expect(await walk('Tab')).toEqual({ reached: inOrder, covered: [] });
	await page.keyboard.press('Tab');
	expect(await walk('Shift+Tab')).toEqual({ reached: [...inOrder].reverse(), covered: [] });
});

test('Enter on a passage opens its event, and Esc returns to the passage', LONG, async ({ page, open }) => {
	await open(`?e=${eventWithEverything.id}`);
	await readWhole(page);
	const link = passage(pane(page), quotedEvent.quotes[1]!.exact);
	await link.focus();
	await page.keyboard.press('Enter');
	await expect(heading(page, quotedEvent.id)).toBeFocused();
	await expectOpen(page, quotedEvent.id);
	expect(await focusIsSeen(page)).toBe(true);
	await page.keyboard.press('Escape');
	await expect(link).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(heading(page, quotedEvent.id)).toBeFocused();
});

test('a filter pressed by keyboard keeps focus and leaves the event closed', LONG, async ({ page, open }) => {
	await open();
	await chip(page, 'Agency', agencyWithMostEvents.short).focus();
	await page.keyboard.press('Space');
	await expect(chip(page, 'Agency', agencyWithMostEvents.short)).toHaveAttribute('aria-pressed', 'true');
	await expect(chip(page, 'Agency', agencyWithMostEvents.short)).toBeFocused();
	await expect(article(page, quotedEvent.id)).toBeVisible();
	await expect(openBodies(page)).toHaveCount(0);
});
