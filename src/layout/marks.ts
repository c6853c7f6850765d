/** Items → marks: adds the ties to other lanes and the placement of labels. */
import { BAR, LANES_AT_ONCE, type Columns } from './columns.ts';
import { HALF, middle, type Geometry } from './geometry.ts';
import { placementsOf, type Labelled, type Placement } from './labels.ts';
import type { Item } from './placed.ts';
import { WHOLE, type AxisRange } from './view.ts';
import type { TimeScale } from './time-scale.ts';

/** A line that crosses a track: its middle on the axis, and half its width in pixels. */
interface Crossing {
	readonly w: number;
	readonly half: number;
}

/** Valid at every scale of its octave: positions are shares of the axis, and fixed sizes are in pixels. */
export interface Mark extends Item {
	/** Row of Columns of its first event. */
	readonly event: number;
	/** Row of its last event. */
	readonly last: number;
	/** Bits of Columns.shape; 0 for a cluster. */
	readonly shape: number;
	/** Middle of its track. */
	readonly y: number;
	/** Indices of other lanes in which its events have ties. */
	readonly ties: readonly number[];
	readonly label: string;
	readonly placement: Placement | null;
	readonly labelWidth: number;
	/** Marker lines across its track, from left to right; a label inside the mark avoids them. */
	readonly crossings: readonly Crossing[];
	/** The day on which it became public, on the axis; null where no line is drawn. */
	readonly knownAt: number | null;
}

/** Half the width of a dot (a moment), and of a marker line. */
export const DOT = 6;
const LINE = 2;

export interface MarkInput {
	readonly columns: Columns;
	readonly geometry: Pick<Geometry, 'lanes'>;
	readonly markers: readonly { readonly at: number }[];
	readonly label: (row: number) => string;
	/** End of the day of knowledge, on the axis; labels stay left of it where they can. */
	readonly end?: number;
}

/** Events of a cluster whose ties are drawn; more would mostly repeat them. */
const ENOUGH = 64;

/** Indices of other lanes in which any of an item's events has a tie. */
function tiesOf({ lane, rows, count }: Item, { ties, length }: Columns): number[] {
	const lanes: number[] = [];
	for (let at = 0, from = 0; at < ties.length; at += length, from += LANES_AT_ONCE) {
		let bits = 0;
		for (let i = 0; i < Math.min(count, ENOUGH); i++) bits |= ties[at + rows[i]!]!;
		for (let l = from; bits; bits >>>= 1, l++) if (bits & 1 && l !== lane) lanes.push(l);
	}
	return lanes;
}

/** A part of the axis and what is beside it: labels stay within the bounds and keep clear of the neighbours. */
export interface Surroundings {
	readonly bounds: AxisRange;
	readonly neighbours: readonly Item[];
}
const ALONE: Surroundings = { bounds: WHOLE, neighbours: [] };

/** An item without a label. */
export function unlabelled(item: Item, { columns, geometry }: MarkInput): Mark {
	const { lane, track, rows, count } = item;
	return {
		...item,
		event: rows[0]!,
		last: rows[count - 1]!,
		shape: count === 1 ? columns.shape[rows[0]!]! : 0,
		y: middle(geometry.lanes[lane]!, track),
		ties: tiesOf(item, columns),
		...{ label: '', placement: null, labelWidth: 0, crossings: [], knownAt: null },
	};
}

/** @param scale the smallest at which labels must fit @param first rows labelled before others, the chosen one first */
export function labelled(
	markInput: MarkInput,
	items: readonly Item[],
	timeScale: TimeScale,
	scale: number,
	measure: (row: number, isChosen: boolean) => number,
	first: readonly number[],
	{ bounds, neighbours }: Surroundings = ALONE,
): Mark[] {
	const { columns, geometry, markers, label, end = Infinity } = markInput;
	// Unique however many tracks a lane has.
	const trackId = (lane: number, track: number) => track * geometry.lanes.length + lane;
	const obstacles = new Map<number, Crossing[]>();
	const block = (track: number, w: number, half: number) => {
		const list = obstacles.get(track);
		if (list) list.push({ w, half });
		else obstacles.set(track, [{ w, half }]);
	};
	for (const { at } of markers) {
		const w = timeScale.toAxis(at);
		geometry.lanes.forEach((lane, l) => {
			for (let track = 0; track < lane.tracks; track++) block(trackId(l, track), w, LINE);
		});
	}
	/** The room a mark takes in its track. */
	function box(
		{ lane, track, event, shape, count, w0, w1 }: Mark,
		label: string,
		width: number,
		turn: number,
	): Labelled {
		const [x0, x1] = [w0 * scale, w1 * scale];
		const half = count > 1 ? HALF - 1 : shape & BAR ? 0 : DOT + 1;
		const room = Math.max(half, x1 - x0 < 2 * DOT ? DOT : 0);
		const centre = (x0 + x1) / 2;
		return {
			track: trackId(lane, track),
			left: Math.min(x0, centre - room),
			right: Math.max(x1, centre + room),
			width,
			priority: label ? (turn >= 0 ? turn - first.length : columns.tier[event]!) : 9,
		};
	}

	const own = items.map((item) => unlabelled(item, markInput));
	const others = neighbours.map((item) => unlabelled(item, markInput));
	const words = own.map(({ count, event }) => (count === 1 ? label(event) : ''));
	const widths = own.map(({ event }, i) => (words[i] ? measure(event, event === first[0]) : 0));
	const boxes = [
		...own.map((mark, i) => box(mark, words[i]!, widths[i]!, first.indexOf(mark.event))),
		...others.map((mark) => box(mark, '', 0, -1)),
	];
	const taken = new Map(
		Array.from(obstacles, ([track, list]) => [
			track,
			list.map(({ w, half }) => [w * scale - half, w * scale + half] as const),
		]),
	);
	// A neighbour's mark may reach across the bound by half its room.
	const edge = (w: number, by: number) => (w > 0 && w < 1 ? w * scale + by : w * scale);
	const placements = placementsOf(boxes, taken, edge(bounds.to, -HALF), edge(bounds.from, HALF), end * scale);
	return own.map((mark, i): Mark => {
		const placement = words[i] ? placements[i]! : null;
		const crosses = ({ w, half }: Crossing) => w * scale - half < mark.w1 * scale && w * scale + half > mark.w0 * scale;
		const crossings =
			placement === 'inside' ? (obstacles.get(boxes[i]!.track) ?? []).filter(crosses).sort((a, b) => a.w - b.w) : [];
		return { ...mark, label: words[i]!, placement, labelWidth: widths[i]!, crossings };
	});
}
