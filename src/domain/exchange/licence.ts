/** The licence named in the words of a case, in machine-readable form. */

export interface Licence {
	/** "CC BY 4.0" */
	readonly name: string;
	readonly address: string;
}

/**
 * Finds a Creative Commons licence by its short name, from which its address follows.
 * Source: Creative Commons, "About CC Licenses".
 * @param words text of the case about its licence @returns the first licence named; null where none is
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
