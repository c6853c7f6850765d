/** W3C Web Annotation TextQuoteSelector, matched strictly, code unit for code unit: a quote is proven or it is not. */
export interface TextQuoteSelector {
	readonly exact: string;
	/** Text directly before `exact`, where `exact` alone occurs more than once. */
	readonly prefix?: string;
	/** Text directly after `exact`. */
	readonly suffix?: string;
}

/** Where a quote is in a source: half-open offsets in code units. */
export interface Passage {
	readonly start: number;
	readonly end: number;
}

export type Anchor =
	Passage | { readonly problem: 'absent' } | { readonly problem: 'ambiguous'; readonly at: readonly number[] };

const patternOf = ({ exact, prefix = '', suffix = '' }: TextQuoteSelector) => prefix + exact + suffix;

/** What follows from the places where a pattern begins. */
function verdict({ exact, prefix = '' }: TextQuoteSelector, begins: readonly number[]): Anchor {
	const at = begins.map((begin) => begin + prefix.length);
	const [start] = at;
	if (start === undefined) return { problem: 'absent' };
	if (at.length > 1) return { problem: 'ambiguous', at };
	return { start, end: start + exact.length };
}

/**
 * The one place where the selector is in the text, or why there is none. Used by the check, the build and the
 * reader's browser alike.
 */
export function anchor(text: string, selector: TextQuoteSelector): Anchor {
	if (!selector.exact) return { problem: 'absent' };
	const pattern = patternOf(selector);
	const begins: number[] = [];
	for (let i = text.indexOf(pattern); i >= 0; i = text.indexOf(pattern, i + 1)) begins.push(i);
	return verdict(selector, begins);
}

/** Code units by whose hash a pattern is looked for; shorter ones are looked for alone. */
const GRAM = 12;
function gram(text: string, at: number): number {
	let hash = 0;
	for (let i = at; i < at + GRAM; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
	return hash;
}

/** `anchor` of each selector, in one reading of the text: for a long text with many quotes. */
export function anchors(text: string, selectors: readonly TextQuoteSelector[]): Anchor[] {
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
