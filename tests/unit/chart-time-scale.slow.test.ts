/** Elastic time: strictly increasing, invertible, and independent of the order of events. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/domain/model/when.ts';
import type { Columns } from '../../src/layout/columns.ts';
import { elasticTime, LAMBDA, trueTime } from '../../src/layout/time-scale.ts';
import { anyTimeScale, anyWorld, real, shares, worlds } from './chart-data.ts';

type Reaches = Pick<Columns, 'length' | 'start' | 'end'>;
const picked = ({ start, end }: Reaches, rows: readonly number[]): Reaches => ({
	length: rows.length,
	start: Float64Array.from(rows, (r) => start[r]!),
	end: Float64Array.from(rows, (r) => end[r]!),
});
const rowsOf = ({ length }: Reaches) => Array.from({ length }, (_, i) => i);
/** A moment at a share of the extent. */
const at = ({ start, end }: { start: number; end: number }, share: number) => start + share * (end - start);
/** Where the time scale bends: three days before a short event and three after it. */
const bends = ({ length, start, end }: Reaches) =>
	Array.from({ length }, (_, i) => i)
		.filter((i) => end[i]! - start[i]! <= 10 * DAY)
		.flatMap((i) => [start[i]! - 3 * DAY, end[i]! + 3 * DAY])
		.sort((a, b) => a - b);

const onElasticTime = anyWorld.chain((world) => anyTimeScale(world).map((timeScale) => ({ ...world, timeScale })));

describe('a time scale, elastic or true', () => {
	test('goes from 0 to 1, and is constant outside the extent', () => {
		fc.assert(
			fc.property(onElasticTime, ({ timeScale, extent }) => {
				expect([timeScale.toAxis(extent.start), timeScale.toAxis(extent.end)]).toEqual([0, 1]);
				expect([timeScale.toAxis(extent.start - DAY), timeScale.toAxis(extent.end + DAY)]).toEqual([0, 1]);
				expect([timeScale.toTime(0), timeScale.toTime(1)]).toEqual([extent.start, extent.end]);
			}),
		);
	});
	test('maps moments a second apart to different places', () => {
		fc.assert(
			fc.property(onElasticTime, shares, fc.integer({ min: 1, max: 1e6 }), ({ timeScale, extent }, share, seconds) => {
				const t = at({ start: extent.start, end: extent.end - 1000 }, share);
				expect(timeScale.toAxis(Math.min(t + seconds * 1000, extent.end))).toBeGreaterThan(timeScale.toAxis(t));
			}),
		);
	});
	test('followed by its inverse is the identity', () => {
		fc.assert(
			fc.property(onElasticTime, shares, ({ timeScale, extent }, share) => {
				const t = at(extent, share);
				expect(Math.abs(timeScale.toTime(timeScale.toAxis(t)) - t)).toBeLessThan(1);
				expect(Math.abs(timeScale.toAxis(timeScale.toTime(share)) - share)).toBeLessThan(1e-9);
			}),
		);
	});
	test('reports the exact maximum of the width of a day', () => {
		fc.assert(
			fc.property(onElasticTime, shares, ({ timeScale, extent, columns }, share) => {
				const t = at({ start: extent.start, end: extent.end - DAY }, share);
				const widths = [t, ...columns.start].map((s) => timeScale.toAxis(s + DAY) - timeScale.toAxis(s));
				expect(Math.max(...widths)).toBeLessThanOrEqual(timeScale.dayAtMost * (1 + 1e-9));
				const days = (extent.end - extent.start) / DAY;
				const all = days > 5_000 ? [] : Array.from({ length: days }, (_, i) => extent.start + i * DAY);
				if (all.length)
					expect(
						Math.max(...all.map((s) => timeScale.toAxis(s + DAY) - timeScale.toAxis(s))) / timeScale.dayAtMost,
					).toBeCloseTo(1, 6);
			}),
		);
	});
});

