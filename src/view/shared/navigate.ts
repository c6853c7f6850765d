/** One gesture across the page: a link to an event turns chart and record to it, and focus follows. */
import { flushSync, tick } from 'svelte';
import type { Timeline } from '../../state/timeline.svelte.ts';
import { runsDown } from './narrow.ts';
import { focusOn, headingOf, keepInPlace, scrollToEvent } from './scroll-and-focus.ts';
import { afterPaint } from './scheduler.ts';

/** With these keys a link opens a new tab or window, as links do. */
export const isModified = (e: MouseEvent) => e.ctrlKey || e.metaKey || e.shiftKey || e.altKey;

/** @param back where Escape leads back to; the link itself unless told otherwise */
export function navigateTo(
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

/**
 * Chooses an event and brings the reader to its heading, or on a narrow screen opens its sheet.
 * @param back where Escape leads back to
 */
export function bringTo(timeline: Timeline, event: string, passage: string | null, back: HTMLElement | null) {
	afterPaint(() => {
		timeline.choose(event, passage);
		if (runsDown()) {
			focusOn(null, back);
			return timeline.lay('sheet');
		}
		flushSync();
		scrollToEvent(event);
		focusOn(headingOf(event), back);
	});
}

/** Gives the whole chart back, with focus on the mark of the event that was read. */
export function closeToChart(timeline: Timeline) {
	afterPaint(() => {
		const { chosen } = timeline;
		if (!chosen) return;
		timeline.close(chosen.id);
		flushSync();
		scrollTo({ top: 0, behavior: 'instant' });
		// The chart has to be drawn before its mark can take focus.
		void tick().then(() => focusOn(document.querySelector<HTMLElement>('.plot .mark[tabindex="0"]')));
	});
}

/** What was pressed so low in the window comes up to here, a share of the window: what it opens is to be seen. */
const LOWEST = 0.6;

/** Opens or closes an event where it is in the record: what was pressed does not move. */
export function turnInPlace(pressed: HTMLElement, change: () => void) {
	keepInPlace(pressed, () => {
		change();
		flushSync();
	});
	const under = pressed.getBoundingClientRect().top - LOWEST * innerHeight;
	if (under > 0 && pressed.closest('.open')) scrollBy({ top: under, behavior: 'instant' });
}
