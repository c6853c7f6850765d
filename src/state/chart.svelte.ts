/** The chart's state, derived from width, span and rows. What runs in every frame reads columns, never objects. */
import { DAY, type Span } from '../domain/model/when.ts';
import { Chunks, inTime } from '../layout/chunks.ts';
import { actMarks, placedAsActs } from '../layout/acts.ts';
import { holds } from '../layout/columns.ts';
import { carriedIn, cellsOf, grid, isCrowded } from '../layout/crowded.ts';
import { pixels } from '../layout/mark-box.ts';
import { splitHidden, union } from '../layout/hidden.ts';
import { GAP } from '../layout/labels.ts';
import { labelled, unlabelled, type Mark } from '../layout/marks.ts';
import { withEdgeClusters } from '../layout/edge-clusters.ts';
import { byLane, NO_ROWS, packLane, type Item, type LaneRows } from '../layout/placed.ts';
import { toldSize, toldWidth } from '../layout/scene.ts';
import { narrowYears, unevenness } from '../layout/breaks.ts';
import { ticks } from '../layout/ticks.ts';
import { APART, LAID_OUT, octaveOf, OVERSCAN, scaleOf, steady, stepped } from '../layout/view.ts';
import { toSpan, toAxisRange, WHOLE, type AxisRange } from '../layout/view.ts';
import { trueTime } from '../layout/time-scale.ts';
import type { ChartData, Font, Reader } from './chart-data.ts';
import { Overlay } from './overlay.svelte.ts';

/** Room for the ring around the chosen mark, in pixels. */
const RING = 4;
/** More events than this are laid out in chunks, since all at once they would take longer than a frame. */
const WHOLE_AT_MOST = 1500;
/** How often per octave labels are placed, up to LABELLED_OFTEN events; with more events only once per octave. */
const LABELLINGS = 4;
const LABELLED_OFTEN = 200;

export class Chart {
	readonly data!: ChartData;
	readonly reader!: Reader;
	readonly overlay!: Overlay;
	readonly #measure!: (text: string, font: Font) => number;

	/** Width of the plot, in pixels. */
	width = $state.raw(0);
	/** Height available, in pixels. */
	room = $state.raw(Infinity);
	/** Height available above a step of the story. */
	roomTold = $state.raw(Infinity);
	/** Row that has focus in the chart, or -1. */
	focused = $state.raw(-1);
	isMoving = $state.raw(false);
	/** Computes the layout for a width ahead of time, so that the first draw is fast. */
	prepare(width: number, room: number) {
		this.width = width;
		this.room = room;
		return [this.unpinned, this.ticks];
	}

