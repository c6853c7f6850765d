/** The events as parallel arrays in time order. Code that runs during gestures reads only these, for speed. */
import { bisectLeft } from './bisect.ts';
import type { Dataset, TimelineEvent } from '../domain/model/dataset.ts';
import { DAY } from '../domain/model/when.ts';

/** How a mark is drawn; bits of `Columns.shape`. */
export const BAR = 1;
/** It happened at an unknown time within the bar: hatched. */
export const WITHIN = 2;
export const ABOUT_START = 4;
export const ABOUT_END = 8;
export const OPEN_START = 16;
export const OPEN_END = 32;

/** Row i is the i-th event in time order. Times are epoch ms, UTC; open ends reach to the extent. */
export interface Columns {
	readonly length: number;
	readonly start: Float64Array;
	readonly end: Float64Array;
	/** Index of the event's own lane; 0 is above the axis. */
	readonly lane: Uint8Array;
	/** Bit n of ties[row + length · k] is set if the event has a tie in lane 32 · k + n. */
	readonly ties: Uint32Array;
	/** 0 core, 1 related, 2 context: the order in which events get labels. */
	readonly tier: Uint8Array;
	readonly shape: Uint8Array;
}

/** Bits of one number in `ties`. */
export const LANES_AT_ONCE = 32;
const TIERS = { core: 0, related: 1, context: 2 } as const;

export function shapeOf({ when, coverage }: TimelineEvent): number {
	const { from, to } = when;
	const bar = when.end - when.start > DAY;
	return (
		(bar ? BAR : 0) |
		(coverage === 'within' ? WITHIN : 0) |
		(from?.approximate ? ABOUT_START : 0) |
		(to?.approximate ? ABOUT_END : 0) |
		(from ? 0 : OPEN_START) |
		(to ? 0 : OPEN_END)
	);
}

/** @param lanes names of the lanes below the axis, in order */
export function toColumns(
	{ events, agency, extent }: Pick<Dataset, 'events' | 'agency' | 'extent'>,
	lanes: readonly string[],
): Columns {
	const laneOf = (id: string) => lanes.indexOf(agency.get(id)!.lane) + 1;
	const homes = events.map((e) => (e.side === 'above' ? 0 : laneOf(e.agencies[0]!)));
	const lane = Uint8Array.from(homes);
	const ties = new Uint32Array(events.length * Math.ceil((lanes.length + 1) / LANES_AT_ONCE));
	events.forEach((e, i) => {
		for (const other of e.agencies.map(laneOf).filter((l) => l !== homes[i]))
			ties[i + events.length * Math.floor(other / LANES_AT_ONCE)]! |= 1 << (other % LANES_AT_ONCE);
	});
	return {
		length: events.length,
		start: Float64Array.from(events, (e) => Math.max(e.when.start, extent.start)),
		end: Float64Array.from(events, (e) => Math.min(e.when.end, extent.end)),
		lane,
		ties,
		tier: Uint8Array.from(events, (e) => TIERS[e.tier]),
		shape: Uint8Array.from(events, shapeOf),
	};
}

/** Whether an agency of a lane took part in an event of another lane. */
export const isTied = ({ ties, length }: Columns, row: number, lane: number) =>
	(ties[row + length * Math.floor(lane / LANES_AT_ONCE)]! & (1 << (lane % LANES_AT_ONCE))) !== 0;

/** Rows of Columns, ascending. */
export type Rows = Uint32Array;

/** How many of the rows come before a row: its index, if it is among them. O(log n). */
export const rankOf = (rows: Rows, row: number) => bisectLeft(rows, row);
export const holds = (rows: Rows, row: number) => rows[rankOf(rows, row)] === row;
