/** Navigation to an event: chart and record show it, and focus moves to it. */
import { flushSync, tick } from 'svelte';
import type { Timeline } from '../../state/timeline.svelte.ts';
import { runsDown } from './narrow.ts';
import { focusOn, headingOf, keepInPlace, scrollToEvent } from './scroll-and-focus.ts';
import { afterPaint } from './scheduler.ts';

/** Whether the browser should handle a click on a link itself, such as opening a new tab. */
export const isModified = (e: MouseEvent) => e.ctrlKey || e.metaKey || e.shiftKey || e.altKey;

/** @param back element to which Escape returns; by default the link itself */
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
 * Chooses an event and moves to its heading, or on a narrow screen opens its sheet.
 * @param back element to which Escape returns
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

/** The title of the event that is read beside its source, where there is one. */
export const headingInReading = (timeline: Timeline) =>
	timeline.isReading && !runsDown() ? headingOf(timeline.chosen!.id) : null;

/** Turns the page to a day, or to today: the event that is read stays in place, whatever comes and goes above it. */
export function turnTo(timeline: Timeline, day: number | null) {
	const heading = headingInReading(timeline);
	const turn = () => timeline.readAsOf(day);
	if (heading) keepInPlace(heading, () => flushSync(turn));
	else turn();
}

/** Closes the open event, restores the whole chart, and focuses the event's mark. */
export function closeToChart(timeline: Timeline) {
	afterPaint(() => {
		const { chosen } = timeline;
		if (!chosen) return;
		timeline.close(chosen.id);
		flushSync();
		scrollTo({ top: 0, behavior: 'instant' });
		// The mark can take focus only after the chart is drawn.
		void tick().then(() => focusOn(document.querySelector<HTMLElement>('.plot .mark[tabindex="0"]')));
	});
}

/** Share of the window; a button pressed lower is scrolled up to here, so that what it opens is in view. */
const LOWEST = 0.6;

/** Opens or closes an event in the record without moving what was pressed. */
export function turnInPlace(pressed: HTMLElement, change: () => void) {
	keepInPlace(pressed, () => {
		change();
		flushSync();
	});
	const under = pressed.getBoundingClientRect().top - LOWEST * innerHeight;
	if (under > 0 && pressed.closest('.open')) scrollBy({ top: under, behavior: 'instant' });
}
