/** The licence that the words of a case name, as machines read it. */

export interface Licence {
	/** "CC BY 4.0" */
	readonly name: string;
	readonly address: string;
}

/**
 * Creative Commons has a short name for each licence, from which its address follows.
 * Creative Commons, "About CC Licenses".
 * @param words of the case @returns the first that is named; null where none is
 */
export function licenceIn(words: string): Licence | null {
	const [, kind, version] = /\bCC (BY(?:-NC)?(?:-SA|-ND)?) (\d\.\d)\b/.exec(words) ?? [];
	if (kind)
		return {
			name: `CC ${kind} ${version}`,
			address: `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`,
		};
	return /\bCC0 1\.0\b/.test(words)
		? { name: 'CC0 1.0', address: 'https://creativecommons.org/publicdomain/zero/1.0/' }
		: null;
}
