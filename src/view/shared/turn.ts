/** One gesture across the page: a link to an event turns record and source to it, and focus follows. */
import { flushSync } from 'svelte';
import type { Timeline } from '../../state/timeline.svelte.ts';
import { focusOn, headingOf, reveal } from './reveal.ts';
import { soon } from './soon.ts';

/** With these keys a link opens a new tab or window, as links do. */
export const isModified = (e: MouseEvent) => e.ctrlKey || e.metaKey || e.shiftKey || e.altKey;

/** @param back where Escape leads back to; the link itself unless told otherwise */
export function turnTo(
	e: MouseEvent & { currentTarget: HTMLElement },
	timeline: Timeline,
	event: string,
	passage: string | null = null,
	back: HTMLElement | null = e.currentTarget,
) {
	if (isModified(e)) return;
	e.preventDefault();
	bringTo(timeline, event, passage, back);
}

/** Chooses an event and brings the reader to its heading. @param back where Escape leads back to */
export function bringTo(timeline: Timeline, event: string, passage: string | null, back: HTMLElement | null) {
	soon(() => {
		timeline.choose(event, passage);
		flushSync();
		reveal(event);
		focusOn(headingOf(event), back);
	});
}
