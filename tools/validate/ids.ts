/** Part of the second stage: ids become anchors in pages and names of folders, so they must be available as both. */
import { quoted, type Report } from './diagnostic.ts';
import type { DataFiles, FileName } from './schema.ts';

/** Anchors that each document uses itself, for every case. */
export const OWN: Readonly<Record<'index' | 'dossier' | 'document' | 'sources', RegExp>> = {
	index: new RegExp(
		`^(${[
			'masthead|main|more|timeline(-title)?|column|jump|filter-panel|chart-bar|stage|story|legend|record|chapters|appendix|dialogs|paper|within-on-paper|start|fade-(start|end)|hatch-(\\d+|delays)|past-words|title-\\d+',
			'found(-\\d+)?|mark-\\d+(-left|-right)?|annotation-\\d+',
			'(about|disputes|corrections|keys)(-title)?|facet-.+|(sheet-)?(check|caution|note|noted?-\\d+|(notes|silent)-title)',
		].join('|')})$`,
	),
	dossier: /^(about|disputes|corrections)(-title)?$|^(sources|people|within-on-paper)$/,
	document: /^caution$|^noted?-\d+$|^(notes|silent)-title$/,
	sources: /^s\d+$/,
};
/** Names that Windows reserves for devices, and the greatest length that leaves room for prefixes and suffixes. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/;
const LONGEST = 100;

/** An anchor that an entry has in a document. */
export interface Anchor {
	readonly anchor: string;
	readonly noun: string;
	readonly file: FileName;
	readonly id: string;
}

/** Document → the anchors that the entries of a case have in it. */
export function anchors(data: DataFiles): Readonly<Record<keyof typeof OWN, readonly Anchor[]>> {
	const { events } = data.events;
	const of =
		(noun: string, file: FileName) =>
		(id: string, anchor = id): Anchor => ({ anchor, noun, file, id });
	const [event, quote, dispute] = [of('event', 'events'), of('quote', 'events'), of('dispute', 'disputes')];
	const [chapter, source, change] = [of('chapter', 'case'), of('source', 'sources'), of('retired event', 'changes')];
	const person = of('person', 'people');
	const quotes = events.flatMap((e) => e.quotes);
	// A retired id that an event uses again is reported elsewhere.
	const inUse = new Set(events.map((e) => e.id));
	const retired = data.changes.changes
		.flatMap((c) => c.retired ?? [])
		.filter((id) => !inUse.has(id))
		.map((id) => change(id));
	/** Anchors of the grounds of an event's sentences. */
	const grounds = events.flatMap(({ id, summary }) =>
		typeof summary === 'string' ? [] : summary.map((_, i) => event(id, `${id}-ground-${i + 1}`)),
	);
	const disputes = data.disputes.disputes.map(({ id }) => dispute(id, `dispute-${id}`));
	const { sources } = data.sources;
	/** Anchors of the notes on a held text, all of which are in the dossier. */
	const notes = (of: string) => [
		...['notes-title', 'silent-title'],
		...data.discrepancies.discrepancies
			.filter((d) => d.source === of)
			.flatMap((_, i) => [`note-${i + 1}`, `noted-${i + 1}`]),
	];
	return {
		index: [
			...events.flatMap(({ id }) => [event(id), event(id, `${id}-body`)]),
			...[...grounds, ...grounds.map((g) => ({ ...g, anchor: `sheet-${g.anchor}` }))],
			...quotes.flatMap(({ id }) => [quote(id), quote(id, `sheet-${id}`)]),
			...data.case.chapters.flatMap(({ id }) =>
				['chapter', 'in-chapter', 'column'].map((of) => chapter(id, `${of}-${id}`)),
			),
			...disputes,
			...retired,
		],
		dossier: [
			...events.map(({ id }) => event(id, `event-${id}`)),
			...grounds,
			...data.people.people.map(({ id }) => person(id, `person-${id}`)),
			...quotes.map(({ id }) => quote(id, `passage-${id}`)),
			...sources.map(({ id }) => source(id, `source-${id}`)),
			...sources.flatMap(({ id, file }) => (file ? notes(id).map((part) => source(id, `${id}-${part}`)) : [])),
			...disputes,
			...retired,
		],
		document: quotes.map(({ id }) => quote(id)),
		sources: sources.map(({ id }) => source(id)),
	};
}

export function checkIds(data: DataFiles, report: Report): void {
	const told = new Set<string>();
	const problem = ({ file, id, noun }: Anchor, fix: string) => {
		if (told.has(`${noun} ${id}`)) return;
		told.add(`${noun} ${id}`);
		report({ file: `src/data/${file}.json`, id, field: 'id', found: quoted(id), fix });
	};
	for (const [document, list] of Object.entries(anchors(data))) {
		const taken = new Map<string, Anchor>();
		for (const here of list) {
			const { anchor, noun, id } = here;
			if (OWN[document as keyof typeof OWN].test(anchor))
				problem(here, `The page uses “${anchor}” itself: give this ${noun} another id.`);
			const other = taken.get(anchor);
			// Two entries of one kind with the same id are reported elsewhere.
			if (other && (other.noun !== noun || other.id !== id))
				problem(
					here,
					`The ${other.noun} “${other.id}” has the anchor “${anchor}” already: give this ${noun} another id.`,
				);
			taken.set(anchor, here);
		}
	}
	for (const here of [...anchors(data).index, ...anchors(data).sources]) {
		const what = `give this ${here.noun} another id`;
		if (DEVICE.test(here.id)) problem(here, `Windows has no folder or file of this name: ${what}.`);
		if (here.id.length > LONGEST) problem(here, `Shorten it to at most ${LONGEST} characters: it names a folder.`);
	}
}
