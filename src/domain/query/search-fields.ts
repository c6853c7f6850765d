/** Every text of an event that a search covers, each with the name of its place in the event. */
import type { Dataset, TimelineEvent } from '../model/dataset.ts';
import { plain } from '../model/narrative.ts';
import type { PersonRecord } from '../model/people.ts';

/** Texts that are shown wherever the event is. */
const SHOWN = ['Title', 'Label'];

export interface SearchField {
	readonly where: string;
	readonly text: string;
}

const whoIs = ({ name, aliases = [], role = '' }: PersonRecord) =>
	[name + (aliases.length ? ` (${aliases.map((a) => a.name).join(', ')})` : ''), role].filter(Boolean).join(', ');

const of = (where: string, texts: readonly string[]): readonly SearchField[] => texts.map((text) => ({ where, text }));

export const searchFieldsOf = (
	e: TimelineEvent,
	{ event, source, agency, person, annotation, story }: Dataset,
): readonly SearchField[] => [
	...of('Title', [e.title]),
	...of('Label', [e.label]),
	...of(
		'Summary',
		e.summary.map((s) => s.says),
	),
	...of(
		'Quote',
		e.quotes.map((q) => q.exact),
	),
	...of(
		'Words cited',
		e.words.map((w) => `“${w.text}”, ${w.by}`),
	),
	...of(
		'Who',
		e.actors.map((id) => whoIs(person.get(id)!)),
	),
	...of(
		'Agencies',
		e.named.map((id) => `${agency.get(id)!.name} (${agency.get(id)!.short})`),
	),
	...of(
		'Source',
		e.references.map((r) => `${source.get(r.source)!.title}, ${source.get(r.source)!.publisher}: ${r.establishes}`),
	),
	...of(
		'Later',
		e.later.map((l) => l.says),
	),
	...of(
		'Note',
		(e.notes ?? []).map((n) => n.says),
	),
	...of('On the chart', [annotation.get(e.id) ?? ''].filter(Boolean)),
	...of(
		'Story',
		story.filter((step) => event.get(step.event ?? '') === e).map((step) => `${step.title}: ${plain(step.phrases)}`),
	),
];

/** The texts beneath the title, which a result does not show otherwise. */
export const beneath = (e: TimelineEvent, dataset: Dataset) =>
	searchFieldsOf(e, dataset).filter(({ where }) => !SHOWN.includes(where));
