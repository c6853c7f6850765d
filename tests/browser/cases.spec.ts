/** A case of any number of events is told by the same page: one event, one more than ours, hundreds. */
import { makeCase } from '../cases.ts';
import { builtFrom, madeCase } from './built.ts';
import { events as ours, ids, names, readCase } from './facts.ts';
import { expect } from './page.ts';
import { article, articles, chip, expectCount, expectOpen, heading, shown } from './reader.ts';
import { sentencesOf } from '../../src/domain/model/sentences.ts';

// One worker, one build of each.
for (const n of [1, ours.length + 1, 300]) {
	const name = `case-of-${n}`;
	const test = builtFrom(name, (folder) => makeCase(folder, n));

	test.describe(`a case of ${n}`, () => {
		test.describe.configure({ mode: 'default' });

		test('is whole at first sight, opens an event and narrows to an agency', async ({ page, open }, {
			parallelIndex,
		}) => {
			const { events, agencies } = readCase(madeCase(name, parallelIndex));
			expect(events).toHaveLength(n);
			await open();
			expect((await shown(page)).toSorted()).toEqual(ids(events).toSorted());
			await expectCount(page, n, ` · ${n} in view, 0 outside · 0 held back by filters$`, n);

			const quoted = events.findLast((e) => e.quotes.length)!;
			await heading(page, quoted.id).click();
			await expectOpen(page, quoted.id);
			for (const q of quoted.quotes) await expect(article(page, quoted.id)).toContainText(q.exact);

			const agency = agencies.find((a) => names(quoted, a.id))!;
			const passing = events.filter((e) => names(e, agency.id)).length;
			await chip(page, 'Agency', agency.short).click();
			await expectCount(page, passing, '', n);
			await expect(articles(page)).toHaveCount(passing);
		});

		test('as of a date shows what was public by then, and nothing that became public later', async ({ page, open }, {
			parallelIndex,
		}) => {
			const { events, publicDay } = readCase(madeCase(name, parallelIndex));
			const days = events.map(publicDay).toSorted();
			for (const day of new Set([days[0]!, days[Math.floor(n / 2)]!])) {
				await open(`?asof=${day}`);
				const then = events.filter((e) => publicDay(e) <= day);
				expect((await shown(page)).toSorted()).toEqual(ids(then).toSorted());
				const text = await page.locator('body').innerText();
				const later = events.filter((e) => publicDay(e) > day);
				expect(
					later
						.filter((e) => text.includes(e.title) || sentencesOf(e).some((s) => text.includes(s.says)))
						.map((e) => e.id),
				).toEqual([]);
			}
		});
	});
}
