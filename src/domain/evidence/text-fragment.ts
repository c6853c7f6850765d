/** An address that leads to words of the page there: https://wicg.github.io/scroll-to-text-fragment/ */

/** A comma, a hyphen and an ampersand separate parts of a fragment: escaped, they are signs of the words. */
export const textFragment = (address: string, words: string): string =>
	`${address}${address.includes('#') ? '' : '#'}:~:text=${encodeURIComponent(words).replaceAll('-', '%2D')}`;
