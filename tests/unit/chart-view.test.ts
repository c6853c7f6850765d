/** Zoom and pan: the moment under the pointer stays, the length stays, and no view is illegal. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPermalink, HOME, parsePermalink } from '../../src/domain/query/permalink.ts';
import { DAY, wholeDays } from '../../src/domain/model/when.ts';
import { legal, octaveOf, panned, scaleOf, toSpan, toStretch, zoomed, type Stretch } from '../../src/layout/view.ts';
import type { Warp } from '../../src/layout/warp.ts';
import { between, anyWarp, anyWorld, PLOT, shares, stretches } from './chart-data.ts';
import { dataset } from './record.ts';

const scenes = anyWorld.chain((world) =>
	fc
		.tuple(anyWarp(world), stretches)
		.map(([warp, stretch]) => ({ ...world, warp, stretch: legal(warp, stretch), asked: stretch })),
);
const anywhere = fc.record({
	from: between(-2, 2),
	to: between(-2, 2),
});
const length = ({ from, to }: Stretch) => to - from;
const days = (warp: Warp, stretch: Stretch) => {
	const { start, end } = toSpan(warp, stretch);
	return (end - start) / DAY;
};
const expectLegal = (warp: Warp, stretch: Stretch) => {
	expect(stretch.from).toBeGreaterThanOrEqual(0);
	expect(stretch.to).toBeLessThanOrEqual(1 + 1e-12);
	expect(days(warp, stretch)).toBeGreaterThan(1 - 1e-6);
};
const factors = between(-10, 10).map((power) => 2 ** power);

describe('a legal stretch', () => {
	test('is inside the whole and at least a day long, whatever was asked for', () => {
		fc.assert(
			fc.property(scenes, anywhere, ({ warp, asked }, wild) => {
				expectLegal(warp, legal(warp, asked));
				expectLegal(warp, legal(warp, wild));
			}),
		);
	});
	test('is what was asked for where that was legal', () => {
		fc.assert(
			fc.property(scenes, ({ warp, asked }) => {
				fc.pre(days(warp, asked) >= 1);
				const { from, to } = legal(warp, asked);
				expect(Math.abs(from - asked.from)).toBeLessThan(1e-12);
				expect(Math.abs(to - asked.to)).toBeLessThan(1e-12);
			}),
		);
	});
	test('made legal again stays as it is', () => {
		fc.assert(
			fc.property(scenes, ({ warp, stretch }) => {
				const again = legal(warp, stretch);
				expect(Math.abs(again.from - stretch.from)).toBeLessThan(1e-9);
				expect(Math.abs(again.to - stretch.to)).toBeLessThan(1e-9);
			}),
		);
	});
});

describe('zooming', () => {
	test('keeps the moment under the pointer where it is', () => {
		fc.assert(
			fc.property(scenes, factors, shares, ({ warp, stretch }, factor, share) => {
				const next = zoomed(warp, stretch, factor, share);
				expectLegal(warp, next);
				const pivot = stretch.from + share * length(stretch);
				const [from, to] = [
					pivot - (share * length(stretch)) / factor,
					pivot + ((1 - share) * length(stretch)) / factor,
				];
				// The end of time, and a day, stop a zoom.
				fc.pre(from >= 0 && to <= 1 && days(warp, { from, to }) > 1);
				expect(Math.abs((pivot - next.from) / length(next) - share)).toBeLessThan(1e-6);
				expect(length(next) / (length(stretch) / factor)).toBeCloseTo(1, 6);
			}),
		);
	});
	test('in and out again leads back', () => {
		fc.assert(
			fc.property(scenes, shares, ({ warp, stretch }, share) => {
				const inner = zoomed(warp, stretch, 2, share);
				fc.pre(Math.abs(length(inner) * 2 - length(stretch)) < 1e-12);
				const back = zoomed(warp, inner, 1 / 2, share);
				expect(Math.abs(back.from - stretch.from)).toBeLessThan(1e-9);
				expect(Math.abs(back.to - stretch.to)).toBeLessThan(1e-9);
			}),
		);
	});
	test('out far enough shows everything', () => {
		fc.assert(
			fc.property(scenes, shares, ({ warp, stretch }, share) => {
				const { from, to } = zoomed(warp, stretch, length(stretch) / 2, share);
				expect(from).toBe(0);
				expect(to).toBeCloseTo(1, 12);
			}),
		);
	});
});

describe('panning', () => {
	test('keeps the length, and is legal', () => {
		fc.assert(
			fc.property(scenes, between(-3, 3), ({ warp, stretch }, share) => {
				const next = panned(warp, stretch, share);
				expectLegal(warp, next);
				// Only a view that would show less than a day there gets longer.
				if (days(warp, next) > 1 + 1e-6) expect(Math.abs(length(next) - length(stretch))).toBeLessThan(1e-12);
				else expect(length(next)).toBeGreaterThanOrEqual(length(stretch) - 1e-12);
			}),
		);
	});
	test('moves by what was asked for, and stops at the ends', () => {
		fc.assert(
			fc.property(scenes, between(-3, 3), ({ warp, stretch }, share) => {
				const next = panned(warp, stretch, share);
				fc.pre(Math.abs(length(next) - length(stretch)) < 1e-12);
				const free = stretch.from + share * length(stretch);
				const stop = Math.min(Math.max(free, 0), 1 - length(stretch));
				expect(Math.abs(next.from - stop)).toBeLessThan(1e-9);
			}),
		);
	});
});

describe('a span of time', () => {
	test('and the stretch it fills lead to each other', () => {
		fc.assert(
			fc.property(scenes, ({ warp, stretch }) => {
				const span = toSpan(warp, stretch);
				const there = toStretch(warp, span);
				expect(Math.abs(there.from - stretch.from)).toBeLessThan(1e-9);
				expect(Math.abs(there.to - stretch.to)).toBeLessThan(1e-9);
				const back = toSpan(warp, there);
				expect(Math.abs(back.start - span.start)).toBeLessThan(2);
				expect(Math.abs(back.end - span.end)).toBeLessThan(2);
			}),
		);
	});
	test('of whole days holds the span, no day more than it meets, and stays as it is', () => {
		fc.assert(
			fc.property(scenes, ({ warp, stretch }) => {
				const span = toSpan(warp, stretch);
				const whole = wholeDays(span);
				// A millionth of a day is rounding.
				expect(whole.start).toBeLessThanOrEqual(span.start + DAY / 1e5);
				expect(whole.end).toBeGreaterThanOrEqual(span.end - DAY / 1e5);
				expect(span.start - whole.start).toBeLessThan(DAY);
				expect(whole.end - span.end).toBeLessThan(DAY);
				expect([whole.start % DAY, whole.end % DAY].map(Math.abs)).toEqual([0, 0]);
				expect(wholeDays(whole)).toEqual(whole);
			}),
		);
	});
	test('is the same after it was a link, and after it was a view and a link', () => {
		fc.assert(
			fc.property(scenes, ({ warp, stretch }) => {
				const span = wholeDays(toSpan(warp, stretch));
				const link = formatPermalink({ ...HOME, span });
				const followed = parsePermalink(`?${link}`, dataset).link.span!;
				const seen = wholeDays(toSpan(warp, toStretch(warp, span)));
				for (const other of [followed, seen])
					expect([other.start, other.end].map(String)).toEqual([span.start, span.end].map(String));
			}),
		);
	});
});

test('an octave holds from one power of two up to the next, and all of time is in the first', () => {
	fc.assert(
		fc.property(stretches, fc.integer({ min: 1, max: 4000 }), (stretch, width) => {
			const octave = octaveOf(scaleOf(stretch, width), width);
			const zoom = 1 / length(stretch);
			expect(zoom).toBeGreaterThanOrEqual(2 ** octave * (1 - 1e-8));
			expect(zoom).toBeLessThan(2 ** (octave + 1) * (1 + 1e-8));
		}),
	);
	expect(octaveOf(PLOT, PLOT)).toBe(0);
});
