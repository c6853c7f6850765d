/** Disputes with all accounts side by side, at their events and at one address; statuses with meaning and origin. */
import { COLOURS, TAGS, found } from './axe.ts';
import { KINDS, STATUSES, agencies, disputes, event, events, source, statusOf } from './facts.ts';
import { LONG, expect, longUnless, test } from './page.ts';
import { disputeWithMostAccounts } from './picks.ts';
import {
	article,
	belowBar,
	chip,
	expectOpen,
	focusIsSeen,
	heading,
	meta,
	openFilters,
	pressInMore,
	sideways,
	stays,
} from './reader.ts';

const LONGEST = disputeWithMostAccounts;
const firstStatus = Object.values(STATUSES)[0]!;
const lastKind = Object.values(KINDS).at(-1)!;

test('an event shows its dispute with every account, its speaker and sources, in columns of equal width', async ({
	page,
	open,
}) => {
	await open(`?e=${LONGEST.events[0]!}`);
	const list = article(page, LONGEST.events[0]!).locator(`h4:has-text('${LONGEST.question}') + .accounts`);
	await expect(list.locator('li')).toHaveCount(LONGEST.accounts.length);
	for (const { by, says, references } of LONGEST.accounts) {
		const account = list.locator('li', { hasText: says }).filter({ hasText: by });
		await expect(account.locator('small a')).toHaveText(references.map((id) => source(id).publisher));
	}
	const boxes = await list.locator('li').evaluateAll((all) =>
		all.map((li) => {
			const { top, width } = li.getBoundingClientRect();
			const { fontSize, fontWeight, backgroundColor } = getComputedStyle(li);
			return { top: Math.round(top), width: Math.round(width), look: fontSize + fontWeight + backgroundColor };
		}),
	);
	expect(boxes[1]!.top).toBe(boxes[0]!.top);
	expect(new Set(boxes.map((b) => b.width)).size).toBe(1);
	expect(new Set(boxes.map((b) => b.look)).size).toBe(1);
});

test(
	'the disputes have an address; each has its question, its events and, on demand, all its accounts',
	LONG,
	async ({ page, open }) => {
		await open('#disputes');
		const section = page.getByRole('region', { name: 'Disputes' });
		await expect(section.getByRole('heading', { level: 2 })).toBeInViewport();
		await expect(section.getByRole('heading', { level: 3 })).toHaveText(disputes.map((d) => d.question));
		for (const { question, events: at, accounts } of disputes) {
			const entry = section.locator('li', { has: page.getByRole('heading', { name: question }) });
			expect(
				await entry.locator('a[href*="events/"]').evaluateAll((all) => all.map((a) => a.getAttribute('href'))),
			).toEqual(at.map((id) => `./events/${id}/index.html`));
			const button = entry.getByRole('button', { name: `Show ${accounts.length} accounts on “${question}”` });
			await expect(button).toHaveAttribute('aria-expanded', 'false');
			await expect(entry.locator('.accounts')).toBeHidden();
			await button.click();
			await expect(entry.locator('.accounts li b')).toHaveText(accounts.map((a) => a.by));
			for (const { says } of accounts) await expect(entry.locator('.accounts')).toContainText(says);
		}
		await section
			.getByRole('button', { name: `Hide ${LONGEST.accounts.length} accounts on “${LONGEST.question}”` })
			.click();
		await expect(section.locator('.accounts:visible')).toHaveCount(disputes.length - 1);
	},
);

test('a dispute links to its event, which links back to all disputes', LONG, async ({ page, open }) => {
	await open('#disputes');
	const section = page.getByRole('region', { name: 'Disputes' });
	const id = LONGEST.events[0]!;
	await section
		.locator('li', { has: page.getByRole('heading', { name: LONGEST.question }) })
		.getByRole('link', { name: event(id).title })
		.click();
	await expect(heading(page, id)).toBeFocused();
	expect(await belowBar(page, id)).toBeLessThan(32);
	await article(page, id).getByRole('link', { name: 'All disputes' }).click();
	await expect(section.getByRole('heading', { level: 2 })).toBeInViewport();
	await expectOpen(page, id);
	await pressInMore(page, 'Disputes', 'link');
	await expect(section.getByRole('heading', { level: 2 })).toBeInViewport();
});

