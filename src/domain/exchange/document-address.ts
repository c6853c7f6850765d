/** Addresses of the site's documents, for machine-readable data. */

/** Relative path from a file to the top of the site: "./" or "../../". @param path from the top of the site */
export const wayToTop = (path: string): string => '../'.repeat(path.split('/').length - 1) || './';

/**
 * @param top address of the top of the site, ending in "/"; where it is not known, the relative path there: "../../"
 * @param path of the file, from the top of the site
 * @returns an absolute address without "index.html"; a relative one keeps it, so that it also works from disk
 */
export const documentAddress = (top: string, path: string): string =>
	top.startsWith('.') ? top + path : top + path.replace(/(^|\/)index\.html$/, '$1');
