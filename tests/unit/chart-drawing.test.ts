/** A bar that begins left of the view keeps its label in view, clear of what crosses the bar. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxOf, labelAt } from '../../src/layout/drawing.ts';
import { INSIDE } from '../../src/layout/labels.ts';
import type { Mark } from '../../src/layout/marks.ts';

const BASE = 5000;
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
		const list = crossings.map(([at, wide]) => [x0 + at, x0 + at + wide] as const).sort((a, b) => a[0] - b[0]);
		const place = { lane: 0, row: 0, rows: Uint32Array.of(0), count: 1, w0: 0, w1: 0, r0: 0, r1: 0, event: 0, y: 0 };
		const mark: Mark = {
			...place,
			x0,
			x1: x0 + length,
			ties: [],
			label: 'x',
			side: 'inside',
			labelWidth,
			crossings: list,
		};
		const view = { from: 0, width };
		const box = boxOf(mark, BASE, view);
		const at = labelAt(mark, box, BASE, view);
		return { mark, view, at: at === null ? null : at + box.left };
	});

describe('a label inside a bar', () => {
	test('is whole in the bar and in view, or it is not there', () => {
		fc.assert(
			fc.property(scenes, ({ mark, view, at }) => {
				fc.pre(at !== null);
				expect(at).toBeGreaterThanOrEqual(Math.max(mark.x0 - BASE, view.from) + INSIDE - 1e-6);
				expect(at + mark.labelWidth).toBeLessThanOrEqual(mark.x1 - BASE - INSIDE + 1e-6);
				expect(at + mark.labelWidth).toBeLessThanOrEqual(view.from + view.width);
			}),
		);
	});
	test('meets nothing that crosses the bar, however far it has moved', () => {
		fc.assert(
			fc.property(scenes, ({ mark, at }) => {
				fc.pre(at !== null);
				const [left, right] = [at + BASE, at + BASE + mark.labelWidth];
				expect(mark.crossings.filter(([a, b]) => left < b && a < right)).toEqual([]);
			}),
		);
	});
	test('is there where nothing crosses the bar and it is in view as far as the label is long', () => {
		fc.assert(
			fc.property(scenes, ({ mark, view, at }) => {
				fc.pre(mark.crossings.length === 0);
				const [left, right] = [Math.max(mark.x0 - BASE, 0), Math.min(mark.x1 - BASE, view.width)];
				if (right - left >= mark.labelWidth + 2 * INSIDE) expect(at).not.toBeNull();
			}),
		);
	});
});
