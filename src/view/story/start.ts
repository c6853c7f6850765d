/** The way into the story, and its place on the screen: the chart above, the step below it. */
import { tick } from 'svelte';
import type { Timeline } from '../../state/timeline.svelte.ts';
import { focusOn } from '../shared/reveal.ts';
import { soon } from '../shared/soon.ts';

export const showStory = () => document.querySelector('.chart')?.scrollIntoView({ block: 'start' });

/** Begins with the first step; pressed again the story ends. */
export function startStory(timeline: Timeline) {
	const [first] = timeline.whole.story;
	soon(() => {
		timeline.tell(timeline.step ? null : first!);
		if (!timeline.step) return;
		void tick().then(() => {
			showStory();
			focusOn(document.querySelector<HTMLElement>('.story h2'));
		});
	});
}
