/** Places each event in a track of its lane, alone or in a cluster. No cluster spans lanes, and no items overlap. */
import { DAY } from '../domain/model/when.ts';
import { BAR, type Columns, type Rows } from './columns.ts';
import { HALF } from './geometry.ts';
import { maxTreeOf, type MaxTree } from './max-tree.ts';
import type { TimeScale } from './time-scale.ts';

/** The events of one lane that are placed. */
export interface LaneRows {
	/** Rows of the events whose own lane this is, ascending. */
	readonly home: Rows;
	/** Their starts, ascending, by which a crowded lane is binned. */
	readonly starts: Float64Array;
	/** Their ends. */
	readonly latest: MaxTree;
}
/** A lane without events. */
export const NO_ROWS: LaneRows = { home: new Uint32Array(0), starts: new Float64Array(0), latest: maxTreeOf([]) };

/** One button with the events it stands for, all of one lane. Positions are shares of the axis. */
export interface Item {
	readonly lane: number;
	readonly track: number;
	readonly rows: Rows;
	readonly count: number;
	/** Left and right end of what is drawn. */
	readonly w0: number;
	readonly w1: number;
	/** Where the first of its events begins and the last ends; a cluster is drawn narrower than that. */
	readonly r0: number;
	readonly r1: number;
}

export function byLane({ lane, start, end }: Columns, rows: Rows, lanes: number): LaneRows[] {
	const counts = new Array<number>(lanes).fill(0);
	for (const row of rows) counts[lane[row]!]!++;
	const out = counts.map((n) => ({
		home: new Uint32Array(n),
		starts: new Float64Array(n),
		ends: new Float64Array(n),
	}));
	const at = new Uint32Array(lanes);
	for (const row of rows) {
		const mine = out[lane[row]!]!;
		const i = at[lane[row]!]!++;
		mine.home[i] = row;
		mine.starts[i] = start[row]!;
		mine.ends[i] = end[row]!;
	}
	return out.map(({ ends, ...mine }) => ({ ...mine, latest: maxTreeOf(ends) }));
}

/** Where an event's mark begins and ends on the axis: a moment is at the middle of its day. */
export function axisEnds({ start, end, shape }: Columns, row: number, timeScale: TimeScale): readonly [number, number] {
	if (shape[row]! & BAR) return [timeScale.toAxis(start[row]!), timeScale.toAxis(end[row]!)];
	const middle = timeScale.toAxis(Math.min(start[row]! + DAY / 2, (start[row]! + end[row]!) / 2));
	return [middle, middle];
}

/** Where the last mark placed in a track ends, and where its label ends, in pixels. */
interface TrackEnd {
	readonly mark: number;
	readonly label: number;
}
const EMPTY: TrackEnd = { mark: -Infinity, label: -Infinity };

/**
 * Places one lane at the smallest scale of an octave; the result is valid in the whole octave, whatever is in view.
 * Greedy, O(n · tracks): an event takes the first track where neither marks nor labels are in its way, else the first
 * without a mark in its way. Where there is none, it joins the item before it, or that item joins its own predecessor,
 * whichever began closer, and the cluster is placed in the same way.
 *
 * @param tracks number of tracks of the lane
 * @param labelWidth pixels from the middle of a mark to the end of its label, by row of Columns
 * @param half half a mark's own room, in pixels
 */
export function packLane(
	columns: Columns,
	lane: number,
	{ home }: Pick<LaneRows, 'home'>,
	tracks: number,
	timeScale: TimeScale,
	scale: number,
	labelWidth: (row: number) => number,
	half = HALF,
): Item[] {
	const all = Array.from({ length: tracks }, (_, i) => i);
	interface Placed extends Omit<Item, 'rows'> {
		readonly first: number;
		/** Ends of the tracks before this item was placed, to undo that. */
		readonly before: readonly TrackEnd[];
	}
	const stack: Placed[] = [];
	let ends: readonly TrackEnd[] = new Array<TrackEnd>(tracks).fill(EMPTY);

	/** Where the first event of an item begins. */
	const begin = (first: number) => axisEnds(columns, home[first]!, timeScale)[0];
	const take = (): Placed => {
		const last = stack.pop()!;
		ends = last.before;
		return last;
	};
	/** Places the events from first to last as one item, merging it with earlier items until there is room. */
	function put(first: number, last: number, reach: readonly [number, number]) {
		for (;;) {
			const [r0, r1] = reach;
			// A cluster is in the middle between the starts of its first and last event, and as wide as a dot.
			const at = (begin(first) + begin(last)) / 2;
			const [w0, w1] = first === last ? reach : [at, at];
			const middle = ((w0 + w1) / 2) * scale;
			const [left, right] = [Math.min(w0 * scale, middle - half), Math.max(w1 * scale, middle + half)];
			const isFree = (track: number) => ends[track]!.mark <= left;
			const words = first === last ? labelWidth(home[first]!) : 0;
			// Near the end of the chart a label has room only on the left.
			const begins = right + words > scale ? left - words : left;
			const track = all.find((r) => isFree(r) && ends[r]!.label <= begins) ?? all.find(isFree);
			if (track !== undefined) {
				stack.push({ lane, track, first, count: last - first + 1, w0, w1, r0, r1, before: ends });
				// A bar that is long enough holds its own label.
				const label = right - left > words || begins < left ? right : right + words;
				ends = ends.with(track, { mark: right, label: Math.max(label, ends[track]!.label) });
				return;
			}
			const a = take();
			const b = stack.at(-1);
			if (b && begin(a.first) - begin(b.first) < begin(first) - begin(a.first)) {
				take();
				put(b.first, a.first + a.count - 1, [Math.min(a.r0, b.r0), Math.max(a.r1, b.r1)]);
			} else {
				first = a.first;
				reach = [Math.min(a.r0, r0), Math.max(a.r1, r1)];
			}
		}
	}
	for (let i = 0; i < home.length; i++) put(i, i, axisEnds(columns, home[i]!, timeScale));
	return stack.map(({ track, first, count, w0, w1, r0, r1 }) => {
		return { lane, track, rows: home.subarray(first, first + count), count, w0, w1, r0, r1 };
	});
}
