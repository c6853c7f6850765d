/** TextQuoteSelector of the W3C Web Annotation model, matched exactly, code unit by code unit: no near matches. */
export interface TextQuoteSelector {
	readonly exact: string;
	/** Text directly before `exact`; needed where `exact` alone occurs more than once. */
	readonly prefix?: string;
	/** Text directly after `exact`; serves the same purpose. */
	readonly suffix?: string;
}

/** A part of a text, such as a quote in its source: half-open offsets in UTF-16 code units. */
export interface Passage {
	readonly start: number;
	readonly end: number;
}

export type Anchor =
	Passage | { readonly problem: 'absent' } | { readonly problem: 'ambiguous'; readonly at: readonly number[] };

const patternOf = ({ exact, prefix = '', suffix = '' }: TextQuoteSelector) => prefix + exact + suffix;

/** The result for a selector, given every offset at which its pattern begins. */
function verdict({ exact, prefix = '' }: TextQuoteSelector, begins: readonly number[]): Anchor {
	const at = begins.map((begin) => begin + prefix.length);
	const [start] = at;
	if (start === undefined) return { problem: 'absent' };
	if (at.length > 1) return { problem: 'ambiguous', at };
	return { start, end: start + exact.length };
}

/**
 * The only passage that matches the selector, or why there is not exactly one. The check, the build and the reader's
 * browser all use this function, so they cannot disagree.
 */
export function anchor(text: string, selector: TextQuoteSelector): Anchor {
	if (!selector.exact) return { problem: 'absent' };
	const pattern = patternOf(selector);
	const begins: number[] = [];
	for (let i = text.indexOf(pattern); i >= 0; i = text.indexOf(pattern, i + 1)) begins.push(i);
	return verdict(selector, begins);
}

/** Length of the hashed prefix by which patterns are found (Rabin–Karp); shorter patterns are searched one by one. */
const GRAM = 12;
function gram(text: string, at: number): number {
	let hash = 0;
	for (let i = at; i < at + GRAM; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
	return hash;
}

/** From this number of selectors on, one pass over the text is faster than as many native searches (measured). */
const MANY = 200;

/** `anchor` for many selectors. */
export const anchors = (text: string, selectors: readonly TextQuoteSelector[]): Anchor[] =>
	selectors.length < MANY ? selectors.map((s) => anchor(text, s)) : anchorsInOnePass(text, selectors);

/** `anchor` for many selectors in one pass over the text. */
export function anchorsInOnePass(text: string, selectors: readonly TextQuoteSelector[]): Anchor[] {
	const patterns = selectors.map(patternOf);
	const begins = selectors.map((): number[] => []);
	const beginning = new Map<number, number[]>();
	const isAlone = (i: number) => !selectors[i]!.exact || patterns[i]!.length < GRAM;
	patterns.forEach((pattern, i) => {
		if (isAlone(i)) return;
		const hash = gram(pattern, 0);
		const same = beginning.get(hash);
		if (same) same.push(i);
		else beginning.set(hash, [i]);
	});
	for (let at = 0; beginning.size && at + GRAM <= text.length; at++)
		for (const i of beginning.get(gram(text, at)) ?? []) if (text.startsWith(patterns[i]!, at)) begins[i]!.push(at);
	return selectors.map((selector, i) => (isAlone(i) ? anchor(text, selector) : verdict(selector, begins[i]!)));
}

export const isFound = (found: Anchor): found is Passage => !('problem' in found);
