/** Crowded lanes are counted cell by cell, so the drawing depends on the width and not on the number of events. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/domain/model/when.ts';
import { cellsOf, grid, binLane } from '../../src/layout/crowded.ts';
import type { Item } from '../../src/layout/placed.ts';
import { clamped } from '../../src/layout/view.ts';
import type { TimeScale } from '../../src/layout/time-scale.ts';
import {
	anyTimeScale,
	extents,
	LANES,
	lanesOf,
	members,
	overlaps,
	shares,
	axisRanges,
	world,
	worlds,
	type World,
} from './chart-data.ts';

/** Spread by a rule, not at random, so that every run has the same events. */
const many = (n: number, days: number, bars: number, crowd: number) =>
	Array.from({ length: n }, (_, i) => {
		const spread = Math.floor((((i * 0.618_033_988_75) % 1) ** crowd * days) % days);
		return { from: spread, days: i % bars === 0 ? 1 + (i % 40) : 1, lane: 1, ties: 0, tier: i % 3, open: 0 };
	});
const rules = fc
	.tuple(extents, fc.constantFrom(1, 7, 400, 2001), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 4 }))
	.map(([extent, n, bars, crowd]) => world(extent, many(n, (extent.end - extent.start) / DAY, bars, crowd)));
/** Alternates long bars and moments, one cell apart. */
const ladders = fc.tuple(extents, fc.constantFrom(3, 7, 28, 30, 58, 60, 120), fc.nat(3)).map(([extent, n, turn]) => {
	const days = (extent.end - extent.start) / DAY;
	const rung = (i: number) => ({
		from: Math.floor((i * days) / n),
		days: i % 4 === turn ? 1 : days,
		lane: 1,
		ties: 0,
		tier: 0,
		open: 0,
	});
	return world(
		extent,
		Array.from({ length: n }, (_, i) => rung(i)),
	);
});
const scenes = fc.oneof(rules, ladders, worlds(2)).chain((w) =>
	fc.tuple(anyTimeScale(w), axisRanges, fc.integer({ min: 280, max: 2560 })).map(([timeScale, range, width]) => {
		const octave = Math.floor(Math.log2(1 / (range.to - range.from)) + 1e-9);
		return { ...w, timeScale, range, width, octave, scale: width * 2 ** octave };
	}),
);
function place(w: World & { timeScale: TimeScale; width: number; octave: number }, from: number, to: number): Item[] {
	const cells = grid(w.width, w.octave, LANES);
	return binLane(w.columns, 1, lanesOf(w)[1]!, w.timeScale, cells, ...cellsOf(w.timeScale, cells, from, to));
}
/** A deep scale has too many cells to count, so the scale is limited. */
const shallow = <S extends { width: number; octave: number; scale: number }>(scene: S): S => {
	const octave = Math.min(scene.octave, 5);
	return { ...scene, octave, scale: scene.width * 2 ** octave };
};

describe('in a crowded lane', () => {
	test('the whole extent holds every event exactly once', () => {
		fc.assert(
			fc.property(scenes, (scene) => {
				const held = place(shallow(scene), 0, 1).flatMap(members);
				expect(held).toEqual([...lanesOf(scene)[1]!.home]);
			}),
			{ numRuns: 60 },
		);
	});
	test('a span holds the events that begin in its cells, each exactly once', () => {
		fc.assert(
			fc.property(scenes, (scene) => {
				const { range, timeScale, width, octave } = scene;
				const held = place(scene, range.from, range.to).flatMap(members);
				expect(new Set(held).size).toBe(held.length);
				const { size } = grid(width, octave, LANES);
				// A moment is drawn at the middle of its day, so it may begin half a day before the view.
				const from = timeScale.toAxis(timeScale.toTime(range.from) - DAY / 2);
				const cells = [Math.floor(from / size), Math.floor(range.to / size)] as const;
				// Because of rounding, a start on the border of two cells may be in either.
				const isIn = (w: number) => {
					const cell = Math.floor(w / size);
					return cell >= cells[0] && cell <= cells[1];
				};
				const at = Array.from(lanesOf(scene)[1]!.starts, (t) => timeScale.toAxis(t));
				const near = at.filter((w) => Math.abs(w / size - Math.round(w / size)) < 1e-6).length;
				expect(Math.abs(held.length - at.filter(isIn).length)).toBeLessThanOrEqual(near);
			}),
			{ numRuns: 60 },
		);
	});
	test('no item overlaps another in its row, at any scale of the octave', () => {
		fc.assert(
			fc.property(scenes, shares, (scene, more) => {
				const items = place(scene, scene.range.from, scene.range.to);
				expect(overlaps(items, scene.scale)).toEqual([]);
				expect(overlaps(items, scene.scale * (1 + more))).toEqual([]);
			}),
			{ numRuns: 1000 },
		);
	});
	test('an item is the same for any requested span', () => {
		fc.assert(
			fc.property(scenes.map(shallow), shares, (scene, share) => {
				const { from, to } = scene.range;
				const by = share * (to - from);
				const one = place(scene, from, to);
				const two = place(scene, from + by, Math.min(1, to + by));
				const text = (items: readonly Item[]) => new Set(items.map((i) => JSON.stringify(i)));
				const all = text(place(scene, 0, 1));
				for (const item of text([...one, ...two])) expect(all).toContain(item);
				// An item in view in both spans is in both results.
				const shared = one.filter((i) => i.w0 > from + by + 1e-9);
				for (const item of text(shared)) expect(text(two)).toContain(item);
			}),
			{ numRuns: 60 },
		);
	});
	test('the number of items depends on the width, for a hundred thousand events as for one', () => {
		const big = [1, 30, 3_650, 182_000].map((days) => {
			const extent = { start: 0, end: days * DAY };
			return world(extent, many(100_000, days, 9, 2));
		});
		fc.assert(
			fc.property(
				fc.constantFrom(...big).chain((w) => fc.tuple(fc.constant(w), anyTimeScale(w))),
				axisRanges,
				fc.integer({ min: 280, max: 3840 }),
				([w, timeScale], asked, width) => {
					const { from, to } = clamped(timeScale, asked);
					const octave = Math.floor(Math.log2(1 / (to - from)) + 1e-9);
					const items = place({ ...w, timeScale, width, octave }, from, to);
					expect(items.length).toBeLessThanOrEqual(width / 72 + 3);
				},
			),
			{ numRuns: 20 },
		);
	});
});
