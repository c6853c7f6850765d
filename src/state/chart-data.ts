/** What a chart is made of, and how it follows the reader. */
import type { Span } from '../domain/model/when.ts';
import type { ActTracks } from '../layout/acts.ts';
import type { Columns, Rows } from '../layout/columns.ts';
import type { Geometry } from '../layout/geometry.ts';
import type { Scene } from '../layout/scene.ts';
import type { TimeScale } from '../layout/time-scale.ts';

/** What words are drawn for: each has its size and weight. */
export type Font = 'label' | 'core' | 'year' | 'month' | 'day' | 'told' | 'note';

/** What all of the chart is to fit into, in pixels. */
export interface Room {
	/** Of the plot. */
	readonly width: number;
	readonly room: number;
	/** The same above a step of the story. */
	readonly roomTold: number;
	/** An event is read below it. */
	readonly isStrip: boolean;
	/** A step of the story is told below it. */
	readonly scene: Scene | null;
}

/** What the chart draws: columns, measures, and the words of a row, read only for what is drawn. */
export interface ChartData {
	readonly columns: Columns;
	readonly geometry: (room: Room) => Geometry;
	/** Elastic time, of all events whatever is shown. */
	readonly elastic: TimeScale;
	/** Rows of the events above the axis, where each has one of its own. */
	readonly acts: ActTracks | null;
	/** The day on which several acts became public at once. */
	readonly sharedDay: number | null;
	readonly extent: Span;
	/** Lines across all tracks: those of markers, and of the day shared by acts. */
	readonly lines: readonly { readonly at: number }[];
	readonly markers: readonly { readonly at: number; readonly label: string }[];
	readonly chapters: readonly (Span & { readonly id: string; readonly title: string })[];
	readonly label: (row: number) => string;
	/** A few words of ours beside an event, where there is room; empty for most. */
	readonly note: (row: number) => string;
	/** "title, date in words, agencies, status, n quotes" */
	readonly name: (row: number) => string;
	/** "n events, span in words" */
	readonly clusterName: (count: number, first: number, last: number) => string;
	/** Title and date, for a list. */
	readonly title: (row: number) => { readonly title: string; readonly when: string };
	/** "date in words · agencies", under its label where it is pointed at */
	readonly about: (row: number) => string;
	/** Rows it follows and rows that follow it. */
	readonly threads: (row: number) => readonly number[];
	readonly threadWords: (row: number) => string;
	/** When it became public: epoch ms, UTC. */
	readonly known: (row: number) => number;
	/** The same in words, as a delay: "public 379 days later". */
	readonly delay: (row: number) => string;
}

/** The reader, as far as the chart goes: what to follow, and what to tell. */
export interface Reader {
	readonly rows: Rows;
	/** Not yet public on the day the page is turned to. */
	readonly unpublished: Rows;
	/** The day the page is turned to (epoch ms of its midnight, UTC); null is today. */
	readonly asOf: number | null;
	/** Held back by filters: they keep their places. */
	readonly left: Rows;
	readonly span: Span | null;
	readonly trueScale: boolean;
	readonly known: boolean;
	/** Row of the chosen event, or -1. */
	readonly chosen: number;
	/** The chosen event is open below the chart. */
	readonly isReading: boolean;
	/** What is drawn while a step of the story is told; null otherwise. */
	readonly scene: Scene | null;
	readonly show: (span: Span | null) => void;
	readonly rest: () => void;
	/** @param from where Escape leads back to */
	readonly choose: (row: number, from: HTMLElement | null) => void;
}
