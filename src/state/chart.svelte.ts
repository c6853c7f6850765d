/** The chart's own state: a width, and what follows from it, the span and what passes. Per frame it reads columns, never objects. */
import { createContext } from 'svelte';
import { DAY, type Span } from '../domain/when.ts';
import { holds, type Columns, type Rows } from '../layout/columns.ts';
import { parted, together } from '../layout/ghosts.ts';
import { middle, type Geometry } from '../layout/geometry.ts';
import { GAP } from '../layout/labels.ts';
import { labelled, scaled, type Mark } from '../layout/marks.ts';
import { isReaching, piled } from '../layout/piles.ts';
import { carriedIn, CROWDED, grid, isCrowded, placedByCell } from '../layout/crowded.ts';
import { byLane, placedExactly, type Item } from '../layout/placed.ts';
import { breaks, ticks, type Measure } from '../layout/ticks.ts';
import { octaveOf, scaleOf, toSpan, toStretch, WHOLE, type Stretch } from '../layout/view.ts';
import { elasticTime, trueTime } from '../layout/warp.ts';

/** What the chart draws: columns, measures, and the words of a row, read only for what is drawn. */
export interface ChartData {
	readonly columns: Columns;
	readonly geometry: Geometry;
	readonly extent: Span;
	readonly markers: readonly { readonly at: number; readonly label: string }[];
	readonly chapters: readonly (Span & { readonly id: string; readonly title: string })[];
	readonly label: (row: number) => string;
	/** "title, date in words, agencies, status, n quotes" */
	readonly name: (row: number) => string;
	/** "n events, span in words" */
	readonly clusterName: (count: number, first: number, last: number) => string;
	/** Title and date, for a list. */
	readonly title: (row: number) => { readonly title: string; readonly when: string };
	/** Rows it follows and rows that follow it. */
	readonly threads: (row: number) => readonly number[];
	readonly threadWords: (row: number) => string;
	/** When it became public: epoch ms, UTC. */
	readonly known: (row: number) => number;
}

/** The reader, as far as the chart goes: what to follow, and what to tell. */
export interface Reader {
	readonly rows: Rows;
	/** Not yet public on the day the page is turned to. */
	readonly ghosts: Rows;
	readonly span: Span | null;
	readonly trueScale: boolean;
	readonly known: boolean;
	readonly isSwitching: boolean;
	/** Row of the chosen event, or -1. */
	readonly chosen: number;
	readonly show: (span: Span | null) => void;
	readonly rest: () => void;
	/** @param from where Escape leads back to */
	readonly choose: (row: number, from: HTMLElement | null) => void;
}

/** What words are drawn for: each has its size and weight. */
type Font = 'label' | 'year' | 'month' | 'day';

/** Room for the ring around the chosen mark, in pixels. */
const RING = 4;
/** Share of the view laid out beyond each of its ends, so that a pan only moves what is there. */
const OVERSCAN = 1 / 8;
/** Views laid out: the one seen, what is beyond its ends, and the step by which that moves. */
const LAID_OUT = 1 + 3 * OVERSCAN;
/** How often in an octave labels are decided: more would let them change while a finger zooms. */
const LABELLINGS = 4;
/** Numbers of the view are compared after rounding, so that a pan, which keeps its length, does not seem to zoom. */
const steady = (n: number) => Number(n.toPrecision(10));

export class Chart {
	readonly data!: ChartData;
	readonly reader!: Reader;
	readonly #measure!: (text: string, font: Font) => number;

	/** Of the plot, in pixels. */
	width = $state.raw(0);
	/** Row that has focus in the chart, or -1. */
	focused = $state.raw(-1);

	#elastic = $derived.by(() => elasticTime(this.data.columns, this.data.extent));
	warp = $derived.by(() => (this.reader.trueScale ? trueTime(this.data.extent) : this.#elastic));
	lanes = $derived.by(() => byLane(this.data.columns, this.reader.rows, this.data.geometry.lanes.length));
	/** With the events that are not yet public: they take room, so that nothing moves when they become so. */
	#placing = $derived.by(() => {
		const { rows, ghosts } = this.reader;
		if (ghosts.length === 0) return this.lanes;
		return byLane(this.data.columns, together(rows, ghosts), this.data.geometry.lanes.length);
	});

	stretch: Stretch = $derived.by(() => (this.reader.span ? toStretch(this.warp, this.reader.span) : WHOLE));
	span = $derived.by(() => toSpan(this.warp, this.stretch));
	scale = $derived.by(() => steady(scaleOf(this.stretch, Math.max(this.width, 1))));
	#octave = $derived.by(() => octaveOf(this.scale, Math.max(this.width, 1)));

	/** Where the laid-out part begins, in W: it moves in steps, so that most frames of a pan change nothing but the translation. */
	base = $derived.by(() => {
		const step = OVERSCAN * (Math.max(this.width, 1) / this.scale);
		return steady(Math.floor(this.stretch.from / step + 1e-9) * step - step);
	});
	/** Pixels by which the laid-out part stands left of the view. */
	shift = $derived.by(() => (this.stretch.from - this.base) * this.scale);
	#reach = $derived.by(() => this.base + LAID_OUT * (Math.max(this.width, 1) / this.scale));

