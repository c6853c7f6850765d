// Pure: medians, and ratios within one repetition, so that a noisy minute affects both sides.

/**
 * @param {readonly number[]} list
 * @param {number} q 0 to 1
 * @returns {number | null} null for an empty list
 */
export function quantile(list, q) {
	if (list.length === 0) return null;
	const sorted = [...list].sort((a, b) => a - b);
	const at = (sorted.length - 1) * q;
	const below = Math.floor(at);
	return sorted[below] + ((sorted[below + 1] ?? sorted[below]) - sorted[below]) * (at - below);
}

/** @param {readonly number[]} list */
export const median = (list) => quantile(list, 0.5);

/** @param {readonly number[]} list above 0 @returns {number | null} */
export const geometricMean = (list) =>
	list.length ? Math.exp(list.reduce((sum, x) => sum + Math.log(x), 0) / list.length) : null;

/** @typedef {{ readonly peer: string, readonly n: number, readonly repetition: number }} Cell of a run, with its figures */

/**
 * @param {Cell} cell
 * @param {string} key "pan.task"
 * @returns {number | null}
 */
export function figure(cell, key) {
	const value = key.split('.').reduce((/** @type {any} */ at, name) => at?.[name], cell);
	return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/**
 * @param {readonly Cell[]} cells
 * @param {string} peer
 * @param {number} n
 * @param {string} key
 * @returns {readonly { repetition: number, value: number }[]}
 */
function figures(cells, peer, n, key) {
	return cells.flatMap((cell) => {
		const value = cell.peer === peer && cell.n === n ? figure(cell, key) : null;
		return value === null ? [] : [{ repetition: cell.repetition, value }];
	});
}

/** @type {(cells: readonly Cell[], peer: string, n: number, key: string) => number | null} */
export const medianOf = (cells, peer, n, key) => median(figures(cells, peer, n, key).map((f) => f.value));

/**
 * Median of the ratios of the repetitions in which both were measured.
 * @type {(cells: readonly Cell[], peer: string, reference: string, n: number, key: string) => number | null}
 */
export function ratio(cells, peer, reference, n, key) {
	const others = new Map(figures(cells, reference, n, key).map((f) => [f.repetition, f.value]));
	return median(
		figures(cells, peer, n, key).flatMap(({ repetition, value }) => {
			const other = others.get(repetition);
			return other === undefined || other <= 0 ? [] : [value / other];
		}),
	);
}

/**
 * The one with the lowest median.
 * @type {(cells: readonly Cell[], peers: readonly string[], n: number, key: string) => string | null}
 */
export function best(cells, peers, n, key) {
	const ranked = peers
		.map((peer) => ({ peer, value: medianOf(cells, peer, n, key) }))
		.filter((p) => p.value !== null)
		.sort((a, b) => a.value - b.value);
	return ranked[0]?.peer ?? null;
}
