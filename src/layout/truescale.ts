/** The static picture of the case at true scale, in per cent across, with the measures of the chart that takes its place. */
import type { Dataset, TimelineEvent } from '../domain/model/dataset.ts';
import { KINDS } from '../domain/model/vocabulary.ts';
import { DAY, formatDay, isoDay, readWhen, type Span } from '../domain/model/when.ts';
import { AXIS, geometry, middle, ROWS_ABOVE, type Geometry } from './geometry.ts';

export interface StaticMark {
	readonly id: string;
	/** Agency id, or null for an operation. */
	readonly agency: string | null;
	readonly bar: boolean;
	readonly alleged: boolean;
	readonly within: boolean;
	/** Per cent. */
	readonly x: number;
	readonly width: number;
	/** Pixels, middle of the row. */
	readonly y: number;
}
export interface Picture extends Geometry {
	readonly marks: readonly StaticMark[];
	readonly years: readonly { readonly x: number; readonly label: string; readonly alternate: boolean }[];
	readonly markers: readonly { readonly x: number; readonly label: string }[];
	readonly chapters: readonly {
		readonly id: string;
		readonly x: number;
		readonly width: number;
		readonly shaded: boolean;
	}[];
}
export { AXIS };

/** Rows without overlap: each event goes to the first row whose last one ended `gap` per cent before it. */
function packed(events: readonly TimelineEvent[], x: (t: number) => number, gap = 1.2): Map<string, number> {
	const ends: number[] = [];
	const rows = new Map<string, number>();
	for (const e of events) {
		const free = ends.findIndex((end) => end + gap <= x(e.when.start));
		const row = free < 0 ? Math.min(ends.length, ROWS_ABOVE - 1) : free;
		ends[row] = x(e.when.end);
		rows.set(e.id, row);
	}
	return rows;
}

export function trueScale(dataset: Dataset): Picture {
	const { events, agency, extent, case: story, chapters } = dataset;
	const { start, end } = extent;
	const x = (t: number) => ((Math.min(Math.max(t, start), end) - start) / (end - start)) * 100;
	const wide = ({ start: from, end: to }: Span) => ({ x: x(from), width: x(to) - x(from) });
	const measures = geometry(dataset);
	const isAbove = (e: TimelineEvent) => KINDS[e.kind].side === 'above';
	const rows = packed(events.filter(isAbove), x);
	const laneOf = (e: TimelineEvent) =>
		isAbove(e) ? measures.lanes[0]! : measures.lanes.find((l) => l.name === agency.get(e.agencies[0]!)!.lane)!;

	const first = Number(isoDay(start).slice(0, 4)) + 1;
	const last = Number(isoDay(end).slice(0, 4));
	return {
		...measures,
		marks: events.map((e) => ({
			id: e.id,
			agency: isAbove(e) ? null : e.agencies[0]!,
			bar: e.when.end - e.when.start > DAY,
			alleged: e.standing.kind === 'alleged',
			within: e.extent === 'within',
			...wide(e.when),
			y: middle(laneOf(e), rows.get(e.id) ?? 0),
		})),
		years: Array.from({ length: last - first + 1 }, (_, i) => ({
			x: x(readWhen(String(first + i)).start),
			label: String(first + i),
			alternate: i % 2 === 1,
		})),
		markers: story.markers.map((m) => ({
			x: x(readWhen(m.when).start),
			label: `${m.label}, ${formatDay(readWhen(m.when).start)}`,
		})),
		chapters: chapters.map((c, i) => ({ id: c.id, ...wide(c), shaded: i % 2 === 0 })),
	};
}
