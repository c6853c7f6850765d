/** "Use this": what a reader takes along of an event, of words or of the view; loaded when it is first asked for. */
import { later } from '../../state/later.ts';
import type { Quote, TimelineEvent, WordsCited } from '../../domain/model/dataset.ts';
import type { Timeline } from '../../state/timeline.svelte.ts';
import type PanelType from './Panel.svelte';

/** What is used: an event, words of it, or with neither the view. */
export interface Subject {
	readonly event?: TimelineEvent;
	readonly quote?: Quote;
	readonly words?: WordsCited;
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
	of(event: TimelineEvent): Subject {
		return this.subject.event?.id === event.id ? this.subject : { event };
	}
}
export const use = new Use();
