/**
 * The state that a link shares ⇄ query string, by one table. Reading is lenient: a bad value is reported and does not
 * affect the others. Writing is canonical: one state has one query string.
 */
import type { Dataset } from '../model/dataset.ts';
import type { StepRecord } from '../model/narrative.ts';
import { isoDay, lastDay, parseWhen, type Span } from '../model/when.ts';
import { parametersOf, undamaged } from './damaged.ts';
import { EVERYTHING, FACETS, facets, facetValues, type Facet, type Filter } from './filter.ts';

interface Field<T> {
	/** Name of the URL parameter. */
	readonly name: string;
	/** What messages to the reader call it. */
	readonly word: string;
	/** Value with which the page opens; links leave it out. */
	readonly home: T;
	/** @param link all parameters of the link @returns null or undefined where the text is not understood */
	readonly read: (text: string, dataset: Dataset, link: URLSearchParams) => T | null | undefined;
	readonly write: (value: T) => string;
}
type Read<T> = Field<T>['read'];
const field = <T>(name: string, word: string, home: T, read: Read<T>, write: Field<T>['write']): Field<T> => ({
	name,
	word,
	home,
	read,
	write,
});
/** A parameter that holds one id, or none. */
const one = (name: string, word: string, read: Read<string | null>) => field(name, word, null, read, (id) => id ?? '');
const either = (name: string, word: string, home: boolean, off: string, on: string) =>
	field(
		name,
		word,
		home,
		(text) => (text === on ? true : text === off ? false : null),
		(value) => (value ? on : off),
	);
/** Values are listed with commas, and may have some of their own. */
const escaped = (value: string) => value.replaceAll('%', '%25').replaceAll(',', '%2C');
const pressed = (f: Facet) =>
	field<readonly string[]>(
		f,
		FACETS[f].name.toLowerCase(),
		EVERYTHING[f],
		(text, dataset) => facetValues(dataset)[f].filter((value) => text.split(',').includes(escaped(value))),
		(values) => values.map(escaped).join(','),
	);

/** Characters of a search: enough for a long quote, too few to keep a browser busy. */
export const LONGEST_QUERY = 500;

/** The URL parameters, in the order in which links have them. */
const FIELDS = {
	/** Event id. */
	chosen: one('e', 'event', (id, { event }) => event.get(id)?.id),
	/** Quote id. It implies its own event, and is ignored if the link names another one. */
	passage: one('p', 'quote', (id, { event, quote }, link) => {
		const chosen = link.getAll('e').flatMap((e) => event.get(e) ?? event.get(undamaged(e)) ?? [])[0];
		const owner = quote.get(id)?.event;
		return owner && (!chosen || chosen.id === owner) ? id : null;
	}),
	query: field(
		'q',
		'search',
		EVERYTHING.query,
		(text) => (text.length > LONGEST_QUERY ? null : text.trim()),
		// An unpaired surrogate, as may occur between two key strokes, cannot be encoded in a URL.
		(text) => text.replace(/\p{Surrogate}/gu, '\ufffd'),
	),
	...(Object.fromEntries(facets.map((f) => [f, pressed(f)])) as Record<Facet, Field<readonly string[]>>),
	context: either('context', 'context', EVERYTHING.context, '0', '1'),
	/** Period in view; null is the whole extent. */
	span: field('t', 'time', null, readSpan, (span) => (span ? `${isoDay(span.start)}..${isoDay(lastDay(span))}` : '')),
	/** Day of knowledge (epoch ms of its midnight, UTC); null is today. */
	asOf: field('asof', 'date of knowledge', null, readAsOf, (day) => (day === null ? '' : isoDay(day))),
	/** Whether time is drawn true to scale. */
	trueScale: either('scale', 'scale', false, 'elastic', 'true'),
	/** Whether lines are drawn from events to the days on which they became public. */
	known: either('known', 'delays', true, '0', '1'),
	/** Whether the record is sorted by when events became public. */
	byKnown: either('sort', 'order', false, 'when', 'known'),
	/** Id of a step of the story, which sets all other parameters. */
	step: one('step', 'step of the story', (id, { story }) => (story.some((s) => s.id === id) ? id : null)),
	/** Id of the source shown, where it is not the one that the page would show anyway. */
	source: one('s', 'source', (id, { documents }) => (documents.has(id) ? id : null)),
};
type Fields = { readonly [K in keyof typeof FIELDS]: (typeof FIELDS)[K]['home'] };
const KEYS = Object.keys(FIELDS) as (keyof Fields)[];
const fieldOf = (key: keyof Fields) => FIELDS[key] as Field<unknown>;

