/** The chart's own state: what follows from width, span and rows. A frame reads columns, never objects. */
import { createContext } from 'svelte';
import { DAY, type Span } from '../domain/model/when.ts';
import { Chunks, inTime } from '../layout/chunks.ts';
import { holds, type Columns, type Rows } from '../layout/columns.ts';
import { carriedIn, cellsOf, grid, isCrowded } from '../layout/crowded.ts';
import { pixels } from '../layout/drawing.ts';
import { parted, together } from '../layout/ghosts.ts';
import type { Geometry } from '../layout/geometry.ts';
import { GAP } from '../layout/labels.ts';
import { labelled, unlabelled, type Mark } from '../layout/marks.ts';
import { piled } from '../layout/piles.ts';
import { byLane, placedExactly, type Item, type LaneRows } from '../layout/placed.ts';
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
/** Views from one place to the next from which positions are counted: a pan hardly ever changes them. */
export const APART = 8;
/** More events than this are laid out a chunk at a time: as a whole they would cost more than a frame has. */
const WHOLE_AT_MOST = 1500;
/** How often in an octave labels are decided, for so many events: more would let them change while a finger zooms. */
const LABELLINGS = 4;
const LABELLED_OFTEN = 200;
/** Numbers of the view are compared after rounding, so that a pan, which keeps its length, does not seem to zoom. */
const steady = (n: number) => Number(n.toPrecision(10));
const stepped = (n: number, step: number) => steady(Math.floor(n / step + 1e-9) * step);

export class Chart {
	readonly data!: ChartData;
	readonly reader!: Reader;
	readonly #measure!: (text: string, font: Font) => number;

	/** Of the plot, in pixels. */
	width = $state.raw(0);
	/** Row that has focus in the chart, or -1. */
	focused = $state.raw(-1);
	/** While a gesture lasts. */
	isMoving = $state.raw(false);

	/** Lays out for a width before anything is drawn, so that the drawing finds it done. */
	prepare(width: number) {
		this.width = width;
		return [this.standing, this.ticks];
	}

	#elastic = $derived.by(() => elasticTime(this.data.columns, this.data.extent));
	warp = $derived.by(() => (this.reader.trueScale ? trueTime(this.data.extent) : this.#elastic));
	lanes = $derived.by(() => byLane(this.data.columns, this.reader.rows, this.data.geometry.lanes.length));
	/** With the events that are not yet public: they take room, so that nothing moves when they become so. */
	#placing = $derived.by(() => {
		const { rows, ghosts } = this.reader;
		if (ghosts.length === 0) return this.lanes;
		return byLane(this.data.columns, together(rows, ghosts), this.data.geometry.lanes.length);
	});
	#count = $derived.by(() => this.#placing.reduce((n, { home }) => n + home.length, 0));

