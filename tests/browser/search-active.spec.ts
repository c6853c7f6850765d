/** While a result of the search is active in the list, its mark is outlined on the chart, and named if it has no label. */
import type { Page } from '@playwright/test';
import type { EventRecord } from '../../src/domain/model/records.ts';
import { needed } from '../needed.ts';
import { CLUSTER, buttons, drawn, eventNamed, mark, nameBegins, places, plot } from './chart-reader.ts';
import { event, events } from './facts.ts';
import { LONG, expect, test } from './page.ts';
import { commonWord, quotedEvent, unquotedEvent } from './picks.ts';
import { query, searchbox } from './reader.ts';

const options = (page: Page) => page.getByRole('listbox', { name: 'Found' }).getByRole('option');
/** Names of the marks that have an outline. */
const outlined = (page: Page) =>
	buttons(page).evaluateAll((all) =>
		all
			.filter((b) => {
				const { content, borderTopWidth } = getComputedStyle(b, '::before');
				return content !== 'none' && parseFloat(borderTopWidth) >= 2;
			})
			.map((b) => b.getAttribute('aria-label') ?? ''),
	);
const expectOutlined = (page: Page, id: string | null) =>
	expect
		.poll(async () => (await outlined(page)).map((name) => (id && name.startsWith(nameBegins(event(id))) ? id : name)))
		.toEqual(id ? [id] : []);
const tip = (page: Page) => plot(page).locator('.tip');
async function searchFor(page: Page, words: string) {
	await searchbox(page).fill(words);
	await expect(
		options(page)
			.filter({ hasText: new RegExp(words, 'i') })
			.first(),
	).toBeVisible();
}
/** The event of an option, by its title. */
const eventOf = async (page: Page, at: number) => {
	const title = await options(page).nth(at).locator('b').first().innerText();
	return needed(
		`an event called ${title}`,
		events.find((e) => e.title === title),
	);
};

test('arrow keys outline the active result on the chart, move nothing, and Esc ends it', async ({ page, open }) => {
	await open();
	await searchFor(page, quotedEvent.title);
	await expect(mark(page, quotedEvent.id)).toBeVisible();
	const before = await places(page);
	await expectOutlined(page, null);
	await page.keyboard.press('ArrowDown');
	await expectOutlined(page, (await eventOf(page, 0)).id);
	await expect(searchbox(page)).toBeFocused();
	expect(await places(page)).toEqual(before);
	await page.keyboard.press('ArrowUp');
	await expectOutlined(page, null);
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Escape');
	await expectOutlined(page, null);
});

test(
	'the result under the pointer is outlined too, but Enter keeps to the active one',
	LONG,
	async ({ page, open }) => {
		await open();
		await searchFor(page, commonWord);
		const hovered = await eventOf(page, 1);
		await options(page).nth(1).hover();
		await expect.poll(() => outlined(page)).toHaveLength(1);
		const [name] = await outlined(page);
		expect(CLUSTER.test(name!) || eventNamed(name!) === hovered.id).toBe(true);
		await page.keyboard.press('Enter');
		await expectOutlined(page, null);
		expect(new URLSearchParams(query(page)).get('e')).toBeNull();
	},
);

test('a cluster that has the active result is outlined, and its name shown', async ({ page, open }) => {
	await open('?scale=true');
	await expect(buttons(page).first()).toBeVisible();
	const names = await drawn(page);
	const hidden = events.filter((e) => !names.some((name) => name.startsWith(nameBegins(e))));
	const month = ({ when }: EventRecord) => when.slice(0, 7);
	const clustered = needed(
		'an event in a cluster with another one of its month and agency',
		hidden.find((e) => hidden.some((o) => o !== e && month(o) === month(e) && o.agencies[0] === e.agencies[0])),
	);
	await searchbox(page).fill(month(clustered));
	await expect(options(page).filter({ hasText: clustered.title })).toBeVisible();
	for (let i = 0; i < events.length; i++) {
		await page.keyboard.press('ArrowDown');
		if ((await eventOf(page, i)).id === clustered.id) break;
	}
	await expect.poll(() => outlined(page)).toHaveLength(1);
	await expect(tip(page)).toContainText(clustered.label);
	await page.keyboard.press('Escape');
	await expect(tip(page)).toHaveCount(0);
});

test('above an open event, where marks have no labels, the active result is named', LONG, async ({ page, open }) => {
	await open(`?e=${quotedEvent.id}`);
	await searchFor(page, unquotedEvent.title);
	await page.keyboard.press('ArrowDown');
	await expectOutlined(page, unquotedEvent.id);
	await expect(tip(page)).toContainText(unquotedEvent.label);
	await page.mouse.move(700, 880);
	await page.mouse.down();
	await page.mouse.up();
	await expectOutlined(page, null);
});