/** The filters are one object, so that it keeps its identity while other parameters change. */
export type Permalink = Omit<Fields, keyof Filter> & { readonly filter: Filter };

function linkOf(valueOf: (key: keyof Fields) => unknown): Permalink {
	const filter: Record<string, unknown> = {};
	const link: Record<string, unknown> = { filter };
	for (const key of KEYS) (key in EVERYTHING ? filter : link)[key] = valueOf(key);
	return link as unknown as Permalink;
}

export const HOME: Permalink = linkOf((key) => FIELDS[key].home);

/** Name of each of our URL parameters → what messages call it. */
export const PARAMETERS: ReadonlyMap<string, string> = new Map(KEYS.map((key) => [FIELDS[key].name, FIELDS[key].word]));

/** A parameter of a link whose value was not understood. */
export type Unread = readonly [parameter: string, value: string];

export function parsePermalink(search: string, dataset: Dataset): { link: Permalink; unread: readonly Unread[] } {
	const params = parametersOf(search);
	const unread: Unread[] = [];
	const link = linkOf((key) => {
		const { name, home, read } = fieldOf(key);
		const given = params.getAll(name).filter(Boolean);
		// A value that is not understood may have been damaged on its way, so try to repair it.
		const readEither = (text: string) => read(text, dataset, params) ?? read(undamaged(text), dataset, params) ?? null;
		if (!Array.isArray(home)) {
			const values = given.map(readEither);
			const taken = values.findIndex((value) => value !== null);
			// If a single-valued parameter is repeated, the first valid value counts and the others are reported.
			const others = given.filter((text, i) => i !== taken && text !== given[taken]);
			if (others.length) unread.push([name, others.join(', ')]);
			return values[taken] ?? home;
		}
		// In a list every valid value counts.
		const pieces = [...new Set(given.flatMap((text) => text.split(',')))].filter(Boolean);
		const isValue = (piece: string) => (read(piece, dataset, params) as string[]).length > 0;
		const understood = pieces.map((piece) => (isValue(piece) ? piece : undamaged(piece)));
		const left = pieces.filter((_, i) => !isValue(understood[i]!) && pieces[i]!.trim());
		if (left.length) unread.push([name, left.join(',')]);
		return read(understood.join(','), dataset, params);
	});
	const chosen = link.chosen ?? dataset.quote.get(link.passage ?? '')?.event ?? null;
	const step = dataset.story.find(({ id }) => id === link.step);
	// With any other parameter of ours a step is ignored: the reader had left the story when the link was made.
	const isAlone = [...PARAMETERS.keys()].every((name) => name === FIELDS.step.name || !params.get(name));
	return { link: step && isAlone ? stepLink(step, dataset) : { ...link, chosen, step: null }, unread };
}

/** The state that a step of the story shows. */
export function stepLink({ id, event = '', t = '', asof = '' }: StepRecord, dataset: Dataset): Permalink {
	const { link } = parsePermalink(new URLSearchParams({ e: event, t, asof }).toString(), dataset);
	return { ...link, step: id };
}

const DATE = /^-?\d{4}-\d\d-\d\d$/;

/** A day within the case's extent, or null. */
function readAsOf(text: string, { extent: { start, end } }: Dataset): number | null {
	const day = DATE.test(text) ? parseWhen(text) : '';
	return typeof day === 'string' || day.start < start || day.start >= end ? null : day.start;
}

/** Parses "2020-10-18..2020-10-31", both days inclusive; null if that is no such range. */
export function readSpan(text: string): Span | null {
	const [from, to, more] = text.split('..').map((day) => (DATE.test(day) ? parseWhen(day) : 'is not a day'));
	if (!from || !to || more || typeof from === 'string' || typeof to === 'string' || to.end <= from.start) return null;
	return { start: from.start, end: to.end };
}

/** Query string without "?"; empty for the page's first state. Commas and dots are not escaped, for readability. */
export function formatPermalink({ filter, ...link }: Permalink): string {
	const fields: Fields = { ...link, ...filter };
	const written = link.step ? (['step'] as const) : KEYS;
	return written
		.flatMap((key) => {
			const { name, home, write } = fieldOf(key);
			const text = write(fields[key]);
			if (text === write(home)) return [];
			return `${name}=${encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%20', '+')}`;
		})
		.join('&');
}
