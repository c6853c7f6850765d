/** How many of its quotes are in a document, in words. */
import type { Document } from '../../domain/model/dataset.ts';
import type { Outcome } from '../../state/proof.svelte.ts';

/**
 * "22 of 22 quotes": of those that events claim, found by this browser once it has looked, until then by the build.
 * Nothing where no event quotes it.
 */
export function foundWords({ claimed, quotes }: Document, outcome: Outcome): string {
	if (!claimed.length) return '';
	const found = 'found' in outcome ? claimed.filter((q) => outcome.found.includes(q.id)).length : quotes.length;
	return `${found} of ${claimed.length} quotes`;
}
