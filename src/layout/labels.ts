/** Labels: right of the mark or left of it, by priority, never over a mark, tie, stem, marker or other label. */
import { bisectRight } from 'd3';

/** Something to be labelled: the room its mark takes in one row, in pixels. */
export interface Labelled {
	/** Row over all lanes; labels of different rows never meet. */
	readonly row: number;
	readonly left: number;
	readonly right: number;
	/** Width of the label. */
	readonly width: number;
	/** Lower goes first; equal ones in the order given. */
	readonly priority: number;
}

export type Side = 'right' | 'left' | 'inside';

/** From mark to label, and from label to whatever comes next. */
export const GAP = 5;
const AIR = 5;
/** From the end of a bar to the label it holds. */
export const INSIDE = 10;

/** Intervals of a row that are taken, kept sorted and apart from each other as far as they are. */
class Taken {
	readonly #from: number[] = [];
	readonly #to: number[] = [];

	add(from: number, to: number) {
		const at = bisectRight(this.#from, from);
		this.#from.splice(at, 0, from);
		this.#to.splice(at, 0, to);
	}
	/** Intervals overlap only where marks and lines do, and those are short: looking back over a few is enough, and over all is exact. */
	isFree(from: number, to: number): boolean {
		for (let i = bisectRight(this.#from, to) - 1; i >= 0; i--) if (this.#to[i]! > from) return false;
		return true;
	}
}

/** @param obstacles per row: what stands there besides the marks, as [left, right] @param end no label goes beyond 0 or this @returns where each label goes; null where there is no room */
export function labelSides(
	items: readonly Labelled[],
	obstacles: ReadonlyMap<number, readonly (readonly [number, number])[]>,
	end: number,
): (Side | null)[] {
	const takenBy = (lists: Map<number, Taken>) => (row: number) => {
		let taken = lists.get(row);
		if (!taken) lists.set(row, (taken = new Taken()));
		return taken;
	};
	const rowOf = takenBy(new Map<number, Taken>());
	/** Without the marks: where a bar may hold its own label. */
	const bare = takenBy(new Map<number, Taken>());
	for (const [row, list] of obstacles) {
		for (const [left, right] of list) {
			rowOf(row).add(left, right);
			bare(row).add(left, right);
		}
	}
	for (const { row, left, right } of items) rowOf(row).add(left, right);

	const sides = new Array<Side | null>(items.length).fill(null);
	const order = items.map((_, i) => i).sort((a, b) => items[a]!.priority - items[b]!.priority || a - b);
	for (const i of order) {
		const { row, left, right, width } = items[i]!;
		if (width === 0) continue;
		const taken = rowOf(row);
		if (right - left >= width + 2 * INSIDE && bare(row).isFree(left + INSIDE, left + INSIDE + width)) {
			sides[i] = 'inside';
			continue;
		}
		const tries: readonly (readonly [Side, number])[] = [
			['right', right + GAP],
			['left', left - GAP - width],
		];
		for (const [side, x] of tries) {
			if (x < 0 || x + width > end || !taken.isFree(x, x + width + (side === 'right' ? AIR : 0))) continue;
			taken.add(x, x + width + AIR);
			sides[i] = side;
			break;
		}
	}
	return sides;
}
