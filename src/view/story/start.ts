/** Starting and leaving the story, and scrolling to it: the chart on top, the step below. */
import { flushSync, tick } from 'svelte';
import type { Timeline } from '../../state/timeline.svelte.ts';
import { runsDown } from '../shared/narrow.ts';
import { focusOn, headingOf, scrollToEvent } from '../shared/scroll-and-focus.ts';
import { afterPaint } from '../shared/scheduler.ts';

const toTop = () => scrollTo({ top: 0, behavior: 'instant' });
/** Scrolls to the top; the vertical timeline scrolls to the events of a step itself. */
export const showStory = () => runsDown() || toTop();

/** Starts with the first step. */
export function startStory(timeline: Timeline) {
	afterPaint(() => {
		timeline.tell(timeline.whole.story[0]!);
		void tick().then(() => {
			showStory();
			focusOn(document.querySelector<HTMLElement>('.story h2'));
		});
	});
}

/** Leaves the story for the whole case. */
export function leaveStory(timeline: Timeline) {
	afterPaint(() => {
		timeline.tell(null);
		void tick().then(() => {
			toTop();
			focusOn(document.querySelector<HTMLElement>('.story-start'));
		});
	});
}

/** Leaves the story for the event that the step is about. */
export function readStep(timeline: Timeline, event: string) {
	afterPaint(() => {
		timeline.navigate({ step: null });
		if (runsDown()) return timeline.lay('sheet');
		flushSync();
		scrollToEvent(event);
		focusOn(headingOf(event));
	});
}
