/** The records of an extract, and the events that it refers to but leaves out. */
import { recordsOfEvents } from '../model/narrow.ts';
import { speaksOf } from '../model/narrative.ts';
import type { Records } from '../model/records.ts';
import type { Extract } from './extract.ts';

type View = Pick<Extract, 'dataset' | 'events'>;

/** The records of the extract's events with every source they name; the unchanged records if it has all events. */
export function recordsOf({ dataset, events }: View): Records {
	const { records } = dataset;
	if (events.length === dataset.events.length) return records;
	const kept = recordsOfEvents(dataset, new Set(events.map(({ id }) => id)));
	// A held text keeps all its notes, also those on words that no event of the extract quotes.
	const noted = [...kept.discrepancies, ...kept.omissions].flatMap(({ references }) => references);
	const named = new Set([...kept.sources.map(({ id }) => id), ...noted]);
	// A Set's iterator also visits entries added during the loop, so origins of origins are included.
	for (const id of named) {
		const origin = dataset.source.get(id)?.origin;
		if (origin) named.add(origin);
	}
	return { ...kept, sources: records.sources.filter(({ id }) => named.has(id)) };
}

/** Events that the extract's records refer to but that it does not hold, in time order. */
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
