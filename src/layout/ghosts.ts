/** Events that are not yet public or held back by filters: they keep their places, so that nothing moves. */
import type { Columns, Rows } from './columns.ts';
import { extentOf, type Item } from './placed.ts';
import type { Warp } from './warp.ts';

/** Ascending rows of both, which have none in common. */
export function together(a: Rows, b: Rows): Rows {
	if (b.length === 0) return a;
	const all = new Uint32Array(a.length + b.length);
	all.set(a);
	all.set(b, a.length);
	return all.sort();
}

/** Nobody could know how long something would go on: it is drawn to the end of the day the page is turned to. */
const endingAt = (items: readonly Item[], end: number) =>
	Number.isFinite(end) ? items.map((item) => (item.w1 > end ? { ...item, w1: Math.max(item.w0, end) } : item)) : items;

/**
 * What can be chosen, and what only has a place. A cluster keeps its place for its events that are shown.
 * @param end of the day the page is turned to, in W
 */
export function parted(
	all: readonly Item[],
	hidden: Rows,
	columns: Columns,
	warp: Warp,
	end = Infinity,
): { shown: readonly Item[]; hidden: readonly Item[] } {
	const items = endingAt(all, end);
	if (hidden.length === 0) return { shown: items, hidden: [] };
	const isHidden = new Set(hidden);
	const shown: Item[] = [];
	const places: Item[] = [];
	for (const item of items) {
		const rows = item.rows.filter((row) => !isHidden.has(row));
		if (rows.length === item.count) shown.push(item);
		else if (rows.length === 0) places.push(item);
		else {
			const reach = [...rows].map((row) => extentOf(columns, row, warp));
			const [r0, r1] = [Math.min(...reach.map((r) => r[0])), Math.max(...reach.map((r) => r[1]))];
			// One that is left alone stands at its own time.
			const place = rows.length === 1 ? { w0: r0, w1: r1 } : {};
			shown.push({ ...item, ...place, rows, count: rows.length, r0, r1 });
		}
	}
	return { shown, hidden: places };
}
