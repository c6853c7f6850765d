/**
 * Where the files of the whole record are, from the top of the site: a page that leads to them does not load what
 * writes them.
 */

export const RECORD_FOLDER = 'data/';
/** The list of them for people. */
export const RECORD_PAGE = `${RECORD_FOLDER}index.html`;
/** The list of them for programs. */
export const RECORD_INDEX = `${RECORD_FOLDER}index.json`;
/** Corrections and editions, as a feed. */
export const CORRECTIONS_FEED = `${RECORD_FOLDER}corrections.atom`;