	/** Whether the chart is the strip above an open event, without labels. */
	isStrip = $derived.by(() => this.reader.isReading);
	/** What to draw for the step of the story below the chart, or null. */
	scene = $derived.by(() => this.reader.scene);
	geometry = $derived.by(() => this.data.geometry(this));
	actTracks = $derived.by(() => (this.scene ? this.scene.acts : this.data.acts));
	#label = $derived.by(() => (this.isStrip ? () => '' : this.data.label));
	timeScale = $derived.by(() => (this.reader.trueScale ? trueTime(this.data.extent) : this.data.elastic));
	/** End of the day of knowledge, on the axis. */
	end = $derived.by(() => (this.reader.asOf === null ? Infinity : this.timeScale.toAxis(this.reader.asOf + DAY)));
	/** The events shown, by lane. */
	lanes = $derived.by(() => byLane(this.data.columns, this.reader.rows, this.geometry.lanes.length));
	/** Hidden events, not yet public or filtered out. They keep their room, so that nothing moves when they appear. */
	#hidden = $derived.by(() => union(this.reader.unpublished, this.reader.left));
	#all = $derived.by(() => {
		if (!this.#hidden.length) return this.lanes;
		return byLane(this.data.columns, union(this.reader.rows, this.#hidden), this.geometry.lanes.length);
	});
	#acts = $derived.by(() => {
		const { columns } = this.data;
		const items = this.actTracks ? placedAsActs(columns, this.#all[0]!.home, this.actTracks, this.timeScale) : [];
		return splitHidden(items, this.#hidden, { columns, timeScale: this.timeScale, end: this.end });
	});
	/** Events to be placed in tracks, by lane: none for lanes not drawn, nor for acts with tracks of their own. */
	#placing = $derived.by(() => this.#all.map((lane, i) => (this.#hasRoom(i) ? lane : NO_ROWS)));
	readonly #hasRoom = (i: number) => this.geometry.lanes[i]!.tracks > 0 && !(i === 0 && this.actTracks);
	#count = $derived.by(() => this.#placing.reduce((n, { home }) => n + home.length, 0));

	range: AxisRange = $derived.by(() => (this.reader.span ? toAxisRange(this.timeScale, this.reader.span) : WHOLE));
	span = $derived.by(() => toSpan(this.timeScale, this.range));
	#width = $derived(Math.max(this.width, 1));
	scale = $derived.by(() => steady(scaleOf(this.range, this.#width)));
	#octave = $derived.by(() => octaveOf(this.scale, this.#width));

	/** Start of the laid-out part on the axis. It moves in steps, so most frames of a pan change only the translation. */
	base = $derived.by(() => {
		const step = OVERSCAN * (this.#width / this.scale);
		return steady(stepped(this.range.from, step) - step);
	});
	#reach = $derived.by(() => this.base + LAID_OUT * (this.#width / this.scale));
	/** Origin of the plane, on the axis. */
	origin = $derived.by(() => stepped(this.range.from, APART * (this.#width / this.scale)));
	/** Distance in pixels from the origin to the left end of the view. */
	shift = $derived.by(() => (this.range.from - this.origin) * this.scale);

	#markInput = $derived.by(() => {
		// The line of the shared day counts as a marker here, so that labels avoid it too.
		const { columns, lines: markers } = this.data;
		return { columns, markers, label: this.#label, geometry: this.geometry, end: this.end };
	});
	#grid = $derived.by(() => grid(this.#width, this.#octave, this.lanes.length));
	/** Whether at this octave everything can be laid out at once: nowhere are more events of a lane in view than fit. */
	#isWhole = $derived.by(() => {
		if (this.#count > WHOLE_AT_MOST) return false;
		const range = LAID_OUT * 2 ** -this.#octave;
		return !this.#placing.some((lane) => isCrowded(lane, this.timeScale, this.#grid, range));
	});
	/** Scale for which labels are placed. Within an octave distances only grow, so labels that fit there keep fitting. */
	#labelScale = $derived.by(() => this.#scaleBelow(this.#count > LABELLED_OFTEN ? 1 : LABELLINGS));
	#tickScale = $derived.by(() => this.#scaleBelow(LABELLINGS));
	#first = $derived.by(() => [this.reader.chosen, ...(this.scene?.mentioned ?? [])]);

	#placed = $derived.by(() => {
		if (!this.#isWhole) return null;
		const { lanes, half } = this.geometry;
		const [{ columns }, { timeScale, end }, { scale }] = [this.data, this, this.#grid];
		const pack = (lane: LaneRows, i: number) =>
			packLane(columns, i, lane, lanes[i]!.tracks, timeScale, scale, this.#labelWidth, half);
		return splitHidden(this.#placing.flatMap(pack), this.#hidden, { columns, timeScale, end, half: half / scale });
	});
	#whole = $derived.by(() => {
		if (!this.#placed) return null;
		const { shown, hidden } = this.#placed;
		const { scene, timeScale } = this;
		const beside = { bounds: scene?.span ? toAxisRange(timeScale, scene.span) : WHOLE, neighbours: hidden };
		return inTime(labelled(this.#markInput, shown, timeScale, this.#labelScale, this.#shownWidth, this.#first, beside));
	});
	#chunks = $derived.by(
		() =>
			new Chunks({
				markInput: this.#markInput,
				lanes: this.#placing,
				hidden: this.#hidden,
				timeScale: this.timeScale,
				grid: this.#grid,
				labelScale: this.#labelScale,
				measure: this.#shownWidth,
				first: this.#first,
			}),
	);
	/** Chunks that the laid-out part overlaps, and the one before them, as bars may reach into the next chunk. */
	#met = $derived.by(() => {
		const [first, last] = cellsOf(this.timeScale, this.#grid, this.base, this.#reach);
		const from = Math.max(0, Math.floor(first / this.#grid.cells) - 1);
		return { from, length: Math.floor(last / this.#grid.cells) - from + 1 };
	});
	#inChunks = <T>(list: (chunk: number) => readonly T[]): T[] =>
		Array.from({ length: this.#met.length }, (_, i) => list(this.#met.from + i)).flat();
	/** Items for events that began before those chunks and last into the laid-out part, drawn at its start. */
	#carried = $derived.by((): readonly Item[] => {
		if (this.#placed) return [];
		const cell = this.#met.from * this.#grid.cells;
		return this.#placing.flatMap((lane, i) =>
			carriedIn(this.data.columns, i, lane, this.timeScale, this.#grid, cell, this.base),
		);
	});

	/** All items, in view or not; of crowded lanes only those near the view. */
	items = $derived.by(() => [
		...this.#acts.shown,
		...(this.#placed ? this.#placed.shown : [...this.#carried, ...this.#inChunks((i) => this.#chunks.items(i).shown)]),
	]);
	unseen = $derived.by(() => {
		const all = this.#placed ? this.#placed.hidden : this.#inChunks((i) => this.#chunks.items(i).hidden);
		const near = [...this.#acts.hidden, ...all].filter((m) => m.r1 >= this.base && m.r0 <= this.#reach);
		const { unpublished: later, asOf } = this.reader;
		const isLater = ({ rows }: Item) => rows.some((row) => holds(later, row));
		const hasBegun = ({ rows }: Item) => rows.some((row) => this.data.columns.start[row]! <= (asOf ?? Infinity));
		return { unpublished: near.filter(isLater).filter(hasBegun), left: near.filter((item) => !isLater(item)) };
	});
	/** Items of events begun but not yet public; later ones are not shown at all. */
	unpublished = $derived.by(() => this.unseen.unpublished);
	/** Items of events filtered out. */
	left = $derived.by(() => this.unseen.left);
	/** Marks above the axis, where each act has a track of its own. */
	acts = $derived.by((): readonly Mark[] => {
		const { columns, known } = this.data;
		const [lane] = this.geometry.lanes;
		return actMarks(this.#acts.shown, columns, lane!, this.timeScale, this.#label, this.#labelWidth, known);
	});
	/** Marks that overlap the laid-out part, in time order. */
	#near = $derived.by((): readonly Mark[] => {
		// A moment is drawn at the middle of its day, which may be out of view while the day is partly in view.
		const { start, end } = this.window;
		const [from, to] = [this.timeScale.toAxis(start - DAY / 2), this.timeScale.toAxis(end + DAY / 2)];
		const marks = this.#whole ?? this.#inChunks((i) => this.#chunks.marks(i));
		const near = marks.filter((m) => m.r1 >= from && m.r0 <= to);
		return [...this.#carried.map((item) => unlabelled(item, this.#markInput)), ...near];
	});
	#edges = $derived.by(() => withEdgeClusters(this.#near, this.geometry, this.scale, this.range));
	#actsNear = $derived.by(() => {
		const [from, to] = [this.timeScale.toAxis(this.window.start), this.timeScale.toAxis(this.window.end)];
		return this.acts.filter((m) => (m.knownAt ?? m.w1) >= from && m.w0 <= to);
	});
	/** Marks in their own places, in time order; they are valid at every scale of the octave. */
	unpinned = $derived.by(() =>
		this.#actsNear.length ? inTime([...this.#actsNear, ...this.#edges.unpinned]) : this.#edges.unpinned,
	);
	/** Clusters pinned to the ends of the view. */
	pinned = $derived.by(() => this.#edges.edgeClusters);
	marks = $derived.by(() => (this.pinned.length ? inTime([...this.pinned, ...this.unpinned]) : this.unpinned));

	window = $derived.by((): Span =>
		toSpan(this.timeScale, { from: Math.max(0, this.base), to: Math.min(1, this.#reach) }),
	);
	/** Start of the part with ticks; it moves in steps of half a view, so that ticks do not change during a pan. */
	#tickBase = $derived.by(() => stepped(this.range.from, this.#width / this.#tickScale / 2));
	ticks = $derived.by(() => {
		const view = this.#width / this.#tickScale;
		const range = { from: Math.max(0, this.#tickBase - view / 2), to: Math.min(1, this.#tickBase + 2.5 * view) };
		const { extent, lines } = this.data;
		const carrying = lines.map(({ at }) => Math.floor(at / DAY) * DAY);
		return ticks(this.timeScale, this.#tickScale, toSpan(this.timeScale, range), extent, this.#measure, carrying);
	});
	breaks = $derived.by(() => narrowYears(this.timeScale, this.data.extent).map(({ w }) => w));
	/** How uneven the axis is, for the words about it. */
	unevenness = $derived.by(() => unevenness(this.timeScale, this.data.extent));
	markers = $derived.by(() => this.data.markers.map(({ at, label }) => ({ w: this.timeScale.toAxis(at), label })));

	constructor(data: ChartData, reader: Reader, measure: (text: string, font: Font) => number) {
		this.data = data;
		this.reader = reader;
		this.#measure = measure;
		this.overlay = new Overlay(this, measure);
	}

	/** The largest scale not above the current one, out of `times` scales per octave. */
	readonly #scaleBelow = (times: number) =>
		this.#width * 2 ** (Math.floor(Math.log2(this.scale / this.#width) * times + 1e-9) / times);
	/** Width of a row's label; those of core events are bold. */
	readonly #wordsWidth = (row: number) => {
		const words = (font: Font) => this.#measure(this.#label(row), font);
		if (this.scene?.mentioned.has(row)) return toldWidth(words('told'), toldSize(this.geometry));
		return words(this.data.columns.tier[row] ? 'label' : 'core');
	};
	readonly #labelWidth = (row: number) => (this.isStrip ? 0 : this.#wordsWidth(row) + 2 * GAP);
	readonly #shownWidth = (row: number, isChosen: boolean) => this.#wordsWidth(row) + (isChosen ? RING : 0);
	/** A time → x in pixels of the plane. */
	x = (t: number) => pixels(this.timeScale.toAxis(t), this);
	/** The mark that has an event, alone or in a cluster; undefined where the event is not shown. */
	holding = (row: number): Mark | undefined => {
		const lane = this.data.columns.lane[row]!;
		const isHere = (m: Mark) => m.lane === lane && holds(m.rows, row);
		return this.marks.find(isHere) ?? this.acts.find(isHere) ?? this.#whole?.find(isHere);
	};
}
