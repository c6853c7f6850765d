/**
 * The side above the axis where it holds few events: each has a track of its own, and in it the line from what happened
 * to the day it became public. What took longest is on top, so that the gap is what is seen first.
 */
import { DAY } from '../domain/model/when.ts';
import { BAR, type Columns, type Rows } from './columns.ts';
import { middle, type Lane } from './geometry.ts';
import type { Mark } from './marks.ts';
import { axisEnds, type Item } from './placed.ts';
import type { TimeScale } from './time-scale.ts';

/** With more of them tracks would take the room of the lanes. */
const FEW = 14;
/** Delays of about a year and more are compared by when they began, the others by how long they are. */
const LONG = 300 * DAY;
/** A day of becoming public is drawn at its middle, as a moment is. */
const NOON = DAY / 2;

/** Row of Columns → track above the axis. */
export type ActTracks = ReadonlyMap<number, number>;

/** @param known when an event became public: epoch ms, UTC @returns null where there are too many for a track each */
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

/** Those that have a track. */
export function placedAsActs(columns: Columns, rows: Rows, acts: ActTracks, timeScale: TimeScale): Item[] {
	const placed = rows.filter((row) => acts.has(row));
	return Array.from(placed, (event) => {
		const [w0, w1] = axisEnds(columns, event, timeScale);
		return { lane: 0, track: acts.get(event)!, rows: Uint32Array.of(event), count: 1, w0, w1, r0: w0, r1: w1 };
	});
}

/** Every one that has a label shows it: its track holds nothing else. */
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

/** So many acts that became public on one day make it the day that they share. */
const SEVERAL = 3;

/** The day on which most acts became public at once, if several did: epoch ms, UTC. */
export function daySharedBy({ lane, end, length }: Columns, known: (row: number) => number): number | null {
	const late = Array.from({ length }, (_, row) => row).filter((row) => lane[row] === 0 && known(row) >= end[row]!);
	const on = (day: number) => late.filter((row) => known(row) === day).length;
	const days = [...new Set(late.map(known))];
	const day = days.reduce((a, b) => (on(b) > on(a) ? b : a), days[0] ?? 0);
	return on(day) >= SEVERAL ? day : null;
}

/** The vertical line of the day that several acts share, from the topmost of them down to what else came that day. */
export interface SharedLine {
	readonly w: number;
	/** Height of the topmost act, and of the lowest mark below the axis, if any. */
	readonly top: number;
	readonly bottom: number | null;
}

/** @param others marks below the axis @returns null where no act that is shown became public then */
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
