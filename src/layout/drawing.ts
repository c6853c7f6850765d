/** From a mark to what one button draws: its box, its ties, and its label, in pixels of the plane. */
import { HALF, middle, type Geometry } from './geometry.ts';
import { GAP, INSIDE } from './labels.ts';
import { DOT, type Mark } from './marks.ts';

/** From W to pixels of the plane: `(w − origin) · scale`. */
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
export function isNearEnd({ w0, w1, labelWidth }: Mark, lens: Lens, { from, width }: Window): boolean {
	const room = labelWidth + 4 * HALF;
	return pixels(w0, lens) - room < from || pixels(w1, lens) + room > from + width;
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

/** Where a bar holds its label: as far left as it is in view and nothing crosses it there. */
function inside({ labelWidth, crossings }: Mark, { x0 }: Box, lens: Lens, view: Window): number {
	let x = Math.max(x0, view.from) + INSIDE;
	for (const { w, half } of crossings) {
		const at = pixels(w, lens);
		if (x + labelWidth > at - half && x < at + half) x = at + half;
	}
	return x;
}

/** Where the label begins, from the left of the box, or null where it would not be whole in view. */
export function labelAt(mark: Mark, box: Box, lens: Lens, view: Window): number | null {
	const { side, labelWidth } = mark;
	const { left, x0, x1 } = box;
	if (side === null || x1 < view.from + 2 || x0 > view.from + view.width - 2) return null;
	const x = side === 'left' ? x0 - GAP - labelWidth : side === 'right' ? x1 + GAP : inside(mark, box, lens, view);
	if (side === 'inside' && x > x1 - labelWidth - INSIDE) return null;
	return x >= view.from && x + labelWidth <= view.from + view.width ? x - left : null;
}

export interface Ties {
	/** From the middle of the mark's row to the top of the first tie or of the mark, and from there to the last. */
	readonly top: number;
	readonly height: number;
	/** Lanes and, from the top, the middles of their ties. */
	readonly squares: readonly { readonly lane: number; readonly y: number }[];
}

/** The upright line that joins a mark to its ties, as an SVG path. */
export function stemOf(mark: Mark, geometry: Geometry, tieRow: Uint8Array, lens: Lens): string {
	const { top, height } = tiesOf(mark, geometry, tieRow);
	return `M${pixels((mark.w0 + mark.w1) / 2, lens)},${mark.y + top}v${height}`;
}

/** @param tieRow by lane, as in Columns */
export function tiesOf({ ties, y }: Mark, { lanes }: Geometry, tieRow: Uint8Array): Ties {
	const at = ties.map((lane) => ({ lane, y: middle(lanes[lane]!, tieRow[lane]!) - y }));
	const top = Math.min(0, ...at.map((t) => t.y));
	return { top, height: Math.max(0, ...at.map((t) => t.y)) - top, squares: at.map((t) => ({ ...t, y: t.y - top })) };
}
