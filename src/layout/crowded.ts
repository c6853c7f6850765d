/** Lanes with more in view than can be drawn: counted cell by cell, so that what is drawn depends on the width alone. */
import { bisectLeft } from 'd3';
import { DAY } from '../domain/when.ts';
import { extentOf, type Item, type LaneRows } from './placed.ts';
import type { Columns } from './columns.ts';
import { HALF } from './geometry.ts';
import { latest, reachingPast } from './latest.ts';
import type { Warp } from './warp.ts';

/** Beyond this a lane is not even tried: laying it out whole would cost more than a frame has. */
export const CROWDED = 2000;
/** So many items of a lane may always be drawn, however narrow the chart is. */
const FEW = 24;

/** Cells of one octave. */
export interface Grid {
	/** Pixels per unit of W, the smallest of the octave. */
	readonly scale: number;
	/** Width of a cell in W, a power of two: at least `least` pixels, at most twice that. */
	readonly size: number;
	readonly least: number;
}

/**
 * A cell has room for one item, and for one of the next cell in the other row. The more lanes there are, the wider it is: what is drawn
 * of all lanes is bounded.
 */
export function grid(scale: number, lanes: number): Grid {
	const least = Math.max(4 * HALF, 9 * lanes);
	return { scale, size: 2 ** Math.ceil(Math.log2(least / scale)), least };
}

/** Whether some stretch of W as long as this one has more items than cells. O(n log n). */
export function isCrowded(items: readonly Item[], { scale, least }: Grid, stretch: number): boolean {
	const most = Math.max(FEW, (stretch * scale) / least);
	if (items.length <= most) return false;
	const begins = Float64Array.from(items, (i) => i.r0).sort();
	const ends = Float64Array.from(items, (i) => i.r1).sort();
	return begins.some((to, i) => i + 1 - bisectLeft(ends, to - stretch) > most);
}

/** A moment is counted where its day begins and drawn half a day later. */
const firstCell = (warp: Warp, from: number, size: number) =>
	Math.floor(warp.toW(warp.toT(Math.max(from, 0)) - DAY / 2) / size);

/**
 * A crowded lane, for one stretch of W: cells are powers of two of the whole, each holds one item, and neighbours take
 * turns between two rows, so items never meet. O(width · log n).
 */
export function placedByCell(
	columns: Columns,
	lane: number,
	{ home, starts, latest: ends }: LaneRows,
	warp: Warp,
	{ scale, size }: Grid,
	from: number,
	to: number,
): Item[] {
	const items: Item[] = [];
	const lastCell = Math.min(Math.floor(to / size), Math.ceil(1 / size) - 1);
	let first = -1;
	for (let cell = firstCell(warp, from, size); cell <= lastCell; cell++) {
		if (first < 0) first = cell === 0 ? 0 : bisectLeft(starts, warp.toT(cell * size));
		const next = (cell + 1) * size >= 1 ? starts.length : bisectLeft(starts, warp.toT((cell + 1) * size), first);
		const count = next - first;
		if (count > 0) {
			let [w0, w1] = extentOf(columns, home[first]!, warp);
			const [r0, r1] = [w0, count > 1 ? warp.toW(latest(ends, first, next)) : w1];
			if (count > 1) {
				const [last] = extentOf(columns, home[next - 1]!, warp);
				w0 = w1 = (w0 + last) / 2;
			} else w1 = Math.min(w1, w0 + size - HALF / scale);
			items.push({ lane, row: cell & 1, rows: home.subarray(first, next), count, w0, w1, r0, r1 });
		}
		first = next;
		if (first === starts.length) break;
		// Nothing stands between here and the next event; one cell earlier, as a beginning may be rounded across the line.
		cell = Math.max(cell, Math.floor(warp.toW(starts[first]!) / size) - 2);
	}
	return items;
}

/**
 * What begins before the first cell of a crowded lane and reaches beyond `from`: one item, at the end of what is laid out, or
 * none. O(log n) for each event it holds.
 */
export function carriedIn(
	columns: Columns,
	lane: number,
	{ home, starts, latest: ends }: LaneRows,
	warp: Warp,
	{ size }: Grid,
	from: number,
): Item[] {
	const before = bisectLeft(starts, warp.toT(firstCell(warp, from, size) * size));
	const rows = Uint32Array.from(reachingPast(ends, before, warp.toT(from)), (i) => home[i]!);
	if (rows.length === 0) return [];
	const last = rows.reduce((most, row) => Math.max(most, columns.end[row]!), -Infinity);
	return [{ lane, row: 0, rows, count: rows.length, w0: from, w1: from, r0: from, r1: warp.toW(last) }];
}
