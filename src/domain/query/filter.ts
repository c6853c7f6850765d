/** What a reader can narrow by: the facets as a table, what passes, and how many each value would show. */
import type { TimelineEvent } from '../model/dataset.ts';

/** A line here is a group of buttons, a URL parameter and its counts. */
export const FACETS = {
	agency: { name: 'Agency', of: (e: TimelineEvent): readonly string[] => e.named },
	kind: { name: 'Kind', of: (e: TimelineEvent): readonly string[] => [e.kind] },
	status: { name: 'Status', of: (e: TimelineEvent): readonly string[] => [e.standing.kind] },
} as const;
export type Facet = keyof typeof FACETS;
export const facets = Object.keys(FACETS) as Facet[];

/** Nothing pressed in a facet lets everything pass; pressed values narrow to any of them; facets combine. */
export interface Filter {
	readonly pressed: Readonly<Record<Facet, readonly string[]>>;
	/** Context events are shown. */
	readonly context: boolean;
	readonly query: string;
}
export const EVERYTHING: Filter = { pressed: { agency: [], kind: [], status: [] }, context: true, query: '' };

export const isEverything = ({ pressed, context, query }: Filter) =>
	context && !query && facets.every((f) => !pressed[f].length);

/** Ids a search found, or null where nothing is searched for. */
export type Found = ReadonlySet<string> | null;

/** @param except a facet to leave out of account, for the counts of its own values */
export function passes({ pressed, context }: Filter, found: Found, except?: Facet) {
	const narrowing = facets
		.filter((f) => f !== except && pressed[f].length)
		.map((f) => ({ of: FACETS[f].of, values: new Set(pressed[f]) }));
	return (e: TimelineEvent): boolean =>
		(context || e.tier !== 'context') &&
		(!found || found.has(e.id)) &&
		narrowing.every(({ of, values }) => of(e).some((v) => values.has(v)));
}

/** How many events each value of a facet stands for under the other facets. */
export function counts(
	events: readonly TimelineEvent[],
	filter: Filter,
	found: Found,
	facet: Facet,
): ReadonlyMap<string, number> {
	const tally = new Map<string, number>();
	for (const e of events.filter(passes(filter, found, facet))) {
		for (const value of FACETS[facet].of(e)) tally.set(value, (tally.get(value) ?? 0) + 1);
	}
	return tally;
}

export function toggled(filter: Filter, facet: Facet, value: string): Filter {
	const now = filter.pressed[facet];
	const next = now.includes(value) ? now.filter((v) => v !== value) : [...now, value];
	return { ...filter, pressed: { ...filter.pressed, [facet]: next } };
}

/** Every event is in exactly one of the last four: nothing is dropped silently. */
export interface Tally {
	readonly total: number;
	readonly inView: number;
	readonly outside: number;
	readonly heldBack: number;
	/** Not yet public on the day the page is turned to. */
	readonly notYet: number;
}

/** @param total all events of the case @param events those public on the day the page is turned to */
export function tally(
	total: number,
	events: readonly TimelineEvent[],
	passing: readonly TimelineEvent[],
	view: { start: number; end: number } | null,
): Tally {
	const inView = view
		? passing.filter((e) => e.when.start < view.end && e.when.end > view.start).length
		: passing.length;
	return {
		total,
		inView,
		outside: passing.length - inView,
		heldBack: events.length - passing.length,
		notYet: total - events.length,
	};
}

/** "31 of 43 events · 24 in view, 7 outside · 12 held back by filters", and as of a date "· 5 not yet public" */
export function tallyWords({ total, inView, outside, heldBack, notYet }: Tally): string {
	return [
		`${inView + outside} of ${total} events`,
		`${inView} in view, ${outside} outside`,
		`${heldBack} held back by filters`,
		...(notYet ? [`${notYet} not yet public`] : []),
	].join(' · ');
}
