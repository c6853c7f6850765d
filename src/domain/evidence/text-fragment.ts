/** Links that scroll to given words of a page: https://wicg.github.io/scroll-to-text-fragment/ */

/** Commas, hyphens and ampersands are syntax in a text fragment, so they are escaped where the words have them. */
export const textFragment = (address: string, words: string): string =>
	`${address}${address.includes('#') ? '' : '#'}:~:text=${encodeURIComponent(words).replaceAll('-', '%2D')}`;
