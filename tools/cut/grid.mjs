/**
 * Positions of counts and events in a cut, by arithmetic alone, so that no index is needed that grows with the events.
 * A level divides the extent into 2^level bins; a file has 2^PART bins of a level; a row is one lane of one bin.
 *
 * @typedef {{ start: number, end: number }} Span half-open, epoch ms, UTC
 * @typedef {object} Manifest
 * @property {string} edition folder of the files, named after a hash of the events
 * @property {number} start of the extent, epoch ms
 * @property {number} unit ms of a bin of the finest level; an integer, so that no edge is ever rounded
 * @property {readonly string[]} lanes
 * @property {number} events number of events
 * @property {string} depths one digit (base 36) for each stretch: the finest level that was written for it
 */

/** The finest level. Bin numbers are below 2^30, for which bit shifts are exact. */
export const FINEST = 30;
/** The extent is divided into 2^10 stretches, each with its own finest level: finer where it is crowded. */
export const STRETCH = 10;
/** A file of counts has at most 2^14 bins, a file of events 2^15 events, which also bounds their footers. */
export const PART = 14;
export const EVENTS_PER_FILE = 2 ** 15;
/** Rows per row group of the Parquet files, which is fetched as a whole. */
export const COUNTS_PER_GROUP = 8192;
export const EVENTS_PER_GROUP = 2048;
/** A span with more events is answered with counts. */
export const CAP = 2048;
/**
 * A level is written for every run of 2^9 of its bins with more than DENSE events, and for two runs on each side. A span
 * overlaps at most three runs of its level. So either the level is written for the whole span, or the span has at most
 * 3 × 400 events, plus 2 × 400 where its ends are rounded outwards, which is below CAP.
 */
export const RUN = 9;
export const DENSE = 400;
/** Least width of a bin in pixels; it is less than twice that. */
const LEAST = 2;
/** Most bins in a view: those of two runs, which overlap at most three. Wider charts have wider bins. */
const MOST = 2 ** (RUN + 1);

const clamp = (x, least, most) => Math.min(Math.max(x, least), most);
const length = ({ unit }) => unit * 2 ** FINEST;

/** @param {Pick<Manifest, 'start' | 'unit'>} manifest @returns {Span} */
export const extentOf = (manifest) => ({ start: manifest.start, end: manifest.start + length(manifest) });

/**
 * The finest level whose bins are wide enough to be visible.
 *
 * @param {Manifest} manifest @param {Span} span @param {number} width in pixels
 */
export function levelOf(manifest, { start, end }, width) {
	const bins = (length(manifest) / (end - start)) * Math.min(width / LEAST, MOST);
	return clamp(Math.floor(Math.log2(bins)), 0, FINEST);
}

/**
 * The bin that contains a moment, clamped to the first and last bin.
 *
 * @param {Manifest} manifest @param {number} t @param {number} level
 */
export const binAt = ({ start, unit }, t, level) =>
	clamp(Math.floor((t - start) / unit), 0, 2 ** FINEST - 1) >> (FINEST - level);

/** Start of a bin. @param {Manifest} manifest @param {number} bin @param {number} level */
export const timeOf = ({ start, unit }, bin, level) => start + bin * 2 ** (FINEST - level) * unit;

/** The finest level written for a stretch. @param {Manifest} manifest @param {number} stretch */
export const depthOf = ({ depths }, range) => parseInt(depths[range], 36);

/**
 * Divides rows `from` to `to` of a table among the files that have them.
 *
 * @param {number} perFile @param {number} from @param {number} to
 */
export const pieces = (perFile, from, to) =>
	Array.from({ length: from < to ? Math.ceil(to / perFile) - Math.floor(from / perFile) : 0 }, (_, i) => {
		const file = Math.floor(from / perFile) + i;
		return {
			file,
			from: Math.max(from - file * perFile, 0),
			to: Math.min(to - file * perFile, perFile),
		};
	});
