/** The ways into the story and out of it, and its place on the screen: the chart above, the step below it. */
import { flushSync, tick } from 'svelte';
import type { Timeline } from '../../state/timeline.svelte.ts';
import { focusOn, headingOf, reveal } from '../shared/reveal.ts';
import { soon } from '../shared/soon.ts';

const toTop = () => scrollTo({ top: 0, behavior: 'instant' });
/** On a phone the header gives its place to the chart. */
export const showStory = () =>
	matchMedia('(max-width: 40rem)').matches
		? document.querySelector('.chart')?.scrollIntoView({ block: 'start', behavior: 'instant' })
		: toTop();

/** Begins with the first step. */
export function startStory(timeline: Timeline) {
	soon(() => {
		timeline.tell(timeline.whole.story[0]!);
		void tick().then(() => {
			showStory();
			focusOn(document.querySelector<HTMLElement>('.story h2'));
		});
	});
}

/** Out of the story to the whole case. */
export function leaveStory(timeline: Timeline) {
	soon(() => {
		timeline.tell(null);
		void tick().then(() => {
			toTop();
			focusOn(document.querySelector<HTMLElement>('.story-start'));
		});
	});
}

/** Out of the story to the event that the step is about. */
export function readStep(timeline: Timeline, event: string) {
	soon(() => {
		timeline.act({ step: null });
		flushSync();
		reveal(event);
		focusOn(headingOf(event));
	});
}
