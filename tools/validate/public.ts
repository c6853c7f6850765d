/** Part of the second stage: an event has a status from the day on which it became public. */
import { knownSince } from '../../src/domain/model/known.ts';
import { formatDay, parseWhen, readWhen } from '../../src/domain/model/when.ts';
import { quoted, type Report } from './diagnostic.ts';
import type { DataFiles } from './schema.ts';

export const isDate = (text: string | undefined) => text === undefined || typeof parseWhen(text) !== 'string';

type Sources = ReadonlyMap<string, DataFiles['sources']['sources'][number]>;

/** The day an event became public; null where its dates or sources are invalid, which is reported elsewhere. */
export function knownDay(e: DataFiles['events']['events'][number], source: Sources): number | null {
	const cited = [...e.quotes, ...e.references].map((r) => source.get(r.source));
	const legible =
		cited.every((s) => s && isDate(s.published)) &&
		e.quotes.every((q) => source.get(q.source)!.file) &&
		[e.when, e.publicOn?.date, ...e.status.map((s) => s.since)].every(isDate);
	return legible ? knownSince(e, readWhen(e.when), source) : null;
}

export function checkFirstStatus({ events: { events }, sources: { sources } }: DataFiles, report: Report): void {
	const source = new Map(sources.map((s) => [s.id, s]));
	for (const e of events) {
		const known = knownDay(e, source);
		if (known === null) continue;
		const first = Math.min(...e.status.map((s) => readWhen(s.since).start));
		if (known < first)
			report({
				file: 'src/data/events.json',
				id: e.id,
				field: 'status.since',
				found: quoted(e.status.map((s) => s.since)),
				fix: `It became public on ${formatDay(known)}: give it a status from that day on.`,
			});
	}
}
