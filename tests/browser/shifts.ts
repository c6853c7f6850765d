/** Layout shifts, as the browser reports them. */
import type { Page } from '@playwright/test';

interface Shift extends PerformanceEntry {
	value: number;
	sources: { node: Element | null }[];
}

/** Records every shift from the start of the next page. */
export const watchShifts = (page: Page) =>
	page.addInitScript(() => {
		const shifts: string[] = [];
		Object.assign(globalThis, { shifts });
		const nameOf = ({ node }: Shift['sources'][number]) => `${node?.nodeName ?? ''}.${node?.className ?? ''}`;
		new PerformanceObserver((list) => {
			for (const { value, sources } of list.getEntries() as Shift[])
				shifts.push(`${value}: ${sources.map(nameOf).join(' ')}`);
		}).observe({ type: 'layout-shift', buffered: true });
	});

/** The shifts since then, each with its score and elements. */
export const shifts = (page: Page) =>
	page.evaluate(async () => {
		await document.fonts.ready;
		// After two frames the last layout has been painted and reported.
		for (let i = 0; i < 2; i++) await new Promise((frame) => requestAnimationFrame(frame));
		return (globalThis as unknown as { shifts: string[] }).shifts;
	});
