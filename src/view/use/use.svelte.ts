/** The panel "Use" with link, citation, picture and data of something, loaded on demand. */
import type { Dataset } from '../../domain/model/dataset.ts';
import { later } from '../../state/later.ts';
import type { Timeline } from '../../state/timeline.svelte.ts';
import type PanelType from './Panel.svelte';

/** The subject by ids: an event or words of it; without an event the view. Its content depends on the day. */
export interface Subject {
	readonly event?: string;
	/** Id of a quote of the event. */
	readonly quote?: string;
	/** Text of words cited by the event. */
	readonly words?: string;
}

const NOT_LOADED = '“Use this” could not be loaded. Check your connection and try again.';

class Use {
	/** The component; null until first asked for. */
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
	/** The subject while an event is open: words of it, or the event itself if the reader has changed to another. */
	of(event: string): Subject {
		return this.subject.event === event ? this.subject : { event };
	}
}
export const use = new Use();

/** The subject in the record as of a day, without words that were not yet there. */
export function found({ event: id = '', quote, words }: Subject, dataset: Dataset) {
	const event = dataset.event.get(id);
	const ofEvent = event?.quotes.find((q) => q.id === quote);
	const cited = event?.words.find(({ text }) => text === words);
	return { ...(event && { event }), ...(ofEvent && { quote: ofEvent }), ...(cited && { words: cited }) };
}
