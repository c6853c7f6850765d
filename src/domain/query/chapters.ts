/** Groups events by chapter: the one in which they happened, or the one in which they became public. */
import type { Chapter, TimelineEvent } from '../model/dataset.ts';

/** @returns only the chapters that have events */
export function inChapters(chapters: readonly Chapter[], events: readonly TimelineEvent[], byKnown: boolean) {
	const at = (e: TimelineEvent) => (byKnown ? e.known : e.when.start);
	const sorted = byKnown ? [...events].sort((a, b) => a.known - b.known) : events;
	return chapters
		.map((chapter) => ({ chapter, events: sorted.filter((e) => at(e) >= chapter.start && at(e) < chapter.end) }))
		.filter((c) => c.events.length > 0);
}
