/** Search over the events, by their words or their dates. Loaded when a reader first searches. */
import MiniSearch, { type Query } from 'minisearch';
import type { Dataset, TimelineEvent } from '../model/dataset.ts';
import { meets, yearOf, type When } from '../model/when.ts';
import { datesIn } from './date-query.ts';
import { tokensOf, termsOf } from './highlight.ts';
import { searchFieldsOf } from './search-fields.ts';

export interface Hits {
	/** Ids of the events found; of all where it is not clear which date is meant. */
	readonly found: ReadonlySet<string>;
	/** Terms of the texts that matched, for marking. */
	readonly words: ReadonlySet<string>;
	/** Dates that the query may mean: one is searched for, several are to choose from. */
	readonly dates: readonly When[];
}

/**
 * From query to hits: a date finds what meets it; else every word must match, as a word, its beginning or one slip of
 * the pen, in singular or plural.
 * @param dataset the case as of some day: what an event says only later does not match
 */
export type Search = (query: string, dataset: Dataset) => Hits;

/** What is made once for each key. */
function once<K, V>(make: (key: K) => V): (key: K) => V {
	const made = new Map<K, V>();
	return (key) => {
		const value = made.get(key) ?? make(key);
		made.set(key, value);
		return value;
	};
}

/** Letters: "Donaudampfschifffahrtsgesellschaftskapitän" has two more. */
const LONGEST_WORD = 40;
/** Shorter ones would become words of another kind: "us" is no "u". */
const SHORTEST_FORM = 3;
/** Events that are read before the page is given time for something else. */
const AT_ONCE = 3;

/** Singular and plural that a word may have, its beginnings aside. What is no word is in no text. */
const ENDINGS: readonly (readonly [ending: RegExp, other: string])[] = [
	[/(?<=[^aeiou])ies$/, 'y'],
	[/(?<=[^aeiou])y$/, 'ies'],
	[/(?<=s|x|z|ch|sh|o)es$/, ''],
	[/(?<=[^s])s$/, ''],
];
const formsOf = (term: string) =>
	ENDINGS.filter(([ending]) => ending.test(term))
		.map(([ending, other]) => term.replace(ending, other))
		.filter((form) => form.length >= SHORTEST_FORM && term !== 'news');

/** Written as an abbreviation, "U.S." and "US" are no beginnings of words. */
const ABBREVIATION = /\.|^\p{Lu}{2}$/u;

const wordQuery = (term: string, isWhole: boolean): Query => ({
	combineWith: 'OR',
	queries: [
		{ queries: [term], ...(isWhole && { prefix: false, fuzzy: false }) },
		{ queries: formsOf(term), prefix: false, fuzzy: false },
	],
});
/** Words joined by hyphens are found as one and as several. */
function queryOf(query: string): Query {
	const asked = new Map([...tokensOf(query)].map((token) => [token.term, token]));
	const queries = [...asked.values()].map(({ text, term, parts }): Query => {
		const whole = wordQuery(term, ABBREVIATION.test(text));
		if (parts.length < 2) return whole;
		const apart: Query = { combineWith: 'AND', queries: parts.map((part) => wordQuery(part.term, false)) };
		return { combineWith: 'OR', queries: [whole, apart] };
	});
	return { combineWith: 'AND', queries };
}

/** Of the same day in several years those on which something began, if there are any. */
function narrowed(dates: readonly When[], { events }: Dataset): readonly When[] {
	const isOfYears = new Set(dates.map(({ start }) => yearOf(start))).size === dates.length;
	const begun = dates.filter(({ start, end }) =>
		events.some(({ when: { from } }) => from && from.start >= start && from.end <= end),
	);
	return isOfYears && begun.length ? begun : dates;
}

/** An index of the whole case, made a few events at a time so that the page answers meanwhile. */
export async function buildIndex(whole: Dataset): Promise<Search> {
	const index = new MiniSearch<{ id: string; texts: string }>({
		fields: ['texts'],
		tokenize: termsOf,
		processTerm: (term) => term,
		searchOptions: {
			prefix: true,
			// One slip only, in words long enough not to turn into others, and no longer than words are: it costs their square.
			fuzzy: (term) => (term.length > 5 && term.length <= LONGEST_WORD && !/\d/.test(term) ? 1 : false),
		},
	});
	const textsOf = (e: TimelineEvent, dataset: Dataset) => searchFieldsOf(e, dataset).map(({ text }) => text);
	const entries = whole.events.map((e) => ({ id: e.id, texts: textsOf(e, whole).join('\n') }));
	await index.addAllAsync(entries, { chunkSize: AT_ONCE });
	const termsIn = once(termsOf);

	return (query, dataset) => {
		const { event, events } = dataset;
		const dates = narrowed(datesIn(query, whole.extent), dataset);
		if (dates.length) {
			const met = dates.length > 1 ? events : events.filter(({ when }) => meets(when, dates[0]!));
			return { found: new Set(met.map(({ id }) => id)), words: new Set(), dates };
		}
		const saysThen = once((e: TimelineEvent) => new Set(textsOf(e, dataset).flatMap(termsIn)));
		/** What is not said yet has no weight, and so is not found. */
		const boostDocument = (id: string, term: string) => {
			const then = event.get(id);
			return then && (dataset === whole || saysThen(then).has(term)) ? 1 : 0;
		};
		const results = index.search(queryOf(query), { boostDocument });
		return {
			found: new Set(results.map(({ id }) => id as string)),
			words: new Set(results.flatMap(({ terms }) => terms)),
			dates,
		};
	};
}
