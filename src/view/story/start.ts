/** From the first step, with the chart in view; pressed again the story ends. */
import { tick } from 'svelte';
import type { Timeline } from '../../state/timeline.svelte.ts';
import { focusOn } from '../shared/reveal.ts';
import { soon } from '../shared/soon.ts';

export function startStory(timeline: Timeline) {
	const [first] = timeline.whole.story;
	soon(() => {
		timeline.tell(timeline.step ? null : first!);
		if (!timeline.step) return;
		void tick().then(() => {
			document.querySelector('.chart')!.scrollIntoView({ block: 'start' });
			focusOn(document.querySelector<HTMLElement>('.story h2'));
		});
	});
}
