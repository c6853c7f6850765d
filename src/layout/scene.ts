/** What the chart draws for a step of the story: only the lanes and acts that the step needs. */
import type { Span } from '../domain/model/when.ts';
import type { ActTracks } from './acts.ts';
import { isTied, type Columns, type Rows } from './columns.ts';
import type { Geometry, Lane, LaneNeeds, SideAbove } from './geometry.ts';
import { laneNeeds } from './lane-needs.ts';
import type { MarkInput } from './marks.ts';
import { toAxisRange, WHOLE } from './view.ts';
import type { TimeScale } from './time-scale.ts';

/** Font sizes of labels in a step, in pixels; in low tracks LARGE would touch the next track. */
const [LARGE, LOW] = [16, 14];
const LOW_ROW = 20;
export const toldSize = ({ lanes }: Pick<Geometry, 'lanes'>) => (lanes.at(-1)!.pitch < LOW_ROW ? LOW : LARGE);
/** Space on both sides of such a label, as its mark is larger. */
const AIR = 6;
/** Width of a label in a step. @param words its width at the font size LARGE */
export const toldWidth = (words: number, size = LARGE) => Math.ceil((words * size) / LARGE) + 2 * AIR;
/** Cost of an event without a label: one that the step is about outweighs all others in view. */
const [MENTIONED, SEEN] = [1000, 1];

export interface Scene {
	/** Rows of events that the step is about. */
	readonly mentioned: ReadonlySet<number>;
	/** Rows of events shown within the step's period. */
	readonly seen: ReadonlySet<number>;
	/** Indices of lanes below the axis that are drawn. */
	readonly lanes: ReadonlySet<number>;
	/** Lanes not drawn, but with a part in the step's events. */
	readonly helped: readonly number[];
	/** Lanes not drawn, and without a part in them. */
	readonly silent: readonly number[];
	/** Acts in view with their tracks; null where acts have no tracks of their own. */
	readonly acts: ActTracks | null;
	/** Period of the step; null is the whole extent. */
	readonly span: Span | null;
}

export interface Telling {
	readonly columns: Columns;
	/** Number of lanes below the axis. */
	readonly lanes: number;
	readonly acts: ActTracks | null;
	readonly known: (row: number) => number;
	/** Rows of events shown, ascending. */
	readonly rows: Rows;
	/** Rows of events begun but not yet public: drawn as outlines without a name. */
	readonly begun: Rows;
	readonly mentioned: readonly number[];
	readonly span: Span | null;
}

/**
 * A step with a period needs the lanes of all events in it. A step without one would need every lane, so it gets only
 * those of the events that it is about.
 */
export function sceneOf({ columns, lanes, acts, known, rows, begun, mentioned, span }: Telling): Scene {
	const { start, end, lane } = columns;
	const meets = (from: number, to: number) => span === null || (from < span.end && to > span.start);
	const isShown = new Set(rows);
	const seen = rows.filter((row) => meets(start[row]!, end[row]!));
	const all = [...seen, ...begun.filter((row) => meets(start[row]!, end[row]!))];
	const named = mentioned.filter((row) => isShown.has(row));
	const isBelow = (row: number) => lane[row]! > 0;
	const spokenOf = span === null && named.some(isBelow) ? named : all;
	const drawn = new Set(spokenOf.filter(isBelow).map((row) => lane[row]!));
	const others = Array.from({ length: lanes }, (_, i) => i + 1).filter((i) => !drawn.has(i));
	const here = spokenOf.filter((row) => isShown.has(row));
	const hasHelped = (other: number) => here.some((row) => isTied(columns, row, other));

	/** Whether an act reaches into the period, including its line to the day on which it became public. */
	const reaches = (row: number) => meets(start[row]!, Math.max(end[row]!, isShown.has(row) ? known(row) + 1 : 0));
	const isThere = new Set([...rows, ...begun]);
	const inView = [...(acts ?? [])].filter(([row]) => isThere.has(row) && reaches(row)).sort((a, b) => a[1] - b[1]);
	return {
		mentioned: new Set(named),
		seen: new Set(seen),
		lanes: drawn,
		helped: others.filter(hasHelped),
		silent: others.filter((other) => !hasHelped(other)),
		acts: acts && new Map(inView.map(([row], i) => [row, i])),
		span,
	};
}

/** All lanes with their costs for the period in view; those not drawn are left out. */
export function sceneLanes(
	{ lanes: drawn, mentioned, seen, span }: Scene,
	lanes: readonly Pick<Lane, 'name' | 'agency'>[],
	markInput: Pick<MarkInput, 'columns' | 'markers' | 'label'>,
	timeScale: TimeScale,
	labelWidth: (row: number) => number,
	width: number,
): LaneNeeds[] {
	const bounds = span ? toAxisRange(timeScale, span) : WHOLE;
	const weight = (row: number) => (mentioned.has(row) ? MENTIONED : seen.has(row) ? SEEN : 0);
	const needs = laneNeeds(lanes, markInput, timeScale, labelWidth, { bounds, weight, first: [...mentioned], width });
	return needs.map((lane, i) => ({ ...lane, isLeftOut: !drawn.has(i + 1) }));
}

/** The side above the axis with one track for each act in view; null where there is none. */
export const sideOf = ({ acts }: Scene, above: SideAbove): SideAbove | null =>
	!acts ? above : acts.size ? { ...above, tracks: acts.size } : null;