test('every event shows its status, by whom, since when, and what it means', async ({ page, open }) => {
	await open();
	for (const e of events) {
		const kind = statusOf(e);
		const { by, since } = e.status
			.filter((s) => s.kind === kind)
			.toSorted((a, b) => b.since.localeCompare(a.since))[0]!;
		const { short } = agencies.find((a) => a.id === by)!;
		const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(since));
		await expect(meta(page, e.id), e.id).toContainText(
			`${STATUSES[kind]!.name} by ${short} since ${day}: ${STATUSES[kind]!.meaning}`,
		);
	}
});

test(
	'the meaning of a status appears while its filter is hovered or focused, until Esc',
	LONG,
	async ({ page, open }) => {
		await open();
		await openFilters(page);
		const status = chip(page, 'Status', firstStatus.name);
		const tip = page.getByRole('tooltip');
		await expect(tip).toHaveCount(0);
		await expect(status).toHaveAccessibleDescription(firstStatus.meaning);
		await status.hover();
		await expect(tip).toHaveText(`${firstStatus.name}: ${firstStatus.meaning}`);
		// The tooltip stays while the mouse is over it.
		await tip.hover();
		await expect(tip).toBeVisible();
		await page.mouse.move(700, 600);
		await expect(tip).toHaveCount(0);
		await chip(page, 'Kind', lastKind.name).focus();
		await page.keyboard.press('Tab');
		await expect(status).toBeFocused();
		await expect(tip).toContainText(firstStatus.meaning);
		expect(await focusIsSeen(page)).toBe(true);
		await page.keyboard.press('Escape');
		await expect(tip).toHaveCount(0);
		await expect(status).toHaveAttribute('aria-pressed', 'false');
		await expect(status).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(status).toHaveCount(0);
	},
);

test('the legend of the chart explains every status that an event has', LONG, async ({ page, open }) => {
	await open();
	const legend = page.locator('details', { hasText: 'How to read this chart' });
	await legend.locator('summary').click();
	const used = new Set(events.map(statusOf));
	expect(used.size).toBeGreaterThan(1);
	for (const kind of used)
		await expect(legend.getByText(`${STATUSES[kind]!.name} ${STATUSES[kind]!.meaning}`)).toBeVisible();
});

for (const width of [1440, 768, 320]) {
	const details = longUnless(width === 320);
	test(
		`axe finds nothing in the disputes at ${width} px, light and dark, with accounts shown`,
		details,
		async ({ page, open }) => {
			await page.setViewportSize({ width, height: 800 });
			await open('#disputes');
			const section = page.getByRole('region', { name: 'Disputes' });
			// The heading is not covered by the sticky bar.
			const [sticky, title] = [await stays(page), await section.getByRole('heading', { level: 2 }).boundingBox()];
			expect(title!.y).toBeGreaterThanOrEqual(sticky);
			await section.getByRole('button').nth(1).click();
			await page.emulateMedia({ colorScheme: 'light' });
			expect(await found(page, TAGS, ['#disputes'])).toEqual([]);
			await page.emulateMedia({ colorScheme: 'dark' });
			expect(await found(page, COLOURS, ['#disputes'])).toEqual([]);
			expect(await sideways(page)).toBe(0);
		},
	);
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the list of disputes names every question, leads to its accounts in the dossier and to its events', async ({
		page,
		home,
	}) => {
		await page.goto(`${home}#disputes`);
		const section = page.getByRole('region', { name: 'Disputes' });
		await expect(section.getByRole('heading', { level: 3 })).toHaveText(disputes.map((d) => d.question));
		await expect(section.locator('button:visible')).toHaveCount(0);
		for (const { id, question, events: at } of disputes) {
			const entry = section.locator('li', { has: page.getByRole('heading', { name: question }) });
			await expect(entry.getByRole('link', { name: question })).toHaveAttribute('href', `./dossier.html#dispute-${id}`);
			for (const of of at)
				await expect(entry.locator(`a[href="./events/${of}/index.html"]`)).toHaveText(event(of).title);
		}
	});
});
