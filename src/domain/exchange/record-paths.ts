/**
 * Paths of the files of the whole record, from the top of the site. Apart from `record-files.ts`, so that a page that
 * only links to the files does not load the code that writes them.
 */

export const RECORD_FOLDER = 'data/';
/** The list of files for people. */
export const RECORD_PAGE = `${RECORD_FOLDER}index.html`;
/** The list of files for programs. */
export const RECORD_INDEX = `${RECORD_FOLDER}index.json`;
/** The feed of corrections and editions. */
export const CORRECTIONS_FEED = `${RECORD_FOLDER}corrections.atom`;
