/** A small picture of how long acts took to become public: a row each, and shares of the width. */
import type { TimelineEvent } from '../domain/model/dataset.ts';
import { DAY, type Span } from '../domain/model/when.ts';
import { actRows } from './acts.ts';
import { chapterTime } from './chapter-time.ts';
import { BAR, type Columns } from './columns.ts';

export interface DelayRow {
	/** Row of Columns. */
	readonly event: number;
	readonly isBar: boolean;
	readonly from: number;
	readonly to: number;
	/** Where the day is on which it became public, where that is later. */
	readonly known: number | null;
}

/** @returns what took longest first; nothing where there are too many for a row each, or none was ever late */
export function delayRows(columns: Columns, events: readonly Pick<TimelineEvent, 'known'>[]): readonly DelayRow[] {
	const known = (row: number) => events[row]!.known;
	const rows = [...(actRows(columns, known)?.keys() ?? [])];
	const late = (row: number) => Number.isFinite(known(row)) && known(row) > columns.start[row]!;
	if (!rows.some(late)) return [];
	const spans = rows.map((row): Span => ({ start: columns.start[row]!, end: columns.end[row]! }));
	const days = rows.filter(late).map(known);
	const extent = {
		start: Math.min(...spans.map(({ start }) => start)),
		end: Math.max(...spans.map(({ end }) => end), ...days.map((day) => day + DAY)),
	};
	const { toAxis } = chapterTime({ spans, known: days, markers: [], chapters: [], extent });
	return rows.map((event, i) => ({
		event,
		isBar: (columns.shape[event]! & BAR) > 0,
		from: toAxis(spans[i]!.start),
		to: toAxis(spans[i]!.end),
		known: late(event) ? toAxis(known(event) + DAY / 2) : null,
	}));
}
