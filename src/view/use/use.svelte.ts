/** "Use this": what a reader takes along of an event, of words or of the view; loaded when it is first asked for. */
import type { Dataset } from '../../domain/model/dataset.ts';
import { later } from '../../state/later.ts';
import type { Timeline } from '../../state/timeline.svelte.ts';
import type PanelType from './Panel.svelte';

/** What is used, by ids: an event, words of it, or without them the view. What they are depends on the day. */
export interface Subject {
	readonly event?: string;
	/** Id of a quote of the event. */
	readonly quote?: string;
	/** Words cited at the event, to the letter. */
	readonly words?: string;
}

const NOT_LOADED = '“Use this” could not be loaded. Look at your connection and try again.';

class Use {
	/** Null until it is first asked for. */
	Panel = $state.raw<typeof PanelType | null>(null);
	subject = $state.raw<Subject>({});

	async show(timeline: Timeline, subject: Subject) {
		try {
			this.Panel = (await later(() => import('./Panel.svelte'))).default;
		} catch {
			timeline.notice = NOT_LOADED;
			return;
		}
		if (timeline.notice === NOT_LOADED) timeline.notice = '';
		this.subject = subject;
		timeline.lay('use');
	}
	/** What is used where an event is read: words of it, or the event that was turned to meanwhile. */
	of(event: string): Subject {
		return this.subject.event === event ? this.subject : { event };
	}
}
export const use = new Use();

/** What a subject is in the record as of some day; words that were not there then are left out. */
export function found({ event: id = '', quote, words }: Subject, dataset: Dataset) {
	const event = dataset.event.get(id);
	const ofEvent = event?.quotes.find((q) => q.id === quote);
	const cited = event?.words.find(({ text }) => text === words);
	return { ...(event && { event }), ...(ofEvent && { quote: ofEvent }), ...(cited && { words: cited }) };
}
