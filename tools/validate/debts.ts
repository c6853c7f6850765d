/** What a record still owes its readers, counted for the curator's review. */
import { unread } from './reviewed.ts';
import { backlinks } from '../../src/domain/model/backlinks.ts';
import type { Dataset } from '../../src/domain/model/dataset.ts';

/** Events that show no word of a source. */
export const withoutWords = ({ events }: Dataset) => events.filter((e) => !e.quotes.length && !e.words.length);

/** Events whose summary is a draft's: one text, of which nobody can say what it rests on. */
export const drafts = ({ events }: Dataset) => events.filter((e) => e.summary.some((s) => !s.references && !s.basis));

/** Sentences of summaries and of what became known later, by what they rest on. */
export function grounds({ events }: Dataset) {
	const all = events.flatMap((e) => [...e.summary, ...e.later]);
	const resting = (on: 'event' | 'inference') => all.filter((s) => s.basis === on).length;
	const [event, inference] = [resting('event'), resting('inference')];
	const sources = all.filter((s) => s.references).length;
	return { sources, event, inference, none: all.length - sources - event - inference };
}

/** Sources that nothing cites: no event, no dispute, no note to a document, nobody's name. */
export function unused(dataset: Dataset) {
	const at = backlinks(dataset);
	const naming = new Set(
		dataset.people.flatMap((p) =>
			[p, ...(p.aliases ?? []), ...(p.born ? [p.born] : []), ...(p.charged ? [p.charged] : [])].flatMap(
				(part) => part.references,
			),
		),
	);
	const isDerivedFrom = new Set([...dataset.source.values()].map((s) => s.origin));
	return [...dataset.source.values()].filter((s) => {
		const { events, disputes, isNoted } = at(s);
		return !events.length && !disputes.length && !isNoted && !naming.has(s.id) && !isDerivedFrom.has(s.id);
	});
}

/** People and organisations of whom no source says who they are. */
export const unsourced = ({ people }: Dataset) => people.filter((p) => !p.references.length);

/** The counts in lines; nought means that nothing is owed. */
export function debts(dataset: Dataset): readonly string[] {
	const { sources, event, inference, none } = grounds(dataset);
	return [
		`${withoutWords(dataset).length} events without a quote or words cited`,
		`${none} sentences without a ground, in ${drafts(dataset).length} events`,
		`${unused(dataset).length} sources unused`,
		`${unread(dataset).length} texts of the case to be read beside their events`,
		`${unsourced(dataset).length} people and organisations without a source`,
		`${event} sentences rest on the sources of their event as a whole, ${sources} on sources named, ${inference} are conclusions of ours`,
	];
}
