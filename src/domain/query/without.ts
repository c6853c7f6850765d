/** Why nothing passes: what each part of a filter lets through alone, and what the others would without it. */
import type { TimelineEvent } from '../model/dataset.ts';
import { EVERYTHING, facets, isEverything, passes, type Facet, type Filter, type Found } from './filter.ts';

/** What a reader narrows by: a facet with all that is pressed in it, the words searched for, or context left out. */
export type FilterPart = Facet | 'query' | 'context';
export interface Narrowing {
	readonly part: FilterPart;
	/** How many events pass this part of the filter alone. */
	readonly alone: number;
	/** How many pass all the other parts. */
	readonly without: number;
}

const FILTER_PARTS: readonly FilterPart[] = [...facets, 'query', 'context'];
const taken = (to: Filter, from: Filter, part: FilterPart): Filter => ({ ...to, [part]: from[part] });
/** A filter without one of its parts. */
export const without = (filter: Filter, part: FilterPart): Filter => taken(filter, EVERYTHING, part);

/** In the order in which they are shown; parts that narrow nothing are left out. */
export function narrowings(events: readonly TimelineEvent[], filter: Filter, found: Found): readonly Narrowing[] {
	const count = (f: Filter) => events.filter(passes(f, f.query ? found : null)).length;
	return FILTER_PARTS.filter((part) => !isEverything(taken(EVERYTHING, filter, part))).map((part) => ({
		part,
		alone: count(taken(EVERYTHING, filter, part)),
		without: count(without(filter, part)),
	}));
}
