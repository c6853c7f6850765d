/** The painted parts of the chart as rectangles, and which of them overlap. */
import type { Page } from '@playwright/test';
import { eventNamed, plot } from './chart-reader.ts';
import { event, KINDS } from './facts.ts';

export interface Rect {
	readonly what: string;
	/** The mark that it belongs to. */
	readonly of: string;
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** Everything painted in the plot, as rectangles: labels by their text, marks and ties by their shape. */
export const painted = (page: Page): Promise<Rect[]> =>
	plot(page).evaluate((parent) => {
		const found: Rect[] = [];
		const add = (what: string, of: string, left: number, top: number, width: number, height: number) =>
			found.push({ what, of, left, right: left + width, top, bottom: top + height });
		for (const b of parent.querySelectorAll('button')) {
			const of = b.getAttribute('aria-label')!;
			const box = b.getBoundingClientRect();
			const after = getComputedStyle(b, '::after');
			add(
				'mark',
				of,
				box.left + parseFloat(after.left),
				box.top + parseFloat(after.top),
				parseFloat(after.width),
				parseFloat(after.height),
			);
			const label = b.querySelector('.label:not([hidden])');
			if (label) {
				const range = document.createRange();
				range.selectNodeContents(label);
				const { left, top, width, height } = range.getBoundingClientRect();
				add('label', of, left, top, width, height);
			}
		}
		for (const path of parent.querySelectorAll<SVGPathElement>('path.part')) {
			const { left, top } = path.ownerSVGElement!.getBoundingClientRect();
			for (const [, x, y] of path.getAttribute('d')!.matchAll(/M([-\d.]+),([-\d.]+)/g))
				add('part', '', left + Number(x), top + Number(y), 6, 6);
		}
		for (const line of parent.querySelectorAll('line.marker')) {
			const { left, top, height } = line.getBoundingClientRect();
			add('marker line', '', left - 0.5, top, 1, height);
		}
		return found;
	});
const meet = (a: Rect, b: Rect) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
/** Whether a name belongs to a mark above the axis. */
export const isAct = (name: string) => KINDS[event(eventNamed(name)!).kind]!.side === 'above';
/** Labels that overlap anything but their own mark; a label inside a bar is on its own mark. */
export const collisions = (all: readonly Rect[]) =>
	all
		.filter((label) => label.what === 'label')
		.flatMap((label) =>
			all
				.filter((other) => other !== label && !(other.what === 'mark' && other.of === label.of) && meet(label, other))
				// The label of an act may cross the dotted line, which is painted under it.
				.filter((other) => other.what !== 'marker line' || !isAct(label.of))
				.map((other) => `label of ${label.of} × ${other.what} of ${other.of}`),
		);
/** Neighbouring ticks of a row of the axis whose words overlap. */
export const overlappingTicks = (page: Page) =>
	plot(page)
		.locator('span.tick')
		.evaluateAll((all) => {
			const boxes = all.map((t) => ({ text: t.textContent, box: t.getBoundingClientRect() }));
			boxes.sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
			return boxes.flatMap((b, i) => {
				const before = boxes[i - 1];
				return before && before.box.bottom > b.box.top + 1 && before.box.right > b.box.left
					? [`${before.text} × ${b.text}`]
					: [];
			});
		});
