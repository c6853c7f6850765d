/**
 * Layout above the axis where there are few events (acts): each gets a track of its own, which also holds the line to
 * the day it became public. The longest delays are on top, so that readers see the gap first.
 */
import { DAY } from '../domain/model/when.ts';
import { BAR, type Columns, type Rows } from './columns.ts';
import { middle, type Lane } from './geometry.ts';
import type { Mark } from './marks.ts';
import { axisEnds, type Item } from './placed.ts';
import type { TimeScale } from './time-scale.ts';

/** With more acts, their tracks would leave too little room for the lanes. */
const FEW = 14;
/** Acts with delays above this (about a year) are sorted by when they began, the others by the length of the delay. */
const LONG = 300 * DAY;
/** Days are drawn at their middle, as moments are. */
const NOON = DAY / 2;

/** Row of Columns → track above the axis. */
export type ActTracks = ReadonlyMap<number, number>;

/** @param known when an event became public: epoch ms, UTC @returns null where there are too many acts */
export function actTracks({ length, lane, start }: Columns, known: (row: number) => number): ActTracks | null {
	const acts = Array.from({ length }, (_, row) => row).filter((row) => lane[row] === 0);
	if (acts.length > FEW) return null;
	const delay = (row: number) => known(row) - start[row]!;
	const order = acts.sort((a, b) => {
		const [isLong, isOtherLong] = [delay(a) > LONG, delay(b) > LONG];
		if (isLong !== isOtherLong) return isLong ? -1 : 1;
		return (isLong ? start[a]! - start[b]! : delay(b) - delay(a)) || a - b;
	});
	return new Map(order.map((row, i) => [row, i]));
}

/** Items for the acts among some rows. */
export function placedAsActs(columns: Columns, rows: Rows, acts: ActTracks, timeScale: TimeScale): Item[] {
	const placed = rows.filter((row) => acts.has(row));
	return Array.from(placed, (event) => {
		const [w0, w1] = axisEnds(columns, event, timeScale);
		return { lane: 0, track: acts.get(event)!, rows: Uint32Array.of(event), count: 1, w0, w1, r0: w0, r1: w1 };
	});
}

/** Marks of acts. Every label is shown, since nothing else is in its track. */
export function actMarks(
	items: readonly Item[],
	{ shape }: Columns,
	lane: Lane,
	timeScale: TimeScale,
	label: (row: number) => string,
	widthOf: (row: number) => number,
	known: (row: number) => number,
): Mark[] {
	return items.map((item): Mark => {
		const event = item.rows[0]!;
		const knownAt = timeScale.toAxis(known(event) + NOON);
		return {
			...item,
			...{ event, last: event, shape: shape[event]!, y: middle(lane, item.track), ties: [], crossings: [] },
			...{ label: label(event), placement: label(event) ? 'act' : null, labelWidth: widthOf(event) },
			knownAt: knownAt > (shape[event]! & BAR ? item.w1 : item.w0) ? knownAt : null,
		};
	});
}

/** From this many acts that became public on one day, a line marks that day as shared. */
const SEVERAL = 3;

/** The day on which most acts became public (epoch ms, UTC); null where fewer than SEVERAL did. */
export function daySharedBy({ lane, end, length }: Columns, known: (row: number) => number): number | null {
	const late = Array.from({ length }, (_, row) => row).filter((row) => lane[row] === 0 && known(row) >= end[row]!);
	const on = (day: number) => late.filter((row) => known(row) === day).length;
	const days = [...new Set(late.map(known))];
	const day = days.reduce((a, b) => (on(b) > on(a) ? b : a), days[0] ?? 0);
	return on(day) >= SEVERAL ? day : null;
}

/** The vertical line at the shared day, from the topmost of its acts down to what happened below the axis that day. */
export interface SharedLine {
	readonly w: number;
	/** y of the topmost act. */
	readonly top: number;
	/** y of the lowest mark of that day below the axis, if there is one. */
	readonly bottom: number | null;
}

/** @param others all other marks @returns null where no act that is shown became public on the day */
export function sharedLine(
	day: number,
	acts: readonly Mark[],
	others: readonly Mark[],
	{ start }: Columns,
	known: (row: number) => number,
): SharedLine | null {
	const ended = acts.filter((m) => m.knownAt !== null && known(m.event) === day);
	if (ended.length === 0) return null;
	const that = others.filter((m) => m.lane > 0 && m.count === 1 && start[m.event] === day && !(m.shape & BAR));
	return {
		w: ended[0]!.knownAt!,
		top: Math.min(...ended.map((m) => m.y)),
		bottom: that.length ? Math.max(...that.map((m) => m.y)) : null,
	};
}
