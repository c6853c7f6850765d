/** Reads from a cut what a chart needs: for a span and a width a bounded number of rows, however many events there are. */
import { binAt, CAP, depthOf, EVENTS_PER_FILE, levelOf, PART, STRETCH, timeOf } from './grid.mjs';

/**
 * @typedef {import('./grid.mjs').Manifest} Manifest
 * @typedef {import('./grid.mjs').Span} Span
 * @typedef {{ level: number, bin: number }} Edge
 * @typedef {Record<string, ArrayLike<unknown>>} Columns
 * @typedef {(table: string, perFile: number, from: number, to: number) => Promise<Columns>} Rows of a table, by number
 *
 * @typedef {object} Answer
 * @property {Span} span the span asked for, rounded outwards to bins
 * @property {readonly number[]} carried by lane: how many events began before the span and reach into it
 * @property {{ level: number, counts: readonly number[] } | null} bins counts by bin and lane; null if `events` has all
 * @property {Columns | null} events that begin in the span, in time order; null if there are more than can be drawn
 */

/**
 * Chooses the level that suits the width, if it was written for all of the span. Otherwise there are few events, and
 * each end is looked up at the finest level of its own stretch.
 *
 * @param {Manifest} manifest @param {Span} span @param {number} width
 * @returns {{ whole: boolean, from: Edge, last: Edge }}
 */
export function plan(manifest, span, width) {
	const level = levelOf(manifest, span, width);
	// Half-open: what begins at the end is not in the span.
	const [first, last] = [span.start, span.end - 1].map((t) => binAt(manifest, t, STRETCH));
	let least = level;
	for (let range = first; range <= last; range++) least = Math.min(least, depthOf(manifest, range));
	const edge = (t, range) => {
		const own = Math.min(level, depthOf(manifest, range));
		return { level: own, bin: binAt(manifest, t, own) };
	};
	return { whole: least === level, from: edge(span.start, first), last: edge(span.end - 1, last) };
}

/** @param {Manifest} manifest @param {Rows} rows @returns {(span: Span, width: number) => Promise<Answer>} */
export function reader(manifest, rows) {
	const lanes = manifest.lanes.length;
	/** Rows of a range of bins, both ends inclusive. */
	const cells = (level, from, last) => rows(`counts/${level}`, 2 ** PART * lanes, from * lanes, (last + 1) * lanes);

	return async (span, width) => {
		const { whole, from, last } = plan(manifest, span, width);
		const [head, tail] = whole
			? await cells(from.level, from.bin, last.bin).then((all) => [all, all])
			: await Promise.all([from, last].map(({ level, bin }) => cells(level, bin, bin)));
		const end = tail.count.length - 1;
		const [first, next] = [head.before[0], tail.before[end] + tail.count[end]];
		const answer = {
			span: { start: timeOf(manifest, from.bin, from.level), end: timeOf(manifest, last.bin + 1, last.level) },
			carried: Array.from({ length: lanes }, (_, lane) => head.open[lane]),
		};
		if (whole && next - first > CAP)
			return { ...answer, bins: { level: from.level, counts: Array.from(head.count) }, events: null };
		return { ...answer, bins: null, events: await rows('events', EVENTS_PER_FILE, first, next) };
	};
}
