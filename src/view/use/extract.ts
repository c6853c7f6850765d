/** Makes the extract to export: the events that pass the filters, or one of them, as of a day. */
import { editionDay, type Extract } from '../../domain/exchange/extract.ts';
import { filterWords } from '../../domain/query/filter-words.ts';
import { passes } from '../../domain/query/filter.ts';
import { formatPermalink, HOME } from '../../domain/query/permalink.ts';
import type { Timeline } from '../../state/timeline.svelte.ts';
import { siteAddress } from '../shared/clipboard.ts';

/** @param asOf the day of knowledge, null for today @param event id of the event, if it is only one */
export function extractOf(timeline: Timeline, asOf: number | null, event?: string): Extract {
	const { whole, filter, permalink, searchIndex } = timeline;
	const dataset = asOf === null ? whole : timeline.dataset;
	const hits = searchIndex.hits(filter.query, dataset);
	const isIn = event ? ({ id }: { id: string }) => id === event : passes(filter, hits?.found ?? null);
	return {
		...{ dataset, asOf, events: dataset.events.filter(isIn), total: whole.events.length, edition: editionDay(whole) },
		filters: event ? '' : filterWords(filter, dataset),
		site: siteAddress(),
		search: formatPermalink(event ? { ...HOME, chosen: event, asOf } : { ...permalink, asOf }),
	};
}
