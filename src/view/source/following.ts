/** A pane with a held text follows the passage that is turned to. */
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { Proof } from '../../state/proof.svelte.ts';
import type { Timeline } from '../../state/timeline.svelte.ts';
import { scrollWithin } from '../shared/scroll-and-focus.ts';

/** Whenever another quote is turned to, its passage comes into view, and the text is proven once more. */
export const following =
	(timeline: Timeline, proof: () => Proof): Attachment<HTMLElement> =>
	(pane) => {
		if (!timeline.quote) return;
		const current = pane.querySelector<HTMLElement>('mark[aria-current]');
		if (current) scrollWithin(pane, current);
		const of = proof();
		// What comes of the check must not start it again.
		untrack(() => void of.check());
	};
