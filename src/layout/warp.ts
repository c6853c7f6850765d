/**
 * Elastic time: stretches with many events get more room, and no stretch gets none.
 *
 * W(t) = λ · linear + (1 − λ) · the share of a unit that each short event spreads evenly over its days, widened by three
 * on either side. Piecewise linear, strictly increasing, from [extent.start, extent.end] onto [0, 1].
 */
import { bisectRight } from 'd3';
import { DAY, type Span } from '../domain/when.ts';
import type { Columns } from './columns.ts';

export const LAMBDA = 0.25;
const WIDEST = 10 * DAY;
const MARGIN = 3 * DAY;

export interface Warp {
	/** Time → [0, 1]; before and after the extent it stops at the ends. O(log n). */
	readonly toW: (t: number) => number;
	/** The inverse. O(log n). */
	readonly toT: (w: number) => number;
	/** Most room that one day gets anywhere, as a share of the whole. */
	readonly dayAtMost: number;
}

function piecewise(times: Float64Array, shares: Float64Array): Warp {
	const last = times.length - 1;
	const between = (from: Float64Array, to: Float64Array) => (value: number) => {
		const i = Math.min(Math.max(bisectRight(from, value), 1), last);
		const [a, b] = [from[i - 1]!, from[i]!];
		const share = Math.min(Math.max((value - a) / (b - a), 0), 1);
		return to[i - 1]! + share * (to[i]! - to[i - 1]!);
	};
	let steepest = 0;
	for (let i = 1; i <= last; i++)
		steepest = Math.max(steepest, (shares[i]! - shares[i - 1]!) / (times[i]! - times[i - 1]!));
	return { toW: between(times, shares), toT: between(shares, times), dayAtMost: steepest * DAY };
}

export const trueTime = ({ start, end }: Span): Warp => piecewise(Float64Array.of(start, end), Float64Array.of(0, 1));

/** O(n log n), once: knots are sorted by time and by what begins or ends there, so the order of the events plays no part. */
export function elasticTime({ length, start, end }: Pick<Columns, 'length' | 'start' | 'end'>, extent: Span): Warp {
	const edges: { t: number; rate: number }[] = [];
	for (let i = 0; i < length; i++) {
		if (end[i]! - start[i]! > WIDEST) continue;
		const from = Math.max(start[i]! - MARGIN, extent.start);
		const to = Math.min(end[i]! + MARGIN, extent.end);
		const rate = 1 / (to - from);
		edges.push({ t: from, rate }, { t: to, rate: -rate });
	}
	if (!edges.length) return trueTime(extent);
	edges.sort((a, b) => a.t - b.t || b.rate - a.rate);
	const whole = edges.length / 2;
	const linear = LAMBDA / (extent.end - extent.start);
	const times = [extent.start];
	const shares = [0];
	let rate = 0;
	for (const edge of [...edges, { t: extent.end, rate: 0 }]) {
		const before = times.at(-1)!;
		if (edge.t > before) {
			times.push(edge.t);
			shares.push(shares.at(-1)! + (edge.t - before) * (linear + ((1 - LAMBDA) * Math.max(rate, 0)) / whole));
		}
		rate += edge.rate;
		// What remains of a sum of parts that have all ended is rounding.
		if (Math.abs(rate) < 1e-18) rate = 0;
	}
	const total = shares.at(-1)!;
	return piecewise(
		Float64Array.from(times),
		Float64Array.from(shares, (s) => s / total),
	);
}
