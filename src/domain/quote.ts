/** W3C Web Annotation TextQuoteSelector, matched strictly, code unit for code unit: a quote is proven or it is not. */
export interface TextQuoteSelector {
	readonly exact: string;
	/** Text standing directly before `exact`, where `exact` alone occurs more than once. */
	readonly prefix?: string;
	/** Text standing directly after `exact`. */
	readonly suffix?: string;
}

/** Where a quote stands in a source: half-open offsets in code units. */
export interface Passage {
	readonly start: number;
	readonly end: number;
}

export type Anchor =
	Passage | { readonly problem: 'absent' } | { readonly problem: 'ambiguous'; readonly at: readonly number[] };

/** The one place where the selector stands in the text, or why there is none. Used by the check, the build and the reader's browser alike. */
export function anchor(text: string, { exact, prefix = '', suffix = '' }: TextQuoteSelector): Anchor {
	const pattern = prefix + exact + suffix;
	if (!exact) return { problem: 'absent' };
	const at: number[] = [];
	for (let i = text.indexOf(pattern); i >= 0; i = text.indexOf(pattern, i + 1)) at.push(i + prefix.length);
	const [start] = at;
	if (start === undefined) return { problem: 'absent' };
	if (at.length > 1) return { problem: 'ambiguous', at };
	return { start, end: start + exact.length };
}

export const isFound = (place: Anchor): place is Passage => !('problem' in place);
