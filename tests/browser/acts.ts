/** Actions in tests: the page updates only after the frame that shows a press, so these wait for the final result. */
import type { Page } from '@playwright/test';

/** Pages that update after an action: pages without a script never do. */
const answering = new WeakSet<Page>();

/** Waits until the page has updated; if a press led to another page, there is nothing to wait for. */
async function answered(page: Page) {
	if (!answering.has(page)) return;
	const frame = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));
	await page.evaluate(frame).catch(() => undefined);
}

type Act = (...args: unknown[]) => Promise<unknown>;
const isWaiting = new WeakSet<object>();

/** @param of object whose methods `names` return only when the page of `pageOf(this)` has updated */
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

/** From now on, every action of a test in a page returns only when the page has updated. */
export function waitForAnswers(page: Page) {
	answering.add(page);
	wait(page.keyboard, ['press', 'type'], () => page);
	wait(page.mouse, ['click', 'up'], () => page);
	const locators = Object.getPrototypeOf(page.locator('html')) as ReturnType<Page['locator']>;
	wait(locators, ['click', 'tap', 'press', 'pressSequentially', 'fill', 'check', 'selectOption'], (l) => l.page());
}
