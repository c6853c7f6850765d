/** Where a document of the site is found by machines. */

/** The way from a file of the site to its top: "./" or "../../". @param path from the top of the site */
export const wayToTop = (path: string): string => '../'.repeat(path.split('/').length - 1) || './';

/**
 * @param top address of the site's top, ending in "/"; where it is not known the way there: "../../"
 * @param path of the file, from the top of the site
 * @returns a folder's own address where that is absolute; else the file, which can also be read from disk
 */
export const documentAddress = (top: string, path: string): string =>
	top.startsWith('.') ? top + path : top + path.replace(/(^|\/)index\.html$/, '$1');
