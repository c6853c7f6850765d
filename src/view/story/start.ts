/** The ways into the story and out of it, and its place on the screen: the chart above, the step below it. */
import { flushSync, tick } from 'svelte';
import type { Timeline } from '../../state/timeline.svelte.ts';
import { runsDown } from '../shared/narrow.ts';
import { focusOn, headingOf, scrollToEvent } from '../shared/scroll-and-focus.ts';
import { afterPaint } from '../shared/scheduler.ts';

const toTop = () => scrollTo({ top: 0, behavior: 'instant' });
/** Where time runs down, the chart itself brings the events of a step into view. */
export const showStory = () => runsDown() || toTop();

/** Begins with the first step. */
export function startStory(timeline: Timeline) {
	afterPaint(() => {
		timeline.tell(timeline.whole.story[0]!);
		void tick().then(() => {
			showStory();
			focusOn(document.querySelector<HTMLElement>('.story h2'));
		});
	});
}

/** Out of the story to the whole case. */
export function leaveStory(timeline: Timeline) {
	afterPaint(() => {
		timeline.tell(null);
		void tick().then(() => {
			toTop();
			focusOn(document.querySelector<HTMLElement>('.story-start'));
		});
	});
}

/** Out of the story to the event that the step is about. */
export function readStep(timeline: Timeline, event: string) {
	afterPaint(() => {
		timeline.navigate({ step: null });
		if (runsDown()) return timeline.lay('sheet');
		flushSync();
		scrollToEvent(event);
		focusOn(headingOf(event));
	});
}
