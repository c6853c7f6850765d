/** Explains an empty result: how many events each part of a filter passes alone, and how many pass without it. */
import type { TimelineEvent } from '../model/dataset.ts';
import { EVERYTHING, facets, isEverything, passes, type Facet, type Filter, type Found } from './filter.ts';

/** A part of a filter: a facet with its selected values, the search, or the exclusion of context. */
export type FilterPart = Facet | 'query' | 'context';
export interface Narrowing {
	readonly part: FilterPart;
	/** How many events pass this part alone. */
	readonly alone: number;
	/** How many events pass all other parts. */
	readonly without: number;
}

const FILTER_PARTS: readonly FilterPart[] = [...facets, 'query', 'context'];
const taken = (to: Filter, from: Filter, part: FilterPart): Filter => ({ ...to, [part]: from[part] });
/** A filter without one of its parts. */
export const without = (filter: Filter, part: FilterPart): Filter => taken(filter, EVERYTHING, part);

/** The parts in the order in which they are shown, without those that exclude nothing. */
export function narrowings(events: readonly TimelineEvent[], filter: Filter, found: Found): readonly Narrowing[] {
	const count = (f: Filter) => events.filter(passes(f, f.query ? found : null)).length;
	return FILTER_PARTS.filter((part) => !isEverything(taken(EVERYTHING, filter, part))).map((part) => ({
		part,
		alone: count(taken(EVERYTHING, filter, part)),
		without: count(without(filter, part)),
	}));
}
