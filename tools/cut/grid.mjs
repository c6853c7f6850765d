/**
 * Where counts and events are in a cut: arithmetic alone, so that no index is fetched that grows with the events.
 * A level splits the extent into 2^level bins; a file has so many bins of a level; a row is one lane of one bin.
 *
 * @typedef {{ start: number, end: number }} Span half-open, epoch ms, UTC
 * @typedef {object} Manifest
 * @property {string} edition folder of the files, named after what is in them
 * @property {number} start of the extent, epoch ms
 * @property {number} unit ms of a bin of the finest level; whole, so that no edge is ever rounded
 * @property {readonly string[]} lanes
 * @property {number} events how many there are
 * @property {string} depths one digit (base 36) for each stretch: the finest level that was written for it
 */

/** Bins are whole numbers below 2^30, which shifts keep exact. */
export const FINEST = 30;
/** The extent falls into 2^10 stretches, each with a depth of its own: crowded ones are counted more finely. */
export const STRETCH = 10;
/** A file of counts has at most 2^14 bins, one of events 2^15 events; their footers are bounded with them. */
export const PART = 14;
export const EVENTS_PER_FILE = 2 ** 15;
/** Rows that are fetched together: row groups of the Parquet files. */
export const COUNTS_PER_GROUP = 8192;
export const EVENTS_PER_GROUP = 2048;
/** What holds more events is answered with counts. */
export const CAP = 2048;
/**
 * A level is written for every run of 2^9 of its bins with more events than this, and for two runs on each side. A span
 * at its own level meets three runs at most: so either it is written for all of the span, or the span has at most 3 ×
 * 400 events, and 2 × 400 more where its ends are rounded outwards, which is below the cap.
 */
export const RUN = 9;
export const DENSE = 400;
/** A bin is at least so many pixels wide, and less than twice that. */
const LEAST = 2;
/** As many bins as two runs have, and they meet three. Wider charts have wider bins. */
const MOST = 2 ** (RUN + 1);

const clamp = (x, least, most) => Math.min(Math.max(x, least), most);
const length = ({ unit }) => unit * 2 ** FINEST;

/** @param {Pick<Manifest, 'start' | 'unit'>} manifest @returns {Span} */
export const extentOf = (manifest) => ({ start: manifest.start, end: manifest.start + length(manifest) });

/**
 * The finest level whose bins are still wide enough to be seen.
 *
 * @param {Manifest} manifest @param {Span} span @param {number} width in pixels
 */
export function levelOf(manifest, { start, end }, width) {
	const bins = (length(manifest) / (end - start)) * Math.min(width / LEAST, MOST);
	return clamp(Math.floor(Math.log2(bins)), 0, FINEST);
}

/**
 * The bin a moment falls into; before and after the extent, the first and the last.
 *
 * @param {Manifest} manifest @param {number} t @param {number} level
 */
export const binAt = ({ start, unit }, t, level) =>
	clamp(Math.floor((t - start) / unit), 0, 2 ** FINEST - 1) >> (FINEST - level);

/** Where a bin begins. @param {Manifest} manifest @param {number} bin @param {number} level */
export const timeOf = ({ start, unit }, bin, level) => start + bin * 2 ** (FINEST - level) * unit;

/** The finest level written for a stretch. @param {Manifest} manifest @param {number} stretch */
export const depthOf = ({ depths }, range) => parseInt(depths[range], 36);

/**
 * Rows `from` to `to` of a table, in the files that have them.
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
