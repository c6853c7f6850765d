/** What a screen reader gets of the page's structure: headings, and the lanes of the chart with their marks. */
import type { Page } from '@playwright/test';
import { buttons, clusters, drawn, nameBegins, plot, region, rested, total } from './chart-reader.ts';
import { agencies, events, theCase } from './facts.ts';
import { LONG, expect, test } from './page.ts';
import { around } from './picks.ts';
import { filters, openFilters } from './reader.ts';

/** Each heading that is not hidden: its level and its words. */
const headings = (page: Page) =>
	page
		.locator('h1, h2, h3, h4, h5, h6')
		.evaluateAll((all) =>
			all
				.filter((h) => h.checkVisibility())
				.map((h) => ({ level: Number(h.localName[1]), words: h.textContent.replace(/\s+/g, ' ').trim() })),
		);
/** Headings more than one level below the one before. */
const leaps = (all: Awaited<ReturnType<typeof headings>>) =>
	all.filter(({ level }, i) => level > (all[i - 1]?.level ?? 0) + 1);

for (const width of [1440, 390]) {
	test.describe(`${width} px`, width < 1000 ? LONG : {}, () => {
		test.use({ viewport: { width, height: 900 } });
		test('the chart and the filters have headings, and no level is left out', async ({ page, open }) => {
			await open();
			await openFilters(page);
			const all = await headings(page);
			expect(leaps(all)).toEqual([]);
			expect(all.filter(({ level }) => level === 1)).toHaveLength(1);
			await expect(filters(page).getByRole('heading', { level: 2, name: 'Filters' })).toHaveCount(1);
			await expect(region(page).getByRole('heading', { level: 2 })).toHaveText('Timeline');
		});
	});
}

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });
	test('the picture of the chart has its heading too', async ({ page, home }) => {
		await page.goto(home);
		await expect(region(page).getByRole('heading', { level: 2, name: 'Timeline' })).toHaveCount(1);
	});
});

interface Node {
	readonly nodeId: string;
	readonly ignored: boolean;
	readonly role?: { readonly value?: string };
	readonly name?: { readonly value?: string };
	readonly childIds?: readonly string[];
}
/** The groups of the accessibility tree that own marks: their names, and the names of these marks. */
async function lanesHeard(page: Page): Promise<Map<string, string[]>> {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Accessibility.enable');
	const { nodes } = (await devtools.send('Accessibility.getFullAXTree')) as { nodes: readonly Node[] };
	await devtools.detach();
	const byId = new Map(nodes.map((node) => [node.nodeId, node]));
	const within = ({ childIds = [] }: Node): Node[] =>
		childIds.flatMap((id) => {
			const child = byId.get(id);
			return child ? (child.ignored ? within(child) : [child]) : [];
		});
	const marks = new Set(await drawn(page));
	const groups = nodes
		.filter(({ ignored, role }) => !ignored && role?.value === 'group')
		.map((node) => [node.name?.value ?? '', within(node).map(({ name }) => name?.value ?? '')] as const)
		.filter(([, owned]) => owned.some((name) => marks.has(name)));
	return new Map(groups);
}
const above = new Set(theCase.kinds!.filter(({ side }) => side === 'above').map(({ id }) => id));
/** The group that the mark of an event belongs to: the side above the axis, or the lane of its first agency. */
const groupOf = (e: (typeof events)[number]) =>
	above.has(e.kind) ? theCase.sides!.above!.name : agencies.find(({ id }) => id === e.agencies[0])!.lane;
const groups = [...new Set(events.map(groupOf))].sort();

test('each lane is a group with the name of the lane and all of its marks, and a mark is in one group', async ({
	page,
	open,
}) => {
	for (const link of ['', `?t=${around(20, 30)}`]) {
		await open(link);
		await expect(buttons(page).first()).toBeVisible();
		const lanes = await lanesHeard(page);
		expect([...lanes.values()].flat().sort()).toEqual((await drawn(page)).sort());
		for (const [lane, marks] of lanes) {
			const begin = events.filter((e) => groupOf(e) === lane).map(nameBegins);
			const theirs = (name: string) => name.endsWith(`, ${lane}`) || begin.some((own) => name.startsWith(own));
			expect([lane, marks.filter((name) => !theirs(name))]).toEqual([lane, []]);
			if (!link) expect([lane, total(marks)]).toEqual([lane, begin.length]);
		}
		if (!link) expect([...lanes.keys()].sort()).toEqual(groups);
		const ids = await plot(page)
			.locator('[id]')
			.evaluateAll((all) => all.map(({ id }) => id));
		expect(new Set(ids).size).toBe(ids.length);
	}
});

test('the groups follow a pan and a zoom, and Tab still reaches one mark only', async ({ page, open }) => {
	const link = around(20, 30);
	await open(`?t=${link}`);
	await plot(page).hover();
	await page.keyboard.down('Control');
	await page.mouse.wheel(0, 40);
	await page.keyboard.up('Control');
	await rested(page, link);
	const lanes = await lanesHeard(page);
	expect([...lanes.values()].flat().sort()).toEqual((await drawn(page)).sort());
	await expect(plot(page).locator('button.mark[tabindex="0"]')).toHaveCount(1);
});

test('a cluster is named by its events, their days and its lane', async ({ page, open }) => {
	await open('?scale=true');
	await expect(clusters(page).first()).toBeVisible();
	const names = await clusters(page).evaluateAll((all) => all.map((b) => b.getAttribute('aria-label')!));
	expect(names).not.toEqual([]);
	for (const name of names) expect(groups.filter((lane) => name.endsWith(`, ${lane}`))).toHaveLength(1);
});
