/** Events not yet public on the day shown: they keep their places, so that nothing moves when they become public. */
import type { Columns, Rows } from './columns.ts';
import { extentOf, type Item } from './placed.ts';
import type { Warp } from './warp.ts';

/** Ascending rows of both, which have none in common. */
export const together = (a: Rows, b: Rows): Rows => (b.length ? Uint32Array.of(...a, ...b).sort() : a);

/** What can be chosen, and what is only an outline. A cluster keeps its place for its events that are public. */
export function parted(
	items: readonly Item[],
	ghosts: Rows,
	columns: Columns,
	warp: Warp,
): { shown: readonly Item[]; hidden: readonly Item[] } {
	if (ghosts.length === 0) return { shown: items, hidden: [] };
	const isGhost = new Set(ghosts);
	const shown: Item[] = [];
	const hidden: Item[] = [];
	for (const item of items) {
		const rows = item.rows.filter((row) => !isGhost.has(row));
		if (rows.length === item.count) shown.push(item);
		else if (rows.length === 0) hidden.push(item);
		else {
			const reach = [...rows].map((row) => extentOf(columns, row, warp));
			const [r0, r1] = [Math.min(...reach.map((r) => r[0])), Math.max(...reach.map((r) => r[1]))];
			// One that is left alone stands at its own time.
			const place = rows.length === 1 ? { w0: r0, w1: r1 } : {};
			shown.push({ ...item, ...place, rows, count: rows.length, r0, r1 });
		}
	}
	return { shown, hidden };
}
