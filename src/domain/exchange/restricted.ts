/** The records of an extract: its events and what they use, and which events these name that are not in it. */
import { speaksOf } from '../model/narrative.ts';
import type { Records } from '../model/records.ts';
import type { Extract } from './extract.ts';

type Part = Pick<Extract, 'dataset' | 'events'>;

/** Every text that is anywhere in a value. */
function* texts(value: unknown): Generator<string> {
	if (typeof value === 'string') yield value;
	else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) yield* texts(part);
}

/**
 * Where all events are exported, the records as they are. Otherwise these events; people, disputes, corrections and
 * sources that they use; case, agencies and editions whole. What names an event that is left out stays as it is.
 */
export function restricted({ dataset, events }: Part): Records {
	const { records } = dataset;
	if (events.length === dataset.events.length) return records;
	const ids = new Set(events.flatMap((e) => [e.id, ...(e.aliases ?? [])]));
	const concerns = (named: readonly string[]) => named.some((id) => ids.has(id));
	const kept = records.events.filter((e) => ids.has(e.id));
	const people = records.people.filter((p) => kept.some((e) => e.actors.includes(p.id)));
	const disputes = records.disputes.filter((d) => concerns(d.events));
	// A source is named by its id, whatever the field; what it derives from, and what is noted of it, name others.
	const named = new Set(texts([kept, people, disputes]));
	const isNoted = ({ source }: { readonly source: string }) => named.has(source);
	for (let before = 0; before < named.size;) {
		before = named.size;
		const origins = records.sources.filter((s) => named.has(s.id)).map((s) => s.origin);
		const notes = [...records.discrepancies, ...records.omissions].filter(isNoted);
		for (const text of texts([origins, notes])) named.add(text);
	}
	return {
		...records,
		events: kept,
		people,
		disputes,
		sources: records.sources.filter((s) => named.has(s.id)),
		discrepancies: records.discrepancies.filter(isNoted),
		omissions: records.omissions.filter(isNoted),
		changes: records.changes.filter((c) => !c.events.length || concerns(c.events)),
		texts: Object.fromEntries(Object.entries(records.texts).filter(([id]) => named.has(id))),
	};
}

/** Events that exported records name and do not hold, in time order. */
export function leftOut({ dataset, events }: Part): readonly { readonly id: string; readonly title: string }[] {
	const { case: told, ...records } = restricted({ dataset, events });
	const { lead, story = [], annotations = [] } = told;
	const named = new Set(
		[
			...records.events.flatMap((e) => e.follows),
			...[...records.disputes, ...records.changes].flatMap((of) => of.events),
			...[...(lead ? [lead] : []), ...story, ...annotations].flatMap(speaksOf),
		].map((id) => dataset.event.get(id)),
	);
	const held = new Set(events);
	return dataset.events.filter((e) => named.has(e) && !held.has(e)).map(({ id, title }) => ({ id, title }));
}
