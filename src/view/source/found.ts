/** How many of the claimed quotes were found in a document, in words. */
import type { Document } from '../../domain/model/dataset.ts';
import type { Outcome } from '../../state/proof.svelte.ts';

/**
 * "22 of 22 quotes": how many of the quotes that events claim were found, by this browser or, before it has checked, by
 * the build. Empty where no event quotes the document.
 */
export function foundWords({ claimed, quotes }: Document, outcome: Outcome): string {
	if (!claimed.length) return '';
	const found = 'found' in outcome ? claimed.filter((q) => outcome.found.includes(q.id)).length : quotes.length;
	return `${found} of ${claimed.length} quotes`;
}
