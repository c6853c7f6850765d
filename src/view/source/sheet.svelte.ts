/** The source opens as a sheet on narrow screens, and is beside the record on wide ones. */
import { tick } from 'svelte';
import type { Timeline } from '../../state/timeline.svelte.ts';
import { focusOn, scrollWithin } from '../shared/scroll-and-focus.ts';

/** From this width the source has a column of its own. The stylesheets use the same width. */
export const WIDE = '(min-width: 64.01rem)';
export const isWide = () => matchMedia(WIDE).matches;

class Sheet {
	/** Whether the whole text is shown instead of the excerpt; kept from event to event. */
	whole = $state.raw(false);
	/** Announcement of the current passage, set only by its previous and next buttons. */
	said = $state.raw('');
}
export const sheet = new Sheet();

/** Moves to the current passage, wherever the source is shown. @param from element to which Escape returns */
export function toSource(timeline: Timeline, from: HTMLElement | null) {
	if (!isWide()) timeline.lay('source');
	void tick().then(() => {
		const passage = document.querySelector<HTMLElement>(
			timeline.over === 'source' ? 'dialog.source mark[aria-current] a' : '.beside mark[aria-current] a',
		);
		const pane = passage?.closest<HTMLElement>('.pane');
		if (pane && passage) scrollWithin(pane, passage);
		focusOn(passage, from);
	});
}
