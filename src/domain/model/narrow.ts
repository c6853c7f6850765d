/** The records reduced to some events: with all that these rest on, and without what refers to other events. */
import type { Dataset } from './dataset.ts';
import { narrowedTo } from './narrative.ts';
import type { Records } from './records.ts';

/** Fields that name sources, wherever they are in a record. */
const CITES: ReadonlySet<string> = new Set(['source', 'references']);

/** Ids of sources named in a value, at any depth, so that fields added to the model in future are covered too. */
function sourceIdsIn(value: unknown, field = ''): string[] {
	if (typeof value === 'string') return CITES.has(field) ? [value] : [];
	if (Array.isArray(value)) return value.flatMap((part) => sourceIdsIn(part, field));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, part]) => sourceIdsIn(part, name));
}

/**
 * Numbers of notes stay those of the whole document. Editions stay, since they name no event.
 * @param dataset of today or as of a day @param shown ids of the events
 */
export function recordsOfEvents({ records, quote }: Dataset, shown: ReadonlySet<string>): Records {
	const isShown = (id: string) => shown.has(id);
	const only = (ids: readonly string[]) => ids.filter(isShown);
	const formerly = new Map(records.events.flatMap(({ id, aliases = [] }) => aliases.map((a) => [a, id] as const)));
	const current = (ids: readonly string[]) => only(ids.map((id) => formerly.get(id) ?? id));

	const events = records.events.filter(({ id }) => isShown(id)).map((e) => ({ ...e, follows: current(e.follows) }));
	const disputes = records.disputes
		.map((d) => ({ ...d, events: current(d.events) }))
		.filter((d) => d.events.length > 0);
	const named = new Set(events.flatMap((e) => e.actors));
	const people = records.people.filter(({ id }) => named.has(id));
	const quotes = [...quote.values()].filter(({ event }) => isShown(event));
	const discrepancies = quotes.flatMap((q) => q.discrepancies);

	const direct = new Set(sourceIdsIn([events, disputes, people, discrepancies]));
	// Citing a source that derives from another names the other, so that one is kept too.
	const origins = new Set(records.sources.flatMap(({ id, origin }) => (origin && direct.has(id) ? [origin] : [])));
	const sources = records.sources.filter(({ id }) => direct.has(id) || origins.has(id));
	const quotedIds = new Set(quotes.map((q) => q.source));
	const held = ({ source }: { readonly source: string }) => quotedIds.has(source);

	return {
		...records,
		case: narrowedTo(records.case, (id) => isShown(formerly.get(id) ?? id)),
		...{ events, disputes, people, sources },
		discrepancies: records.discrepancies.filter(held),
		omissions: records.omissions.filter(held),
		changes: records.changes
			.filter((c) => !c.events.length || current(c.events).length)
			.map((c) => ({ ...c, events: current(c.events) })),
		texts: Object.fromEntries(Object.entries(records.texts).filter(([id]) => quotedIds.has(id))),
	};
}
