/** The chart over an archive: the page's own, but that what takes long comes ready from the desk. */
import { wholeDays, type Span } from '../../src/domain/model/when.ts';
import { labelOf, type Archive } from '../../src/table/event-table.ts';
import { geometry } from '../../src/layout/geometry.ts';
import { latestOf } from '../../src/layout/latest.ts';
import type { LaneRows } from '../../src/layout/placed.ts';
import { trueTime, warpOf } from '../../src/layout/warp.ts';
import { Chart, type ChartData, type Reader } from '../../src/state/chart.svelte.ts';
import type { Desk } from '../../src/table/client.svelte.ts';
import { measure } from '../../src/view/chart/measure.svelte.ts';
import { clusterName } from '../../src/view/chart/names.ts';
import { dateWords, laneAndStatus } from './words.ts';

function chartData(archive: Archive): ChartData {
	const { columns, labels, about } = archive;
	const agencies = about.lanes.flatMap(({ name, agency }) =>
		agency === null ? [] : [{ id: agency, name, short: name, lane: name, hue: null }],
	);
	const label = (row: number) => labelOf(labels, row);
	return {
		columns,
		geometry: geometry({ agencies }),
		extent: about.extent,
		markers: [],
		chapters: [],
		label,
		name: (row) => `${label(row)}, ${dateWords(archive, row)}, ${laneAndStatus(archive, row)}`,
		clusterName: (count, first, last) => {
			const { start, end } = wholeDays({ start: columns.start[first]!, end: columns.end[last]! });
			return clusterName(count, start, end);
		},
		title: (row) => ({ title: label(row), when: dateWords(archive, row) }),
		threads: () => [],
		threadWords: () => '',
		known: (row) => columns.start[row]!,
	};
}

export class ArchiveReader implements Reader {
	span = $state.raw<Span | null>(null);
	/** What the count line counts: a view in motion is not counted. */
	rested = $state.raw<Span | null>(null);
	chosen = $state.raw(-1);
	readonly ghosts = new Uint32Array();
	readonly trueScale = false;
	readonly known = false;
	readonly isSwitching = false;
	readonly choose: Reader['choose'];
	readonly #desk: Desk;

	constructor(desk: Desk, choose: Reader['choose']) {
		this.#desk = desk;
		this.choose = choose;
	}
	get rows() {
		return this.#desk.answer!.rows;
	}
	show = (span: Span | null) => {
		this.span = span;
	};
	rest = () => {
		const { extent } = this.#desk.held!.archive.about;
		const days = this.span && wholeDays(this.span);
		const all = !days || (days.start <= extent.start && days.end >= extent.end);
		this.rested = this.span = all
			? null
			: { start: Math.max(days.start, extent.start), end: Math.min(days.end, extent.end) };
	};
}

const NO_ROWS = new Uint32Array();
const NOTHING: LaneRows = { home: NO_ROWS, ties: NO_ROWS, starts: new Float64Array(), latest: latestOf([]) };

export class ArchiveChart extends Chart {
	readonly #desk: Desk;
	/** The plot comes first, then its lanes one by one, each in a task of its own, so that the page is never deaf for long. */
	unfolded = $state.raw(0);
	#elastic = $derived.by(() => warpOf(this.#desk.held!.knots));
	override warp = $derived.by(() => (this.reader.trueScale ? trueTime(this.data.extent) : this.#elastic));
	override lanes = $derived.by(() => {
		const { lanes } = this.#desk.answer!;
		return this.isWhole ? lanes : lanes.map((lane, i) => (i + 1 < this.unfolded ? lane : NOTHING));
	});
	isWhole = $derived.by(() => this.unfolded > this.data.geometry.lanes.length + 1);

	constructor(desk: Desk, reader: Reader) {
		super(chartData(desk.held!.archive), reader, measure);
		this.#desk = desk;
	}

	unfold = () => {
		let timer: ReturnType<typeof setTimeout>;
		const next = () => {
			// Before the browser has told the plot's width nothing is drawn, and the first drawing would be of several lanes.
			if (this.unfolded === 0 || this.width > 0) this.unfolded++;
			if (!this.isWhole) timer = setTimeout(next);
		};
		timer = setTimeout(next);
		return () => clearTimeout(timer);
	};
}
