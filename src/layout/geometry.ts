/** The chart's fixed measures in pixels: where each side, lane and row stands, at every width. */
import type { Dataset } from '../domain/model/dataset.ts';

/** Rows are as high as the smallest target a finger can hit. */
export const ROW = 24;
export const ROWS_ABOVE = 7;
export const ROWS_BELOW = 2;
export const AXIS = 32;
/** Room above for the names of chapters, below for the names of markers. */
export const HEAD = 24;
const FOOT = 22;
/** Half of a mark's own room in its row: marks of one row stand at least twice this apart. */
export const HALF = 12;
const GAP = 6;

export interface Lane {
	readonly name: string;
	/** The agency whose colour the lane's name has; null above the axis. */
	readonly agency: string | null;
	readonly rows: number;
	/** Top of its first row. */
	readonly top: number;
}

export interface Geometry {
	/** The first one is the operations', above the axis. */
	readonly lanes: readonly Lane[];
	readonly axis: number;
	readonly height: number;
}

export function geometry({ agencies }: Pick<Dataset, 'agencies'>): Geometry {
	const axis = HEAD + ROWS_ABOVE * ROW + GAP;
	const names = [...new Set(agencies.map((a) => a.lane))];
	const first = axis + AXIS + GAP;
	const pitch = ROWS_BELOW * ROW + GAP;
	const below = names.map((name, i) => ({
		name,
		agency: agencies.find((a) => a.lane === name)!.id,
		rows: ROWS_BELOW,
		top: first + i * pitch,
	}));
	const above = { name: 'Alleged operation', agency: null, rows: ROWS_ABOVE, top: HEAD };
	return { lanes: [above, ...below], axis, height: first + names.length * pitch + FOOT };
}

/** Middle of a row. */
export const middle = ({ top }: Lane, row: number) => top + (row + 0.5) * ROW;
