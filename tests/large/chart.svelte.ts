/** The chart over an archive: the page's own, but that what takes long comes ready from the desk. */
import { formatDay, wholeDays, type Span } from '../../src/domain/when.ts';
import { labelOf, type Archive } from '../../src/layout/archive.ts';
import { BAR } from '../../src/layout/columns.ts';
import { geometry } from '../../src/layout/geometry.ts';
import { trueTime, warpOf } from '../../src/layout/warp.ts';
import { Chart, type ChartData, type Reader } from '../../src/state/chart.svelte.ts';
import type { Desk } from '../../src/state/desk.svelte.ts';
import { measure } from '../../src/view/chart/measure.svelte.ts';
import { clusterName } from '../../src/view/chart/names.ts';

/** "3 March 2011, 14:05", or from one day to another. */
export function dateWords({ columns: { start, end, shape } }: Archive, row: number): string {
	const [from, to] = [formatDay(start[row]!), formatDay(end[row]! - 1)];
	if (!(shape[row]! & BAR)) return `${from}, ${new Date(start[row]!).toISOString().slice(11, 16)}`;
	return from === to ? from : `${from} to ${to}`;
}

/** Lane and status in words. */
export const laneAndStatus = ({ columns, status, about }: Archive, row: number) =>
	`${about.lanes[columns.lane[row]!]!.name}, ${about.statuses[status[row]!]!.toLowerCase()}`;

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
		clusterName: (count, first, last) => clusterName(count, columns.start[first]!, columns.end[last]!),
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

export class ArchiveChart extends Chart {
	readonly #desk: Desk;
	#elastic = $derived.by(() => warpOf(this.#desk.held!.knots));
	override warp = $derived.by(() => (this.reader.trueScale ? trueTime(this.data.extent) : this.#elastic));
	override lanes = $derived.by(() => this.#desk.answer!.lanes);

	constructor(desk: Desk, reader: Reader) {
		super(chartData(desk.held!.archive), reader, measure);
		this.#desk = desk;
	}
}
