/** Zoom keeps the moment under the pointer, pan keeps the length, and no view is invalid. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPermalink, HOME, parsePermalink } from '../../src/domain/query/permalink.ts';
import { DAY, wholeDays } from '../../src/domain/model/when.ts';
import {
	clamped,
	octaveOf,
	panned,
	scaleOf,
	toSpan,
	toAxisRange,
	zoomed,
	type AxisRange,
} from '../../src/layout/view.ts';
import type { TimeScale } from '../../src/layout/time-scale.ts';
import { between, anyTimeScale, anyWorld, PLOT, shares, axisRanges } from './chart-data.ts';
import { dataset } from './record.ts';

const scenes = anyWorld.chain((world) =>
	fc
		.tuple(anyTimeScale(world), axisRanges)
		.map(([timeScale, range]) => ({ ...world, timeScale, range: clamped(timeScale, range), asked: range })),
);
const anywhere = fc.record({
	from: between(-2, 2),
	to: between(-2, 2),
});
const length = ({ from, to }: AxisRange) => to - from;
const days = (timeScale: TimeScale, range: AxisRange) => {
	const { start, end } = toSpan(timeScale, range);
	return (end - start) / DAY;
};
const expectLegal = (timeScale: TimeScale, range: AxisRange) => {
	expect(range.from).toBeGreaterThanOrEqual(0);
	expect(range.to).toBeLessThanOrEqual(1 + 1e-12);
	expect(days(timeScale, range)).toBeGreaterThan(1 - 1e-6);
};
const factors = between(-10, 10).map((power) => 2 ** power);

describe('a valid range', () => {
	test('is inside the whole and at least a day long, for any request', () => {
		fc.assert(
			fc.property(scenes, anywhere, ({ timeScale, asked }, wild) => {
				expectLegal(timeScale, clamped(timeScale, asked));
				expectLegal(timeScale, clamped(timeScale, wild));
			}),
		);
	});
	test('is the requested one if that is valid', () => {
		fc.assert(
			fc.property(scenes, ({ timeScale, asked }) => {
				fc.pre(days(timeScale, asked) >= 1);
				const { from, to } = clamped(timeScale, asked);
				expect(Math.abs(from - asked.from)).toBeLessThan(1e-12);
				expect(Math.abs(to - asked.to)).toBeLessThan(1e-12);
			}),
		);
	});
	test('does not change when made valid again', () => {
		fc.assert(
			fc.property(scenes, ({ timeScale, range }) => {
				const again = clamped(timeScale, range);
				expect(Math.abs(again.from - range.from)).toBeLessThan(1e-9);
				expect(Math.abs(again.to - range.to)).toBeLessThan(1e-9);
			}),
		);
	});
});

describe('zooming', () => {
	test('keeps the moment under the pointer where it is', () => {
		fc.assert(
			fc.property(scenes, factors, shares, ({ timeScale, range }, factor, share) => {
				const next = zoomed(timeScale, range, factor, share);
				expectLegal(timeScale, next);
				const pivot = range.from + share * length(range);
				const [from, to] = [pivot - (share * length(range)) / factor, pivot + ((1 - share) * length(range)) / factor];
				// The ends of the extent, and the length of a day, limit a zoom.
				fc.pre(from >= 0 && to <= 1 && days(timeScale, { from, to }) > 1);
				expect(Math.abs((pivot - next.from) / length(next) - share)).toBeLessThan(1e-6);
				expect(length(next) / (length(range) / factor)).toBeCloseTo(1, 6);
			}),
		);
	});
	test('in and out again restores the view', () => {
		fc.assert(
			fc.property(scenes, shares, ({ timeScale, range }, share) => {
				const inner = zoomed(timeScale, range, 2, share);
				fc.pre(Math.abs(length(inner) * 2 - length(range)) < 1e-12);
				const back = zoomed(timeScale, inner, 1 / 2, share);
				expect(Math.abs(back.from - range.from)).toBeLessThan(1e-9);
				expect(Math.abs(back.to - range.to)).toBeLessThan(1e-9);
			}),
		);
	});
	test('out far enough shows everything', () => {
		fc.assert(
			fc.property(scenes, shares, ({ timeScale, range }, share) => {
				const { from, to } = zoomed(timeScale, range, length(range) / 2, share);
				expect(from).toBe(0);
				expect(to).toBeCloseTo(1, 12);
			}),
		);
	});
});

describe('panning', () => {
	test('keeps the length, and is valid', () => {
		fc.assert(
			fc.property(scenes, between(-3, 3), ({ timeScale, range }, share) => {
				const next = panned(timeScale, range, share);
				expectLegal(timeScale, next);
				// The view gets longer only where it would show less than a day.
				if (days(timeScale, next) > 1 + 1e-6) expect(Math.abs(length(next) - length(range))).toBeLessThan(1e-12);
				else expect(length(next)).toBeGreaterThanOrEqual(length(range) - 1e-12);
			}),
		);
	});
	test('moves by the requested distance, and stops at the ends', () => {
		fc.assert(
			fc.property(scenes, between(-3, 3), ({ timeScale, range }, share) => {
				const next = panned(timeScale, range, share);
				fc.pre(Math.abs(length(next) - length(range)) < 1e-12);
				const free = range.from + share * length(range);
				const stop = Math.min(Math.max(free, 0), 1 - length(range));
				expect(Math.abs(next.from - stop)).toBeLessThan(1e-9);
			}),
		);
	});
});

describe('a span of time', () => {
	test('and its range on the axis convert to each other', () => {
		fc.assert(
			fc.property(scenes, ({ timeScale, range }) => {
				const span = toSpan(timeScale, range);
				const there = toAxisRange(timeScale, span);
				expect(Math.abs(there.from - range.from)).toBeLessThan(1e-9);
				expect(Math.abs(there.to - range.to)).toBeLessThan(1e-9);
				const back = toSpan(timeScale, there);
				expect(Math.abs(back.start - span.start)).toBeLessThan(2);
				expect(Math.abs(back.end - span.end)).toBeLessThan(2);
			}),
		);
	});
	test('rounded to whole days holds the span, has no extra day, and does not change when rounded again', () => {
		fc.assert(
			fc.property(scenes, ({ timeScale, range }) => {
				const span = toSpan(timeScale, range);
				const whole = wholeDays(span);
				// Allows for rounding errors.
				expect(whole.start).toBeLessThanOrEqual(span.start + DAY / 1e5);
				expect(whole.end).toBeGreaterThanOrEqual(span.end - DAY / 1e5);
				expect(span.start - whole.start).toBeLessThan(DAY);
				expect(whole.end - span.end).toBeLessThan(DAY);
				expect([whole.start % DAY, whole.end % DAY].map(Math.abs)).toEqual([0, 0]);
				expect(wholeDays(whole)).toEqual(whole);
			}),
		);
	});
	test('is the same after a round trip through a link, or through a view and a link', () => {
		fc.assert(
			fc.property(scenes, ({ timeScale, range }) => {
				const span = wholeDays(toSpan(timeScale, range));
				const link = formatPermalink({ ...HOME, span });
				const followed = parsePermalink(`?${link}`, dataset).link.span!;
				const seen = wholeDays(toSpan(timeScale, toAxisRange(timeScale, span)));
				for (const other of [followed, seen])
					expect([other.start, other.end].map(String)).toEqual([span.start, span.end].map(String));
			}),
		);
	});
});

test('an octave goes from one power of two to the next, and the whole extent is in the first', () => {
	fc.assert(
		fc.property(axisRanges, fc.integer({ min: 1, max: 4000 }), (range, width) => {
			const octave = octaveOf(scaleOf(range, width), width);
			const zoom = 1 / length(range);
			expect(zoom).toBeGreaterThanOrEqual(2 ** octave * (1 - 1e-8));
			expect(zoom).toBeLessThan(2 ** (octave + 1) * (1 + 1e-8));
		}),
	);
	expect(octaveOf(PLOT, PLOT)).toBe(0);
});
