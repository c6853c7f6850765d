/** Part of the second stage: every sentence has exactly one ground, and every event has a sentence on its first public day. */
import { readableSince } from '../../src/domain/model/known.ts';
import { formatDay } from '../../src/domain/model/when.ts';
import { at, checkId } from './references.ts';
import { quoted, type Report } from './diagnostic.ts';
import { isDate, knownDay } from './public.ts';
import type { DataFiles } from './schema.ts';

export function checkGrounds({ events: { events }, sources: { sources } }: DataFiles, report: Report): void {
	const source = new Map(sources.map((s) => [s.id, s]));
	const ids = new Set(source.keys());
	for (const e of events) {
		const summary = typeof e.summary === 'string' ? [] : e.summary;
		for (const [list, sentences] of Object.entries({ summary, later: e.later })) {
			sentences.forEach(({ says, references, basis }, i) => {
				for (const id of references ?? [])
					checkId({ ...at('events', e.id), field: `${list}.references` }, id, ids, 'sources', report);
				if (!references === !basis)
					report({
						...at('events', e.id),
						field: `${list}[${i}]`,
						found: `${quoted(says)} ${basis ? 'with two grounds' : 'without a ground'}`,
						fix:
							'Give it one of three: “references” where a source states it, “basis”: "event" where it rests on the ' +
							'sources of the event as a whole, “basis”: "inference" where it is a conclusion of ours.',
					});
			});
		}
		const day = knownDay(e, source);
		const since = ({ references = [] }: (typeof summary)[number]) =>
			references.length ? Math.min(...references.map((id) => readableSince(source.get(id)!))) : -Infinity;
		const isLegible = ({ references = [] }: (typeof summary)[number]) =>
			references.every((id) => [source.get(id)?.published, source.get(id)?.heldSince].every(isDate) && ids.has(id));
		if (day === null || !summary.length || !summary.every(isLegible)) continue;
		if (summary.every((s) => since(s) > day))
			report({
				...at('events', e.id),
				field: 'summary',
				found: `no sentence whose sources could be read on ${formatDay(day)}`,
				fix: 'That day it became public, so it needs a sentence that rests on a source of that day, or on the event.',
			});
	}
}
