/** Layout of crowded lanes in chunks: each chunk is laid out and labelled once, so that panning only moves it. */
import type { Rows } from './columns.ts';
import { binLane, type Grid } from './crowded.ts';
import { HALF } from './geometry.ts';
import { splitHidden } from './hidden.ts';
import { labelled, type Mark, type MarkInput } from './marks.ts';
import type { Item, LaneRows } from './placed.ts';
import type { TimeScale } from './time-scale.ts';

/** Everything on which the layout of an octave depends. */
export interface ChunkInput {
	readonly markInput: MarkInput;
	readonly lanes: readonly LaneRows[];
	/** Rows of events that are not shown. */
	readonly hidden: Rows;
	readonly timeScale: TimeScale;
	readonly grid: Grid;
	/** Smallest scale at which the labels must fit. */
	readonly labelScale: number;
	readonly measure: (row: number, isChosen: boolean) => number;
	/** Rows that get labels before all others. */
	readonly first: readonly number[];
}

interface Items {
	readonly shown: readonly Item[];
	/** Places of events that are not shown. */
	readonly hidden: readonly Item[];
}
const NOTHING: Items = { shown: [], hidden: [] };

/** Caches the layout of each chunk for one ChunkInput. Chunks are numbered from the beginning of the axis. */
export class Chunks {
	readonly #input: ChunkInput;
	readonly #items = new Map<number, Items>();
	readonly #marks = new Map<number, readonly Mark[]>();

	constructor(input: ChunkInput) {
		this.#input = input;
	}

	items(chunk: number): Items {
		const { markInput, lanes, hidden, timeScale, grid } = this.#input;
		const first = chunk * grid.cells;
		if (chunk < 0 || first * grid.size >= 1) return NOTHING;
		let found = this.#items.get(chunk);
		if (!found) {
			const { columns } = markInput;
			const last = Math.min(first + grid.cells, Math.ceil(1 / grid.size)) - 1;
			const all = lanes.flatMap((rows, lane) => binLane(columns, lane, rows, timeScale, grid, first, last));
			const { end = Infinity } = markInput;
			const limit = (last + 1) * grid.size;
			found = splitHidden(all, hidden, { columns, timeScale, end, limit, half: HALF / grid.scale });
			this.#items.set(chunk, found);
		}
		return found;
	}
	/** In time order. */
	marks(chunk: number): readonly Mark[] {
		let found = this.#marks.get(chunk);
		if (!found) {
			const { markInput, timeScale, grid, labelScale, measure, first } = this.#input;
			const bounds = { from: chunk * grid.cells * grid.size, to: Math.min((chunk + 1) * grid.cells * grid.size, 1) };
			const { shown, hidden } = this.items(chunk);
			const beside = [chunk - 1, chunk + 1].map((i) => this.items(i));
			const neighbours = [...hidden, ...beside.flatMap((items) => [...items.shown, ...items.hidden])];
			found = inTime(labelled(markInput, shown, timeScale, labelScale, measure, first, { bounds, neighbours }));
			this.#marks.set(chunk, found);
		}
		return found;
	}
}

/** Marks sorted by when their first events begin. */
export const inTime = (marks: readonly Mark[]) => [...marks].sort((a, b) => a.event - b.event);
