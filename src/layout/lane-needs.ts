/** What it would cost each lane to have only so many tracks: labels without room. */
import { LANES_AT_ONCE, type Columns } from './columns.ts';
import type { Lane, LaneNeeds } from './geometry.ts';
import { labelled, type MarkInput } from './marks.ts';
import { byLane, packLane } from './placed.ts';
import { octaveOf, scaleOf, WHOLE, type AxisRange } from './view.ts';
import type { TimeScale } from './time-scale.ts';

/** Plot for which tracks are counted, in pixels: lanes are as high in a narrow window as in a wide one. */
const PLOT = 1060;
const MOST_TRACKS = 8;
/** With more events labels are rare anyway, and tracks for them would only push the lanes apart. */
const FEW = 400;
/** Of an event without a label, by tier: core, related, context. */
const WEIGHTS = [100, 10, 1];

const allOf = (columns: Columns, lanes: number) =>
	byLane(
		columns,
		Uint32Array.from({ length: columns.length }, (_, i) => i),
		lanes + 1,
	);
const OPTIONS = Array.from({ length: MOST_TRACKS }, (_, i) => i + 1);

/** Lanes where nothing but marks takes room: fewer tracks cost the events that are then in clusters. */
export function stripNeeds(
	lanes: readonly Pick<Lane, 'name' | 'agency'>[],
	columns: Columns,
	timeScale: TimeScale,
	half: number,
): LaneNeeds[] {
	const all = allOf(columns, lanes.length);
	const cost = (lane: number, tracks: number) =>
		packLane(columns, lane, all[lane]!, tracks, timeScale, PLOT, () => 0, half)
			.filter(({ count }) => count > 1)
			.reduce((sum, { count }) => sum + count, 0);
	return lanes.map((lane, i) => ({
		...lane,
		...(columns.length <= FEW && { costs: OPTIONS.map((tracks) => cost(i + 1, tracks)) }),
	}));
}

/** Where labels are looked for, and for whom. */
interface Looked {
	/** What is in view. */
	readonly bounds: AxisRange;
	/** Of the plot. */
	readonly width: number;
	/** What it costs that an event has no label. */
	readonly weight: (row: number) => number;
	/** Rows labelled before others. */
	readonly first: readonly number[];
}

/** @param labelWidth pixels, by row of Columns @param looked all of time, unless told otherwise */
export function laneNeeds(
	lanes: readonly Pick<Lane, 'name' | 'agency'>[],
	{ columns, markers, label }: Pick<MarkInput, 'columns' | 'markers' | 'label'>,
	timeScale: TimeScale,
	labelWidth: (row: number) => number,
	looked?: Looked,
): LaneNeeds[] {
	const { ties, length, tier } = columns;
	const { bounds = WHOLE, width = PLOT, weight = (row: number) => WEIGHTS[tier[row]!]!, first = [] } = looked ?? {};
	const isShared = (lane: number) => {
		const from = length * Math.floor(lane / LANES_AT_ONCE);
		return ties.subarray(from, from + length).some((bits) => bits & (1 << (lane % LANES_AT_ONCE)));
	};
	/** Layout is decided for the smallest scale of an octave. */
	const scale = width * 2 ** octaveOf(scaleOf(bounds, width), width);
	const all = allOf(columns, lanes.length);
	/** Weight of a lane's events that would have no label in so many tracks: see WEIGHTS. */
	const cost = (lane: number, tracks: number) => {
		const items = packLane(columns, lane, all[lane]!, tracks, timeScale, scale, labelWidth);
		const one = { name: '', agency: null, tracks, pitch: 1, begin: 0, top: 0 };
		const geometry = { lanes: new Array<Lane>(lane + 1).fill(one) };
		const marks = labelled({ columns, geometry, markers, label }, items, timeScale, scale, labelWidth, first, {
			bounds,
			neighbours: [],
		});
		const nameless = marks.filter(({ placement }) => placement === null).flatMap(({ rows }) => [...rows]);
		return nameless.reduce((sum, row) => sum + weight(row), 0);
	};
	return lanes.map((lane, i) => ({
		...lane,
		...(length <= FEW && { costs: OPTIONS.map((tracks) => cost(i + 1, tracks)) }),
		isShared: isShared(i + 1),
	}));
}
