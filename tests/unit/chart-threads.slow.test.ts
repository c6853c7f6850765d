/** Threads avoid what is between their marks, names are beside their marks, and the overview counts each event once. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Curve } from '../../src/layout/curves.ts';
import { AIR } from '../../src/layout/field.ts';
import { density } from '../../src/layout/overview.ts';
import type { Rect } from '../../src/layout/obstacles.ts';
import { candidatesOf, threadLabels } from '../../src/layout/thread-labels.ts';
import { seen, threads, waysOf } from '../../src/layout/threads.ts';
import { anyWorld, lanesOf } from './chart-data.ts';
import { curveIn, meet, outside, pixelsOf, scenes, type Scene } from './threads-world.ts';

const { counted } = vi.hoisted(() => ({ counted: { points: 0 } }));
vi.mock('../../src/layout/curves.ts', async (original) => {
	const module = await original<typeof import('../../src/layout/curves.ts')>();
	return { ...module, at: (curve: Curve, t: number) => (counted.points++, module.at(curve, t)) };
});

const drawn = ({ chosen, related, obstacles, bounds }: Scene) => threads(chosen, related, obstacles, bounds);
/** Whether a curve crosses text or a mark that it does not lead to. @param air minimum distance from them */
function crosses({ chosen, obstacles }: Scene, id: number, curve: Curve, air: number): boolean {
	const inWay = obstacles.filter((o) => o.kind === 'words' || (o.kind === 'mark' && o.id !== chosen.id && o.id !== id));
	const grown = ({ left, right, top, bottom }: Rect) => ({
		...{ left: left - air, right: right + air },
		...{ top: top - air, bottom: bottom + air },
	});
	const boxes = inWay.map(grown);
	return pixelsOf(curve).some((p) => boxes.some((box) => outside(box, p) === 0));
}

describe('a thread', () => {
	test('begins at the edge of one mark and ends beside the edge of the other', () => {
		fc.assert(
			fc.property(scenes, (scene) => {
				const found = drawn(scene);
				expect(found.map(({ id }) => id)).toEqual(scene.related.map(({ id }) => id));
				found.forEach(({ d, end }, i) => {
					const [a, , , z] = curveIn(d);
					expect(outside(scene.chosen, a)).toBeLessThan(0.2);
					expect(Math.hypot(end.x - z.x, end.y - z.y)).toBeLessThan(0.2);
					// Marks that touch have no space between them.
					if (meet(scene.chosen, scene.related[i]!, 12)) return;
					expect(outside(scene.related[i]!, z)).toBeGreaterThan(1);
					expect(outside(scene.related[i]!, z)).toBeLessThan(3.2);
				});
			}),
		);
	});
	test('crosses text or another mark only if no curve avoids them', () => {
		fc.assert(
			fc.property(scenes, (scene) => {
				drawn(scene).forEach(({ id, d }, i) => {
					if (!crosses(scene, id, curveIn(d), -0.2)) return;
					const other = scene.related[i]!;
					const isClear = waysOf(scene.chosen, other).some(
						(way) => !crosses(scene, id, seen(way, scene.chosen, other), AIR + 0.2),
					);
					expect(isClear).toBe(false);
				});
			}),
			{ numRuns: 40 },
		);
	});
	test('has finite coordinates, also between marks that touch, and is the same every time', () => {
		fc.assert(
			fc.property(scenes, (scene) => {
				const found = drawn(scene);
				expect(drawn(scene)).toEqual(found);
				for (const { d } of found)
					expect(
						curveIn(d)
							.flatMap(({ x, y }) => [x, y])
							.every(Number.isFinite),
					).toBe(true);
				const [same] = threads(scene.chosen, [scene.chosen], scene.obstacles, scene.bounds);
				expect(() => curveIn(same!.d)).not.toThrow();
			}),
		);
	});
	test('tests a number of points limited by its length, however many obstacles there are', () => {
		const asked = (scene: Scene) => {
			counted.points = 0;
			drawn(scene);
			return counted.points;
		};
		fc.assert(
			fc.property(scenes, (scene) => {
				const { chosen, related, bounds, obstacles } = scene;
				const ways = related.reduce((n, other) => n + waysOf(chosen, other).length, 0);
				const most = ways * (60 + 2 * Math.hypot(bounds.right, bounds.bottom));
				const crowd = Array.from({ length: 20 }, () => obstacles).flat();
				// Makes sure that the points are still counted.
				if (ways) expect(asked(scene)).toBeGreaterThan(0);
				expect(asked(scene)).toBeLessThanOrEqual(most);
				expect(asked({ ...scene, obstacles: crowd })).toBeLessThanOrEqual(most);
			}),
			{ numRuns: 40 },
		);
	});
	test('crosses no other thread of its event where there is room', () => {
		const mark = (id: number, x: number, y: number) => ({
			...{ id, radius: 3 },
			...{ left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 },
		});
		// Two marks in one row: the straight line to the far one crosses the near one.
		const bounds = { left: 0, right: 1000, top: 0, bottom: 300 };
		const [from, near, far] = [mark(0, 100, 150), mark(1, 300, 150), mark(2, 700, 150)];
		const obstacles = [from, near, far].map((m) => ({ kind: 'mark' as const, cost: 10, ...m }));
		const [one, other] = threads(from, [near, far], obstacles, bounds).map(({ d }) => pixelsOf(curveIn(d)));
		const apart = other!.filter((p) => Math.hypot(p.x - 100, p.y - 150) > 40);
		const touches = apart.some((p) => one!.some((q) => Math.hypot(p.x - q.x, p.y - q.y) < 4));
		expect(touches).toBe(false);
	});
});

