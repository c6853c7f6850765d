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
	/** The first one is above the axis, and has no rows where nothing is. */
	readonly lanes: readonly Lane[];
	readonly axis: number;
	readonly height: number;
}

/** @param above name of the lane above the axis, or null where nothing is @param below the others, in order */
export function geometry(above: string | null, below: readonly Pick<Lane, 'name' | 'agency'>[]): Geometry {
	const rows = above === null ? 0 : ROWS_ABOVE;
	const axis = HEAD + rows * ROW + GAP;
	const first = axis + AXIS + GAP;
	const pitch = ROWS_BELOW * ROW + GAP;
	const lanes = below.map(({ name, agency }, i) => ({ name, agency, rows: ROWS_BELOW, top: first + i * pitch }));
	return {
		lanes: [{ name: above ?? '', agency: null, rows, top: HEAD }, ...lanes],
		axis,
		height: first + below.length * pitch + FOOT,
	};
}

/** The lanes of a case: those in which something is. */
export function geometryOf({ agencies, events, vocabulary }: Pick<Dataset, 'agencies' | 'events' | 'vocabulary'>) {
	const acting = new Set(events.flatMap((e) => e.agencies));
	const own = new Map<string, string>();
	for (const { id, lane } of agencies) if (acting.has(id) && !own.has(lane)) own.set(lane, id);
	return geometry(
		events.some((e) => e.side === 'above') ? vocabulary.sides.above.name : null,
		Array.from(own, ([name, agency]) => ({ name, agency })),
	);
}

/** Middle of a row. */
export const middle = ({ top }: Lane, row: number) => top + (row + 0.5) * ROW;
