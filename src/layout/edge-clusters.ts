/** Clusters outside the view whose events reach into it are pinned to the nearer end of the view. */
import { HALF, middle, type Geometry } from './geometry.ts';
import { GAP } from './labels.ts';
import type { Mark } from './marks.ts';
import type { Rows } from './columns.ts';
import type { AxisRange } from './view.ts';

/** Whether events reach beyond their mark, so that the mark may be out of view while they are in view. */
const isReaching = ({ w0, w1, r0, r1 }: Mark, room: number) =>
	r0 < Math.min(w0, w1 - room) || r1 > Math.max(w1, w0 + room);

type End = 'left' | 'right';
/** Everything pinned to one end of one lane. */
export interface EdgeCluster extends Mark {
	readonly end: End;
}

/** The end of the view to which a mark is pinned, if to any. @param room half a mark's own room, on the axis */
function endOf({ w0, w1, r0, r1 }: Mark, { from, to }: AxisRange, room: number): End | null {
	const centre = (w0 + w1) / 2;
	if (centre - room < from) return Math.max(w0, w1 - room) < from && r1 > from ? 'left' : null;
	return centre + room > to && r0 < to ? 'right' : null;
}

/** Left and right end of a mark with its label, in pixels. */
function reachOf({ w0, w1, placement, labelWidth }: Mark, scale: number): readonly [number, number] {
	const wordsOn = (end: End) => (placement === end ? labelWidth + GAP : 0);
	return [w0 * scale - HALF - wordsOn('left'), w1 * scale + HALF + wordsOn('right')];
}

/** The rows of all marks, ascending; computed on first use. */
function gathered(pinned: readonly Mark[]): () => Rows {
	let rows: Rows | null = pinned.length === 1 ? pinned[0]!.rows : null;
	return () => (rows ??= Uint32Array.from(pinned.flatMap((m) => [...m.rows])).sort());
}

/**
 * Makes an edge cluster for each lane and end of the view that needs one, in a free track if there is one. It has no
 * ties, as none of its events is there.
 *
 * @returns the edge clusters, and the marks not in one: all marks while nothing reaches into view from outside
 */
export function withEdgeClusters(
	marks: readonly Mark[],
	{ lanes }: Pick<Geometry, 'lanes'>,
	scale: number,
	view: AxisRange,
): { unpinned: readonly Mark[]; edgeClusters: readonly EdgeCluster[] } {
	const room = HALF / scale;
	const ends = marks.map((mark) => (isReaching(mark, room) ? endOf(mark, view, room) : null));
	if (ends.every((end) => end === null)) return { unpinned: marks, edgeClusters: [] };

	const pinned = new Map<number, Mark[]>();
	const unpinned: Mark[] = [];
	marks.forEach((mark, i) => {
		const end = ends[i];
		if (!end) return void unpinned.push(mark);
		const key = 2 * mark.lane + (end === 'left' ? 0 : 1);
		const there = pinned.get(key);
		if (there) there.push(mark);
		else pinned.set(key, [mark]);
	});
	const edgeClusters = Array.from(pinned, ([key, list]): EdgeCluster => {
		const end = key % 2 ? 'right' : 'left';
		const first = list[0]!;
		const w = end === 'left' ? view.from + room : view.to - room;
		const isFree = (track: number) =>
			unpinned.every((m) => {
				if (m.lane !== first.lane || m.track !== track) return true;
				const [left, right] = reachOf(m, scale);
				return right <= w * scale - HALF || left >= w * scale + HALF;
			});
		const all = [first.track, ...Array.from({ length: lanes[first.lane]!.tracks }, (_, i) => i)];
		const track = all.find(isFree) ?? first.track;
		const rows = gathered(list);
		return {
			...{ end, lane: first.lane, track, w0: w, w1: w, y: middle(lanes[first.lane]!, track) },
			r0: Math.min(...list.map((m) => m.r0)),
			r1: Math.max(...list.map((m) => m.r1)),
			get rows() {
				return rows();
			},
			count: list.reduce((n, m) => n + m.count, 0),
			event: Math.min(...list.map((m) => m.event)),
			last: Math.max(...list.map((m) => m.last)),
			...{ shape: 0, ties: [], label: '', placement: null, labelWidth: 0, crossings: [], knownAt: null },
		};
	});
	return { unpinned, edgeClusters };
}
