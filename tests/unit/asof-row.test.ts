/** The row beside the day of the page: the names that fit, and the handle of the line. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitting } from '../../src/view/asof/fitting.ts';
import { PILL, pillAt } from '../../src/view/chart/pill.ts';

test('the row has as many names as fit beside the button for the rest, or all if all fit', () => {
	const widths = fc.array(fc.integer({ min: 30, max: 200 }), { maxLength: 12 });
	fc.assert(
		fc.property(widths, fc.integer({ min: 0, max: 1200 }), (all, room) => {
			const n = fitting(all, room);
			const sum = (count: number) => all.slice(0, count).reduce((a, b) => a + b, 0);
			const fits = sum(all.length) <= room;
			expect(n === all.length).toBe(fits);
			if (fits) return;
			if (n > 0) expect(sum(n)).toBeLessThan(room);
			// One more name would not fit.
			expect(sum(n + 1) + 60).toBeGreaterThan(room);
		}),
	);
});

test('the handle is fully in view, at its line if that is in view, else at the nearest edge', () => {
	fc.assert(
		fc.property(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 2 * PILL, max: 1400 }), (x, width) => {
			const { left, pinnedTo } = pillAt(x, width);
			expect(left).toBeGreaterThanOrEqual(-1);
			expect(left + PILL).toBeLessThanOrEqual(width + 1);
			expect(pinnedTo).toBe(x < 0 ? 'left' : x > width ? 'right' : null);
			if (!pinnedTo) expect(left <= x && left + PILL >= x).toBe(true);
		}),
	);
});
