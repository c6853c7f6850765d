/** Data of the figure of delays: how long each act took to become public, on a time scale of the figure's own. */
import type { Dataset, TimelineEvent } from '../domain/model/dataset.ts';
import { DAY, type Span } from '../domain/model/when.ts';
import { actTracks } from './acts.ts';
import { chapterTime } from './chapter-time.ts';
import { BAR, toColumns, WITHIN } from './columns.ts';
import { lanesOf } from './lanes.ts';
import { trueTime, type TimeScale } from './time-scale.ts';

export interface DelayEntry {
	readonly event: TimelineEvent;
	readonly isBar: boolean;
	/** It happened at an unknown time within the bar: hatched. */
	readonly isWithin: boolean;
	/** Ends of the act, as shares of the scale. */
	readonly from: number;
	readonly to: number;
	/** The day on which it became public, as a share of the scale; null where that was at once. */
	readonly known: number | null;
}
export interface Delays {
	/** Longest delay first. */
	readonly entries: readonly DelayEntry[];
	readonly timeScale: TimeScale;
	readonly extent: Span;
	/** The scale is true: all days are equally wide. */
	readonly isTrue: boolean;
}

/** If half of the entries would be shorter than this share of a true scale, an elastic one is used instead. */
const SHORT = 0.04;

/**
 * @param short an entry shorter than this share of the scale can hardly be seen; larger for small pictures
 * @returns null where there are too many acts for a line each, or none became public late
 */
export function delaysOf(
	dataset: Pick<Dataset, 'events' | 'agency' | 'extent' | 'agencies'>,
	short = SHORT,
): Delays | null {
	const { events } = dataset;
	const lanes = lanesOf(dataset).map(({ name }) => name);
	const columns = toColumns(dataset, lanes);
	const known = (row: number) => events[row]!.known;
	const rows = [...(actTracks(columns, known)?.keys() ?? [])];
	const late = (row: number) => Number.isFinite(known(row)) && known(row) > columns.start[row]!;
	if (!rows.some(late)) return null;
	const spans = rows.map((row): Span => ({ start: columns.start[row]!, end: columns.end[row]! }));
	const days = rows.filter(late).map(known);
	const ends = rows.map((row, i) => Math.max(spans[i]!.end, late(row) ? known(row) + DAY : 0));
	const extent = { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...ends) };
	const shares = ends.map((end, i) => (end - spans[i]!.start) / (extent.end - extent.start)).sort((a, b) => a - b);
	const isTrue = shares[Math.floor(shares.length / 2)]! >= short;
	const timeScale = isTrue ? trueTime(extent) : chapterTime({ spans, known: days, markers: [], chapters: [], extent });
	const { toAxis } = timeScale;
	return {
		...{ timeScale, extent, isTrue },
		entries: rows.map((row, i) => ({
			event: events[row]!,
			isBar: (columns.shape[row]! & BAR) > 0,
			isWithin: (columns.shape[row]! & WITHIN) > 0,
			from: toAxis(spans[i]!.start),
			to: toAxis(spans[i]!.end),
			known: late(row) ? toAxis(known(row) + DAY / 2) : null,
		})),
	};
}
