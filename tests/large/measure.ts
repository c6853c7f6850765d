/** Waiting times on the page of a million events, each measured in a fresh page: medians and maxima. */
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../../tools/chromium.mjs';

/** One run; times in milliseconds. */
interface Figures {
	/** From the start of the page to the progress bar, to marks in the chart, and to the whole chart. */
	readonly progress: number;
	readonly marks: number;
	readonly whole: number;
	/** Main-thread tasks while the page loads: the longest, and the number of those of 50 ms or more. */
	readonly longest: number;
	readonly long: number;
	/** From the input event to the updated count line and chart. */
	readonly filter: number;
	readonly firstSearch: number;
	readonly search: number;
	readonly details: number;
}

/** Runs in the page before its own scripts. */
function watch() {
	const seen: Record<string, number> = {};
	const note = (name: string, holds: boolean) => {
		if (holds) seen[name] ??= performance.now();
	};
	new MutationObserver(() => {
		note('progress', document.querySelector('progress') !== null);
		note('marks', document.querySelector('.plot .mark') !== null);
		note('whole', document.querySelector('section[aria-busy="false"]') !== null);
	}).observe(document, { subtree: true, childList: true, attributes: true });
	const tasks: number[] = [];
	new PerformanceObserver((list) => tasks.push(...list.getEntries().map((e) => e.duration))).observe({
		type: 'longtask',
		buffered: true,
	});
	/** The largest delay of a task that should run at once: the longest time without a reaction to input. */
	let [last, deaf] = [performance.now(), 0];
	const channel = new MessageChannel();
	channel.port1.onmessage = () => {
		const now = performance.now();
		deaf = Math.max(deaf, now - last);
		last = now;
		if (seen['whole'] === undefined) channel.port2.postMessage(null);
	};
	channel.port2.postMessage(null);
	Object.assign(globalThis, { seen, tasks, deaf: () => deaf });
}

/** Runs an action and waits until the text of an element has changed and the change is painted. */
const answered = (page: Page, does: 'click' | 'type', selector: string, text: string, watched: string) =>
	page.evaluate(
		([does, selector, text, watched]) =>
			new Promise<number>((done) => {
				const target = document.querySelector<HTMLInputElement>(selector!)!;
				const began = performance.now();
				const observer = new MutationObserver(() => {
					observer.disconnect();
					requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
				});
				observer.observe(document.querySelector(watched!)!, { subtree: true, childList: true, characterData: true });
				if (does === 'click') return target.click();
				target.value = text!;
				target.dispatchEvent(new InputEvent('input', { bubbles: true }));
			}),
		[does, selector, text, watched],
	);

/** The search region: pressing a value changes the counts of the other facets only, not those of its own. */
const COUNTS = 'search';

async function run(page: Page, url: string): Promise<Figures> {
	await page.addInitScript(watch);
	await page.goto(url);
	await page.locator('section[aria-busy="false"]').waitFor();
	// Late work still counts as loading.
	await page.waitForTimeout(500);
	const { seen, tasks, deaf } = await page.evaluate(() => {
		const g = globalThis as unknown as { seen: Record<string, number>; tasks: number[]; deaf: () => number };
		return { seen: g.seen, tasks: g.tasks, deaf: g.deaf() };
	});
	const filter = await answered(page, 'click', '.facet .chip', '', COUNTS);
	await page.waitForTimeout(300);
	const firstSearch = await answered(page, 'type', 'input[type=search]', 'harvest river', COUNTS);
	await page.waitForTimeout(300);
	const search = await answered(page, 'type', 'input[type=search]', 'kazemi', COUNTS);
	await page.waitForTimeout(300);
	await page.locator('.plot .mark').first().focus();
	for (let i = 0; i < 30 && !(await page.locator('article, dialog').count()); i++) {
		await page.keyboard.press('Enter');
		await page.waitForTimeout(150);
	}
	if (await page.locator('dialog').count()) await page.keyboard.press('Enter');
	await page.locator('article blockquote').waitFor();
	const details = await page.evaluate(() => performance.getEntriesByType('resource').at(-1)!.duration);
	return {
		progress: seen['progress']!,
		marks: seen['marks']!,
		whole: seen['whole']!,
		longest: deaf,
		long: tasks.length,
		...{ filter, firstSearch, search, details },
	};
}

export async function measure(url: string, runs: number): Promise<Figures[]> {
	const figures: Figures[] = [];
	for (let i = 0; i < runs; i++) {
		// A new browser, so that no cache is warm from the previous run.
		const browser = await chromium.launch(findChromium() ?? {});
		const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
		figures.push(await run(page, url));
		await browser.close();
	}
	return figures;
}

const ROWS: readonly (readonly [keyof Figures, string])[] = [
	['progress', 'progress is shown after'],
	['marks', 'first marks in the chart after'],
	['whole', 'the whole chart after'],
	['longest', 'longest time the page heard nothing while loading'],
	['long', 'tasks of 50 ms and more while loading (number)'],
	['filter', 'a filter, until its counts are drawn'],
	['firstSearch', 'the first search, until its counts are drawn'],
	['search', 'a later search, until its counts are drawn'],
	['details', 'details of an event, fetched'],
];

export function table(figures: readonly Figures[]): string {
	const lines = ROWS.map(([key, name]) => {
		const all = figures.map((f) => f[key]).toSorted((a, b) => a - b);
		const [median, worst] = [all[Math.floor(all.length / 2)]!, all.at(-1)!];
		return `| ${name} | ${Math.round(median)} | ${Math.round(worst)} |`;
	});
	return [`| ${figures.length} runs, ms | median | worst |`, '| --- | --: | --: |', ...lines].join('\n');
}
