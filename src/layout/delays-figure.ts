/** Where everything of a figure of the delays is, in its own units: label, bar, line, ring and words of each row. */
import type { Span } from '../domain/model/when.ts';
import type { DelayRow, Delays } from './delays.ts';
import { evenTicks, type EvenTick } from './even-ticks.ts';

/** Half of a dot, and the radius of a ring. */
export const FIGURE_DOT = 6;
/** Between a mark and words. */
const GAP = 8;
/** From tick to its words, and from these to the next tick. */
const AIR = 16;

export interface FigureRow extends DelayRow {
	readonly y: number;
	/** Ends of what is drawn: of a bar, or of a dot. */
	readonly x0: number;
	readonly x1: number;
	/** Of the line and the ring in which it ends; null where it was public at once. */
	readonly line: readonly [from: number, to: number] | null;
	/** Where the label ends, and where the words begin. */
	readonly label: number;
	readonly words: number;
}
export interface DelaysFigure {
	readonly rows: readonly FigureRow[];
	/** Ends of the axis. */
	readonly from: number;
	readonly to: number;
	readonly axis: number;
	readonly ticks: readonly EvenTick[];
	readonly xOf: (t: number) => number;
	/** What time the axis covers. */
	readonly extent: Span;
}
export interface FigureRoom {
	readonly width: number;
	/** From row to row. */
	readonly pitch: number;
	/** Widths of a row's label and of the words after it. */
	readonly label: (row: DelayRow) => number;
	readonly words: (row: DelayRow) => number;
	readonly measure: (date: string) => number;
}

/** Ends of the axis, so that the words on both sides of it have room: what each row needs, until none needs more. */
function ends(rows: readonly DelayRow[], { width, label, words }: FigureRoom): readonly [from: number, to: number] {
	const sides = rows.map((row) => ({
		...row,
		label: label(row) + GAP + FIGURE_DOT,
		words: words(row) + GAP + FIGURE_DOT,
	}));
	let [from, to] = [0, width];
	// Each narrows the other a little less than before.
	for (let tries = 0; tries < 40; tries++) {
		const length = Math.max(to - from, 0);
		const left = sides.map((row) => row.label - row.from * length);
		const right = sides.map((row) => {
			const end = Math.max(row.to, row.known ?? 0);
			return from + (width - row.words - from) / Math.max(end, 1e-6);
		});
		from = Math.max(from, 0, ...left);
		to = Math.min(to, width, ...right);
	}
	// Where words leave no room for it, the axis still has a direction.
	return to - from < width / 8 ? [(width * 3) / 8, (width * 5) / 8] : [from, to];
}

export function delaysFigure({ rows, timeScale, extent }: Delays, room: FigureRoom): DelaysFigure {
	const { pitch, measure } = room;
	const [from, to] = ends(rows, room);
	const length = to - from;
	const x = (share: number) => from + share * length;
	const axis = rows.length * pitch + pitch / 4;
	const xOf = (t: number) => x(timeScale.toAxis(t));
	return {
		from,
		to,
		axis,
		extent,
		xOf,
		ticks: evenTicks(extent, xOf, measure, AIR),
		rows: rows.map((row, i) => {
			const middle = x((row.from + row.to) / 2);
			const [x0, x1] = row.isBar
				? [x(row.from), Math.max(x(row.to), x(row.from) + 2 * FIGURE_DOT)]
				: [middle - FIGURE_DOT, middle + FIGURE_DOT];
			const ring = row.known === null ? null : x(row.known);
			const isDrawn = ring !== null && ring - FIGURE_DOT > x1;
			return {
				...row,
				...{ x0, x1, y: (i + 0.5) * pitch, label: x0 - GAP },
				line: isDrawn ? [x1, ring] : null,
				words: (isDrawn ? ring + FIGURE_DOT : x1) + GAP,
			};
		}),
	};
}
