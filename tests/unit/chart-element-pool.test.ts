/** Elements and their marks: none is lost, and a focused element keeps its mark. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark } from '../../src/layout/marks.ts';
import { ElementPool, type Pooled } from '../../src/layout/element-pool.ts';

const markOf = (event: number): Mark => ({
	...{ lane: 0, track: 0, rows: Uint32Array.of(event), count: 1, event, last: event, shape: 0, y: 0 },
	...{ w0: event, w1: event, r0: event, r1: event },
	...{ ties: [], label: '', placement: null, labelWidth: 0, crossings: [], knownAt: null },
});
const marks = fc.uniqueArray(fc.nat(30), { maxLength: 20 }).map((list) => list.sort((a, b) => a - b).map(markOf));
/** Successive drawings: their marks, whether the view moves, and which of the previous events has focus. */
const steps = fc.array(fc.record({ marks, isMoving: fc.boolean(), focus: fc.nat(30) }), { minLength: 1, maxLength: 8 });

const events = (list: readonly Pooled[]) => list.map((element) => element.mark.event);
const inOrder = (list: readonly number[]) => [...list].sort((a, b) => a - b);
function each(
	check: (now: readonly Pooled[], before: readonly Pooled[], step: { isMoving: boolean; kept: number }) => void,
) {
	fc.assert(
		fc.property(steps, (list) => {
			const pool = new ElementPool();
			let before: readonly Pooled[] = [];
			for (const { marks, isMoving, focus } of list) {
				const kept = events(before).includes(focus) ? focus : -1;
				const now = pool.of(marks, isMoving, kept);
				expect(inOrder(events(now))).toEqual(marks.map((m) => m.event));
				expect(now.every((element) => marks.includes(element.mark))).toBe(true);
				check(now, before, { isMoving, kept });
				before = now;
			}
		}),
	);
}

describe('every mark has its own element', () => {
	test('and keeps it as long as it is drawn', () => {
		each((now, before) => {
			expect(new Set(now.map((s) => s.key)).size).toBe(now.length);
			for (const { key, mark } of before) {
				const after = now.find((s) => s.mark.event === mark.event);
				if (after) expect(after.key).toBe(key);
			}
		});
	});
	test('in time order at rest; in motion, remaining elements keep their order', () => {
		each((now, before, { isMoving }) => {
			if (!isMoving) return expect(events(now)).toEqual(inOrder(events(now)));
			const stays = (list: readonly Pooled[], other: readonly Pooled[]) =>
				list.map((s) => s.key).filter((key) => other.some((s) => s.key === key));
			expect(stays(now, before)).toEqual(stays(before, now));
		});
	});
	test('that in motion is reused for the next new mark, unless it has focus', () => {
		each((now, before, { isMoving, kept }) => {
			const reused = now.filter((s) => before.some((b) => b.key === s.key && b.mark.event !== s.mark.event));
			if (!isMoving) return expect(reused).toEqual([]);
			const gone = before.filter((b) => b.mark.event !== kept && !events(now).includes(b.mark.event));
			const come = now.filter((s) => !events(before).includes(s.mark.event));
			expect(reused.length).toBe(Math.min(gone.length, come.length));
			const focused = before.find((b) => b.mark.event === kept)?.key;
			expect(reused.map((s) => s.key)).not.toContain(focused);
		});
	});
});
