/** Hidden events, not yet public or filtered out: they keep their places, so that nothing else moves. */
import type { Columns, Rows } from './columns.ts';
import { axisEnds, type Item } from './placed.ts';
import type { TimeScale } from './time-scale.ts';

/** Merges two ascending lists of rows that have none in common. */
export function union(a: Rows, b: Rows): Rows {
	if (b.length === 0) return a;
	const all = new Uint32Array(a.length + b.length);
	all.set(a);
	all.set(b, a.length);
	return all.sort();
}

/** As of a day, bars end with that day: nobody could know yet how long something would last. */
const endingAt = (items: readonly Item[], end: number) =>
	Number.isFinite(end) ? items.map((item) => (item.w1 > end ? { ...item, w1: Math.max(item.w0, end) } : item)) : items;

export interface HiddenOptions {
	readonly columns: Columns;
	readonly timeScale: TimeScale;
	/** End of the day of knowledge, on the axis. */
	readonly end?: number;
	/** Half a mark's own room at the smallest scale it is placed for, on the axis. */
	readonly half?: number;
	/** End of the part that is placed, on the axis. */
	readonly limit?: number;
}

/** Divides items into shown and hidden ones. A cluster with some hidden events keeps its place for the others. */
export function splitHidden(
	all: readonly Item[],
	hidden: Rows,
	{ columns, timeScale, end = Infinity, half = 0, limit = Infinity }: HiddenOptions,
): { shown: readonly Item[]; hidden: readonly Item[] } {
	const items = endingAt(all, end);
	if (hidden.length === 0) return { shown: items, hidden: [] };
	const isHidden = new Set(hidden);
	const shown: Item[] = [];
	const unseen: Item[] = [];
	const [leftOf, rightOf] = [
		({ w0, w1 }: Item) => Math.min(w0, (w0 + w1) / 2 - half),
		({ w0, w1 }: Item) => Math.max(w1, (w0 + w1) / 2 + half),
	];
	const nextIn = followers(items);
	/** Track → where its previous item ends. */
	const ends = new Map<string, number>();
	/** A cluster with only one event shown is drawn at that event's own time, cut off where the next item begins. */
	function alone(item: Item, [r0, r1]: readonly [number, number]): Item {
		const next = nextIn.get(item);
		const free = { from: ends.get(trackOf(item)) ?? -Infinity, to: next ? leftOf(next) : limit };
		const own = { ...item, w0: r0, w1: Math.min(r1, Math.max(r0, free.to)) };
		const isFree = leftOf(own) >= free.from && rightOf(own) <= free.to;
		return isFree ? own : item;
	}
	for (const item of items) {
		const rows = item.rows.filter((row) => !isHidden.has(row));
		let drawn = item;
		if (rows.length === item.count) shown.push(item);
		else if (rows.length === 0) unseen.push(item);
		else {
			const reach = [...rows].map((row) => axisEnds(columns, row, timeScale));
			const [r0, r1] = [Math.min(...reach.map((r) => r[0])), Math.max(...reach.map((r) => r[1]))];
			const placed = rows.length === 1 ? alone(item, [r0, Math.max(r0, Math.min(r1, end))]) : item;
			shown.push((drawn = { ...placed, rows, count: rows.length, r0, r1 }));
		}
		ends.set(trackOf(item), rightOf(drawn));
	}
	return { shown, hidden: unseen };
}

const trackOf = ({ lane, track }: Item) => `${lane} ${track}`;
/** Item → the next one in its track. @param items in time order */
function followers(items: readonly Item[]): ReadonlyMap<Item, Item> {
	const after = new Map<Item, Item>();
	const last = new Map<string, Item>();
	for (const item of items) {
		const before = last.get(trackOf(item));
		if (before) after.set(before, item);
		last.set(trackOf(item), item);
	}
	return after;
}
