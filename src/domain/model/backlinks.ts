/** Where each source is cited, for the list of all of them. */
import type { Dataset, TimelineEvent } from './dataset.ts';
import type { DisputeRecord, Source } from './records.ts';

export interface Backlinks {
	readonly events: readonly TimelineEvent[];
	readonly disputes: readonly DisputeRecord[];
	/** The source is cited in a note on a discrepancy or omission of the document. */
	readonly isNoted: boolean;
}

const of = ({ quotes, references, summary, later, notes = [], publicOn }: TimelineEvent) => [
	...[...quotes, ...references].map((r) => r.source),
	...[...summary, ...later, ...notes].flatMap((r) => r.references ?? []),
	...(publicOn?.source ? [publicOn.source] : []),
];

/** @returns for a source, everything that cites it, each once and in the order of the page */
export function backlinks({ events, disputes, documents }: Dataset): (source: Source) => Backlinks {
	const byEvent = events.map((event) => ({ event, sources: new Set(of(event)) }));
	const noted = new Set(
		[...documents.values()].flatMap((d) =>
			[...d.discrepancies.map((p) => p.of), ...d.omissions].flatMap((n) => n.references),
		),
	);
	return ({ id }) => ({
		events: byEvent.filter(({ sources }) => sources.has(id)).map(({ event }) => event),
		disputes: disputes.filter((d) => d.accounts.some((a) => a.references.includes(id))),
		isNoted: noted.has(id),
	});
}
