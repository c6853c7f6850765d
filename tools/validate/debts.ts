/** What is still missing in the record, counted for the curator's review. */
import { unread } from './reviewed.ts';
import { backlinks } from '../../src/domain/model/backlinks.ts';
import type { Dataset } from '../../src/domain/model/dataset.ts';

/** Events without any quoted or cited words. */
export const withoutWords = ({ events }: Dataset) => events.filter((e) => !e.quotes.length && !e.words.length);

/** Events whose summary is a draft: sentences without grounds. */
export const drafts = ({ events }: Dataset) => events.filter((e) => e.summary.some((s) => !s.references && !s.basis));

/** Number of sentences in summaries and later findings, by kind of ground. */
export function grounds({ events }: Dataset) {
	const all = events.flatMap((e) => [...e.summary, ...e.later]);
	const resting = (on: 'event' | 'inference') => all.filter((s) => s.basis === on).length;
	const [event, inference] = [resting('event'), resting('inference')];
	const sources = all.filter((s) => s.references).length;
	return { sources, event, inference, none: all.length - sources - event - inference };
}

/** Sources that nothing cites: no event, dispute, note on a document or person, and no source derives from them. */
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

/** People and organisations without a source for who they are. */
export const unsourced = ({ people }: Dataset) => people.filter((p) => !p.references.length);

/** The counts as lines of text; 0 means that nothing is missing. */
export function debts(dataset: Dataset): readonly string[] {
	const { sources, event, inference, none } = grounds(dataset);
	return [
		`${withoutWords(dataset).length} events without a quote or words cited`,
		`${none} sentences without a ground, in ${drafts(dataset).length} events`,
		`${unused(dataset).length} sources unused`,
		`${unread(dataset).length} texts of the case to be checked against their events`,
		`${unsourced(dataset).length} people and organisations without a source`,
		`${event} sentences rest on the sources of their event as a whole, ${sources} on named sources, ${inference} are our conclusions`,
	];
}
