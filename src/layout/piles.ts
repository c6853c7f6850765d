/** Clusters that stand outside the view while events of theirs reach into it: held at the end of the view they are nearer to. */
import { HALF, middle, type Geometry } from './geometry.ts';
import { GAP } from './labels.ts';
import type { Mark } from './marks.ts';
import type { Window } from './drawing.ts';

/** Whether a mark is drawn narrower than its events reach, and so may be out of view while they are not. */
export const isReaching = ({ x0, x1, r0, r1 }: Mark, scale: number) =>
	r0 * scale < Math.min(x0, x1 - HALF) || r1 * scale > Math.max(x1, x0 + HALF);

type Side = 'left' | 'right';

/** At which end of the view a mark is to be held, if at any. */
function endOf({ x0, x1, r0, r1 }: Mark, scale: number, { from, width }: Window): Side | null {
	const centre = (x0 + x1) / 2;
	if (centre - HALF < from) return Math.max(x0, x1 - HALF) < from && r1 * scale > from ? 'left' : null;
	return centre + HALF > from + width && r0 * scale < from + width ? 'right' : null;
}

/** Left and right end of a mark with its label. */
function reachOf({ x0, x1, side, labelWidth }: Mark): readonly [number, number] {
	const words = labelWidth + GAP;
	return [x0 - HALF - (side === 'left' ? words : 0), x1 + HALF + (side === 'right' ? words : 0)];
}

/**
 * One pile for each lane and end of the view that needs one, in a row that is free there if any is. It has no ties: where it stands
 * none of its events is. While nothing is out of view these are the marks themselves.
 */
export function piled(marks: readonly Mark[], { lanes }: Geometry, scale: number, view: Window): readonly Mark[] {
	const piles = new Map<string, Mark[]>();
	for (const mark of marks) {
		const end = isReaching(mark, scale) && endOf(mark, scale, view);
		if (!end) continue;
		const key = `${end} ${mark.lane}`;
		piles.set(key, [...(piles.get(key) ?? []), mark]);
	}
	if (piles.size === 0) return marks;

	const out = new Set([...piles.values()].flat());
	const others = marks.filter((m) => !out.has(m));
	return [
		...others,
		...[...piles].map(([key, held]): Mark => {
			const first = held[0]!;
			const x = key.startsWith('left') ? view.from + HALF : view.from + view.width - HALF;
			const inLane = others.filter((m) => m.lane === first.lane);
			const isFree = (row: number) =>
				inLane.every((m) => {
					const [left, right] = reachOf(m);
					return m.row !== row || right <= x - HALF || left >= x + HALF;
				});
			const all = [first.row, ...Array.from({ length: lanes[first.lane]!.rows }, (_, i) => i)];
			const row = all.find(isFree) ?? first.row;
			const rows = held.length === 1 ? first.rows : Uint32Array.from(held.flatMap((m) => [...m.rows])).sort();
			return {
				...first,
				row,
				rows,
				count: rows.length,
				event: rows[0]!,
				x0: x,
				x1: x,
				y: middle(lanes[first.lane]!, row),
				ties: [],
				label: '',
				side: null,
				labelWidth: 0,
				crossings: [],
			};
		}),
	];
}
