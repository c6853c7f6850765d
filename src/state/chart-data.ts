/** The inputs of a chart: its data, and the state of the reader that it follows. */
import type { Span } from '../domain/model/when.ts';
import type { ActTracks } from '../layout/acts.ts';
import type { Columns, Rows } from '../layout/columns.ts';
import type { Geometry } from '../layout/geometry.ts';
import type { Scene } from '../layout/scene.ts';
import type { TimeScale } from '../layout/time-scale.ts';

/** Uses of text in the chart, each with its own size and weight. */
export type Font = 'label' | 'core' | 'year' | 'month' | 'day' | 'told' | 'note';

/** The room for the whole chart, in pixels. */
export interface Room {
	/** Width of the plot. */
	readonly width: number;
	/** Height available. */
	readonly room: number;
	/** Height available above a step of the story. */
	readonly roomTold: number;
	/** An event is open below it, so the chart is reduced to a strip. */
	readonly isStrip: boolean;
	/** What to draw for the step of the story below it; null where there is none. */
	readonly scene: Scene | null;
}

/** What the chart draws. Texts are functions of a row, called only for what is drawn. */
export interface ChartData {
	readonly columns: Columns;
	readonly geometry: (room: Room) => Geometry;
	/** Elastic time, computed from all events whatever is shown. */
	readonly elastic: TimeScale;
	/** Tracks of the acts, where each has one of its own; else null. */
	readonly acts: ActTracks | null;
	/** The day on which several acts became public together (epoch ms, UTC), or null. */
	readonly sharedDay: number | null;
	readonly extent: Span;
	/** Vertical lines across all tracks: those of markers and of the shared day. */
	readonly lines: readonly { readonly at: number }[];
	readonly markers: readonly { readonly at: number; readonly label: string }[];
	readonly chapters: readonly (Span & { readonly id: string; readonly title: string })[];
	readonly label: (row: number) => string;
	/** The annotation beside an event; '' for most. */
	readonly note: (row: number) => string;
	/** "title, date in words, agencies, status, n quotes" */
	readonly name: (row: number) => string;
	/** "n events, span in words, lane" */
	readonly clusterName: (count: number, first: number, last: number) => string;
	/** Title and date, for lists of events. */
	readonly title: (row: number) => { readonly title: string; readonly when: string };
	/** "date in words · agencies", shown under the label on hover */
	readonly about: (row: number) => string;
	/** Rows of events that it responds to or that respond to it. */
	readonly threads: (row: number) => readonly number[];
	readonly threadWords: (row: number) => string;
	/** When it became public: epoch ms, UTC. */
	readonly known: (row: number) => number;
	/** The delay in words: "public 379 days later". */
	readonly delay: (row: number) => string;
}

/** The part of the reader's state that the chart follows, and what it reports back. */
export interface Reader {
	readonly rows: Rows;
	/** Events not yet public on the day of knowledge. */
	readonly unpublished: Rows;
	/** The day of knowledge (epoch ms of its midnight, UTC); null is today. */
	readonly asOf: number | null;
	/** Events filtered out; they keep their places. */
	readonly left: Rows;
	readonly span: Span | null;
	readonly trueScale: boolean;
	readonly known: boolean;
	/** Row of the chosen event, or -1. */
	readonly chosen: number;
	/** The chosen event is open below the chart. */
	readonly isReading: boolean;
	/** What to draw for the current step of the story; null where there is none. */
	readonly scene: Scene | null;
	readonly show: (span: Span | null) => void;
	readonly rest: () => void;
	/** @param from the element to which Escape returns focus */
	readonly choose: (row: number, from: HTMLElement | null) => void;
}
