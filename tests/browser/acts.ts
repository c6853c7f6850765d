/** Actions in tests: the page updates only after the frame that shows a press, so these wait for the final result. */
import type { Page } from '@playwright/test';

/** Pages that answer: without a script none does. */
const answering = new WeakSet<Page>();

/** Waits until the page has answered; a press that led to another page has no answer here. */
async function answered(page: Page) {
	if (!answering.has(page)) return;
	const frame = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));
	await page.evaluate(frame).catch(() => undefined);
}

type Act = (...args: unknown[]) => Promise<unknown>;
const isWaiting = new WeakSet<object>();

/** @param of what acts; its `names` return when the page of `pageOf(this)` has answered */
function wait<T extends object>(of: T, names: readonly (keyof T)[], pageOf: (of: T) => Page) {
	if (isWaiting.has(of)) return;
	isWaiting.add(of);
	for (const name of names) {
		const act = of[name] as Act;
		const waits = async function (this: T, ...args: unknown[]) {
			const result = await act.apply(this, args);
			await answered(pageOf(this));
			return result;
		};
		of[name] = waits as T[keyof T];
	}
}

/** From now on whatever a test does in a page returns when the page has answered it. */
export function waitForAnswers(page: Page) {
	answering.add(page);
	wait(page.keyboard, ['press', 'type'], () => page);
	wait(page.mouse, ['click', 'up'], () => page);
	const locators = Object.getPrototypeOf(page.locator('html')) as ReturnType<Page['locator']>;
	wait(locators, ['click', 'tap', 'press', 'pressSequentially', 'fill', 'check', 'selectOption'], (l) => l.page());
}
