/** Charts as boxes only, for threads and names: marks on rows, some with labels, and words of an axis. */
import fc from 'fast-check';
import { at, type Curve } from '../../src/layout/curves.ts';
import { onAxis, words, type MarkBox, type Obstacle, type Rect } from '../../src/layout/obstacles.ts';
import type { Named } from '../../src/layout/thread-labels.ts';
import { between } from './chart-data.ts';

export interface Scene {
	readonly chosen: MarkBox;
	readonly related: readonly MarkBox[];
	readonly marks: readonly MarkBox[];
	readonly obstacles: readonly Obstacle[];
	readonly bounds: Rect;
	readonly names: readonly Named[];
}

const mark = fc.record({
	at: between(0, 1),
	row: fc.nat(60),
	length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, between(0, 0.7)),
	words: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, fc.integer({ min: 20, max: 160 })),
	width: fc.integer({ min: 20, max: 160 }),
});

/** Rows have the height of a strip or a chart; marks may be close together, as in a crowded lane. */
export const scenes: fc.Arbitrary<Scene> = fc
	.record({
		width: fc.integer({ min: 320, max: 3840 }),
		height: fc.integer({ min: 120, max: 900 }),
		pitch: fc.constantFrom(8, 9, 14, 18, 22),
		marks: fc.array(mark, { minLength: 1, maxLength: 60 }),
		related: fc.integer({ min: 1, max: 8 }),
		ticks: fc.array(between(0, 1), { maxLength: 20 }),
	})
	.map(({ width, height, pitch, marks: given, related, ticks }) => {
		const half = pitch < 14 ? 4 : 7;
		const rows = Math.floor((height - 20) / pitch);
		const marks = given.map(({ at, row, length }, id): MarkBox => {
			const [x, y] = [10 + at * (width - 20), 10 + ((row % rows) + 0.5) * pitch];
			const right = Math.max(x + half, Math.min(x - half + length * width, width));
			return { id, radius: 3, left: x - half, right, top: y - half, bottom: y + half };
		});
		const named = marks.map((m, i): Named => ({ mark: m, width: given[i]!.width }));
		return {
			chosen: marks[0]!,
			related: marks.slice(1, 1 + related),
			marks,
			bounds: { left: 0, right: width, top: 0, bottom: height },
			obstacles: [
				...marks.map((m): Obstacle => ({ kind: 'mark', cost: 10, ...m })),
				...marks.flatMap((m, i) =>
					given[i]!.words ? [words(m.right + 5, given[i]!.words, (m.top + m.bottom) / 2)] : [],
				),
				...ticks.map((t) => onAxis(10, t * width, 40, height / 2)),
			],
			names: named.slice(0, 1 + related),
		};
	});

/** Points of a curve, at most a pixel apart: its speed is at most three times its longest leg. */
export function pixelsOf(curve: Curve) {
	const legs = curve.slice(1).map((p, i) => Math.hypot(p.x - curve[i]!.x, p.y - curve[i]!.y));
	const steps = Math.ceil(3 * Math.max(...legs)) + 1;
	return Array.from({ length: steps + 1 }, (_, i) => at(curve, i / steps));
}

/** The curve of an SVG path, for the commands that threads use. */
export function curveIn(d: string): Curve {
	const found = /^M([-\d.]+),([-\d.]+)C([-\d.]+),([-\d.]+) ([-\d.]+),([-\d.]+) ([-\d.]+),([-\d.]+)$/.exec(d);
	if (!found) throw new Error(`no curve: ${d}`);
	const n = found.slice(1).map(Number);
	return [0, 2, 4, 6].map((i) => ({ x: n[i]!, y: n[i + 1]! })) as unknown as Curve;
}

/** Distance of a point from a box; 0 inside. */
export const outside = ({ left, right, top, bottom }: Rect, { x, y }: { x: number; y: number }) =>
	Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
export const meet = (a: Rect, b: Rect, air = 0) =>
	a.left < b.right + air && b.left < a.right + air && a.top < b.bottom + air && b.top < a.bottom + air;
