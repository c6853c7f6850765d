/** Makes a pane with a held text follow the current quote. */
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { Proof } from '../../state/proof.svelte.ts';
import type { Timeline } from '../../state/timeline.svelte.ts';
import { scrollWithin } from '../shared/scroll-and-focus.ts';

/** On every change of the current quote, scrolls to its passage and verifies the text. */
export const following =
	(timeline: Timeline, proof: () => Proof): Attachment<HTMLElement> =>
	(pane) => {
		if (!timeline.quote) return;
		const current = pane.querySelector<HTMLElement>('mark[aria-current]');
		if (current) scrollWithin(pane, current);
		const of = proof();
		// The result of the check must not start it again.
		untrack(() => void of.check());
	};
