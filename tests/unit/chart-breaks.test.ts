/** Break signs on the axis: where a year gets less room than a day elsewhere. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY } from '../../src/domain/model/when.ts';
import { narrowYears, unevenness } from '../../src/layout/breaks.ts';
import { trueTime } from '../../src/layout/time-scale.ts';
import { anyTimeScale, anyWorld, extents } from './chart-data.ts';

const scenes = anyWorld.chain((world) => anyTimeScale(world).map((timeScale) => ({ extent: world.extent, timeScale })));

test('break signs are in exactly the years that get less room than some day', () => {
	fc.assert(
		fc.property(scenes, ({ timeScale, extent }) => {
			const years = Array.from(
				{ length: new Date(extent.end).getUTCFullYear() - new Date(extent.start).getUTCFullYear() + 1 },
				(_, i) => new Date(extent.start).getUTCFullYear() + i,
			).map((year) => [Date.UTC(year, 0), Date.UTC(year + 1, 0)] as const);
			const whole = years.filter(([from, to]) => from >= extent.start && to <= extent.end);
			const narrow = whole
				.map(([from, to]) => [timeScale.toAxis(from), timeScale.toAxis(to)] as const)
				.filter(([from, to]) => to - from < timeScale.dayAtMost);
			const signs = narrowYears(timeScale, extent).map(({ w }) => w);
			expect(signs.length).toBe(narrow.length);
			signs.forEach((w, i) => {
				expect(w).toBeGreaterThan(narrow[i]![0]);
				expect(w).toBeLessThan(narrow[i]![1]);
			});
		}),
	);
});
test('break signs are absent at true scale', () => {
	fc.assert(
		fc.property(extents, (extent) => {
			expect(narrowYears(trueTime(extent), extent)).toEqual([]);
			expect(unevenness(trueTime(extent), extent)).toBeNull();
		}),
	);
});
test('the note about the axis names a day that is wider than the whole year it names', () => {
	fc.assert(
		fc.property(scenes, ({ timeScale: { toAxis }, timeScale, extent }) => {
			const named = unevenness(timeScale, extent);
			if (!named) return;
			const widthOf = (from: number, to: number) => toAxis(to) - toAxis(from);
			const year = widthOf(Date.UTC(named.year, 0), Date.UTC(named.year + 1, 0));
			expect(widthOf(named.day, named.day + DAY)).toBeGreaterThan(year);
		}),
	);
});