	stretch: Stretch = $derived.by(() => (this.reader.span ? toStretch(this.warp, this.reader.span) : WHOLE));
	span = $derived.by(() => toSpan(this.warp, this.stretch));
	#width = $derived.by(() => Math.max(this.width, 1));
	scale = $derived.by(() => steady(scaleOf(this.stretch, this.#width)));
	#octave = $derived.by(() => octaveOf(this.scale, this.#width));

	/** Where the laid-out part begins, in W. It moves in steps, so most frames of a pan change only the translation. */
	base = $derived.by(() => {
		const step = OVERSCAN * (this.#width / this.scale);
		return steady(stepped(this.stretch.from, step) - step);
	});
	#reach = $derived.by(() => this.base + LAID_OUT * (this.#width / this.scale));
	/** Where positions are counted from, in W. */
	origin = $derived.by(() => stepped(this.stretch.from, APART * (this.#width / this.scale)));
	/** Pixels by which that stands left of the view. */
	shift = $derived.by(() => (this.stretch.from - this.origin) * this.scale);

	#grid = $derived.by(() => grid(this.#width, this.#octave, this.lanes.length));
	/** Whether at this octave all can be laid out at once: no more of any lane is in view, anywhere, than can be drawn. */
	#isWhole = $derived.by(() => {
		if (this.#count > WHOLE_AT_MOST) return false;
		const stretch = LAID_OUT * 2 ** -this.#octave;
		return !this.#placing.some((lane) => isCrowded(lane, this.warp, this.#grid, stretch));
	});
	/** Labels are decided a few times in an octave: distances only grow, so what had room keeps it until the next time. */
	#labelScale = $derived.by(() => this.#scaleBelow(this.#count > LABELLED_OFTEN ? 1 : LABELLINGS));
	#tickScale = $derived.by(() => this.#scaleBelow(LABELLINGS));
	#first = $derived.by(() => [this.reader.chosen, this.focused]);

	#placed = $derived.by(() => {
		const { columns } = this.data;
		const place = (lane: LaneRows, i: number) =>
			placedExactly(columns, i, lane, this.warp, this.#grid.scale, this.#labelWidth);
		return this.#isWhole ? parted(this.#placing.flatMap(place), this.reader.ghosts, columns, this.warp) : null;
	});
	#whole = $derived.by(() => {
		if (!this.#placed) return null;
		const { shown } = this.#placed;
		return inTime(labelled(this.data, shown, this.warp, this.#labelScale, this.#shownWidth, this.#first));
	});
	#chunks = $derived.by(
		() =>
			new Chunks({
				sources: this.data,
				lanes: this.#placing,
				ghosts: this.reader.ghosts,
				warp: this.warp,
				grid: this.#grid,
				labelScale: this.#labelScale,
				measure: this.#shownWidth,
				first: this.#first,
			}),
	);
	/** Chunks that the laid-out part meets, and the one before them, as bars reach into the next. */
	#met = $derived.by(() => {
		const [first, last] = cellsOf(this.warp, this.#grid, this.base, this.#reach);
		const from = Math.max(0, Math.floor(first / this.#grid.cells) - 1);
		return { from, length: Math.floor(last / this.#grid.cells) - from + 1 };
	});
	#inChunks = <T>(list: (chunk: number) => readonly T[]): T[] =>
		Array.from({ length: this.#met.length }, (_, i) => list(this.#met.from + i)).flat();
	/** What began before those chunks and lasts into the laid-out part, at its beginning. */
	#carried = $derived.by((): readonly Item[] => {
		if (this.#placed) return [];
		const cell = this.#met.from * this.#grid.cells;
		return this.lanes.flatMap((lane, i) =>
			carriedIn(this.data.columns, i, lane, this.warp, this.#grid, cell, this.base),
		);
	});

	/** Everything placed, whether or not it is in view; of crowded lanes what is near it. */
	items = $derived.by(() =>
		this.#placed ? this.#placed.shown : [...this.#carried, ...this.#inChunks((i) => this.#chunks.items(i).shown)],
	);
	/** Places of events that are not yet public. */
	ghosts = $derived.by(() => {
		const all = this.#placed ? this.#placed.hidden : this.#inChunks((i) => this.#chunks.items(i).hidden);
		return all.filter((m) => m.r1 >= this.base && m.r0 <= this.#reach);
	});
	/** What has something in the laid-out part, in time order. */
	#near = $derived.by((): readonly Mark[] => {
		// A moment stands at the middle of its day, and its day may be in view without that.
		const { start, end } = this.window;
		const [from, to] = [this.warp.toW(start - DAY / 2), this.warp.toW(end + DAY / 2)];
		const marks = this.#whole ?? this.#inChunks((i) => this.#chunks.marks(i));
		const near = marks.filter((m) => m.r1 >= from && m.r0 <= to);
		return [...this.#carried.map((item) => unlabelled(item, this.data)), ...near];
	});
	#piled = $derived.by(() => piled(this.#near, this.data.geometry, this.scale, this.stretch));
	/** What stands where it belongs, in time order: the marks themselves hold at every scale of an octave. */
	standing = $derived.by(() => this.#piled.standing);
	/** What is held at the ends of the view. */
	piles = $derived.by(() => this.#piled.piles);
	/** All that is drawn, in time order. */
	marks = $derived.by(() => (this.piles.length ? inTime([...this.piles, ...this.standing]) : this.standing));

	window = $derived.by((): Span => toSpan(this.warp, { from: Math.max(0, this.base), to: Math.min(1, this.#reach) }));
	/** Half a view at a time, as labels are: ticks too keep the room they have. */
	#tickBase = $derived.by(() => stepped(this.stretch.from, this.#width / this.#tickScale / 2));
	ticks = $derived.by(() => {
		const view = this.#width / this.#tickScale;
		const stretch = { from: Math.max(0, this.#tickBase - view / 2), to: Math.min(1, this.#tickBase + 2.5 * view) };
		return ticks(this.warp, this.#tickScale, toSpan(this.warp, stretch), this.data.extent, this.#tickWidth);
	});
	breaks = $derived.by(() => breaks(this.warp, this.data.extent));
	markers = $derived.by(() => this.data.markers.map(({ at, label }) => ({ w: this.warp.toW(at), label })));

	constructor(data: ChartData, reader: Reader, measure: (text: string, font: Font) => number) {
		this.data = data;
		this.reader = reader;
		this.#measure = measure;
	}

	/** The largest of so many scales an octave that is not above the one in use. */
	readonly #scaleBelow = (times: number) =>
		this.#width * 2 ** (Math.floor(Math.log2(this.scale / this.#width) * times + 1e-9) / times);
	readonly #labelWidth = (row: number) => this.#measure(this.data.label(row), 'label') + 2 * GAP;
	readonly #shownWidth = (text: string, isChosen: boolean) => this.#measure(text, 'label') + (isChosen ? RING : 0);
	readonly #tickWidth: Measure = (label, level) => this.#measure(label, level);
	/** Pixels from where positions are counted. */
	x = (t: number) => pixels(this.warp.toW(t), this);
	/** The mark that holds an event, wherever it is placed now; undefined where it does not pass. */
	holding = (row: number): Mark | undefined => {
		const lane = this.data.columns.lane[row]!;
		const isHere = (m: Mark) => m.lane === lane && holds(m.rows, row);
		return this.marks.find(isHere) ?? this.#whole?.find(isHere);
	};
}

export const [getChart, setChart] = createContext<Chart>();
