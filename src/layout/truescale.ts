/** The static picture of the case at true scale: where each event stands, in per cent of the width. */
import type { Dataset, TimelineEvent } from '../domain/dataset.ts';
import { KINDS } from '../domain/vocabulary.ts';
import { formatDay, isoDay, readWhen, type Span } from '../domain/when.ts';

/** Row height and the room of the axis, in pixels: the picture keeps its height at every width. */
export const ROW = 20;
export const AXIS = 34;

export interface StaticMark {
	readonly id: string;
	readonly title: string;
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
export interface StaticLane {
	readonly name: string;
	/** Agency whose colour it has. */
	readonly agency: string | null;
	readonly y: number;
}
export interface Picture {
	readonly height: number;
	readonly axis: number;
	readonly lanes: readonly StaticLane[];
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

/** Rows without overlap: each event goes to the first row whose last one ended `gap` per cent before it. */
function packed(events: readonly TimelineEvent[], x: (t: number) => number, gap = 1.2): Map<string, number> {
	const ends: number[] = [];
	const rows = new Map<string, number>();
	for (const e of events) {
		const start = x(e.when.start);
		const free = ends.findIndex((end) => end + gap <= start);
		const row = free < 0 ? ends.length : free;
		ends[row] = x(e.when.end);
		rows.set(e.id, row);
	}
	return rows;
}

export function trueScale({ events, agencies, agency, extent, case: story, chapters }: Dataset): Picture {
	const { start, end } = extent;
	const x = (t: number) => ((Math.min(Math.max(t, start), end) - start) / (end - start)) * 100;
	const wide = ({ start: from, end: to }: Span) => ({ x: x(from), width: x(to) - x(from) });
	const above = events.filter((e) => KINDS[e.kind].side === 'above');
	const rows = packed(above, x);
	const depth = Math.max(...rows.values(), 0) + 1;
	const axis = depth * ROW + 16;
	const names = [...new Set(agencies.map((a) => a.lane))];
	const first = axis + AXIS + 8;
	const laneOf = (e: TimelineEvent) => names.indexOf(agency.get(e.agencies[0]!)!.lane);

	const marks = events.map((e): StaticMark => {
		const up = KINDS[e.kind].side === 'above';
		return {
			id: e.id,
			title: e.title,
			agency: up ? null : e.agencies[0]!,
			bar: e.when.text.includes('/') || e.extent !== undefined,
			alleged: e.standing.kind === 'alleged',
			within: e.extent === 'within',
			...wide(e.when),
			y: up ? 12 + (rows.get(e.id)! + 0.5) * ROW : first + (laneOf(e) + 0.5) * (ROW + 6),
		};
	});
	const years = Array.from({ length: Number(isoDay(end).slice(0, 4)) - Number(isoDay(start).slice(0, 4)) }, (_, i) => {
		const year = String(Number(isoDay(start).slice(0, 4)) + i + 1);
		return { x: x(readWhen(year).start), label: year, alternate: i % 2 === 1 };
	});
	return {
		height: first + names.length * (ROW + 6) + 22,
		axis,
		lanes: [
			{ name: 'Alleged operation', agency: null, y: 12 + ROW / 2 },
			...names.map((name, i) => ({
				name,
				agency: agencies.find((a) => a.lane === name)!.id,
				y: first + (i + 0.5) * (ROW + 6),
			})),
		],
		marks,
		years,
		markers: story.markers.map((m) => ({
			x: x(readWhen(m.when).start),
			label: `${m.label}, ${formatDay(readWhen(m.when).start)}`,
		})),
		chapters: chapters.map((c, i) => ({ id: c.id, ...wide(c), shaded: i % 2 === 0 })),
	};
}
