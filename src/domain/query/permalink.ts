/** What a link shares ⇄ query string. Lenient in, canonical out: a bad field is named, and never spoils the others. */
import type { Dataset } from '../model/dataset.ts';
import { EVERYTHING, FACETS, facets, type Facet, type Filter } from './filter.ts';
import { retiredWords } from '../model/changes.ts';
import { KINDS, STATUSES } from '../model/vocabulary.ts';
import { parseWhen, isoDay, lastDay, type Span } from '../model/when.ts';

export interface Permalink {
	readonly filter: Filter;
	/** Event id. */
	readonly chosen: string | null;
	/** Quote id. */
	readonly passage: string | null;
	/** Source id, where it is not the one the passage or the page would show anyway. */
	readonly source: string | null;
	/** Stretch of time in view; null is all of it. */
	readonly span: Span | null;
	/** Day (epoch ms of its midnight, UTC) as of which the page is read; null is today. */
	readonly asOf: number | null;
	/** Time is drawn true to scale. */
	readonly trueScale: boolean;
	/** The way from happening to being known is drawn. */
	readonly known: boolean;
	/** The record is in the order in which events became public. */
	readonly byKnown: boolean;
}
export const HOME: Permalink = {
	filter: EVERYTHING,
	chosen: null,
	passage: null,
	source: null,
	span: null,
	asOf: null,
	trueScale: false,
	known: false,
	byKnown: false,
};

/** The values a facet knows, in the order they are shown. */
export const facetValues = (dataset: Dataset): Readonly<Record<Facet, readonly string[]>> => ({
	agency: dataset.agencies.map((a) => a.id),
	kind: Object.keys(KINDS),
	status: Object.keys(STATUSES),
});

/** What of a link could not be understood: the parameter and what it said. */
export type Unread = readonly [parameter: string, value: string];

export function parsePermalink(search: string, dataset: Dataset): { link: Permalink; unread: readonly Unread[] } {
	const params = new URLSearchParams(search);
	const unread: Unread[] = [];
	/** The one value of a parameter that `read` understands; otherwise null, and it is noted as unread. */
	const one = <T>(name: string, read: (text: string) => T | null | undefined): T | null => {
		const text = params.get(name);
		if (text === null || text === '') return null;
		const value = read(text) ?? null;
		if (value === null) unread.push([name, text]);
		return value;
	};
	const known = facetValues(dataset);
	const pressed = Object.fromEntries(
		facets.map((f) => {
			const asked = [...new Set((params.get(f) ?? '').split(',').filter(Boolean))];
			const unknown = asked.filter((v) => !known[f].includes(v));
			if (unknown.length) unread.push([f, unknown.join(',')]);
			return [f, known[f].filter((v) => asked.includes(v))];
		}),
	) as unknown as Record<Facet, readonly string[]>;
	const event = one('e', (id) => dataset.event.get(id)?.id);
	// A passage leads to its own event; beside another event it says nothing.
	const passage = one('p', (id) => {
		const quote = dataset.quote.get(id);
		return quote && (event === null || event === quote.event) ? quote : null;
	});
	return {
		link: {
			filter: {
				pressed,
				context: one('context', (v) => (v === '0' || v === '1' ? v : null)) !== '0',
				query: params.get('q')?.trim() ?? '',
			},
			chosen: event ?? passage?.event ?? null,
			passage: passage?.id ?? null,
			source: one('s', (id) => (dataset.documents.has(id) ? id : null)),
			span: one('t', readSpan),
			asOf: one('asof', (day) => readAsOf(day, dataset.extent)),
			trueScale: one('scale', (v) => (v === 'true' || v === 'elastic' ? v : null)) === 'true',
			known: one('known', (v) => (v === '0' || v === '1' ? v : null)) === '1',
			byKnown: one('sort', (v) => (v === 'known' || v === 'when' ? v : null)) === 'known',
		},
		unread,
	};
}

const DATE = /^\d{4}-\d\d-\d\d$/;

/** A day of the case's extent. */
function readAsOf(text: string, { start, end }: Span): number | null {
	const day = DATE.test(text) ? parseWhen(text) : '';
	return typeof day === 'string' || day.start < start || day.start >= end ? null : day.start;
}

/** "2020-10-18..2020-10-31": days, both inclusive. */
function readSpan(text: string): Span | null {
	const [from, to, more] = text.split('..').map((day) => (DATE.test(day) ? parseWhen(day) : 'is not a day'));
	if (!from || !to || more || typeof from === 'string' || typeof to === 'string' || to.end <= from.start) return null;
	return { start: from.start, end: to.end };
}

/** Query string without "?"; empty for the page as it opens. Commas and dots stay readable. */
export function formatPermalink({
	filter,
	chosen,
	passage,
	source,
	span,
	asOf,
	trueScale,
	known,
	byKnown,
}: Permalink): string {
	const params: [string, string][] = [];
	const add = (name: string, value: string | null | false) => value && params.push([name, value]);
	add('e', chosen);
	add('p', passage);
	// Half a surrogate pair, as between two key strokes, has no spelling in an address.
	add('q', filter.query.replace(/\p{Surrogate}/gu, '\ufffd'));
	for (const f of facets) add(f, filter.pressed[f].join(','));
	add('context', filter.context ? '' : '0');
	add('t', span && `${isoDay(span.start)}..${isoDay(lastDay(span))}`);
	add('asof', asOf !== null && isoDay(asOf));
	add('scale', trueScale ? 'true' : '');
	add('known', known ? '1' : '');
	add('sort', byKnown ? 'known' : '');
	add('s', source);
	return params
		.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%20', '+')}`)
		.join('&');
}

/** For the reader: what became of a retired event, and what of the address was not understood. */
export function unreadWords(unread: readonly Unread[], { retired }: Pick<Dataset, 'retired'>): string {
	const name = (parameter: string) =>
		parameter in FACETS ? FACETS[parameter as Facet].name.toLowerCase() : (WORDS[parameter] ?? parameter);
	const gone = unread.find(([parameter, value]) => parameter === 'e' && retired.has(value))?.[1];
	const list = unread
		// The quotes of a retired event went with it.
		.filter(([parameter]) => gone === undefined || (parameter !== 'e' && parameter !== 'p'))
		.map(([parameter, value]) => `${name(parameter)} “${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`);
	return [
		...(gone === undefined ? [] : [retiredWords(gone, retired.get(gone)!)]),
		...(list.length ? [`Part of this link was not understood and is left out: ${list.join(', ')}.`] : []),
	].join(' ');
}
const WORDS: Readonly<Record<string, string>> = {
	e: 'event',
	p: 'quote',
	s: 'source',
	t: 'time',
	asof: 'date of knowledge',
	scale: 'scale',
	known: 'known since',
	sort: 'order',
	context: 'context',
};
export const PARAMETERS: readonly string[] = [
	'e',
	'p',
	'q',
	's',
	't',
	'asof',
	'scale',
	'known',
	'sort',
	'context',
	...facets,
];
