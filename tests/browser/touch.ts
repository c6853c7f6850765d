/** Simulated fingers, by the browser's own protocol. */
import type { Page } from '@playwright/test';

export interface Point {
	readonly x: number;
	readonly y: number;
}
/** Simulated fingers, and whether the page prevented the browser from scrolling. */
export async function fingers(page: Page) {
	const session = await page.context().newCDPSession(page);
	await page.evaluate(() => {
		addEventListener(
			'touchmove',
			(e) => setTimeout(() => (document.documentElement.dataset['held'] = String(e.defaultPrevented))),
			{ capture: true, passive: true },
		);
	});
	const send = (type: 'touchStart' | 'touchMove' | 'touchEnd') => async (touchPoints: Point[]) => {
		await session.send('Input.dispatchTouchEvent', { type, touchPoints });
	};
	return { down: send('touchStart'), move: send('touchMove'), up: () => send('touchEnd')([]) };
}
