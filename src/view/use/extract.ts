/** What is taken along: the events that filters and the date let through, or some of them. */
import type { TimelineEvent } from '../../domain/model/dataset.ts';
import { filterWords } from '../../domain/query/filter-words.ts';
import { formatPermalink } from '../../domain/query/permalink.ts';
import { editionDay, type Extract } from '../../domain/exchange/extract.ts';
import type { Timeline } from '../../state/timeline.svelte.ts';
import { siteAddress } from '../shared/clipboard.ts';

/** @param events those of the view without them */
export function extractOf(timeline: Timeline, events?: readonly TimelineEvent[]): Extract {
	const { dataset, whole, asOf, filter, passing, permalink } = timeline;
	return {
		...{ dataset, asOf, events: events ?? passing, total: whole.events.length, edition: editionDay(whole) },
		filters: events ? '' : filterWords(filter, dataset),
		site: siteAddress(),
		search: formatPermalink(permalink),
	};
}
