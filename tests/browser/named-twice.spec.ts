/** What a case may list twice is shown twice, in every part and on every day, and breaks nothing. */
import { writeCase } from '../cases.ts';
import { builtFrom, madeCase } from './built.ts';
import { firstDay, readCase } from './facts.ts';
import { LONG, expect } from './page.ts';
import { article, articles, documentIn, openAll, pane, readWhole } from './reader.ts';

const NAME = 'named-twice';
const FACTS = ['the one fact', 'the other fact'];
const RECORD = 'The same departure, seen twice.';
const test = builtFrom(NAME, (folder) =>
	writeCase(
		folder,
		({ events: { events }, sources: { sources }, disputes, discrepancies, changes, case: told }) => {
			const [held, first, after] = [sources.find((s) => s.file)!, events[0]!, events.at(-1)!];
			// One source for two facts, with the same URL in all three fields.
			const address = 'https://example.org/the-same';
			Object.assign(held, { url: address, officialUrl: address, archiveUrl: address });
			first.references = FACTS.map((establishes) => ({ source: held.id, establishes }));
			// An event that others refer to by a former id.
			first.aliases = ['former-id'];
			after.follows = ['former-id'];
			disputes.disputes[0]!.events = ['former-id'];
			changes.changes.push({ date: '2021-05-03', events: [first.id, 'former-id'], what: 'Renamed.', why: 'So.' });
			// Two marked days with the same name, and one omission with two notes.
			told.markers = told.markers.flatMap((m) => [m, { ...m, when: firstDay(after.when) }]);
			const notes = ['One note.', 'Another note.'];
			discrepancies.omissions = notes.map((note) => ({ source: held.id, record: RECORD, note, references: [held.id] }));
		},
		'tests/case',
	),
);

test(
	'everything is shown once for each time that it is listed, as of any day (F3) (A1)',
	LONG,
	async ({ page, open }, { parallelIndex }) => {
		const { events } = readCase(madeCase(NAME, parallelIndex));
		const [first, after] = [events[0]!, events.at(-1)!];
		const day = after.status[0]!.since;
		for (const query of ['', `?asof=${day}`]) {
			await open(query);
			await openAll(page);
			for (const fact of FACTS) await expect(article(page, first.id).getByText(fact, { exact: true })).toBeVisible();
			await expect(article(page, first.id).locator('.threads').getByRole('link', { name: after.title })).toHaveCount(1);
			await expect(article(page, after.id).locator('.threads').getByRole('link', { name: first.title })).toHaveCount(1);
			await expect(articles(page)).not.toHaveCount(0);
			await expect(page.locator('.failure')).toHaveCount(0);
		}
		await open(`?e=${events.find((e) => e.quotes.length)!.id}`);
		await readWhole(page);
		await expect(documentIn(pane(page)).getByText(RECORD)).toHaveCount(2);
	},
);

test('a quote over two paragraphs is not one sentence (A17)', async ({ page, open }, { parallelIndex }) => {
	const { events } = readCase(madeCase(NAME, parallelIndex));
	const of = events.find((e) => e.quotes.some((q) => q.exact.includes('\n')))!;
	const quote = of.quotes.find((q) => q.exact.includes('\n'))!;
	await open(`?e=${of.id}`);
	const lines = quote.exact.split('\n');
	const said = await article(page, of.id).locator('blockquote p').first().innerText();
	expect(said.split('\n')).toEqual(lines);
});
