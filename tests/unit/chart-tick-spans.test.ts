/** The span that a press on a date of the axis shows. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY } from '../../src/domain/model/when.ts';
import { momentOf, spanOf } from '../../src/layout/ticks.ts';

const LETTERS = { year: 4, month: 7, day: 10 };
const dates = fc.tuple(
	fc.integer({ min: 1, max: 9998 }),
	fc.integer({ min: 0, max: 11 }),
	fc.integer({ min: 1, max: 28 }),
);

test.for(['year', 'month', 'day'] as const)('a %s has exactly the days of its span', (level) => {
	const dateOf = (t: number) => new Date(t).toISOString().slice(0, LETTERS[level]);
	fc.assert(
		fc.property(dates, ([year, month, day]) => {
			const t = momentOf(year, level === 'year' ? 0 : month, level === 'day' ? day : 1);
			const { start, end } = spanOf({ t, w: 0, level, label: '' });
			expect(start).toBe(t);
			expect(dateOf(end - DAY)).toBe(dateOf(start));
			expect([start - DAY, end].map(dateOf)).not.toContain(dateOf(start));
		}),
	);
});
