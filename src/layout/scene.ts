/** What the chart draws while a step of a story is told: the lanes and acts that the step needs, and no others. */
import type { Span } from '../domain/model/when.ts';
import type { ActTracks } from './acts.ts';
import { isTied, type Columns, type Rows } from './columns.ts';
import type { Geometry, Lane, LaneNeeds, SideAbove } from './geometry.ts';
import { laneNeeds } from './lane-needs.ts';
import type { MarkInput } from './marks.ts';
import { toAxisRange, WHOLE } from './view.ts';
import type { TimeScale } from './time-scale.ts';

/** Letters of what is told, in pixels; in low tracks they would touch those of the next. */
const [LARGE, LOW] = [16, 14];
const LOW_ROW = 20;
export const toldSize = ({ lanes }: Pick<Geometry, 'lanes'>) => (lanes.at(-1)!.pitch < LOW_ROW ? LOW : LARGE);
/** On both sides of a label of what is told, as its mark is larger. */
const AIR = 6;
/** @param words their width in large letters */
export const toldWidth = (words: number, size = LARGE) => Math.ceil((words * size) / LARGE) + 2 * AIR;
/** Of an event that has no label: one that the step speaks of outweighs all others in view. */
const [SPOKEN, SEEN] = [1000, 1];

export interface Scene {
	/** Events that the step speaks of. */
	readonly spoken: ReadonlySet<number>;
	/** What is shown in the stretch of time that is told of. */
	readonly seen: ReadonlySet<number>;
	/** Lanes below the axis that are drawn. */
	readonly lanes: ReadonlySet<number>;
	/** Others, whose agencies took part in what is told. */
	readonly helped: readonly number[];
	/** Others, of which there is nothing. */
	readonly silent: readonly number[];
	/** Acts in view, each with its track; null where acts have no tracks of their own. */
	readonly acts: ActTracks | null;
	/** Stretch of time that is told of; null is all of it. */
	readonly span: Span | null;
}

export interface Telling {
	readonly columns: Columns;
	/** How many lanes there are below the axis. */
	readonly lanes: number;
	readonly acts: ActTracks | null;
	readonly known: (row: number) => number;
	/** What is shown, ascending. */
	readonly rows: Rows;
	/** What had begun and was not yet public: it has a place and no name. */
	readonly begun: Rows;
	readonly spoken: readonly number[];
	readonly span: Span | null;
}

/**
 * In a stretch of time all that is in it is told of. Over the whole time everything would be: there the lanes are those
 * of the events that are spoken of.
 */
export function sceneOf({ columns, lanes, acts, known, rows, begun, spoken, span }: Telling): Scene {
	const { start, end, lane } = columns;
	const meets = (from: number, to: number) => span === null || (from < span.end && to > span.start);
	const isShown = new Set(rows);
	const seen = rows.filter((row) => meets(start[row]!, end[row]!));
	const all = [...seen, ...begun.filter((row) => meets(start[row]!, end[row]!))];
	const named = spoken.filter((row) => isShown.has(row));
	const isBelow = (row: number) => lane[row]! > 0;
	const spokenOf = span === null && named.some(isBelow) ? named : all;
	const drawn = new Set(spokenOf.filter(isBelow).map((row) => lane[row]!));
	const others = Array.from({ length: lanes }, (_, i) => i + 1).filter((i) => !drawn.has(i));
	const here = spokenOf.filter((row) => isShown.has(row));
	const hasHelped = (other: number) => here.some((row) => isTied(columns, row, other));

	/** The line to the day on which it became public counts as part of an act. */
	const reaches = (row: number) => meets(start[row]!, Math.max(end[row]!, isShown.has(row) ? known(row) + 1 : 0));
	const isThere = new Set([...rows, ...begun]);
	const inView = [...(acts ?? [])].filter(([row]) => isThere.has(row) && reaches(row)).sort((a, b) => a[1] - b[1]);
	return {
		spoken: new Set(named),
		seen: new Set(seen),
		lanes: drawn,
		helped: others.filter(hasHelped),
		silent: others.filter((other) => !hasHelped(other)),
		acts: acts && new Map(inView.map(([row], i) => [row, i])),
		span,
	};
}

/** All lanes, with as many tracks for each that is drawn as what is in view has labels for. */
export function sceneLanes(
	{ lanes: drawn, spoken, seen, span }: Scene,
	lanes: readonly Pick<Lane, 'name' | 'agency'>[],
	markInput: Pick<MarkInput, 'columns' | 'markers' | 'label'>,
	timeScale: TimeScale,
	labelWidth: (row: number) => number,
	width: number,
): LaneNeeds[] {
	const bounds = span ? toAxisRange(timeScale, span) : WHOLE;
	const weight = (row: number) => (spoken.has(row) ? SPOKEN : seen.has(row) ? SEEN : 0);
	const needs = laneNeeds(lanes, markInput, timeScale, labelWidth, { bounds, weight, first: [...spoken], width });
	return needs.map((lane, i) => ({ ...lane, isLeftOut: !drawn.has(i + 1) }));
}

/** The side above the axis with as many tracks as acts are in view, or nothing. */
export const sideOf = ({ acts }: Scene, above: SideAbove): SideAbove | null =>
	!acts ? above : acts.size ? { ...above, tracks: acts.size } : null;
