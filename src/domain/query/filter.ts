/** What a reader can narrow by: the facets as a table, what passes, and how many each value would show. */
import type { Dataset, TimelineEvent } from '../model/dataset.ts';
import type { Agency } from '../model/records.ts';
import { meets } from '../model/when.ts';

/** One thing a facet narrows to. */
export interface FacetValue {
	readonly id: string;
	readonly name: string;
	/** What the name stands for, where it needs to be told. */
	readonly meaning?: string;
}
interface FacetRow {
	readonly name: string;
	/** Ids of the values that an event has: of its own fields, or of those of its `sources`. */
	readonly of: (e: TimelineEvent) => readonly string[];
	/** All there are, in the order they are shown. */
	readonly values: (dataset: Dataset) => readonly FacetValue[];
}
/** Those whom most events name come first. */
function mostNamed({ people, events }: Dataset): readonly FacetValue[] {
	const times = new Map<string, number>();
	for (const id of events.flatMap((e) => e.actors)) times.set(id, (times.get(id) ?? 0) + 1);
	const sorted = people.toSorted((a, b) => (times.get(b.id) ?? 0) - (times.get(a.id) ?? 0));
	return sorted.map(({ id, name, role }) => ({ id, name, ...(role && { meaning: role }) }));
}

/** A line here is a group of buttons, a parameter of the address and its counts. */
export const FACETS = {
	agency: {
		name: 'Agency',
		of: (e) => e.named,
		values: ({ agencies }) => agencies.map((a) => ({ id: a.id, name: a.short, meaning: a.name })),
	},
	kind: { name: 'Kind', of: (e) => [e.kind], values: ({ vocabulary }) => [...vocabulary.kinds.values()] },
	status: {
		name: 'Status',
		of: (e) => [e.currentStatus.kind],
		values: ({ vocabulary }) => [...vocabulary.statuses.values()],
	},
	who: {
		name: 'Who',
		of: (e) => e.actors,
		values: mostNamed,
	},
} as const satisfies Readonly<Record<string, FacetRow>>;
export type Facet = keyof typeof FACETS;
export const facets = Object.keys(FACETS) as Facet[];

/**
 * The values of a facet that some event of the case has: what no event has is not offered.
 * @param dataset the case as of some day: what is not named yet is not offered either
 */
export function offered(facet: Facet, whole: Dataset, dataset: Dataset): readonly FacetValue[] {
	const { of, values } = FACETS[facet];
	const used = new Set(whole.events.flatMap(of));
	return values(dataset).filter(({ id }) => used.has(id));
}

/** Lane → the agencies in it that some event names. */
export const agenciesByLane = ({ agencies, events }: Pick<Dataset, 'agencies' | 'events'>) => {
	const named = new Set(events.flatMap((e) => FACETS.agency.of(e)));
	const lanes = new Map<string, readonly Agency[]>();
	for (const a of agencies) if (named.has(a.id)) lanes.set(a.lane, [...(lanes.get(a.lane) ?? []), a]);
	return lanes as ReadonlyMap<string, readonly Agency[]>;
};

/** Something for each facet. */
const eachFacet = <T>(make: (facet: Facet) => T) =>
	Object.fromEntries(facets.map((f) => [f, make(f)])) as Readonly<Record<Facet, T>>;

export const facetValues = (dataset: Dataset) =>
	eachFacet((f): readonly string[] => FACETS[f].values(dataset).map(({ id }) => id));

/** Nothing pressed in a facet lets everything pass; pressed values narrow to any of them; facets combine. */
export interface Filter extends Readonly<Record<Facet, readonly string[]>> {
	/** Context events are shown. */
	readonly context: boolean;
	readonly query: string;
}
export const EVERYTHING: Filter = { ...eachFacet((): readonly string[] => []), context: true, query: '' };

/** How many values are pressed. */
export const pressed = (filter: Filter) => facets.reduce((n, f) => n + filter[f].length, 0);

export const isEverything = (filter: Filter) => filter.context && !filter.query && !pressed(filter);

/** Ids a search found, or null where nothing is searched for. */
export type Found = ReadonlySet<string> | null;

/** @param except a facet to leave out of account, for the counts of its own values */
export function passes(filter: Filter, found: Found, except?: Facet) {
	const narrowing = facets
		.filter((f) => f !== except && filter[f].length)
		.map((f) => ({ of: FACETS[f].of, values: new Set(filter[f]) }));
	return (e: TimelineEvent): boolean =>
		(filter.context || e.tier !== 'context') &&
		(!found || found.has(e.id)) &&
		narrowing.every(({ of, values }) => of(e).some((v) => values.has(v)));
}

/** For each facet, how many events each of its values stands for under the other facets. */
export const counts = (events: readonly TimelineEvent[], filter: Filter, found: Found) =>
	eachFacet((facet): ReadonlyMap<string, number> => {
		const tally = new Map<string, number>();
		for (const e of events.filter(passes(filter, found, facet))) {
			for (const value of new Set(FACETS[facet].of(e))) tally.set(value, (tally.get(value) ?? 0) + 1);
		}
		return tally;
	});

/** How many events any of some values stand for under the other facets. */
export function countOfAny(
	events: readonly TimelineEvent[],
	filter: Filter,
	found: Found,
	facet: Facet,
	values: readonly string[],
): number {
	const has = (e: TimelineEvent) => FACETS[facet].of(e).some((v) => values.includes(v));
	return events.filter(passes(filter, found, facet)).filter(has).length;
}

/** Values are pressed and let go together: where some are pressed, all are. */
export function toggled(filter: Filter, facet: Facet, values: readonly string[]): Filter {
	const others = filter[facet].filter((v) => !values.includes(v));
	const isOn = values.every((v) => filter[facet].includes(v));
	return { ...filter, [facet]: isOn ? others : [...others, ...values] };
}

/** Every event is in exactly one of the last four: nothing is dropped silently. */
export interface Tally {
	readonly total: number;
	readonly inView: number;
	readonly outside: number;
	readonly filteredOut: number;
	/** Not yet public on the day the page is turned to. */
	readonly notYet: number;
}

/** @param whole all events of the case @param events those public on the day the page is turned to */
export function tally(
	whole: readonly TimelineEvent[],
	events: readonly TimelineEvent[],
	passing: readonly TimelineEvent[],
	view: { start: number; end: number } | null,
): Tally {
	const inView = view ? passing.filter((e) => meets(e.when, view)).length : passing.length;
	return {
		total: whole.length,
		inView,
		outside: passing.length - inView,
		filteredOut: events.length - passing.length,
		notYet: whole.length - events.length,
	};
}
