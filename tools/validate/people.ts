/** Part of the second stage: ids of people in events exist, and every person listed is named by an event. */
import { parseWhen } from '../../src/domain/model/when.ts';
import { at, checkId } from './references.ts';
import { quoted, type Report } from './diagnostic.ts';
import type { DataFiles } from './schema.ts';

export function checkPeople(data: DataFiles, report: Report): void {
	const { people } = data.people;
	const { events } = data.events;
	const sources = new Set(data.sources.sources.map((s) => s.id));
	const ids = new Set<string>();
	const named = new Set(events.flatMap((e) => e.actors));
	for (const p of people) {
		const where = at('people', p.id);
		if (ids.has(p.id)) {
			const fix = 'Two people have this id; give one of them another.';
			report({ ...where, field: 'id', found: quoted(p.id), fix });
		}
		ids.add(p.id);
		const cited: Readonly<Record<string, readonly string[]>> = {
			references: p.references,
			'aliases.references': (p.aliases ?? []).flatMap((a) => a.references),
			'born.references': p.born?.references ?? [],
			'charged.references': p.charged?.references ?? [],
		};
		for (const [field, list] of Object.entries(cited))
			for (const id of list) checkId({ ...where, field }, id, sources, 'sources', report);
		const born = p.born ? parseWhen(p.born.when) : null;
		if (typeof born === 'string') {
			const fix = `The date ${born}. Write it as in 1990-10-20, 1990-10 or 1990~.`;
			report({ ...where, field: 'born.when', found: quoted(p.born!.when), fix });
		}
		if (!named.has(p.id)) {
			const fix = 'No event names this id in “actors”: name it there, or take the entry out.';
			report({ ...where, field: 'id', found: quoted(p.id), fix });
		}
	}
	for (const e of events)
		for (const id of e.actors) checkId({ ...at('events', e.id), field: 'actors' }, id, ids, 'people', report);
}
