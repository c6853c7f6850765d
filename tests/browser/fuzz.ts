/** Length of the fuzz tests, and the invariants of the page after any action. */
import type { Page } from '@playwright/test';
import { LONG } from './page.ts';

const SEED = Number(process.env['SEED'] ?? 2026);
/** A short run every time, and three long ones in `npm run test:long`. The title has the seed; SEED=n sets it. */
export const runs = (short: number, long: number) => [
	{ seed: SEED, n: short, details: {} },
	...[1, 2, 3].map((i) => ({ seed: SEED + i, n: long, details: LONG })),
];

/** What is wrong with the current page, in words. On a page that is not ours, nothing is wrong. */
export const wrongs = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const wrong: string[] = [];
		const is = (holds: boolean, words: string) => {
			if (!holds) wrong.push(words);
		};
		const told = (line: string) => {
			const counts =
				/^(\d+) of (\d+) events?(?: · (\d+) in view, (\d+) outside)?(?: · (\d+) hidden by filters)?(?: · (\d+) not yet public)?$/.exec(
					line.trim(),
				);
			is(counts !== null, `the line of counts says “${line}”`);
			const [, passing, total, inView, outside, held, later] = (counts ?? []).map((number: string | undefined) =>
				Number(number ?? 0),
			);
			is(!outside || passing === inView! + outside, `in view and outside are not ${passing}: ${line}`);
			is(total === passing! + held! + (later || 0), `the parts are not ${total}: ${line}`);
			const articles = [...document.querySelectorAll('main article.article')];
			const kept = articles.filter((a) => a.querySelector('.filtered-out')).length;
			is(articles.length === passing! + kept, `${articles.length} events are shown, ${passing} pass, ${kept} are kept`);
		};
		// During the story, filters and counts are hidden.
		const status = document.querySelector('search [role=status]');
		if (status || !location.search.includes('step=')) told(status?.textContent ?? '');
		const chosen = document.querySelectorAll('main article.chosen').length;
		is(chosen <= 1, `${chosen} events are chosen in the record`);
		const pressed = document.querySelectorAll('#stage .plot button[aria-pressed=true]').length;
		is(pressed <= 1, `${pressed} marks are chosen`);
		const active = document.activeElement;
		const isOnPage = active === document.body || (active !== null && active.getClientRects().length > 0);
		is(isOnPage, `focus is on nothing that can be seen: ${active?.outerHTML.slice(0, 120)}`);
		const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
		const doubled = ids.filter((id, i) => ids.indexOf(id) !== i);
		is(doubled.length === 0, `ids twice: ${doubled.join(', ')}`);
		const said = [...document.querySelectorAll('.failure, .notice')].map((e) => e.textContent).join();
		is(!/could not be loaded|A part of this page failed/.test(said), `the page says: ${said}`);
		const none = /.{20}\b(NaN|undefined|Infinity|\[object )/.exec(document.body.textContent)?.[0];
		is(none === undefined, `a value that is none is shown: ${none}`);
		return wrong;
	});
