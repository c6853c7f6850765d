/** After any sequence of actions the page is consistent in counts, choice and focus, and has no error. */
import type { Page } from '@playwright/test';
import { random } from '../seeded.ts';
import { events } from './facts.ts';
import { runs, wrongs } from './fuzz.ts';
import { waitForAnswers } from './acts.ts';
import { expect, test } from './page.ts';
import { dayBeforeQuotes } from './picks.ts';

type Act = (page: Page, next: () => number) => Promise<string>;
const one = <T>(list: readonly T[], next: () => number) => list[Math.floor(next() * list.length)]!;

/** Presses an element on the screen, but none that leads to another host or opens a system dialog. */
const pressSomething: Act = async (page, next) => {
	const at = await page.evaluate(async (which) => {
		// Waits until scrolling ends: otherwise the press would hit another element.
		for (let [before, still] = [NaN, 0]; still < 3;) {
			await new Promise(requestAnimationFrame);
			still = scrollY === before ? still + 1 : 0;
			before = scrollY;
		}
		const isThere = (e: Element) => {
			const { x, y, width, height } = e.getBoundingClientRect();
			const [cx, cy] = [x + width / 2, y + height / 2];
			return (
				width > 0 &&
				cx >= 0 &&
				cy >= 0 &&
				cx < innerWidth &&
				cy < innerHeight &&
				e.contains(document.elementFromPoint(cx, cy))
			);
		};
		const all = [
			...document.querySelectorAll('button:not(:disabled), a[href]:not([rel=external]), [role=slider]'),
		].filter(isThere);
		const control = all[Math.floor(which * all.length)];
		if (!control) return null;
		const { x, y, width, height } = control.getBoundingClientRect();
		return { x: x + width / 2, y: y + height / 2, name: control.getAttribute('aria-label') ?? control.textContent };
	}, next());
	if (!at) return 'press nothing';
	await page.mouse.click(at.x, at.y);
	return `press “${at.name.trim().slice(0, 40)}”`;
};
const KEYS = [
	...[
		'j',
		'k',
		's',
		'o',
		'c',
		'/',
		'?',
		'Escape',
		'Enter',
		'Tab',
		'Shift+Tab',
		'Space',
		'Home',
		'End',
		'PageDown',
		'PageUp',
	],
	...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', '+', '-', '0'],
];
const pressKey: Act = async (page, next) => {
	const key = one(KEYS, next);
	await page.keyboard.press(key);
	return `key ${key}`;
};
const search: Act = async (page, next) => {
	const words = one(events, next).title.split(' ');
	const text = one([...words, '', '“', '2020-10', `${words[0]!} ${words.at(-1)!}`], next);
	const box = page.getByRole('combobox', { name: /^Search / });
	if (await box.isVisible()) await box.fill(text);
	return `search “${text}”`;
};
const travel: Act = async (page, next) => {
	const by = one([-1, -1, -2, 1], next);
	// After the call has returned: leaving the page at once would interrupt it.
	await page.evaluate((to) => void setTimeout(() => history.go(to)), by);
	return `history ${by}`;
};
const gesture: Act = async (page, next) => {
	const box = await page.locator('#stage').boundingBox();
	if (!box) return 'no chart';
	const [x, y] = [box.x + box.width * (0.2 + 0.6 * next()), box.y + box.height * (0.2 + 0.6 * next())];
	await page.mouse.move(x, y);
	if (next() < 0.5) {
		await page.keyboard.down('Control');
		await page.mouse.wheel(0, one([-300, -120, 120, 300], next));
		await page.keyboard.up('Control');
		return 'wheel over the chart';
	}
	await page.mouse.down();
	await page.mouse.move(x + 300 * (next() - 0.5), y, { steps: 4 });
	await page.mouse.up();
	return 'drag the chart';
};
const resize: Act = async (page, next) => {
	const width = one([390, 768, 1024, 1440], next);
	await page.setViewportSize({ width, height: 900 });
	return `${width} px wide`;
};
const scroll: Act = async (page, next) => {
	await page.mouse.move(300, 600);
	await page.mouse.wheel(0, 4000 * (next() - 0.5));
	return 'scroll';
};
const follow: Act = async (page, next) => {
	const search = one(
		['', `?e=${one(events, next).id}`, `?asof=${dayBeforeQuotes}`, '?known=0&scale=true', '?q=election'],
		next,
	);
	await page.goto(page.url().split('?')[0]!.split('#')[0]! + search);
	return `open “${search}”`;
};
/** An act that is listed more often is done more often. */
const ACTS: readonly Act[] = [
	...[pressSomething, pressSomething, pressSomething, pressSomething, pressSomething, pressKey, pressKey, pressKey],
	...[search, travel, gesture, gesture, resize, scroll, follow],
];

/** Waits until the page is loaded; goes back to it from another document or from a blank page. */
async function comeBack(page: Page, home: string): Promise<boolean> {
	let isBack = false;
	const isThere = async () => {
		if (page.url().split(/[?#]/)[0] !== home) {
			await page.goto(home);
			isBack = true;
		}
		return page.locator('html[data-ready]').count();
	};
	// A document that is replaced during a check is checked again.
	await expect.poll(() => isThere().catch(() => 0), { timeout: 60_000 }).toBe(1);
	waitForAnswers(page);
	return isBack;
}

for (const { seed, n, details } of runs(6, 1000)) {
	test(
		`after each of ${n} actions of a reader the page is consistent (seed ${seed})`,
		details,
		async ({ page, open, home, complaints }) => {
			test.setTimeout(120_000 + n * 4000);
			const next = random(seed);
			await open();
			const done: string[] = [];
			for (let i = 0; i < n; i++) {
				done.push(await one(ACTS, next)(page, next));
				if (await comeBack(page, home)) done.push('come back');
				const trail = `after ${done.length} acts: ${done.slice(-8).join(' → ')}`;
				// The effect of a press may take a frame or two.
				await expect.poll(() => wrongs(page).catch(String), { message: trail, timeout: 5000 }).toEqual([]);
				expect(complaints, trail).toEqual([]);
			}
		},
	);
}
