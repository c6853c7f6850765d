/** The side above the axis: a track for each act, its label, and the line to the day it became public. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/domain/model/when.ts';
import { actMarks, actTracks, daySharedBy, placedAsActs } from '../../src/layout/acts.ts';
import { boxOf, delayOf, labelAt } from '../../src/layout/mark-box.ts';
import { geometry } from '../../src/layout/geometry.ts';
import { elasticTime } from '../../src/layout/time-scale.ts';
import { allRows, between, measures, world, worlds, type World } from './chart-data.ts';

const delays = fc.array(fc.oneof(fc.constant(0), fc.nat(30), fc.nat(900)), { minLength: 60, maxLength: 60 });
/** A world with few acts, and the day each became public. */
const scenes = fc.tuple(worlds(3), delays).map(([made, days]) => {
	const known = (row: number) => Math.min(made.columns.start[row]! + days[row]! * DAY, made.extent.end - DAY);
	return { ...made, known };
});
const marksOf = ({ columns, extent, known }: World & { known: (row: number) => number }) => {
	const acts = actTracks(columns, known);
	if (!acts) return null;
	const timeScale = elasticTime(columns, extent);
	const rows = allRows(columns.length).filter((row) => columns.lane[row] === 0);
	const items = placedAsActs(columns, rows, acts, timeScale);
	const lane = geometry({ name: '', tracks: acts.size }, []).lanes[0]!;
	return {
		timeScale,
		acts,
		marks: actMarks(
			items,
			columns,
			lane,
			timeScale,
			(row) => `Act ${row}`,
			() => 60,
			known,
		),
	};
};

describe('acts', () => {
	test('have a track each, with the longest delay on top', () => {
		fc.assert(
			fc.property(scenes, (scene) => {
				const made = marksOf(scene);
				const all = [...scene.columns.lane].filter((lane) => lane === 0).length;
				if (!made) return expect(all).toBeGreaterThan(14);
				const order = [...made.acts.values()];
				expect(order.toSorted((a, b) => a - b)).toEqual(order.map((_, i) => i));
				const delay = (row: number) => (scene.known(row) - scene.columns.start[row]!) / DAY;
				const inOrder = [...made.acts].sort((a, b) => a[1] - b[1]).map(([row]) => delay(row));
				const short = inOrder.filter((days) => days <= 300);
				expect(inOrder.slice(-short.length || inOrder.length)).toEqual(short.toSorted((a, b) => b - a));
			}),
		);
	});
	test('have in any view a label and the words of a delay, complete, separate and beside the line', () => {
		fc.assert(
			fc.property(
				scenes,
				between(1, 40),
				between(0, 1),
				fc.integer({ min: 300, max: 2400 }),
				(scene, zoom, at, width) => {
					const made = marksOf(scene);
					if (!made) return;
					const transform = { origin: at * (1 - 1 / zoom), scale: width * zoom };
					const view = { from: 0, width };
					for (const mark of made.marks) {
						const box = boxOf(mark, transform, view);
						const label = labelAt(mark, box, transform, view);
						const drawn = delayOf(mark, transform, view, 130);
						const from = label === null ? null : label + box.left;
						if (from !== null) {
							expect(from).toBeGreaterThanOrEqual(0);
							expect(from + mark.labelWidth).toBeLessThanOrEqual(width);
						}
						if (!drawn) continue;
						const { x, line, ring, arrow } = drawn;
						expect(ring !== null && arrow !== null).toBe(false);
						for (const [a, b] of line) expect(b).toBeGreaterThan(a);
						if (x === null) continue;
						expect(x).toBeGreaterThanOrEqual(0);
						expect(x + 130).toBeLessThanOrEqual(width + 1e-6);
						for (const [a, b] of line) expect(b <= x || a >= x + 130).toBe(true);
						if (from !== null) expect(from + mark.labelWidth <= x || x + 130 <= from).toBe(true);
					}
				},
			),
			{ numRuns: 300 },
		);
	});
	test('as of a day have the words of a delay on one side of the line of the day, never on it', () => {
		let beside = 0;
		fc.assert(
			fc.property(scenes, between(1, 40), between(0, 1), between(0, 1), (scene, zoom, at, share) => {
				const made = marksOf(scene);
				if (!made) return;
				const width = 1200;
				const transform = { origin: at * (1 - 1 / zoom), scale: width * zoom };
				const dayEnd = share * width;
				// Everything shown was public by then.
				const known = made.marks.filter(
					(m) => (Math.max(m.knownAt ?? 0, m.w1) - transform.origin) * transform.scale <= dayEnd,
				);
				for (const mark of known) {
					const x = delayOf(mark, transform, { from: 0, width }, 130, dayEnd)?.x ?? null;
					if (x === null) continue;
					beside++;
					expect(x < dayEnd && x + 130 > dayEnd).toBe(false);
				}
			}),
		);
		expect(beside).toBeGreaterThan(0);
	});
	test('share a day line only if several became public on that day', () => {
		const acts = (n: number) =>
			world(
				{ start: 0, end: 400 * DAY },
				Array.from({ length: n }, (_, i) => ({ from: i, days: 1, lane: 0, ties: 0, tier: 0, open: 0 })),
			).columns;
		expect(daySharedBy(acts(2), () => 300 * DAY)).toBeNull();
		expect(daySharedBy(acts(3), () => 300 * DAY)).toBe(300 * DAY);
		expect(daySharedBy(acts(5), (row) => row * DAY + DAY)).toBeNull();
		expect(daySharedBy(acts(0), () => 0)).toBeNull();
	});
});

