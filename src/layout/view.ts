/** What the chart shows: a stretch of time, and where each moment of it is. On the axis zoom and pan are linear. */
import { DAY, type Span } from '../domain/model/when.ts';
import type { TimeScale } from './time-scale.ts';

/** A part of the axis, as shares of its length: 0 ≤ from < to ≤ 1. */
export interface AxisRange {
	readonly from: number;
	readonly to: number;
}
export const WHOLE: AxisRange = { from: 0, to: 1 };

export const SHORTEST = DAY;

/** A stretch inside [0, 1] and at least a day long, of the same length and place as far as can be. */
export function clamped(timeScale: TimeScale, { from, to }: AxisRange): AxisRange {
	const length = Math.min(to - from, 1);
	const start = Math.min(Math.max((from + to - length) / 2, 0), 1 - length);
	const [a, b] = [timeScale.toTime(start), timeScale.toTime(start + length)];
	if (b - a >= SHORTEST) return { from: start, to: start + length };
	// A day's room differs from place to place, and at the ends there is only one side to take it from.
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

/** @param at where the pointer is, 0 to 1; that moment stays where it is */
export const zoomed = (timeScale: TimeScale, { from, to }: AxisRange, factor: number, at = 0.5): AxisRange => {
	const pivot = from + at * (to - from);
	const start = pivot - (pivot - from) / factor;
	const length = (to - from) / factor;
	const inside = Math.min(Math.max(start, 0), Math.max(0, 1 - length));
	return clamped(timeScale, { from: inside, to: inside + length });
};

/** Pixels of the whole axis when a range fills a width. */
export const scaleOf = ({ from, to }: AxisRange, width: number) => width / (to - from);

/**
 * The octave of a scale: layout is decided for the smallest scale of each octave and holds in all of it, since
 * distances only grow; so membership of clusters changes at powers of two and nowhere else.
 */
export const octaveOf = (scale: number, width: number) => Math.max(0, Math.floor(Math.log2(scale / width) + 1e-9));

/** Numbers of the view are compared after rounding, so that a pan, which keeps its length, does not seem to zoom. */
export const steady = (n: number) => Number(n.toPrecision(10));
export const stepped = (n: number, step: number) => steady(Math.floor(n / step + 1e-9) * step);

/** Share of the view laid out beyond each of its ends, so that a pan only moves what is there. */
export const OVERSCAN = 1 / 8;
/** Views laid out: the one seen, what is beyond its ends, and the step by which that moves. */
export const LAID_OUT = 1 + 3 * OVERSCAN;
/** Views from one place to the next from which positions are counted: a pan hardly ever changes them. */
export const APART = 8;
