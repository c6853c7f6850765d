/** Events that reach into the view from outside are pinned to its edge: all of them, once, and in view. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HALF } from '../../src/layout/geometry.ts';
import { latest, maxTreeOf, reachingPast } from '../../src/layout/max-tree.ts';
import type { Mark } from '../../src/layout/marks.ts';
import { withEdgeClusters } from '../../src/layout/edge-clusters.ts';
import { measures } from './chart-data.ts';

describe('the tree of ends', () => {
	const ends = fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 70 });
	test('knows the latest end in any range', () => {
		fc.assert(
			fc.property(ends, fc.nat(70), fc.nat(70), (list, a, b) => {
				const [from, to] = [Math.min(a, b, list.length), Math.min(Math.max(a, b), list.length)];
				expect(latest(maxTreeOf(list), from, to)).toBe(Math.max(...list.slice(from, to)));
			}),
		);
	});
	test('finds exactly those before a position that end after a moment', () => {
		fc.assert(
			fc.property(ends, fc.nat(75), fc.integer({ min: -60, max: 60 }), (list, before, moment) => {
				const sought = list.flatMap((end, i) => (i < before && end > moment ? [i] : []));
				expect(reachingPast(maxTreeOf(list), before, moment)).toEqual(sought);
			}),
		);
	});
});

/** A view 400 px wide, 1000 px from the beginning, over clusters and single marks 24 px wide or more. */
const SCALE = 2000;
const VIEW = { from: 1000 / SCALE, to: 1400 / SCALE };
const ROOM = HALF / SCALE;
const scenes = fc
	.array(
		fc.record({ track: fc.nat(1), at: fc.nat(2000), before: fc.nat(600), after: fc.nat(1500), many: fc.boolean() }),
		{
			maxLength: 8,
		},
	)
	.map((list) =>
		list.map(({ track, at, before, after, many }, i): Mark => {
			const rows = Uint32Array.from(many ? [2 * i, 2 * i + 1] : [2 * i]);
			const [w0, w1] = [at / SCALE, (many ? at : at + after) / SCALE];
			const [r0, r1] = many ? [(at - before) / SCALE, (at + after) / SCALE] : [w0, w1];
			const words = { shape: 0, label: '', placement: null, labelWidth: 0, crossings: [], knownAt: null };
			const [event, last] = [rows[0]!, rows.at(-1)!];
			return { lane: 1, track, rows, count: rows.length, w0, w1, r0, r1, event, last, y: 0, ties: [], ...words };
		}),
	);
const rowsOf = (marks: readonly Mark[]) => marks.flatMap((m) => [...m.rows]).sort((a, b) => a - b);
const drawn = (marks: readonly Mark[]) => {
	const { unpinned, edgeClusters } = withEdgeClusters(marks, measures, SCALE, VIEW);
	return [...unpinned, ...edgeClusters];
};
const pinned = (marks: readonly Mark[]) => withEdgeClusters(marks, measures, SCALE, VIEW).edgeClusters;

describe('an edge cluster', () => {
	test('loses and duplicates no event', () => {
		fc.assert(
			fc.property(scenes, (marks) => {
				expect(rowsOf(drawn(marks))).toEqual(rowsOf(marks));
				for (const { event, last, count, rows } of drawn(marks))
					expect([event, last, count]).toEqual([rows[0], rows.at(-1), rows.length]);
			}),
		);
	});
	test('is fully in view, at most one at each end of a lane', () => {
		fc.assert(
			fc.property(scenes, (marks) => {
				const places = pinned(marks).map((m) => (m.w0 + m.w1) / 2);
				expect(new Set(places).size).toBe(places.length);
				for (const w of places) expect([VIEW.from + ROOM, VIEW.to - ROOM]).toContain(w);
			}),
		);
	});
	test('holds only events that reach into the view and are drawn outside it', () => {
		fc.assert(
			fc.property(scenes, (marks) => {
				const { from, to } = VIEW;
				const reaches = marks.filter(
					({ w0, r0, r1, count }) => count > 1 && ((w0 < from && r1 > from) || (w0 + ROOM > to && r0 < to)),
				);
				expect(rowsOf(pinned(marks))).toEqual(rowsOf(reaches));
			}),
		);
	});
	test('covers no other mark while a track of its lane is free there', () => {
		fc.assert(
			fc.property(scenes, (marks) => {
				const { unpinned, edgeClusters } = withEdgeClusters(marks, measures, SCALE, VIEW);
				for (const { track, w0: w } of edgeClusters) {
					const near = unpinned.filter((m) => m.w0 - ROOM < w + ROOM && m.w1 + ROOM > w - ROOM);
					if (new Set(near.map((m) => m.track)).size < 2) expect(near.map((m) => m.track)).not.toContain(track);
				}
			}),
		);
	});
	test('is absent while nothing reaches in, and then the marks are unchanged', () => {
		fc.assert(
			fc.property(scenes, (marks) => {
				const single = marks.filter((m) => m.count === 1);
				expect(withEdgeClusters(single, measures, SCALE, VIEW)).toEqual({ unpinned: single, edgeClusters: [] });
			}),
		);
	});
});