describe('the height of the chart', () => {
	const lanes = measures.lanes.slice(1).map(({ name, agency }, i) => ({
		...{ name, agency, isShared: i % 2 === 0 },
		costs: [200, 100, 20, 10, 3, 0],
	}));
	test('fills the available room if that holds the minimum, and no lane is lost', () => {
		fc.assert(
			fc.property(fc.integer({ min: 200, max: 1400 }), fc.integer({ min: 1, max: 14 }), (room, tracks) => {
				const fitted = geometry({ name: 'Acts', tracks }, lanes, room);
				const least = geometry({ name: 'Acts', tracks }, lanes, 0);
				const most = geometry({ name: 'Acts', tracks }, lanes);
				expect(fitted.height).toBeLessThanOrEqual(Math.max(room, least.height));
				if (room >= least.height && room <= most.height) expect(fitted.height).toBe(room);
				expect(fitted.lanes.length).toBe(1 + lanes.length);
				fitted.lanes.slice(1).forEach(({ begin, top, tracks: n, pitch }, i) => {
					expect(n).toBeGreaterThanOrEqual(1);
					expect(top).toBeGreaterThanOrEqual(begin);
					const next = fitted.lanes[i + 2]?.begin ?? fitted.height;
					expect(next - begin).toBeGreaterThanOrEqual(26);
					expect(top + n * pitch).toBeLessThanOrEqual(next);
				});
			}),
		);
	});
	test('removes tracks first where the fewest labels are lost', () => {
		const cheap = { name: 'Cheap', agency: null, costs: [1, 1, 1, 0] };
		const dear = { name: 'Dear', agency: null, costs: [400, 300, 200, 0] };
		const whole = geometry(null, [cheap, dear]);
		const tracks = (room: number) =>
			geometry(null, [cheap, dear], room)
				.lanes.slice(1)
				.map((lane) => lane.tracks);
		expect(tracks(whole.height)).toEqual([4, 4]);
		const heights = Array.from({ length: whole.height }, (_, i) => tracks(whole.height - i));
		for (const [a, b] of heights) if (b! < 4) expect(a).toBeLessThanOrEqual(2);
		expect(heights.some(([a]) => a! < 4)).toBe(true);
	});
});
