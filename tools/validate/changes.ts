/** Part of the second stage: ids that may be in people's links keep working, and are never used for something else. */
import { quoted, type Report } from './diagnostic.ts';
import type { DataFiles } from './schema.ts';

/** @returns every id that a change may name: current, former and retired ids of events */
export function checkRetired(
	events: DataFiles['events']['events'],
	changes: DataFiles['changes']['changes'],
	report: Report,
): ReadonlySet<string> {
	const retired = new Map<string, string>();
	for (const { date, events: named, retired: ids = [] } of changes) {
		for (const id of ids) {
			const problem = (found: string, fix: string) =>
				report({ file: 'src/data/changes.json', id: date, field: 'retired', found, fix });
			if (!named.includes(id)) problem(quoted(id), 'Name it in “events” of the same change too.');
			if (retired.has(id)) problem(`${quoted(id)}, retired before`, 'An id is retired once: take it out here.');
			retired.set(id, date);
		}
	}
	// An alias that is another event's id is reported elsewhere.
	const told = new Set([...changes.flatMap((c) => c.events), ...events.map((e) => e.id)]);
	for (const { id, aliases = [] } of events) {
		for (const own of [id, ...aliases]) {
			const since = retired.get(own);
			const field = own === id ? 'id' : 'aliases';
			const problem = (fix: string) => report({ file: 'src/data/events.json', id, field, found: quoted(own), fix });
			if (since !== undefined)
				problem(`This id was retired (${since}) and its address says why: give the event another id.`);
			else if (own !== id && !told.has(own))
				problem('Say in src/data/changes.json when and why this id was given up, and name it there in “events”.');
		}
	}
	return new Set([...events.flatMap((e) => [e.id, ...(e.aliases ?? [])]), ...retired.keys()]);
}
