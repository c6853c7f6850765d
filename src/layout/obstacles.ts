/** Boxes that threads and names must avoid, in pixels of the plane: marks, their labels, words on the axis. */
import { BAR } from './columns.ts';
import { boxOf, labelAt, type Delay, type Transform, type Window } from './mark-box.ts';
import { DOT, type Mark } from './marks.ts';

export interface Rect {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** A mark as the end of a thread: `id` is its event, or the first of its events, `radius` that of its corners. */
export interface MarkBox extends Rect {
	readonly id: number;
	readonly radius: number;
}

export interface Obstacle extends Rect {
	readonly kind: 'mark' | 'words' | 'axis' | 'line';
	/** Cost of every 4 px of a line across it. */
	readonly cost: number;
	/** The mark that it is or belongs to. */
	readonly id?: number;
}

const COSTS = { mark: 10, words: 11, line: 3 } as const;
/** Half the height of a line of text. */
export const WORDS = 7;

/** Half the height of a mark and of a cluster, and the radius of the ring on the day an event became public. */
export interface Sizes {
	readonly mark: (mark: Mark) => number;
	/** What a mark's outline adds on each side. */
	readonly outline: (mark: Mark) => number;
	readonly cluster: number;
	readonly ring: number;
}
export const IN_CHART: Sizes = { mark: () => DOT + 1, outline: () => 0, cluster: 11, ring: 5 };

const rect = (left: number, right: number, y: number, half: number): Rect => ({
	...{ left, right },
	...{ top: y - half, bottom: y + half },
});
const lineOf = (left: number, width: number, y: number) => rect(left, left + width, y, WORDS);

export function markBox(mark: Mark, transform: Transform, view: Window, sizes: Sizes): MarkBox {
	const { event: id, y, count, shape, lane } = mark;
	const { x0, x1 } = boxOf(mark, transform, view);
	const half = count > 1 ? sizes.cluster : sizes.mark(mark);
	const isBar = count === 1 && (shape & BAR) > 0 && x1 - x0 > 2 * half;
	const middle = (x0 + x1) / 2;
	const [from, to] = isBar ? [x0, x1] : [middle - half, middle + half];
	const more = sizes.outline(mark);
	return {
		id,
		radius: (lane === 0 ? half : Math.min(half, 3)) + more,
		...rect(from - more, to + more, y, half + more),
	};
}

/** Moves a box that is out of view closer, so that a line to it is not too long to be drawn. */
export function brought(box: MarkBox, from: number, to: number): MarkBox {
	const width = box.right - box.left;
	const left = Math.min(Math.max(box.left, from - width), to);
	return { ...box, left, right: left + width };
}

/**
 * The boxes of a mark, its label, and the line, ring and words of its delay, as far as they are drawn.
 *
 * @param delay the line to the day it became public, as drawn
 */
export function obstaclesOf(
	mark: Mark,
	transform: Transform,
	view: Window,
	delay: { readonly drawn: Delay; readonly width: number } | null,
	sizes: Sizes,
): Obstacle[] {
	const found: Obstacle[] = [{ kind: 'mark', cost: COSTS.mark, ...markBox(mark, transform, view, sizes) }];
	const box = boxOf(mark, transform, view);
	const x = labelAt(mark, box, transform, view);
	if (x !== null) found.push(words(box.left + x, mark.labelWidth, mark.y));
	if (!delay) return found;
	const { ring, line, x: from } = delay.drawn;
	if (from !== null) found.push(words(from, delay.width, mark.y));
	if (ring !== null)
		found.push({ kind: 'mark', cost: COSTS.mark, ...rect(ring - sizes.ring, ring + sizes.ring, mark.y, sizes.ring) });
	for (const [from, to] of line)
		found.push({ kind: 'line', cost: COSTS.line, id: mark.event, ...rect(from, to, mark.y, 1) });
	return found;
}

export const words = (left: number, width: number, y: number): Obstacle => ({
	...{ kind: 'words', cost: COSTS.words },
	...lineOf(left, width, y),
});
/** Text on the axis. */
export const onAxis = (cost: number, left: number, width: number, y: number): Obstacle => ({
	...{ kind: 'axis', cost },
	...lineOf(left, width, y),
});
/** A vertical line, which threads may cross but not follow. */
export const upright = (x: number, top: number, bottom: number): Obstacle => ({
	...{ kind: 'line', cost: COSTS.line },
	...{ left: x - 1, right: x + 1, top, bottom },
});
/** A tie: a small square at the top of a lane. */
export const pip = (x: number, y: number): Obstacle => ({
	kind: 'line',
	cost: 2 * COSTS.line,
	...rect(x - 3, x + 3, y, 3),
});
