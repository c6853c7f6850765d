// Pure: where our chart is slower than the best other library, and where it misses its target against the limit.
import { FIELD_PEERS, LIMIT, MEASURES, OURS } from './measures.mjs';
import { best, geometricMean, medianOf, ratio } from './statistics.mjs';

/** Ratios closer to 1 than this count as equal, because repetitions differ by more. */
const EVEN = 1.05;

/** @typedef {{ readonly cells: readonly import('./statistics.mjs').Cell[], readonly asked: { readonly peers: readonly string[], readonly sizes: readonly number[] } }} Run */
/** @typedef {{ readonly title: string, readonly n: number, readonly by: number, readonly than: string }} Loss `by` is a ratio */

/** @type {(run: Run) => Loss[]} */
export function behindTheField({ cells, asked }) {
	const field = asked.peers.filter((p) => FIELD_PEERS.includes(p));
	return MEASURES.filter((m) => (m.bar ?? m.most) && !m.alone).flatMap(({ key, title }) =>
		asked.sizes.flatMap((n) => {
			const than = best(cells, field, n, key);
			const by = than && ratio(cells, OURS, than, n, key);
			return by && by > EVEN ? [{ title, n, by, than }] : [];
		}),
	);
}

/** @type {(run: Run) => Loss[]} */
export function overTheBar({ cells, asked }) {
	return MEASURES.flatMap(({ key, title, bar, most, little = 0 }) =>
		asked.sizes.flatMap((n) => {
			const by = bar === undefined ? null : ratio(cells, OURS, LIMIT, n, key);
			const value = medianOf(cells, OURS, n, key);
			const aim = bar?.(n);
			return [
				...(by !== null && by > aim && value > little ? [{ title, n, by, than: `the limit (aim: ${aim})` }] : []),
				...(most !== undefined && value !== null && value > most
					? [{ title, n, by: value / most, than: `the aim of ${most}` }]
					: []),
			];
		}),
	);
}

/**
 * One number for how far a library is from the limit, from first paint, pan and zoom; null if one is missing.
 * @type {(run: Run, peer: string) => number | null}
 */
export function union({ cells, asked }, peer) {
	const ratios = MEASURES.filter((m) => m.counted).flatMap(({ key }) =>
		asked.sizes.map((n) => ratio(cells, peer, LIMIT, n, key)),
	);
	return ratios.includes(null) ? null : geometricMean(ratios);
}
