/** On narrow screens the source opens as a sheet; on wide ones it is beside the record. */
import { tick } from 'svelte';
import type { Timeline } from '../../state/timeline.svelte.ts';
import { focusOn, scrollWithin } from '../shared/scroll-and-focus.ts';

/** The width from which the source has a column of its own, as in the styles. */
export const WIDE = '(min-width: 64.01rem)';
export const isWide = () => matchMedia(WIDE).matches;

class Sheet {
	/** Beside an event the whole text is read, not only what it quotes; so it stays from event to event. */
	whole = $state.raw(false);
	/** Said only when the reader walks from passage to passage, not whenever something is chosen. */
	said = $state.raw('');
}
export const sheet = new Sheet();

/** Brings the reader to the current passage, wherever the source is shown. @param from where Escape leads back */
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
