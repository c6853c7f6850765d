/** The cost of each number of tracks for each lane: the labels that would have no room. */
import { LANES_AT_ONCE, type Columns } from './columns.ts';
import type { Lane, LaneNeeds } from './geometry.ts';
import { labelled, type MarkInput } from './marks.ts';
import { byLane, packLane } from './placed.ts';
import { octaveOf, scaleOf, WHOLE, type AxisRange } from './view.ts';
import type { TimeScale } from './time-scale.ts';

/** Assumed width of the plot in pixels, so that lanes are as high in a narrow window as in a wide one. */
const PLOT = 1060;
const MOST_TRACKS = 8;
/** With more events few labels fit anyway, and tracks for them would only push the lanes apart. */
const FEW = 400;
/** Cost of an event without a label, by tier: core, related, context. */
const WEIGHTS = [100, 10, 1];

const allOf = (columns: Columns, lanes: number) =>
	byLane(
		columns,
		Uint32Array.from({ length: columns.length }, (_, i) => i),
		lanes + 1,
	);
const OPTIONS = Array.from({ length: MOST_TRACKS }, (_, i) => i + 1);

/** Costs for the strip, where only marks take room: the number of events that end up in clusters. */
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

/** What `laneNeeds` counts labels for. */
interface Looked {
	/** The part of the axis in view. */
	readonly bounds: AxisRange;
	/** Width of the plot in pixels. */
	readonly width: number;
	/** Cost of an event without a label. */
	readonly weight: (row: number) => number;
	/** Rows that get labels before others. */
	readonly first: readonly number[];
}

/** Costs for the chart. @param labelWidth pixels, by row of Columns @param looked default: the whole axis */
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
	// As in the chart, layout is decided for the smallest scale of an octave.
	const scale = width * 2 ** octaveOf(scaleOf(bounds, width), width);
	const all = allOf(columns, lanes.length);
	/** Total weight of a lane's events that would have no label with so many tracks: see WEIGHTS. */
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
