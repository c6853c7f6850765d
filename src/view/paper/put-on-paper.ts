/** Renders the printed form of the current view, or of one event. */
import { flushSync, mount, unmount, type Component } from 'svelte';
import { toDataset, type TimelineEvent } from '../../domain/model/dataset.ts';
import { recordsOfEvents } from '../../domain/model/narrow.ts';
import { formatDay } from '../../domain/model/when.ts';
import { filterWords } from '../../domain/query/filter-words.ts';
import { Timeline } from '../../state/timeline.svelte.ts';
import type { Verifier } from '../../state/verifier.svelte.ts';
import Part from '../Part.svelte';
import { typeset } from '../picture/browser-typeset.ts';
import { many } from '../shared/many.ts';
import { onDayWords } from '../shared/sentences.ts';
import { siteFrom } from '../shared/site.ts';
import { today } from '../shared/today.ts';
import { eventOf, runningWords } from './running.ts';
import ViewOnPaper from './ViewOnPaper.svelte';

/** @param target element to fill, synchronously @param only the single event to print @returns removes it again */
export function putOnPaper(
	timeline: Timeline,
	verifier: Verifier,
	target: HTMLElement,
	only: TimelineEvent | undefined,
): () => void {
	const { asOf, dataset, filter, passing, whole } = timeline;
	const shown = new Set((only ? [only] : passing).map(({ id }) => id));
	// Families of sources are those of the whole case, as sources that link them may be left out here.
	const printed = new Timeline({ ...toDataset(recordsOfEvents(dataset, shown)), family: whole.family });
	const number = ({ id }: TimelineEvent) => whole.event.get(id)!.rank + 1;
	const all = many(whole.events.length, 'event');
	const view = only
		? [eventOf(number(only), whole.events.length)]
		: [`${passing.length} of ${all}`, filterWords(filter, whole)];
	const running = runningWords(whole, view.filter(Boolean).join(' · '), `as of ${formatDay(asOf ?? today())}`);
	Object.assign(document.documentElement.dataset, running);
	const online = siteFrom('./');
	const made = mount(Part, {
		target,
		props: {
			timeline: printed,
			verifier,
			site: { ...siteFrom('./', 'whole'), passage: online.passage, note: online.note },
			part: ViewOnPaper as Component,
			props: {
				running,
				counted: asOf === null ? '' : onDayWords(whole.events, asOf),
				address: location.href,
				number,
				typeset,
			},
		},
	});
	flushSync();
	return () => void unmount(made);
}
