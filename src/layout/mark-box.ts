/** From a mark to what one button draws: its box and its label, in pixels of the plane. */
import { HALF } from './geometry.ts';
import { GAP, INSIDE } from './labels.ts';
import { DOT, type Mark } from './marks.ts';
import { without, type Piece } from './pieces.ts';

/** From a share of the axis to pixels of the plane: `(w − origin) · scale`. */
export interface Lens {
	readonly origin: number;
	readonly scale: number;
}
export const pixels = (w: number, { origin, scale }: Lens) => (w - origin) * scale;

/** What is in view, in pixels of the plane. */
export interface Window {
	readonly from: number;
	readonly width: number;
}

/** The view of what lies well inside it. */
export const ANYWHERE: Window = { from: -1e9, width: 2e9 };

/** Whether an end of the view falls on a mark or its label, or a bar reaches far beyond it. */
export function isNearEnd({ w0, w1, knownAt, labelWidth }: Mark, lens: Lens, { from, width }: Window): boolean {
	const room = labelWidth + 4 * HALF;
	return pixels(w0, lens) - room < from || pixels(knownAt ?? w1, lens) + room > from + width;
}

export interface Box {
	readonly left: number;
	readonly width: number;
	/** Ends of what is drawn. */
	readonly x0: number;
	readonly x1: number;
}

/** How far beyond the view a bar is drawn: longer ones would only cost. */
const BEYOND = 400;

export function boxOf({ w0, w1 }: Mark, lens: Lens, view: Window): Box {
	const middle = pixels((w0 + w1) / 2, lens);
	const half = Math.max(((w1 - w0) * lens.scale) / 2, DOT);
	const from = Math.max(middle - half, Math.min(view.from - BEYOND, middle + half - 2 * DOT));
	const to = Math.min(middle + half, Math.max(view.from + view.width + BEYOND, from + 2 * DOT));
	const room = Math.max(to - from, 2 * HALF);
	return { left: (from + to) / 2 - room / 2, width: room, x0: from, x1: to };
}

/** The mark nearest to a place, in pixels of the plane, within half of what a finger needs. */
export function nearest(at: { x: number; y: number }, marks: readonly Mark[], lens: Lens, view: Window) {
	let best: Mark | undefined;
	let least = HALF;
	for (const mark of marks) {
		const { x0, x1 } = boxOf(mark, lens, view);
		const distance = Math.hypot(Math.max(x0 - at.x, 0, at.x - x1), mark.y - at.y);
		if (distance > least) continue;
		least = distance;
		best = mark;
	}
	return best;
}

/** Where a bar holds its label: as far left as it is in view and nothing crosses it there. */
function inside({ labelWidth, crossings }: Mark, { x0 }: Box, lens: Lens, view: Window): number {
	let x = Math.max(x0, view.from) + INSIDE;
	for (const { w, half } of crossings) {
		const at = pixels(w, lens);
		if (x + labelWidth > at - half && x < at + half) x = at + half;
	}
	return x;
}

/** Left of an act; else on its bar; else after its line; else on both, as far left as they are in view. */
function besideAct({ labelWidth, knownAt }: Mark, { x0, x1 }: Box, lens: Lens, view: Window): number {
	if (x0 - GAP - labelWidth >= view.from) return x0 - GAP - labelWidth;
	const on = Math.max(x0 + INSIDE, view.from + GAP);
	const end = knownAt === null ? x1 : pixels(knownAt, lens);
	const after = Math.max(x1, end + RING) + GAP;
	const isOn = (right: number) => on + labelWidth + INSIDE <= right;
	if (isOn(x0 < view.from ? end : x1)) return on;
	return after + labelWidth > view.from + view.width && isOn(end) ? on : after;
}

/** Where the label begins, from the left of the box, or null where it would not be whole in view. */
export function labelAt(mark: Mark, box: Box, lens: Lens, view: Window): number | null {
	const { placement, labelWidth, knownAt } = mark;
	const { left, x0, x1 } = box;
	const end = knownAt === null ? x1 : Math.max(x1, pixels(knownAt, lens));
	if (placement === null || end < view.from + 2 || x0 > view.from + view.width - 2) return null;
	let x: number;
	if (placement === 'left') x = x0 - GAP - labelWidth;
	else if (placement === 'right') x = x1 + GAP;
	else x = (placement === 'act' ? besideAct : inside)(mark, box, lens, view);
	if (placement === 'inside' && x > x1 - labelWidth - INSIDE) return null;
	return x >= view.from && x + labelWidth <= view.from + view.width ? x - left : null;
}

/** A narrower view has no room for delays in words. */
const WORDS = 480;
/** Radius of the ring on the day something became public. */
const RING = 4.5;

export interface Delay {
	/** From the end of the act to the day it became public, near the view; parted by words that are on it. */
	readonly line: readonly Piece[];
	/** Where that day is, if it is in view and beside the act. */
	readonly ring: number | null;
	/** Where the line leaves the view. */
	readonly arrow: number | null;
	/** Where the words begin; null where they would not be whole in view. */
	readonly x: number | null;
}

/**
 * Pixels of the plane.
 * @param width of the words
 * @param dayEnd where the day ends that the page is turned to: words that would be on it are behind it
 * @returns null where nothing of it is in view
 */
export function delayOf(mark: Mark, lens: Lens, view: Window, width: number, dayEnd = Infinity): Delay | null {
	const { w0, w1, knownAt } = mark;
	const right = view.from + view.width;
	const half = w0 === w1 ? DOT + 1 : 0;
	const from = pixels(w1, lens) + half;
	const to = knownAt === null ? from : pixels(knownAt, lens);
	if (to < view.from || from > right) return null;
	const isBeyond = to > right - RING;
	const end = isBeyond ? right - RING : to - RING;
	const box = boxOf(mark, lens, view);
	const label = besideAct(mark, box, lens, view);
	const day = (knownAt === null ? from : Math.max(to, from)) + RING + GAP;
	const beside = label + mark.labelWidth > from ? Math.max(day, label + mark.labelWidth + 2 * GAP) : day;
	const after = beside < dayEnd && beside + width + GAP > dayEnd ? dayEnd + 2 * GAP : beside;
	const isFree = (x: number) =>
		view.width >= WORDS &&
		x > Math.max(from, view.from) &&
		x + width <= right &&
		(x >= label + mark.labelWidth || x + width <= label);
	// Where there is no room after the day, the words are on the line.
	const x = [after, end - RING - GAP - width].find(isFree) ?? null;
	const begin = Math.max(from, view.from - BEYOND);
	const hole = (at: number, wide: number): Piece => [at - GAP, at + wide + GAP];
	const holes = [hole(label, mark.labelWidth), ...(x === null ? [] : [hole(x, width)])];
	const line = knownAt === null ? [] : without([begin, end], holes);
	return {
		line,
		// One that would be half behind its own act is no ring.
		ring: knownAt === null || isBeyond || to < box.x1 + RING ? null : to,
		arrow: isBeyond && line.length ? right - 2 : null,
		x,
	};
}
