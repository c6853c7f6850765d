/** Packing of a lane: every event is in exactly one item, and no item overlaps another or a tie, at any scale. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/domain/model/when.ts';
import { BAR } from '../../src/layout/columns.ts';
import { HALF, TRACKS_ABOVE, TRACKS_BELOW } from '../../src/layout/geometry.ts';
import { axisEnds, packLane, type Item, type LaneRows } from '../../src/layout/placed.ts';
import { elasticTime, type TimeScale } from '../../src/layout/time-scale.ts';
import * as data from './chart-data.ts';
import { between, LANES, lanesOf, members, overlaps, PLOT, real, worlds, type World } from './chart-data.ts';

/** Window widths, zoomed in; or scales at which a day is about half as wide as a mark, where most items collide. */
const scales = ({ extent }: World) =>
	fc.oneof(
		fc.tuple(fc.constantFrom(320, 390, 768, PLOT, 2560), fc.nat(20)).map(([width, octave]) => width * 2 ** octave),
		between(1, 40).map((day) => (day * (extent.end - extent.start)) / DAY),
	);
/** Scales between the smallest of an octave and the next. */
const within = between(1, 2);

interface Placement extends World {
	readonly timeScale: TimeScale;
	readonly lanes: readonly LaneRows[];
	readonly scale: number;
	readonly items: readonly Item[];
}
const rowsOf = (lane: number) => (lane === 0 ? TRACKS_ABOVE : TRACKS_BELOW);
const place = (world: World, timeScale: TimeScale, scale: number, widthOf: (row: number) => number): Placement => {
	const lanes = lanesOf(world);
	const items = lanes.flatMap((lane, i) => packLane(world.columns, i, lane, rowsOf(i), timeScale, scale, widthOf));
	return { ...world, timeScale, lanes, scale, items };
};
/** Words of 0 to 25 letters at 6.2 pixels each. */
const wordsOf = (row: number) => 6.2 * ((row * 7) % 26);
const placements = fc
	.oneof({ weight: 1, arbitrary: fc.constant(real) }, { weight: 5, arbitrary: worlds(3) }, worlds())
	.chain((world) =>
		fc
			.tuple(data.anyTimeScale(world), scales(world))
			.map(([timeScale, scale]) => place(world, timeScale, scale, wordsOf)),
	);

describe('in a lane', () => {
	test('every event is in exactly one item, and an item holds neighbours in time', () => {
		fc.assert(
			fc.property(placements, ({ items, lanes }) => {
				lanes.forEach(({ home }, lane) => {
					const held = items.filter((i) => i.lane === lane).flatMap(members);
					expect(held).toEqual([...home]);
				});
			}),
		);
	});
	test('every item is in one of the rows of the lane, and is drawn from left to right', () => {
		fc.assert(
			fc.property(placements, ({ items }) => {
				for (const { lane, track, w0, w1 } of items) {
					expect(track).toBeLessThan(rowsOf(lane));
					expect(track).toBeGreaterThanOrEqual(0);
					expect(w1).toBeGreaterThanOrEqual(w0);
					expect(w0).toBeGreaterThanOrEqual(0);
					expect(w1).toBeLessThanOrEqual(1);
				}
			}),
		);
	});
	test('no item overlaps another in its row at any scale of the octave', () => {
		fc.assert(
			fc.property(placements, within, ({ items, scale }, more) => {
				expect(overlaps(items, scale)).toEqual([]);
				expect(overlaps(items, scale * more)).toEqual([]);
				expect(overlaps(items, scale * 2)).toEqual([]);
			}),
			{ numRuns: 400 },
		);
	});
	test('a single event is placed at its date, and a cluster among its members', () => {
		fc.assert(
			fc.property(placements, ({ items, columns, timeScale }) => {
				for (const { rows, count, w0, w1, r0, r1 } of items) {
					const reaches = Array.from(rows, (row) => axisEnds(columns, row, timeScale));
					expect([r0, r1]).toEqual([Math.min(...reaches.map((r) => r[0])), Math.max(...reaches.map((r) => r[1]))]);
					if (count === 1) expect([w0, w1]).toEqual(reaches[0]);
					else {
						expect(w0).toBe(w1);
						expect(w0).toBeGreaterThanOrEqual(Math.min(...reaches.map((r) => r[0])));
						expect(w0).toBeLessThanOrEqual(Math.max(...reaches.map((r) => r[0])));
					}
				}
			}),
		);
	});
	test('events farther apart than the room they need are never clustered', () => {
		fc.assert(
			fc.property(placements, ({ items, lanes, columns, timeScale, scale }) => {
				const clusters = items.filter((i) => i.count > 1);
				for (const { lane, rows } of clusters) {
					// Only neighbours in clusters of moments are compared.
					if (rows.some((row) => columns.shape[row]! & BAR) || lanes[lane]!.home.some((r) => columns.shape[r]! & BAR))
						continue;
					const at = Array.from(rows, (row) => axisEnds(columns, row, timeScale)[0] * scale);
					at.slice(1).forEach((x, i) => expect(x - at[i]!).toBeLessThan(4 * HALF));
				}
			}),
		);
	});
	test('an event moves only events within the same busy stretch of its row', () => {
		const timeScale = elasticTime(real.columns, real.extent);
		const whole = place(real, timeScale, PLOT, wordsOf);
		whole.lanes.forEach((lane, i) => {
			// Without its last event, a lane keeps all items except the one that held the event.
			if (!lane.home.length) return;
			const fewer = { ...lane, home: lane.home.slice(0, -1) };
			const items = packLane(real.columns, i, fewer, rowsOf(i), timeScale, whole.scale, wordsOf);
			const before = whole.items.filter((item) => item.lane === i);
			expect(before.slice(0, -1).every((item, k) => JSON.stringify(item) === JSON.stringify(items[k]))).toBe(true);
		});
	});
});

describe('the case at 1440 px, unzoomed', () => {
	const timeScale = elasticTime(real.columns, real.extent);
	const widthOf = (row: number) => data.measure(data.labelOf(row)) + 10;
	const { items } = place(real, timeScale, PLOT, widthOf);

	test('has no cluster of more than 3 events', () => {
		expect(Math.max(...items.map((i) => i.count))).toBeLessThanOrEqual(3);
	});
	test('shows every operation as a single mark, in at most 7 rows', () => {
		const above = items.filter((i) => i.lane === 0);
		expect(above.every((i) => i.count === 1)).toBe(true);
		expect(new Set(above.map((i) => i.track)).size).toBeLessThanOrEqual(7);
	});
	test('has something in every lane', () => {
		expect(new Set(items.map((i) => i.lane)).size).toBe(LANES);
	});
});