	#grid = $derived.by(() => grid(Math.max(this.width, 1) * 2 ** this.#octave, this.lanes.length));
	/** Lanes that can be laid out whole at this octave; null where more would be in view, somewhere, than can be drawn. */
	#exact = $derived.by(() =>
		this.#placing.map((lane, i) => {
			if (lane.home.length > CROWDED) return null;
			const items = placedExactly(this.data.columns, i, lane, this.warp, this.#grid.scale, this.#labelWidth);
			return isCrowded(items, this.#grid, LAID_OUT * 2 ** -this.#octave) ? null : items;
		}),
	);
	#placed = $derived.by((): Item[] =>
		this.#placing.flatMap((lane, i) => {
			const exact = this.#exact[i];
			if (exact) return exact;
			const { columns } = this.data;
			return [
				...carriedIn(columns, i, lane, this.warp, this.#grid, this.base),
				...placedByCell(columns, i, lane, this.warp, this.#grid, this.base, this.#reach),
			];
		}),
	);

	#parted = $derived.by(() => parted(this.#placed, this.reader.ghosts, this.data.columns, this.warp));
	items = $derived.by(() => this.#parted.shown);
	/** Places of events that are not yet public. */
	ghosts = $derived.by(() => this.#parted.hidden.filter((m) => m.r1 >= this.base && m.r0 <= this.#reach));

	/** Labels are decided a few times in an octave: distances only grow, so what had room keeps it until the next time. */
	#labelScale = $derived.by(() => {
		const width = Math.max(this.width, 1);
		return width * 2 ** (Math.floor(Math.log2(this.scale / width) * LABELLINGS + 1e-9) / LABELLINGS);
	});
	/** Everything placed and labelled, in time order, whether or not it is in view: so labels hold still in a pan. */
	#marks = $derived.by((): Mark[] =>
		labelled(this.data, this.items, this.warp, this.#labelScale, this.#shownWidth, [
			this.reader.chosen,
			this.focused,
		]).sort((a, b) => a.event - b.event),
	);
	#near = $derived.by((): Mark[] => {
		// A moment stands at the middle of its day, and its day may be in view without that.
		const { start, end } = this.#window;
		const [from, to] = [this.warp.toW(start - DAY / 2), this.warp.toW(end + DAY / 2)];
		return scaled(
			this.#marks.filter((m) => m.r1 >= from && m.r0 <= to),
			this.scale,
			this.#labelScale,
		);
	});
	#isReaching = $derived.by(() => this.#near.some((m) => isReaching(m, this.scale)));
	/** What is drawn, in time order. Where none of a cluster's events reaches into the view without it, a pan leaves this as it is. */
	marks = $derived.by((): readonly Mark[] => {
		if (!this.#isReaching) return this.#near;
		const view = { from: this.base * this.scale + this.shift, width: this.width };
		const drawn = piled(this.#near, this.data.geometry, this.scale, view);
		return drawn === this.#near ? drawn : [...drawn].sort((a, b) => a.event - b.event);
	});
	#window = $derived.by((): Span => toSpan(this.warp, { from: Math.max(0, this.base), to: Math.min(1, this.#reach) }));
	ticks = $derived.by(() => ticks(this.warp, this.scale, this.#window, this.data.extent, this.#tickWidth));
	breaks = $derived.by(() => breaks(this.warp, this.scale, this.#window));
	markers = $derived.by(() => this.data.markers.map(({ at, label }) => ({ x: this.warp.toW(at) * this.scale, label })));

	constructor(data: ChartData, reader: Reader, measure: (text: string, font: Font) => number) {
		this.data = data;
		this.reader = reader;
		this.#measure = measure;
	}

	readonly #labelWidth = (row: number) => this.#measure(this.data.label(row), 'label') + 2 * GAP;
	readonly #shownWidth = (text: string, isChosen: boolean) => this.#measure(text, 'label') + (isChosen ? RING : 0);
	readonly #tickWidth: Measure = (label, level) => this.#measure(label, level);
	/** Pixels from the left end of the laid-out part. */
	x = (t: number) => (this.warp.toW(t) - this.base) * this.scale;
	/** Middle of an event's home row, wherever it is placed now; null where it does not pass. */
	placeOf = (row: number) => {
		const lane = this.data.columns.lane[row]!;
		const isHere = (m: Mark) => m.lane === lane && holds(m.rows, row);
		const mark = this.marks.find(isHere) ?? scaled(this.#marks.filter(isHere), this.scale, this.#labelScale)[0];
		return mark
			? {
					x: (mark.x0 + mark.x1) / 2 - this.base * this.scale,
					x1: mark.x1 - this.base * this.scale,
					y: middle(this.data.geometry.lanes[lane]!, mark.row),
					mark,
				}
			: null;
	};
}

export const [getChart, setChart] = createContext<Chart>();
