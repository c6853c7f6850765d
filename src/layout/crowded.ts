/** Lanes with more events in view than can be drawn: binned by cell, so that only the width limits what is drawn. */
import { bisectLeft } from './bisect.ts';
import { DAY } from '../domain/model/when.ts';
import { axisEnds, type Item, type LaneRows } from './placed.ts';
import type { Columns } from './columns.ts';
import { HALF } from './geometry.ts';
import { endsOf, latest, reachingPast } from './max-tree.ts';
import type { TimeScale } from './time-scale.ts';

/** Up to this many events of a lane are never binned, however narrow the chart is. */
const FEW = 24;

/** The division of the axis into cells for one octave. */
export interface Grid {
	/** Pixels of the whole axis at the smallest scale of the octave. */
	readonly scale: number;
	/** Width of a cell as a share of the axis, a power of two: at least `least` pixels and less than twice that. */
	readonly size: number;
	readonly least: number;
	/** Cells of a chunk, a power of two. A chunk is laid out at once and is at least as long as the view. */
	readonly cells: number;
}

/**
 * A cell has room for one item, since that of the next cell is in the other track. With more lanes cells are wider, so
 * that the total number of items is bounded.
 */
export function grid(width: number, octave: number, lanes: number): Grid {
	const least = Math.max(4 * HALF, 12 * lanes);
	const scale = width * 2 ** octave;
	const size = 2 ** Math.ceil(Math.log2(least / scale));
	return { scale, size, least, cells: Math.max(1, 2 ** -octave / size) };
}

/** Whether any stretch of the axis of a given length meets more of a lane's events than it has cells. O(n log n). */
export function isCrowded(
	{ starts, latest: tree }: LaneRows,
	timeScale: TimeScale,
	{ scale, least }: Grid,
	length: number,
) {
	const most = Math.max(FEW, (length * scale) / least);
	if (starts.length <= most) return false;
	const begins = starts.map((t) => timeScale.toAxis(t));
	const ends = endsOf(tree, starts.length)
		.map((t) => timeScale.toAxis(t))
		.sort();
	return begins.some((to, i) => i + 1 - bisectLeft(ends, to - length) > most);
}

/** First and last cell to draw for a range: moments are binned by the start of their day but drawn at its middle. */
export const cellsOf = (timeScale: TimeScale, { size }: Grid, from: number, to: number): readonly [number, number] => [
	Math.floor(timeScale.toAxis(timeScale.toTime(Math.max(from, 0)) - DAY / 2) / size),
	Math.min(Math.floor(to / size), Math.ceil(1 / size) - 1),
];

/**
 * Bins a crowded lane from one cell to another. Each cell holds one item, and adjacent cells alternate between two
 * tracks, so no items overlap. A bar reaches as far as its track is free, but at most a chunk. O(cells · log n).
 */
export function binLane(
	columns: Columns,
	lane: number,
	{ home, starts, latest: ends }: LaneRows,
	timeScale: TimeScale,
	{ scale, size, cells }: Grid,
	from: number,
	to: number,
): Item[] {
	const items: Item[] = [];
	/** Index of the first event that begins after a cell. */
	const after = (cell: number, at: number) =>
		(cell + 1) * size >= 1 ? starts.length : bisectLeft(starts, timeScale.toTime((cell + 1) * size), at);
	/** The cell of the event at an index. Starts on the edge of a cell may be rounded into the one before. */
	const cellAt = (at: number, beyond: number) => {
		let cell = Math.max(beyond, Math.floor(timeScale.toAxis(starts[at]!) / size) - 1);
		while (after(cell, at) === at) cell++;
		return cell;
	};
	/** Where the next item in the same track as a cell's begins. */
	const beginOfNext = (cell: number, at: number, limit: number) => {
		for (let next = cell; at < starts.length;) {
			const begin = timeScale.toAxis(starts[at]!);
			if (begin >= limit) break;
			next = cellAt(at, next + 1);
			if (next % 2 === cell % 2) return begin;
			at = after(next, at);
		}
		return Infinity;
	};

	let first = from === 0 ? 0 : bisectLeft(starts, timeScale.toTime(from * size));
	for (let cell = from; first < starts.length;) {
		cell = cellAt(first, cell);
		if (cell > to) break;
		const next = after(cell, first);
		const count = next - first;
		let [w0, w1] = axisEnds(columns, home[first]!, timeScale);
		const [r0, r1] = [w0, count > 1 ? timeScale.toAxis(latest(ends, first, next)) : w1];
		if (count > 1) {
			const [last] = axisEnds(columns, home[next - 1]!, timeScale);
			w0 = w1 = (w0 + last) / 2;
		} else if (w1 > (cell + 1) * size) {
			const end = Math.min((cell + cells) * size, beginOfNext(cell, next, w1 + HALF / scale) - HALF / scale);
			w1 = Math.min(w1, Math.max(end, w0 + size - HALF / scale));
		}
		items.push({ lane, track: cell % 2, rows: home.subarray(first, next), count, w0, w1, r0, r1 });
		first = next;
		cell++;
	}
	return items;
}

/** The item of all events that begin before a cell and reach past a point, or none. O(log n) for each of them. */
export function carriedIn(
	columns: Columns,
	lane: number,
	{ home, starts, latest: ends }: LaneRows,
	timeScale: TimeScale,
	{ size }: Grid,
	cell: number,
	beyond: number,
): Item[] {
	if (cell <= 0) return [];
	const before = bisectLeft(starts, timeScale.toTime(cell * size));
	const rows = Uint32Array.from(reachingPast(ends, before, timeScale.toTime(beyond)), (i) => home[i]!);
	if (rows.length === 0) return [];
	const last = rows.reduce((most, row) => Math.max(most, columns.end[row]!), -Infinity);
	return [{ lane, track: 0, rows, count: rows.length, w0: beyond, w1: beyond, r0: beyond, r1: timeScale.toAxis(last) }];
}
