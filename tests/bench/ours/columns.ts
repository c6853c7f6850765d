/** The bench's events through the chart's door: columns in time order, and the way back to each event. */
import { BAR, type Columns } from '../../../src/layout/columns.ts';
import type { BenchEvent } from '../page/data.ts';

const MINUTE = 60_000;
const DIGIT = 12;

/** Radix sort by whole minutes, two digits of twelve bits: as many minutes as thirty years have. */
function inOrder(minutes: Uint32Array): Uint32Array {
	let from = Uint32Array.from(minutes.keys());
	let to = new Uint32Array(from.length);
	for (let shift = 0; shift <= DIGIT; shift += DIGIT) {
		const next = new Uint32Array((1 << DIGIT) + 1);
		const digit = (i: number) => (minutes[i]! >>> shift) & ((1 << DIGIT) - 1);
		for (let i = 0; i < from.length; i++) next[digit(i) + 1]!++;
		for (let d = 0; d < 1 << DIGIT; d++) next[d + 1]! += next[d]!;
		for (let i = 0; i < from.length; i++) to[next[digit(from[i]!)]!++] = from[i]!;
		[from, to] = [to, from];
	}
	return from;
}

/** @returns `order[row]` is the index of the event of a row */
export function toColumns(events: readonly BenchEvent[], origin: number): { columns: Columns; order: Uint32Array } {
	const n = events.length;
	const minutes = new Uint32Array(n);
	for (let i = 0; i < n; i++) minutes[i] = (events[i]!.start - origin) / MINUTE;
	const order = inOrder(minutes);
	const columns: Columns = {
		length: n,
		start: new Float64Array(n),
		end: new Float64Array(n),
		lane: new Uint8Array(n),
		ties: new Uint32Array(n),
		rank: new Uint8Array(n),
		shape: new Uint8Array(n),
	};
	for (let row = 0; row < n; row++) {
		const { start, end, group } = events[order[row]!]!;
		columns.start[row] = start;
		columns.end[row] = end ?? start + MINUTE;
		columns.lane[row] = group;
		columns.shape[row] = end === undefined ? 0 : BAR;
	}
	return { columns, order };
}
