/** What an extract does not hold of what its events name. */
import { recordsOfEvents } from '../model/narrow.ts';
import { speaksOf } from '../model/narrative.ts';
import type { Records } from '../model/records.ts';
import type { Extract } from './extract.ts';

type View = Pick<Extract, 'dataset' | 'events'>;

/** The records of its events, and every source that these name: where that is all events, the records as they are. */
export function recordsOf({ dataset, events }: View): Records {
	const { records } = dataset;
	if (events.length === dataset.events.length) return records;
	const kept = recordsOfEvents(dataset, new Set(events.map(({ id }) => id)));
	// A held text has all its notes, also those on words that no event of the extract quotes.
	const noted = [...kept.discrepancies, ...kept.omissions].flatMap(({ references }) => references);
	const named = new Set([...kept.sources.map(({ id }) => id), ...noted]);
	// A set that grows while it is walked is walked to its end.
	for (const id of named) {
		const origin = dataset.source.get(id)?.origin;
		if (origin) named.add(origin);
	}
	return { ...kept, sources: records.sources.filter(({ id }) => named.has(id)) };
}

/** Events that its own, what concerns these, or the case names and that it does not hold, in time order. */
export function leftOut({ dataset, events }: View): readonly { readonly id: string; readonly title: string }[] {
	const included = new Set(events);
	const { lead, story = [], annotations = [] } = dataset.records.case;
	const named = new Set(
		[
			...events.flatMap((e) => [e.follows, ...e.disputes.map((d) => d.events), ...e.corrections.map((c) => c.events)]),
			...[...(lead ? [lead] : []), ...story, ...annotations].map(speaksOf),
		]
			.flat()
			.map((id) => dataset.event.get(id)),
	);
	return dataset.events.filter((e) => named.has(e) && !included.has(e)).map(({ id, title }) => ({ id, title }));
}
