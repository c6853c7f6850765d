/** Items → marks: pixels at one scale, ties and stems, and where each label goes. */
import { BAR, type Columns } from './columns.ts';
import { HALF, middle, type Geometry } from './geometry.ts';
import { labelSides, type Labelled, type Side } from './labels.ts';
import type { Item } from './placed.ts';
import type { Warp } from './warp.ts';

export interface Mark extends Item {
	/** Row of Columns of its first event. */
	readonly event: number;
	/** Ends of what is drawn, in pixels from the beginning of W-space: a moment's are equal. */
	readonly x0: number;
	readonly x1: number;
	/** Middle of its row. */
	readonly y: number;
	/** Lanes in which its events have ties. */
	readonly ties: readonly number[];
	readonly label: string;
	readonly side: Side | null;
	readonly labelWidth: number;
	/** What crosses it in its row: ends of ties, stems and marker lines, in the pixels of x0. A label it holds keeps clear of these. */
	readonly crossings: readonly (readonly [number, number])[];
}

/** Half of what is drawn of a moment, a tie, a stem. */
export const DOT = 6;
const TIE = 5;
const STEM = 2;

const bitsOf = (bits: number): number[] => {
	const out: number[] = [];
	for (let i = 0; bits; bits >>>= 1, i++) if (bits & 1) out.push(i);
	return out;
};

interface Sources {
	readonly columns: Columns;
	readonly geometry: Geometry;
	readonly markers: readonly { readonly at: number }[];
	readonly label: (row: number) => string;
}

/** Members whose ties a crowded cluster draws; more would only repeat them. */
const ENOUGH = 64;

/** @param first rows that are labelled before all others: the chosen one, then the focused one */
export function labelled(
	{ columns, geometry, markers, label }: Sources,
	items: readonly Item[],
	warp: Warp,
	scale: number,
	measure: (text: string, isChosen: boolean) => number,
	first: readonly number[],
): Mark[] {
	const rowId = (lane: number, row: number) => lane * 16 + row;
	const obstacles = new Map<number, [number, number][]>();
	const block = (row: number, left: number, right: number) => {
		const list = obstacles.get(row);
		if (list) list.push([left, right]);
		else obstacles.set(row, [[left, right]]);
	};
	for (const { at } of markers) {
		const x = warp.toW(at) * scale;
		geometry.lanes.forEach((lane, l) => {
			for (let row = 0; row < lane.rows; row++) block(rowId(l, row), x - STEM, x + STEM);
		});
	}

	const drawn = items.map((item) => {
		const { lane, row, rows, w0, w1, count } = item;
		const event = rows[0]!;
		let bits = 0;
		for (let i = 0; i < Math.min(count, ENOUGH); i++) bits |= columns.ties[rows[i]!]!;
		const ties = bitsOf(bits & ~(1 << lane));
		const x = ((w0 + w1) / 2) * scale;
		for (const other of ties) {
			const tieRow = columns.tieRow[other]!;
			block(rowId(other, tieRow), x - TIE, x + TIE);
			// The stem crosses every row between home and tie.
			const [upper, lower] = other < lane ? [other, lane] : [lane, other];
			for (let l = upper; l <= lower; l++) {
				for (let r = 0; r < geometry.lanes[l]!.rows; r++) {
					const y = middle(geometry.lanes[l]!, r);
					const [a, b] = [middle(geometry.lanes[lane]!, row), middle(geometry.lanes[other]!, tieRow)];
					if (y > Math.min(a, b) && y < Math.max(a, b)) block(rowId(l, r), x - STEM, x + STEM);
				}
			}
		}
		const text = count === 1 ? label(event) : '';
		return { ...item, event, x0: w0 * scale, x1: w1 * scale, y: middle(geometry.lanes[lane]!, row), ties, label: text };
	});
	const half = ({ count, event }: (typeof drawn)[number]) =>
		count > 1 ? HALF - 1 : columns.shape[event]! & BAR ? 0 : DOT + 1;
	const boxes = drawn.map((m): Labelled => {
		const room = Math.max(half(m), m.x1 - m.x0 < 2 * DOT ? DOT : 0);
		const rank = first.indexOf(m.event);
		const width = m.label ? measure(m.label, m.event === first[0]) : 0;
		const centre = (m.x0 + m.x1) / 2;
		return {
			row: rowId(m.lane, m.row),
			left: Math.min(m.x0, centre - room),
			right: Math.max(m.x1, centre + room),
			width,
			priority: m.label ? (rank >= 0 ? rank - first.length : columns.rank[m.event]!) : 9,
		};
	});
	const sides = labelSides(boxes, obstacles, scale);
	return drawn.map((m, i) => {
		const side = m.label ? sides[i]! : null;
		const { row, width } = boxes[i]!;
		const crossings = side === 'inside' ? (obstacles.get(row) ?? []).filter(([a, b]) => a < m.x1 && b > m.x0) : [];
		return { ...m, side, labelWidth: width, crossings: crossings.sort((a, b) => a[0] - b[0]) };
	});
}

/** The same marks at another scale: distances change, and nothing that is drawn at its own size does. @param from the scale they have */
export const scaled = (marks: readonly Mark[], to: number, from: number): Mark[] =>
	marks.map((m) => ({
		...m,
		x0: m.w0 * to,
		x1: m.w1 * to,
		crossings: m.crossings.map(([left, right]) => {
			const [middle, half] = [(((left + right) / 2) * to) / from, (right - left) / 2];
			return [middle - half, middle + half];
		}),
	}));
