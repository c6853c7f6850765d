/**
 * Elastic time: periods with many events get more room, and every period gets some.
 *
 * share(t) = λ · linear(t) + (1 − λ) · events(t), where events(t) is the share of short events up to t, each spread
 * evenly over its days and MARGIN on either side. Piecewise linear, strictly increasing, from the extent onto [0, 1].
 */
import { bisectRight } from './bisect.ts';
import { DAY, type Span } from '../domain/model/when.ts';
import type { Columns } from './columns.ts';

export const LAMBDA = 0.25;
const WIDEST = 10 * DAY;
const MARGIN = 3 * DAY;

export interface TimeScale {
	/** Time → [0, 1], clamped outside the extent. O(log n). */
	readonly toAxis: (t: number) => number;
	/** The inverse of `toAxis`. O(log n). */
	readonly toTime: (w: number) => number;
	/** Width of the widest day, as a share of the axis. */
	readonly dayAtMost: number;
	/** Start of the first day of that width. */
	readonly widestDay: number;
}

/** Points where the slope of a time scale changes: times, ascending, and the share of the axis before each. */
export interface Knots {
	readonly times: Float64Array;
	readonly shares: Float64Array;
}

/** The time scale that interpolates linearly between knots, in O(knots). */
export function timeScaleOf({ times, shares }: Knots): TimeScale {
	const last = times.length - 1;
	const between = (from: Float64Array, to: Float64Array) => (value: number) => {
		const i = Math.min(Math.max(bisectRight(from, value), 1), last);
		const [a, b] = [from[i - 1]!, from[i]!];
		const share = Math.min(Math.max((value - a) / (b - a), 0), 1);
		return to[i - 1]! + share * (to[i]! - to[i - 1]!);
	};
	let [steepest, widestDay] = [0, times[0]!];
	for (let i = 1; i <= last; i++) {
		const slope = (shares[i]! - shares[i - 1]!) / (times[i]! - times[i - 1]!);
		if (slope > steepest) [steepest, widestDay] = [slope, times[i - 1]!];
	}
	return { toAxis: between(times, shares), toTime: between(shares, times), dayAtMost: steepest * DAY, widestDay };
}

const straight = ({ start, end }: Span): Knots => ({
	times: Float64Array.of(start, end),
	shares: Float64Array.of(0, 1),
});
export const trueTime = (extent: Span): TimeScale => timeScaleOf(straight(extent));

/**
 * Computed once, in O(n + days). Events are counted by start day and by the days they spread over: counts are integers,
 * so the result does not depend on the order of events, not even by rounding.
 *
 * @param columns their times must be whole days from the start of the extent
 */
export function elasticKnots({ length, start, end }: Pick<Columns, 'length' | 'start' | 'end'>, extent: Span): Knots {
	const days = Math.round((extent.end - extent.start) / DAY);
	const most = (WIDEST + 2 * MARGIN) / DAY;
	/** begins[s · (days + 1) + d]: how many more events that spread over s days are at day d than the day before. */
	const begins = new Int32Array((most + 1) * (days + 1));
	let whole = 0;
	for (let i = 0; i < length; i++) {
		if (end[i]! - start[i]! > WIDEST) continue;
		const from = Math.max(0, Math.round((start[i]! - MARGIN - extent.start) / DAY));
		const to = Math.min(days, Math.round((end[i]! + MARGIN - extent.start) / DAY));
		if (to <= from) continue;
		const offset = (to - from) * (days + 1);
		begins[offset + from]!++;
		begins[offset + to]!--;
		whole++;
	}
	if (whole === 0) return straight(extent);

	const linear = LAMBDA / days;
	const running = new Int32Array(most + 1);
	const times = [extent.start];
	const shares = [0];
	let slope = 0;
	let share = 0;
	for (let day = 0; day <= days; day++) {
		let changes = false;
		for (let spread = 1; spread <= most; spread++) {
			const change = begins[spread * (days + 1) + day]!;
			running[spread]! += change;
			changes ||= change !== 0;
		}
		if (day > 0 && (changes || day === days)) {
			times.push(extent.start + day * DAY);
			shares.push(share + slope);
		}
		share += day > 0 ? slope : 0;
		if (changes) {
			slope = linear;
			for (let spread = 1; spread <= most; spread++) slope += ((1 - LAMBDA) * running[spread]!) / (spread * whole);
		} else if (day === 0) slope = linear;
	}
	const total = shares.at(-1)!;
	return { times: Float64Array.from(times), shares: Float64Array.from(shares, (s) => s / total) };
}

export const elasticTime = (columns: Pick<Columns, 'length' | 'start' | 'end'>, extent: Span): TimeScale =>
	timeScaleOf(elasticKnots(columns, extent));