describe('a name in the strip', () => {
	const named = ({ names, obstacles, bounds }: Scene) =>
		threadLabels(names, obstacles, bounds).map((place, i) => (place === null ? null : candidatesOf(names[i]!)[place]!));

	test('covers no other name, and is fully in view', () => {
		fc.assert(
			fc.property(scenes, (scene) => {
				const places = named(scene).filter((place) => place !== null);
				for (const { left, right, top, bottom } of places) {
					expect(left).toBeGreaterThanOrEqual(scene.bounds.left);
					expect(right).toBeLessThanOrEqual(scene.bounds.right);
					expect(top).toBeGreaterThanOrEqual(scene.bounds.top);
					expect(bottom).toBeLessThanOrEqual(scene.bounds.bottom);
				}
				places.forEach((a, i) => places.slice(i + 1).forEach((b) => expect(meet(a, b)).toBe(false)));
			}),
		);
	});
	test('covers a mark or text only if none of its places avoids them and other names', () => {
		fc.assert(
			fc.property(scenes, (scene) => {
				const places = named(scene);
				places.forEach((place, i) => {
					const { mark } = scene.names[i]!;
					const inWay = scene.obstacles.filter((o) => o.id !== mark.id);
					const isCovering = (rect: Rect, air: number) => inWay.some((o) => meet(rect, o, air));
					if (place && !isCovering(place, 0)) return;
					const { left, right, top, bottom } = scene.bounds;
					const clear = candidatesOf(scene.names[i]!).filter(
						(p) => p.left >= left && p.right <= right && p.top >= top && p.bottom <= bottom,
					);
					for (const p of clear)
						expect(isCovering(p, 2) || places.some((other, k) => k !== i && other && meet(p, other, 2))).toBe(true);
				});
			}),
		);
	});
	test('of the chosen event is present wherever it has room, and names are the same every time', () => {
		fc.assert(
			fc.property(scenes, (scene) => {
				const places = named(scene);
				expect(named(scene)).toEqual(places);
				const { left, right, top, bottom } = scene.bounds;
				const isWhole = (p: Rect) => p.left >= left && p.right <= right && p.top >= top && p.bottom <= bottom;
				expect(places[0] !== null).toBe(candidatesOf(scene.names[0]!).some(isWhole));
			}),
		);
	});
	test('is on the side away from the chosen event', () => {
		const at = (id: number, x: number) => ({
			mark: { id, radius: 3, left: x - 5, right: x + 5, top: 95, bottom: 105 },
			width: 80,
		});
		const names = [at(0, 500), at(1, 300), at(2, 700)];
		const obstacles = names.map(({ mark }) => ({ kind: 'mark' as const, cost: 10, ...mark }));
		const [, before, after] = named({
			names,
			obstacles,
			bounds: { left: 0, right: 1000, top: 0, bottom: 200 },
		} as never);
		expect(before!.right).toBeLessThan(295);
		expect(after!.left).toBeGreaterThan(705);
	});
});

describe('the overview', () => {
	/** High enough that the height of a column shows its count, up to 31. */
	const HIGH = 1e7;
	/** Column → the number of events that its height shows. */
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
					// An event on the border of two columns may be in either; none is lost.
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
	test('has at most one column every 3 px, none beyond its width, and none without events', () => {
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
	test('is never higher than its limit', () => {
		const starts = Float64Array.from({ length: 100_000 }, () => 0);
		const path = density({ starts }, { start: 0, end: 1 }, 300, 10, 20);
		expect(path).toBe('M0,30.0v-20.0h2.5v20.0z');
	});
});
