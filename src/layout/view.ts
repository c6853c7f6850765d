/** The view of the chart: a range of the axis, on which zoom and pan are linear whatever the time scale. */
import { DAY, type Span } from '../domain/model/when.ts';
import type { TimeScale } from './time-scale.ts';

/** A part of the axis, as shares of its length: 0 ≤ from < to ≤ 1. */
export interface AxisRange {
	readonly from: number;
	readonly to: number;
}
export const WHOLE: AxisRange = { from: 0, to: 1 };

export const SHORTEST = DAY;

/** The range moved and resized as little as needed to be inside [0, 1] and at least SHORTEST long. */
export function clamped(timeScale: TimeScale, { from, to }: AxisRange): AxisRange {
	const length = Math.min(to - from, 1);
	const start = Math.min(Math.max((from + to - length) / 2, 0), 1 - length);
	const [a, b] = [timeScale.toTime(start), timeScale.toTime(start + length)];
	if (b - a >= SHORTEST) return { from: start, to: start + length };
	// The width of a day varies along the axis, and at its ends there is room on one side only.
	const day = Math.min(Math.max((a + b - SHORTEST) / 2, timeScale.toTime(0)), timeScale.toTime(1) - SHORTEST);
	return { from: timeScale.toAxis(day), to: timeScale.toAxis(day + SHORTEST) };
}

export const toAxisRange = (timeScale: TimeScale, { start, end }: Span): AxisRange =>
	clamped(timeScale, { from: timeScale.toAxis(start), to: timeScale.toAxis(end) });
export const toSpan = (timeScale: TimeScale, { from, to }: AxisRange): Span => ({
	start: timeScale.toTime(from),
	end: timeScale.toTime(to),
});

export const panned = (timeScale: TimeScale, { from, to }: AxisRange, share: number): AxisRange => {
	const by = Math.min(Math.max(share * (to - from), -from), 1 - to);
	return clamped(timeScale, { from: from + by, to: to + by });
};

/** @param at position of the pointer in the view, 0 to 1; the moment there stays in place */
export const zoomed = (timeScale: TimeScale, { from, to }: AxisRange, factor: number, at = 0.5): AxisRange => {
	const pivot = from + at * (to - from);
	const start = pivot - (pivot - from) / factor;
	const length = (to - from) / factor;
	const inside = Math.min(Math.max(start, 0), Math.max(0, 1 - length));
	return clamped(timeScale, { from: inside, to: inside + length });
};

/** Width of the whole axis in pixels when a range of it fills a width. */
export const scaleOf = ({ from, to }: AxisRange, width: number) => width / (to - from);

/**
 * The octave of a scale. Layout is computed for the smallest scale of each octave and is valid in all of it, since
 * distances only grow; so clusters change only at powers of two.
 */
export const octaveOf = (scale: number, width: number) => Math.max(0, Math.floor(Math.log2(scale / width) + 1e-9));

/** Rounds numbers of the view for comparison, so that rounding errors do not make a pan look like a zoom. */
export const steady = (n: number) => Number(n.toPrecision(10));
export const stepped = (n: number, step: number) => steady(Math.floor(n / step + 1e-9) * step);

/** Share of the view laid out beyond each of its ends, so that panning only moves what is there. */
export const OVERSCAN = 1 / 8;
/** Length laid out, in views: the view, the overscan at both ends, and the step by which it moves. */
export const LAID_OUT = 1 + 3 * OVERSCAN;
/** Distance between possible origins of positions, in views; so large that panning rarely changes the origin. */
export const APART = 8;
