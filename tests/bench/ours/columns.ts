/** The benchmark's events as the chart's columns in time order, with the index of each event. */
import { BAR, type Columns } from '../../../src/layout/columns.ts';
import type { BenchEvent } from '../page/data.ts';

const MINUTE = 60_000;
const DIGIT = 12;
const DIGITS = 1 << DIGIT;

/** Radix sort by whole minutes: two digits of twelve bits hold the minutes of thirty years. */
function inOrder(minutes: Uint32Array): Uint32Array {
	const n = minutes.length;
	let from = new Uint32Array(n);
	let to = new Uint32Array(n);
	for (let i = 0; i < n; i++) from[i] = i;
	for (let shift = 0; shift <= DIGIT; shift += DIGIT) {
		const next = new Uint32Array(DIGITS + 1);
		for (let i = 0; i < n; i++) next[((minutes[i]! >>> shift) & (DIGITS - 1)) + 1]!++;
		for (let d = 0; d < DIGITS; d++) next[d + 1]! += next[d]!;
		for (let i = 0; i < n; i++) {
			const j = from[i]!;
			to[next[(minutes[j]! >>> shift) & (DIGITS - 1)]!++] = j;
		}
		[from, to] = [to, from];
	}
	return from;
}

/** One pass over the objects, the others over columns. @returns `order[row]` is the index of the row's event */
export function toColumns(events: readonly BenchEvent[], origin: number): { columns: Columns; order: Uint32Array } {
	const n = events.length;
	const minutes = new Uint32Array(n);
	const starts = new Float64Array(n);
	const ends = new Float64Array(n);
	const groups = new Uint8Array(n);
	for (let i = 0; i < n; i++) {
		const { start, end, group } = events[i]!;
		minutes[i] = (start - origin) / MINUTE;
		starts[i] = start;
		ends[i] = end ?? 0;
		groups[i] = group;
	}
	const order = inOrder(minutes);
	const columns: Columns = {
		length: n,
		start: new Float64Array(n),
		end: new Float64Array(n),
		lane: new Uint8Array(n),
		ties: new Uint32Array(n),
		tier: new Uint8Array(n),
		shape: new Uint8Array(n),
	};
	for (let row = 0; row < n; row++) {
		const i = order[row]!;
		columns.start[row] = starts[i]!;
		columns.end[row] = ends[i]! || starts[i]! + MINUTE;
		columns.lane[row] = groups[i]!;
		columns.shape[row] = ends[i] ? BAR : 0;
	}
	return { columns, order };
}
