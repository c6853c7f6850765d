/** The page's chart over an event table; slow results come from the client, ready to draw. */
import { wholeDays, type Span } from '../../src/domain/model/when.ts';
import { labelOf, type EventTable } from '../../src/table/event-table.ts';
import { geometry } from '../../src/layout/geometry.ts';
import { NO_ROWS } from '../../src/layout/placed.ts';
import { timeScaleOf, type Knots } from '../../src/layout/time-scale.ts';
import type { ChartData, Reader } from '../../src/state/chart-data.ts';
import { Chart } from '../../src/state/chart.svelte.ts';
import type { TableClient } from '../../src/table/client.svelte.ts';
import { measure } from '../../src/view/chart/measure.svelte.ts';
import { clusterName } from '../../src/view/chart/aria-labels.ts';
import { dateWords, laneAndStatus } from './words.ts';

function chartData(table: EventTable, knots: Knots): ChartData {
	const { columns, labels, about } = table;
	const [above, ...below] = about.lanes;
	const label = (row: number) => labelOf(labels, row);
	const lanes = below.map((lane) => ({ ...lane, isShared: true }));
	return {
		columns,
		geometry: ({ room }) => geometry(above!, lanes, room),
		elastic: timeScaleOf(knots),
		acts: null,
		sharedDay: null,
		lines: [],
		note: () => '',
		about: () => '',
		extent: about.extent,
		markers: [],
		chapters: [],
		label,
		name: (row) => `${label(row)}, ${dateWords(table, row)}, ${laneAndStatus(table, row)}`,
		clusterName: (count, first, last) => {
			const { start, end } = wholeDays({ start: columns.start[first]!, end: columns.end[last]! });
			return clusterName(count, start, end, about.lanes[columns.lane[first]!]!.name);
		},
		title: (row) => ({ title: label(row), when: dateWords(table, row) }),
		threads: () => [],
		threadWords: () => '',
		known: (row) => columns.start[row]!,
		delay: () => '',
	};
}

export class TableReader implements Reader {
	span = $state.raw<Span | null>(null);
	/** The view that the count line counts: the last one at rest. */
	rested = $state.raw<Span | null>(null);
	chosen = $state.raw(-1);
	readonly isReading = false;
	readonly scene = null;
	readonly unpublished = new Uint32Array();
	readonly left = new Uint32Array();
	readonly asOf = null;
	readonly trueScale = false;
	readonly known = false;
	readonly choose: Reader['choose'];
	readonly #client: TableClient;

	constructor(client: TableClient, choose: Reader['choose']) {
		this.#client = client;
		this.choose = choose;
	}
	get rows() {
		return this.#client.result!.rows;
	}
	show = (span: Span | null) => {
		this.span = span;
	};
	rest = () => {
		const { extent } = this.#client.loaded!.table.about;
		const days = this.span && wholeDays(this.span);
		const all = !days || (days.start <= extent.start && days.end >= extent.end);
		this.rested = this.span = all
			? null
			: { start: Math.max(days.start, extent.start), end: Math.min(days.end, extent.end) };
	};
}

export class TableChart extends Chart {
	readonly #client: TableClient;
	/** Draws the plot first, then each lane in its own task, so that the page stays responsive. */
	unfolded = $state.raw(0);
	override lanes = $derived.by(() => {
		const { lanes } = this.#client.result!;
		return this.isWhole ? lanes : lanes.map((lane, i) => (i + 1 < this.unfolded ? lane : NO_ROWS));
	});
	isWhole = $derived.by(() => this.unfolded > this.geometry.lanes.length + 1);

	constructor(client: TableClient, reader: Reader) {
		super(chartData(client.loaded!.table, client.loaded!.knots), reader, measure);
		this.#client = client;
	}

	unfold = () => {
		let timer: ReturnType<typeof setTimeout>;
		const next = () => {
			// Waits for the width of the plot: otherwise the first task would draw several lanes.
			if (this.unfolded === 0 || this.width > 0) this.unfolded++;
			if (!this.isWhole) timer = setTimeout(next);
		};
		timer = setTimeout(next);
		return () => clearTimeout(timer);
	};
}
