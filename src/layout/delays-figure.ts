/** Layout of the figure of delays, in its own units: label, bar, line, ring and words of each entry. */
import type { Span } from '../domain/model/when.ts';
import type { DelayEntry, Delays } from './delays.ts';
import { evenTicks, type EvenTick } from './even-ticks.ts';

/** Radius of dots and rings. */
export const FIGURE_DOT = 6;
/** Distance between a mark and words. */
const GAP = 8;
/** Distance from a tick to its label, and from the label to the next tick. */
const AIR = 16;

export interface FigureEntry extends DelayEntry {
	readonly y: number;
	/** Left and right end of the bar or dot. */
	readonly x0: number;
	readonly x1: number;
	/** Ends of the line, which leads to the ring; null where the event was public at once. */
	readonly line: readonly [from: number, to: number] | null;
	/** Right end of the label, and left end of the words. */
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
	/** The time that the axis covers. */
	readonly extent: Span;
}
export interface FigureRoom {
	readonly width: number;
	/** Distance from entry to entry. */
	readonly pitch: number;
	/** Widths of an entry's label and of the words after it. */
	readonly label: (entry: DelayEntry) => number;
	readonly words: (entry: DelayEntry) => number;
	readonly measure: (date: string) => number;
}

/** Ends of the axis that leave room for the text of every entry on both sides, by iteration until all of it fits. */
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
	// Each end depends on the other, and the changes get smaller with every round.
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
	// Where text leaves no room, keep the axis at a small positive length.
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