describe('elastic time', () => {
	test('is exactly the same for any order of events', () => {
		const shuffled = anyWorld.chain(({ columns, extent }) => {
			const rows = rowsOf(columns);
			return fc
				.shuffledSubarray(rows, { minLength: rows.length })
				.map((order) => ({ columns, extent, other: picked(columns, order) }));
		});
		fc.assert(
			fc.property(shuffled, fc.array(shares, { maxLength: 20 }), ({ columns, extent, other }, moments) => {
				const [one, two] = [elasticTime(columns, extent), elasticTime(other, extent)];
				for (const share of moments) {
					expect(two.toAxis(at(extent, share))).toBe(one.toAxis(at(extent, share)));
					expect(two.toTime(share)).toBe(one.toTime(share));
				}
			}),
		);
	});
	test('gives no extra room to an event longer than ten days', () => {
		fc.assert(
			fc.property(anyWorld, shares, ({ columns, extent }, share) => {
				const short = rowsOf(columns).filter((i) => columns.end[i]! - columns.start[i]! <= 10 * DAY);
				const without = elasticTime(picked(columns, short), extent);
				expect(without.toAxis(at(extent, share))).toBe(elasticTime(columns, extent).toAxis(at(extent, share)));
			}),
		);
	});
	test('leaves every span at least λ of its room at true scale', () => {
		fc.assert(
			fc.property(anyWorld, shares, shares, ({ columns, extent }, a, b) => {
				const { toAxis } = elasticTime(columns, extent);
				const [from, to] = [Math.min(a, b), Math.max(a, b)];
				expect(toAxis(at(extent, to)) - toAxis(at(extent, from))).toBeGreaterThanOrEqual(LAMBDA * (to - from) - 1e-9);
			}),
		);
	});
	test('gives the days around each short event at least one unit of the remaining room', () => {
		fc.assert(
			fc.property(worlds(), ({ columns, extent }) => {
				const { toAxis } = elasticTime(columns, extent);
				const short = rowsOf(columns).filter((i) => columns.end[i]! - columns.start[i]! <= 10 * DAY);
				for (const i of short) {
					const got = toAxis(columns.end[i]! + 3 * DAY) - toAxis(columns.start[i]! - 3 * DAY);
					expect(got).toBeGreaterThan((1 - LAMBDA) / short.length - 1e-9);
				}
			}),
		);
	});
	test('is linear between the starts and ends of events', () => {
		fc.assert(
			fc.property(anyWorld, fc.nat(), shares, ({ columns, extent }, pick, share) => {
				const { toAxis } = elasticTime(columns, extent);
				const knots = [extent.start, ...bends(columns), extent.end].filter((t) => t >= extent.start && t <= extent.end);
				const [from, to] = [knots[pick % knots.length]!, knots[(pick % knots.length) + 1] ?? extent.end];
				const straight = toAxis(from) + share * (toAxis(to) - toAxis(from));
				expect(Math.abs(toAxis(at({ start: from, end: to }, share)) - straight)).toBeLessThan(1e-9);
			}),
		);
	});
	test('gives the crowded fortnight of the case over a fifth of the chart, forty times its true share', () => {
		const { toAxis } = elasticTime(real.columns, real.extent);
		const room = toAxis(Date.UTC(2020, 9, 31)) - toAxis(Date.UTC(2020, 9, 17));
		expect(room).toBeGreaterThan(1 / 5);
		expect(room / ((14 * DAY) / (real.extent.end - real.extent.start))).toBeGreaterThan(40);
	});
});

test('true time gives equal spans equal room', () => {
	fc.assert(
		fc.property(anyWorld, shares, ({ extent }, share) => {
			const { toAxis, dayAtMost } = trueTime(extent);
			expect(Math.abs(toAxis(at(extent, share)) - share)).toBeLessThan(1e-9);
			expect(dayAtMost).toBeCloseTo(DAY / (extent.end - extent.start), 12);
		}),
	);
});
