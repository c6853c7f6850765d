/** Kinds of data changes, derived from the model alone; each says whether the result is legal. */
import { FACTS } from './facts.ts';
import {
	becomes,
	entries,
	named,
	prose,
	removed,
	under,
	whole,
	type Data,
	type Kind,
	type Mutation,
} from './making.ts';

import { fieldsOf } from './model.ts';
import { SHAPES } from './shapes.ts';

const LEGAL: Readonly<Record<string, Kind>> = {
	'other words': becomes(under('events', 'title', 'label'), (words: string) => `${words.slice(0, 12)} x`),
	'words of another tongue': becomes(prose, () => 'מזרקה'),
	'a field that may be missing is left out': removed(
		(f) =>
			f.isOptional && named('author', 'caution', 'note', 'archiveUrl', 'officialUrl', 'dated', 'limits', 'method')(f),
	),
	'a source cited for two facts': entries(
		'events',
		(e) => e.references.length,
		'references',
		(e) => {
			e.references.push({ ...e.references[0]!, establishes: 'something else that it says' });
		},
	),
	grey: becomes(named('hue'), () => null),
	'another colour': becomes(named('hue'), (hue: number | null) => ((hue ?? 0) + 100) % 360),
	'of less weight': becomes(under('events', 'tier'), () => 'context'),
	'another order of events': whole(['events'], (d) => void d.events.reverse()),
	'another order of agencies': whole(['agencies'], (d) => void d.agencies.reverse()),
	'another order of sources': whole(['sources'], (d) => void d.sources.reverse()),
	'about a day': entries(
		'events',
		(e) => /^\d{4}-\d\d-\d\d$/.test(e.when),
		'when',
		(e) => void (e.when += '~'),
	),
	'a remark more': entries(
		'events',
		(e) => e.references.length,
		'later',
		(e) => {
			e.later.push({ says: 'Something became known.', references: [e.references[0]!.source] });
		},
	),
	'a note more': entries(
		'events',
		(e) => e.references.length,
		'notes',
		(e) => {
			e.notes = [...(e.notes ?? []), { says: 'A note of ours.', references: [e.references[0]!.source] }];
		},
	),
	'an edition more': whole(['changes'], (d) => {
		d.changes.push({ ...d.changes.at(-1)!, events: [], what: 'Another edition.', why: 'To see.' });
	}),
	'a former id that a change tells of': entries(
		'events',
		() => true,
		'aliases',
		(e, { changes }) => {
			e.aliases = [...(e.aliases ?? []), 'former-id-told'];
			changes.push({ ...changes.at(-1)!, events: ['former-id-told'], what: 'Another id.', why: 'It was wrong.' });
		},
	),
	'another kind of name': becomes(named('short'), (short: string) => `${short.slice(0, 12)} é`),
};

/** Every possible mutation of these data. */
export function mutationsOf(data: Data): Mutation[] {
	const fields = fieldsOf(data);
	const made = (kinds: Readonly<Record<string, Kind>>, isLegal: boolean) =>
		Object.entries(kinds).flatMap(([kind, make]) => make(fields, data).map((m) => ({ kind, isLegal, ...m })));
	return [...made({ ...SHAPES, ...FACTS }, false), ...made(LEGAL, true)];
}
