/** Where everything of a figure of the delays is, in its own units: label, bar, line, ring and words of each entry. */
import type { Span } from '../domain/model/when.ts';
import type { DelayEntry, Delays } from './delays.ts';
import { evenTicks, type EvenTick } from './even-ticks.ts';

/** Half of a dot, and the radius of a ring. */
export const FIGURE_DOT = 6;
/** Between a mark and words. */
const GAP = 8;
/** From tick to its words, and from these to the next tick. */
const AIR = 16;

export interface FigureEntry extends DelayEntry {
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
	readonly entries: readonly FigureEntry[];
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
	/** From entry to entry. */
	readonly pitch: number;
	/** Widths of an entry's label and of the words after it. */
	readonly label: (entry: DelayEntry) => number;
	readonly words: (entry: DelayEntry) => number;
	readonly measure: (date: string) => number;
}

/** Ends of the axis, so that the words on both sides of it have room: what each entry needs, until none needs more. */
function ends(
	entries: readonly DelayEntry[],
	{ width, label, words }: FigureRoom,
): readonly [from: number, to: number] {
	const widths = entries.map((entry) => ({
		...entry,
		label: label(entry) + GAP + FIGURE_DOT,
		words: words(entry) + GAP + FIGURE_DOT,
	}));
	let [from, to] = [0, width];
	// Each narrows the other a little less than before.
	for (let tries = 0; tries < 40; tries++) {
		const length = Math.max(to - from, 0);
		const left = widths.map((entry) => entry.label - entry.from * length);
		const right = widths.map((entry) => {
			const end = Math.max(entry.to, entry.known ?? 0);
			return from + (width - entry.words - from) / Math.max(end, 1e-6);
		});
		from = Math.max(from, 0, ...left);
		to = Math.min(to, width, ...right);
	}
	// Where words leave no room for it, the axis still has a direction.
	return to - from < width / 8 ? [(width * 3) / 8, (width * 5) / 8] : [from, to];
}

export function delaysFigure({ entries, timeScale, extent }: Delays, room: FigureRoom): DelaysFigure {
	const { pitch, measure } = room;
	const [from, to] = ends(entries, room);
	const length = to - from;
	const x = (share: number) => from + share * length;
	const axis = entries.length * pitch + pitch / 4;
	const xOf = (t: number) => x(timeScale.toAxis(t));
	return {
		from,
		to,
		axis,
		extent,
		xOf,
		ticks: evenTicks(extent, xOf, measure, AIR),
		entries: entries.map((entry, i) => {
			const middle = x((entry.from + entry.to) / 2);
			const [x0, x1] = entry.isBar
				? [x(entry.from), Math.max(x(entry.to), x(entry.from) + 2 * FIGURE_DOT)]
				: [middle - FIGURE_DOT, middle + FIGURE_DOT];
			const ring = entry.known === null ? null : x(entry.known);
			const isDrawn = ring !== null && ring - FIGURE_DOT > x1;
			return {
				...entry,
				...{ x0, x1, y: (i + 0.5) * pitch, label: x0 - GAP },
				line: isDrawn ? [x1, ring] : null,
				words: (isDrawn ? ring + FIGURE_DOT : x1) + GAP,
			};
		}),
	};
}
