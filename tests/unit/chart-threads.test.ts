/** Threads lead from mark to mark, and the overview counts every event once. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { density } from '../../src/layout/overview.ts';
import { thread } from '../../src/layout/threads.ts';
import { between, anyWorld, lanesOf } from './chart-data.ts';

const points = fc.record({
	x: between(-5_000, 5_000),
	y: fc.nat(30).map((row) => 36 + row * 24),
});

/** Follows a path's commands, as far as a thread uses them. */
function drawn(path: string): (readonly [number, number])[] {
	let [x, y] = [0, 0];
	return [...path.matchAll(/([MVHLq])([^MVHLq]*)/g)].map(([, command, rest]) => {
		const n = rest!.split(/[ ,]+/).map(Number);
		if (command === 'V') y = n[0]!;
		else if (command === 'H') x = n[0]!;
		else if (command === 'q') [x, y] = [x + n[2]!, y + n[3]!];
		else [x, y] = [n[0]!, n[1]!];
		return [x, y] as const;
	});
}

describe('a thread', () => {
	test('begins at one mark and ends at the other', () => {
		fc.assert(
			fc.property(points, points, (from, to) => {
				const way = drawn(thread(from, to));
				expect(way[0]).toEqual([from.x, from.y]);
				const [x, y] = way.at(-1)!;
				// Two marks less than a bend apart are joined by one upright line.
				expect(Math.abs(x - to.x)).toBeLessThan(2);
				expect(Math.abs(y - to.y)).toBeLessThan(1e-6);
			}),
		);
	});
	test('is made of numbers, also between equal points', () => {
		fc.assert(
			fc.property(points, points, (a, b) => {
				for (const path of [thread(a, b), thread(a, a), thread(a, { ...a, y: b.y }), thread(a, { ...b, y: a.y })])
					expect(path).not.toMatch(/NaN|Infinity|undefined/);
			}),
		);
	});
	test('goes along no row: sideways only in the gutter between rows', () => {
		fc.assert(
			fc.property(points, points, (from, to) => {
				const way = drawn(thread(from, to));
				way.slice(1).forEach(([x, y], i) => {
					const [beforeX, beforeY] = way[i]!;
					if (y === beforeY && Math.abs(x - beforeX) > 1e-6) expect((y - 24) % 24).toBe(0);
				});
			}),
		);
	});
	test('keeps between its ends, but for one bow through the gutter beside the row', () => {
		fc.assert(
			fc.property(points, points, (from, to) => {
				for (const [x, y] of drawn(thread(from, to))) {
					expect(x).toBeGreaterThanOrEqual(Math.min(from.x, to.x) - 1e-6);
					expect(x).toBeLessThanOrEqual(Math.max(from.x, to.x) + 1e-6);
					expect(y).toBeGreaterThanOrEqual(Math.min(from.y, to.y) - 12);
					expect(y).toBeLessThanOrEqual(Math.max(from.y, to.y));
				}
			}),
		);
	});
});

describe('the overview', () => {
	/** High enough for the height of a column to tell its count, up to 31. */
	const HIGH = 1e7;
	/** Column → how many events its height stands for. */
	const counted = (path: string) =>
		new Map(
			[...path.matchAll(/M([\d.]+),[\d.]+v-([\d.]+)/g)].map(([, x, h]) => [
				Number(x) / 3,
				Math.round(2 ** (10 * (Number(h) / HIGH - 0.5)) - 1),
			]),
		);
	const widths = fc.integer({ min: 1, max: 3840 });

	test('counts every event in exactly one column, and in its own', () => {
		fc.assert(
			fc.property(anyWorld, widths, (world, width) => {
				const { extent } = world;
				for (const lane of lanesOf(world)) {
					const columns = counted(density(lane, extent, width, 0, HIGH));
					const step = ((extent.end - extent.start) * 3) / width;
					const expected = new Map<number, number>();
					for (const start of lane.starts) {
						const column = Math.floor((start - extent.start) / step);
						expected.set(column, (expected.get(column) ?? 0) + 1);
					}
					fc.pre([...expected.values()].every((n) => n <= 31));
					// An event on the line between two columns may be in either; none is lost.
					const sum = (of: Map<number, number>) => [...of.values()].reduce((a, b) => a + b, 0);
					expect(sum(columns)).toBe(lane.home.length);
					const onLine = lane.starts.some((t) => {
						const at = (t - extent.start) / step;
						return Math.abs(at - Math.round(at)) < 1e-6;
					});
					if (!onLine) expect(columns).toEqual(expected);
				}
			}),
		);
	});
	test('has at most one column every 3 px, none beyond its width, and none for no event', () => {
		fc.assert(
			fc.property(anyWorld, widths, (world, width) => {
				for (const lane of lanesOf(world)) {
					const columns = [...counted(density(lane, world.extent, width, 0, HIGH)).keys()];
					expect(columns.length).toBeLessThanOrEqual(Math.min(width / 3 + 1, lane.home.length));
					for (const column of columns) expect(column * 3).toBeLessThan(width);
				}
			}),
		);
	});
	test('is never higher than it may be', () => {
		const starts = Float64Array.from({ length: 100_000 }, () => 0);
		const path = density({ starts }, { start: 0, end: 1 }, 300, 10, 20);
		expect(path).toBe('M0,30.0v-20.0h2.5v20.0z');
	});
});
