/** The chart's measures across the page, in pixels: where each side, lane and row is. */

/** Half of a mark's own room in its row: marks of one row are at least twice this apart. */
export const HALF = 12;
export const AXIS = 32;
/** Room above for the names of chapters, below for the names of markers. */
export const HEAD = 26;
const FOOT = 20;
const GAP = 4;
/** Room at a lane's top for the marks of those who took part. */
export const PIP = 9;
/** Height of a row where nothing presses, and the least at which words of two rows do not meet. */
const [PITCH, TIGHT] = [20, 14];
/** Rows above the axis are a little higher: a line and its words are in each. */
const MORE = 1;
/** The least height of a lane: its name is a button. */
const NAME = 31;
/** So much may be put between two lanes where there is room to spare. */
const SPREAD = 10;
/** Rows of a lane whose events are not known beforehand, and of the side above the axis. */
export const [ROWS_BELOW, ROWS_ABOVE] = [2, 7];

export interface Lane {
	readonly name: string;
	/** The agency whose colour the lane's name has; null above the axis. */
	readonly agency: string | null;
	readonly rows: number;
	/** Height of a row. */
	readonly pitch: number;
	/** Where it begins: at its top are the marks of those who took part. */
	readonly begin: number;
	/** Top of its first row. */
	readonly top: number;
}

export interface Geometry {
	/** The first one is above the axis, and has no rows where nothing is. */
	readonly lanes: readonly Lane[];
	readonly axis: number;
	readonly height: number;
}

export interface LaneNeeds extends Pick<Lane, 'name' | 'agency'> {
	/** What each number of rows costs, from one row on: the labels that have no room in them. */
	readonly costs?: readonly number[];
	/** Whether events of other lanes have a part in this one. */
	readonly isShared?: boolean;
}
export interface SideAbove {
	readonly name: string;
	readonly rows?: number | undefined;
}

/**
 * @param above the side above the axis, or null where nothing is
 * @param below the lanes, in order
 * @param room height that all is to fit into: rows get lower, then fewer, beginning where that costs least
 */
export function geometry(above: SideAbove | null, below: readonly LaneNeeds[], room = Infinity): Geometry {
	const rowsAbove = above ? (above.rows ?? ROWS_ABOVE) : 0;
	/** As many as the last one that was worth it. */
	let rows = below.map(({ costs }) => (costs ? costs.indexOf(Math.min(...costs)) + 1 : ROWS_BELOW));
	const pip = ({ isShared }: LaneNeeds) => (isShared ? PIP : 0);
	const laneHeight = (rows: number, i: number, pitch: number) => Math.max(NAME, pip(below[i]!) + rows * pitch) + GAP;
	const axisAt = (pitch: number) => HEAD + rowsAbove * (pitch + MORE) + GAP;
	const heightAt = (pitch: number) =>
		axisAt(pitch) + AXIS + GAP + rows.reduce((sum, n, i) => sum + laneHeight(n, i, pitch), 0) + FOOT;

	let pitch = PITCH;
	while (pitch > TIGHT && heightAt(pitch) > room) pitch--;
	while (heightAt(pitch) > room) {
		const lanes = rows.flatMap((n, i) => {
			const { costs } = below[i]!;
			const won = laneHeight(n, i, pitch) - laneHeight(n - 1, i, pitch);
			return costs && n > 1 && won > 0 ? [{ i, price: (costs[n - 2]! - costs[n - 1]!) / won }] : [];
		});
		if (lanes.length === 0) break;
		const { i } = lanes.reduce((a, b) => (b.price <= a.price ? b : a));
		rows = rows.with(i, rows[i]! - 1);
	}
	const spare = Number.isFinite(room) ? Math.max(0, room - heightAt(pitch)) : 0;
	const spread = below.length ? Math.min(SPREAD, Math.floor(spare / below.length)) : 0;

	const axis = axisAt(pitch);
	let top = axis + AXIS + GAP;
	const lanes = below.map((lane, i): Lane => {
		const { name, agency } = lane;
		const begin = top;
		top += laneHeight(rows[i]!, i, pitch) + spread;
		return { name, agency, rows: rows[i]!, pitch, begin, top: begin + pip(lane) };
	});
	return {
		lanes: [
			{ name: above?.name ?? '', agency: null, rows: rowsAbove, pitch: pitch + MORE, begin: HEAD, top: HEAD },
			...lanes,
		],
		axis,
		// Exactly the room there is, unless much more is left.
		height: spread < SPREAD ? top + FOOT + (spare - spread * below.length) : top + FOOT,
	};
}

/** Middle of a row. */
export const middle = ({ top, pitch }: Lane, row: number) => top + (row + 0.5) * pitch;
