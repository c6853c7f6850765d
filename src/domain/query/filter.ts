/** Faceted filters: the table of facets, which events pass, and the count beside each value. */
import type { Dataset, TimelineEvent } from '../model/dataset.ts';
import type { Agency } from '../model/records.ts';
import { meets } from '../model/when.ts';

/** A value that readers can select in a facet. */
export interface FacetValue {
	readonly id: string;
	readonly name: string;
	/** Explains the name where it needs explaining. */
	readonly meaning?: string;
}
interface FacetRow {
	readonly name: string;
	/** Ids of the values that an event has. */
	readonly of: (e: TimelineEvent) => readonly string[];
	/** All values, in the order in which they are shown. */
	readonly values: (dataset: Dataset) => readonly FacetValue[];
}
/** People sorted by how many events name them, most first. */
function mostNamed({ people, events }: Dataset): readonly FacetValue[] {
	const times = new Map<string, number>();
	for (const id of events.flatMap((e) => e.actors)) times.set(id, (times.get(id) ?? 0) + 1);
	const sorted = people.toSorted((a, b) => (times.get(b.id) ?? 0) - (times.get(a.id) ?? 0));
	return sorted.map(({ id, name, role }) => ({ id, name, ...(role && { meaning: role }) }));
}

/** Each entry makes a group of buttons with counts and a URL parameter. */
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
 * The values of a facet to offer: those that at least one event of the whole case has.
 * @param dataset the case as of a day; people it does not name yet are not offered either
 */
export function offered(facet: Facet, whole: Dataset, dataset: Dataset): readonly FacetValue[] {
	const { of, values } = FACETS[facet];
	const used = new Set(whole.events.flatMap(of));
	return values(dataset).filter(({ id }) => used.has(id));
}

/** Lane → its agencies, without those that no event names. */
export const agenciesByLane = ({ agencies, events }: Pick<Dataset, 'agencies' | 'events'>) => {
	const named = new Set(events.flatMap((e) => FACETS.agency.of(e)));
	const lanes = new Map<string, readonly Agency[]>();
	for (const a of agencies) if (named.has(a.id)) lanes.set(a.lane, [...(lanes.get(a.lane) ?? []), a]);
	return lanes as ReadonlyMap<string, readonly Agency[]>;
};

/** A record with a value made for each facet. */
const eachFacet = <T>(make: (facet: Facet) => T) =>
	Object.fromEntries(facets.map((f) => [f, make(f)])) as Readonly<Record<Facet, T>>;

export const facetValues = (dataset: Dataset) =>
	eachFacet((f): readonly string[] => FACETS[f].values(dataset).map(({ id }) => id));

/** Values of one facet combine with "or", facets with "and"; a facet with no value selected lets everything pass. */
export interface Filter extends Readonly<Record<Facet, readonly string[]>> {
	/** Whether events of the tier "context" are shown. */
	readonly context: boolean;
	readonly query: string;
}
export const EVERYTHING: Filter = { ...eachFacet((): readonly string[] => []), context: true, query: '' };

/** How many values are selected. */
export const pressed = (filter: Filter) => facets.reduce((n, f) => n + filter[f].length, 0);

export const isEverything = (filter: Filter) => filter.context && !filter.query && !pressed(filter);

/** Ids of events that a search found; null where nothing is searched for. */
export type Found = ReadonlySet<string> | null;

/** @param except a facet to ignore, as needed for the counts of its own values @returns whether an event passes */
export function passes(filter: Filter, found: Found, except?: Facet) {
	const narrowing = facets
		.filter((f) => f !== except && filter[f].length)
		.map((f) => ({ of: FACETS[f].of, values: new Set(filter[f]) }));
	return (e: TimelineEvent): boolean =>
		(filter.context || e.tier !== 'context') &&
		(!found || found.has(e.id)) &&
		narrowing.every(({ of, values }) => of(e).some((v) => values.has(v)));
}

/** For each facet, value → how many events that pass the other facets have it. */
export const counts = (events: readonly TimelineEvent[], filter: Filter, found: Found) =>
	eachFacet((facet): ReadonlyMap<string, number> => {
		const tally = new Map<string, number>();
		for (const e of events.filter(passes(filter, found, facet))) {
			for (const value of new Set(FACETS[facet].of(e))) tally.set(value, (tally.get(value) ?? 0) + 1);
		}
		return tally;
	});

/** How many events that pass the other facets have any of some values. */
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

/** Selects several values together; deselects them if all were selected. */
export function toggled(filter: Filter, facet: Facet, values: readonly string[]): Filter {
	const others = filter[facet].filter((v) => !values.includes(v));
	const isOn = values.every((v) => filter[facet].includes(v));
	return { ...filter, [facet]: isOn ? others : [...others, ...values] };
}

/** Counts of events. Every event is in exactly one of the last four, so none is dropped silently. */
export interface Tally {
	readonly total: number;
	readonly inView: number;
	readonly outside: number;
	readonly filteredOut: number;
	/** Not yet public on the day of knowledge. */
	readonly notYet: number;
}

/** @param whole all events of the case @param events those public on the day of knowledge */
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
