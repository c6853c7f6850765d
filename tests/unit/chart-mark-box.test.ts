/** A bar that begins left of the view keeps its label in view, away from lines that cross the bar. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BAR } from '../../src/layout/columns.ts';
import { boxOf, labelAt } from '../../src/layout/mark-box.ts';
import { INSIDE } from '../../src/layout/labels.ts';
import type { Mark } from '../../src/layout/marks.ts';

/** Pixels of the axis at this scale, and where the plane begins. */
const LENS = { origin: 0.05, scale: 100_000 };
const BASE = LENS.origin * LENS.scale;
const inW = (x: number) => x / LENS.scale;
const scenes = fc
	.record({
		from: fc.integer({ min: -3000, max: 3000 }),
		length: fc.integer({ min: 100, max: 4000 }),
		labelWidth: fc.integer({ min: 10, max: 130 }),
		width: fc.integer({ min: 280, max: 1400 }),
		crossings: fc.array(fc.tuple(fc.nat(4000), fc.integer({ min: 2, max: 12 })), { maxLength: 8 }),
	})
	.map(({ from, length, labelWidth, width, crossings }) => {
		const x0 = BASE + from;
		const list = crossings
			.map(([at, wide]) => ({ w: inW(x0 + at + wide / 2), half: wide / 2 }))
			.sort((a, b) => a.w - b.w);
		const reach = { w0: inW(x0), w1: inW(x0 + length), r0: inW(x0), r1: inW(x0 + length) };
		const mark: Mark = {
			...{ lane: 0, track: 0, rows: Uint32Array.of(0), count: 1, event: 0, last: 0, shape: BAR, y: 0, ...reach },
			ties: [],
			label: 'x',
			placement: 'inside',
			labelWidth,
			knownAt: null,
			crossings: list,
		};
		const view = { from: 0, width };
		const box = boxOf(mark, LENS, view);
		const at = labelAt(mark, box, LENS, view);
		return { mark, x0: from, x1: from + length, view, at: at === null ? null : at + box.left };
	});

describe('a label inside a bar', () => {
	test('is fully in the bar and in view, or absent', () => {
		fc.assert(
			fc.property(scenes, ({ mark, x0, x1, view, at }) => {
				fc.pre(at !== null);
				expect(at).toBeGreaterThanOrEqual(Math.max(x0, view.from) + INSIDE - 1e-6);
				expect(at + mark.labelWidth).toBeLessThanOrEqual(x1 - INSIDE + 1e-6);
				expect(at + mark.labelWidth).toBeLessThanOrEqual(view.from + view.width);
			}),
		);
	});
	test('overlaps nothing that crosses the bar, however far it has moved', () => {
		fc.assert(
			fc.property(scenes, ({ mark, at }) => {
				fc.pre(at !== null);
				const [left, right] = [at + BASE + 1e-6, at + BASE + mark.labelWidth - 1e-6];
				const crosses = mark.crossings.map(({ w, half }) => [w * LENS.scale - half, w * LENS.scale + half] as const);
				expect(crosses.filter(([a, b]) => left < b && a < right)).toEqual([]);
			}),
		);
	});
	test('is present if nothing crosses the bar and enough of the bar is in view', () => {
		fc.assert(
			fc.property(scenes, ({ mark, x0, x1, view, at }) => {
				fc.pre(mark.crossings.length === 0);
				const [left, right] = [Math.max(x0, 0), Math.min(x1, view.width)];
				if (right - left >= mark.labelWidth + 2 * INSIDE) expect(at).not.toBeNull();
			}),
		);
	});
});
