/** The box and label that the button of a mark draws, in pixels of the plane. */
import { HALF } from './geometry.ts';
import { GAP, INSIDE } from './labels.ts';
import { DOT, type Mark } from './marks.ts';
import { without, type Piece } from './pieces.ts';

/** Converts a share w of the axis to pixels of the plane: `(w − origin) · scale`. */
export interface Transform {
	readonly origin: number;
	readonly scale: number;
}
export const pixels = (w: number, { origin, scale }: Transform) => (w - origin) * scale;

/** The part of the plane in view, in pixels. */
export interface Window {
	readonly from: number;
	readonly width: number;
}

/** A window so wide that its ends have no effect. */
export const ANYWHERE: Window = { from: -1e9, width: 2e9 };

/** Whether an end of the view crosses a mark or its label, or a bar reaches far beyond it. */
export function isNearEnd(
	{ w0, w1, knownAt, labelWidth }: Mark,
	transform: Transform,
	{ from, width }: Window,
): boolean {
	const room = labelWidth + 4 * HALF;
	return pixels(w0, transform) - room < from || pixels(knownAt ?? w1, transform) + room > from + width;
}

export interface Box {
	readonly left: number;
	readonly width: number;
	/** Left and right end of what is drawn. */
	readonly x0: number;
	readonly x1: number;
}

/** How far beyond the view a bar is drawn; drawing more would only be slow. */
const BEYOND = 400;

export function boxOf({ w0, w1 }: Mark, transform: Transform, view: Window): Box {
	const middle = pixels((w0 + w1) / 2, transform);
	const half = Math.max(((w1 - w0) * transform.scale) / 2, DOT);
	const from = Math.max(middle - half, Math.min(view.from - BEYOND, middle + half - 2 * DOT));
	const to = Math.min(middle + half, Math.max(view.from + view.width + BEYOND, from + 2 * DOT));
	const room = Math.max(to - from, 2 * HALF);
	return { left: (from + to) / 2 - room / 2, width: room, x0: from, x1: to };
}

/** The mark nearest to a point, in pixels of the plane, within half the size of a touch target. */
export function nearest(at: { x: number; y: number }, marks: readonly Mark[], transform: Transform, view: Window) {
	let best: Mark | undefined;
	let least = HALF;
	for (const mark of marks) {
		const { x0, x1 } = boxOf(mark, transform, view);
		const distance = Math.hypot(Math.max(x0 - at.x, 0, at.x - x1), mark.y - at.y);
		if (distance > least) continue;
		least = distance;
		best = mark;
	}
	return best;
}

/** x of the label in a bar: as far left as it is in view and no marker line crosses it. */
function inside({ labelWidth, crossings }: Mark, { x0 }: Box, transform: Transform, view: Window): number {
	let x = Math.max(x0, view.from) + INSIDE;
	for (const { w, half } of crossings) {
		const at = pixels(w, transform);
		if (x + labelWidth > at - half && x < at + half) x = at + half;
	}
	return x;
}

/** x of an act's label: left of the act, else on its bar, else after its line, else on bar and line. */
function besideAct({ labelWidth, knownAt }: Mark, { x0, x1 }: Box, transform: Transform, view: Window): number {
	if (x0 - GAP - labelWidth >= view.from) return x0 - GAP - labelWidth;
	const on = Math.max(x0 + INSIDE, view.from + GAP);
	const end = knownAt === null ? x1 : pixels(knownAt, transform);
	const after = Math.max(x1, end + RING) + GAP;
	const isOn = (right: number) => on + labelWidth + INSIDE <= right;
	if (isOn(x0 < view.from ? end : x1)) return on;
	return after + labelWidth > view.from + view.width && isOn(end) ? on : after;
}

/** x of the label relative to the left of the box, or null where it would not be wholly in view. */
export function labelAt(mark: Mark, box: Box, transform: Transform, view: Window): number | null {
	const { placement, labelWidth, knownAt } = mark;
	const { left, x0, x1 } = box;
	const end = knownAt === null ? x1 : Math.max(x1, pixels(knownAt, transform));
	if (placement === null || end < view.from + 2 || x0 > view.from + view.width - 2) return null;
	let x: number;
	if (placement === 'left') x = x0 - GAP - labelWidth;
	else if (placement === 'right') x = x1 + GAP;
	else x = (placement === 'act' ? besideAct : inside)(mark, box, transform, view);
	if (placement === 'inside' && x > x1 - labelWidth - INSIDE) return null;
	return x >= view.from && x + labelWidth <= view.from + view.width ? x - left : null;
}

/** Narrower views have no room for delays in words. */
const WORDS = 480;
/** Radius of the ring on the day something became public. */
const RING = 4.5;

export interface Delay {
	/** Pieces of the line from the end of the act to the day it became public, near the view, with gaps for words. */
	readonly line: readonly Piece[];
	/** x of the ring on that day; null where it is out of view or would overlap the act. */
	readonly ring: number | null;
	/** x of the arrow where the line leaves the view on the right. */
	readonly arrow: number | null;
	/** x of the words; null where they would not be wholly in view. */
	readonly x: number | null;
}

/**
 * The line from a mark to the day it became public, in pixels of the plane.
 * @param width width of the words
 * @param dayEnd end of the day of knowledge; words that would cross it come after it
 * @returns null where no part of the line is in view
 */
export function delayOf(
	mark: Mark,
	transform: Transform,
	view: Window,
	width: number,
	dayEnd = Infinity,
): Delay | null {
	const { w0, w1, knownAt } = mark;
	const right = view.from + view.width;
	const half = w0 === w1 ? DOT + 1 : 0;
	const from = pixels(w1, transform) + half;
	const to = knownAt === null ? from : pixels(knownAt, transform);
	if (to < view.from || from > right) return null;
	const isBeyond = to > right - RING;
	const end = isBeyond ? right - RING : to - RING;
	const box = boxOf(mark, transform, view);
	const label = besideAct(mark, box, transform, view);
	const day = (knownAt === null ? from : Math.max(to, from)) + RING + GAP;
	const beside = label + mark.labelWidth > from ? Math.max(day, label + mark.labelWidth + 2 * GAP) : day;
	const after = beside < dayEnd && beside + width + GAP > dayEnd ? dayEnd + 2 * GAP : beside;
	const isFree = (x: number) =>
		view.width >= WORDS &&
		x > Math.max(from, view.from) &&
		x + width <= right &&
		(x >= label + mark.labelWidth || x + width <= label);
	// Where there is no room after the ring, the words are on the line.
	const x = [after, end - RING - GAP - width].find(isFree) ?? null;
	const begin = Math.max(from, view.from - BEYOND);
	const hole = (at: number, wide: number): Piece => [at - GAP, at + wide + GAP];
	const holes = [hole(label, mark.labelWidth), ...(x === null ? [] : [hole(x, width)])];
	const line = knownAt === null ? [] : without([begin, end], holes);
	return {
		line,
		// No ring where half of it would be behind the act.
		ring: knownAt === null || isBeyond || to < box.x1 + RING ? null : to,
		arrow: isBeyond && line.length ? right - 2 : null,
		x,
	};
}
