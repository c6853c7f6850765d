/**
 * What a link shares ⇄ query string, by one table. Lenient in, canonical out: a bad value is named, and never
 * spoils the others.
 */
import type { Dataset } from '../model/dataset.ts';
import type { StepRecord } from '../model/narrative.ts';
import { isoDay, lastDay, parseWhen, type Span } from '../model/when.ts';
import { parametersOf, undamaged } from './damaged.ts';
import { EVERYTHING, FACETS, facets, facetValues, type Facet, type Filter } from './filter.ts';

interface Field<T> {
	/** Of the parameter. */
	readonly name: string;
	/** For the reader. */
	readonly word: string;
	/** What the page opens with; a link does not spell it. */
	readonly home: T;
	/** @param link the whole query string @returns nothing where the text is not understood */
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
/** What a link names, or nothing. */
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

/** Letters of a search: room for a long quote, and none for what would keep a browser busy. */
export const LONGEST_QUERY = 500;

/** A line here is a parameter of the address, in its order there. */
const FIELDS = {
	/** Event id. */
	chosen: one('e', 'event', (id, { event }) => event.get(id)?.id),
	/** Quote id. A passage leads to its own event; beside another event it says nothing. */
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
		// Half a surrogate pair, as between two key strokes, has no spelling in an address.
		(text) => text.replace(/\p{Surrogate}/gu, '\ufffd'),
	),
	...(Object.fromEntries(facets.map((f) => [f, pressed(f)])) as Record<Facet, Field<readonly string[]>>),
	context: either('context', 'context', EVERYTHING.context, '0', '1'),
	/** Stretch of time in view; null is all of it. */
	span: field('t', 'time', null, readSpan, (span) => (span ? `${isoDay(span.start)}..${isoDay(lastDay(span))}` : '')),
	/** Day (epoch ms of its midnight, UTC) as of which the page is read; null is today. */
	asOf: field('asof', 'date of knowledge', null, readAsOf, (day) => (day === null ? '' : isoDay(day))),
	/** Time is drawn true to scale. */
	trueScale: either('scale', 'scale', false, 'elastic', 'true'),
	/** The way from an act to the day it became public is drawn. */
	known: either('known', 'delays', true, '0', '1'),
	/** The record is in the order in which events became public. */
	byKnown: either('sort', 'order', false, 'when', 'known'),
	/** Id of a step of the story: it sets all the rest. */
	step: one('step', 'step of the story', (id, { story }) => (story.some((s) => s.id === id) ? id : null)),
	/** Source id, where it is not the one the passage or the page would show anyway. */
	source: one('s', 'source', (id, { documents }) => (documents.has(id) ? id : null)),
};
type Fields = { readonly [K in keyof typeof FIELDS]: (typeof FIELDS)[K]['home'] };
const KEYS = Object.keys(FIELDS) as (keyof Fields)[];
const fieldOf = (key: keyof Fields) => FIELDS[key] as Field<unknown>;

/** What narrows is kept together, so that it stays the same object while something else changes. */
export type Permalink = Omit<Fields, keyof Filter> & { readonly filter: Filter };

function linkOf(valueOf: (key: keyof Fields) => unknown): Permalink {
	const filter: Record<string, unknown> = {};
	const link: Record<string, unknown> = { filter };
	for (const key of KEYS) (key in EVERYTHING ? filter : link)[key] = valueOf(key);
	return link as unknown as Permalink;
}

export const HOME: Permalink = linkOf((key) => FIELDS[key].home);

/** The parameters that are ours, each with its word for the reader. */
export const PARAMETERS: ReadonlyMap<string, string> = new Map(KEYS.map((key) => [FIELDS[key].name, FIELDS[key].word]));

/** What of a link could not be understood: the parameter and what it said. */
export type Unread = readonly [parameter: string, value: string];

export function parsePermalink(search: string, dataset: Dataset): { link: Permalink; unread: readonly Unread[] } {
	const params = parametersOf(search);
	const unread: Unread[] = [];
	const link = linkOf((key) => {
		const { name, home, read } = fieldOf(key);
		const given = params.getAll(name).filter(Boolean);
		// What is not understood as it is may be what was sent, damaged on its way.
		const readEither = (text: string) => read(text, dataset, params) ?? read(undamaged(text), dataset, params) ?? null;
		if (!Array.isArray(home)) {
			const values = given.map(readEither);
			const taken = values.findIndex((value) => value !== null);
			// Of one that may be given once, the first that is understood is taken, and the others are named.
			const others = given.filter((text, i) => i !== taken && text !== given[taken]);
			if (others.length) unread.push([name, others.join(', ')]);
			return values[taken] ?? home;
		}
		// Of a list, what is understood is taken.
		const pieces = [...new Set(given.flatMap((text) => text.split(',')))].filter(Boolean);
		const isValue = (piece: string) => (read(piece, dataset, params) as string[]).length > 0;
		const understood = pieces.map((piece) => (isValue(piece) ? piece : undamaged(piece)));
		const left = pieces.filter((_, i) => !isValue(understood[i]!) && pieces[i]!.trim());
		if (left.length) unread.push([name, left.join(',')]);
		return read(understood.join(','), dataset, params);
	});
	const chosen = link.chosen ?? dataset.quote.get(link.passage ?? '')?.event ?? null;
	const step = dataset.story.find(({ id }) => id === link.step);
	// Beside anything else of ours a step says nothing: the story has ended there.
	const isAlone = [...PARAMETERS.keys()].every((name) => name === FIELDS.step.name || !params.get(name));
	return { link: step && isAlone ? stepLink(step, dataset) : { ...link, chosen, step: null }, unread };
}

/** What a step of the story turns the page to. */
export function stepLink({ id, event = '', t = '', asof = '' }: StepRecord, dataset: Dataset): Permalink {
	const { link } = parsePermalink(new URLSearchParams({ e: event, t, asof }).toString(), dataset);
	return { ...link, step: id };
}

const DATE = /^-?\d{4}-\d\d-\d\d$/;

/** A day of the case's extent. */
function readAsOf(text: string, { extent: { start, end } }: Dataset): number | null {
	const day = DATE.test(text) ? parseWhen(text) : '';
	return typeof day === 'string' || day.start < start || day.start >= end ? null : day.start;
}

/** "2020-10-18..2020-10-31": days, both inclusive. */
export function readSpan(text: string): Span | null {
	const [from, to, more] = text.split('..').map((day) => (DATE.test(day) ? parseWhen(day) : 'is not a day'));
	if (!from || !to || more || typeof from === 'string' || typeof to === 'string' || to.end <= from.start) return null;
	return { start: from.start, end: to.end };
}

/** Query string without "?"; empty for the page as it opens. Commas and dots stay readable. */
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
