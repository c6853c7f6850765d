/** A cut in memory with any number of events at each moment. Records requests; answers only files that exist. */
import { DENSE, EVENTS_PER_FILE, FINEST, PART, RUN, STRETCH, type Manifest } from '../../tools/cut/grid.mjs';
import type { Columns } from '../../tools/cut/read.mjs';

/** A number of events of one lane at one moment, all of the same length; 0 for moments. */
export interface Heap {
	readonly t: number;
	readonly n: number;
	readonly lane: number;
	readonly lasts: number;
}

export const LANES = 3;
const UNIT = 588;
export const LENGTH = UNIT * 2 ** FINEST;

/** For each stretch, the finest level with a crowded run near it: computed from the definition, without SQL. */
function depths(heaps: readonly Heap[]): number[] {
	const deepest = new Array<number>(2 ** STRETCH).fill(STRETCH);
	for (let level = STRETCH + 1; level <= FINEST; level++) {
		const runs = 2 ** (level - RUN);
		const counts = new Map<number, number>();
		for (const { t, n } of heaps) {
			const run = Math.floor((t / LENGTH) * runs);
			counts.set(run, (counts.get(run) ?? 0) + n);
		}
		for (const [run, n] of counts) {
			if (n <= DENSE) continue;
			const first = Math.floor((Math.max(run - 2, 0) / runs) * 2 ** STRETCH);
			const end = Math.ceil((Math.min(run + 3, runs) / runs) * 2 ** STRETCH);
			for (let range = first; range < end; range++) deepest[range] = level;
		}
	}
	return deepest;
}

export function cutOf(heaps: readonly Heap[]) {
	const sorted = heaps.toSorted((a, b) => a.t - b.t);
	const deepest = depths(sorted);
	const manifest: Manifest = {
		...{ edition: 'e', start: 0, unit: UNIT, lanes: ['a', 'b', 'c'] },
		...{ events: sorted.reduce((sum, h) => sum + h.n, 0), depths: deepest.map((d) => d.toString(36)).join('') },
	};
	const asked = { counts: 0, events: 0, files: 0 };
	const sum = (those: readonly Heap[]) => those.reduce((all, h) => all + h.n, 0);

	function counts(level: number, from: number, to: number): Columns {
		const size = LENGTH / 2 ** level;
		const [count, open, before]: [number[], number[], number[]] = [[], [], []];
		let earlier = sum(sorted.filter((h) => h.t < (from / LANES) * size));
		for (let row = from; row < to; row++) {
			const [start, lane] = [Math.floor(row / LANES) * size, row % LANES];
			const range = Math.floor((start / LENGTH) * 2 ** STRETCH);
			// A file has all its bins if one of its stretches needs it.
			const many = Math.max(1, 2 ** (level - PART));
			const part = Math.floor((start / LENGTH) * many);
			const needing = deepest.slice((part / many) * 2 ** STRETCH, Math.ceil(((part + 1) / many) * 2 ** STRETCH));
			if (!needing.some((d) => d >= level)) throw new Error(`level ${level} was not written at ${range}`);
			const n = sum(sorted.filter((h) => h.lane === lane && h.t >= start && h.t < start + size));
			count.push(n);
			open.push(sum(sorted.filter((h) => h.lane === lane && h.t < start && h.t + h.lasts > start)));
			before.push(earlier);
			earlier += n;
		}
		return { count, open, before };
	}
	function events(from: number, to: number): Columns {
		const start: number[] = [];
		let begin = 0;
		for (const { t, n } of sorted) {
			const [first, end] = [Math.max(from, begin), Math.min(to, begin + n)];
			for (let i = first; i < end; i++) start.push(t);
			begin += n;
		}
		return { start };
	}
	const rows = (table: string, perFile: number, from: number, to: number): Promise<Columns> => {
		asked[table === 'events' ? 'events' : 'counts'] += to - from;
		asked.files += Math.floor((to - 1) / perFile) - Math.floor(from / perFile) + 1;
		if (table === 'events' && perFile !== EVENTS_PER_FILE) throw new Error('events stand in files of their own size');
		return Promise.resolve(table === 'events' ? events(from, to) : counts(Number(table.split('/')[1]), from, to));
	};
	return { manifest, rows, asked };
}
