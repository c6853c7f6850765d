/** Full-text and date search over the events. Loaded when a reader first searches. */
import MiniSearch, { type Query } from 'minisearch';
import type { Dataset, TimelineEvent } from '../model/dataset.ts';
import { meets, yearOf, type When } from '../model/when.ts';
import { datesIn } from './date-query.ts';
import { tokensOf, termsOf } from './highlight.ts';
import { searchFieldsOf } from './search-fields.ts';

export interface Hits {
	/** Ids of the events found; of all events while the query may mean several dates. */
	readonly found: ReadonlySet<string>;
	/** Terms in the texts that matched, for highlighting. */
	readonly words: ReadonlySet<string>;
	/** Dates that the query may mean: a single one is searched for, several are offered as a choice. */
	readonly dates: readonly When[];
}

/**
 * A query that is a date finds events that overlap it. Otherwise every word must match: as a whole word, as the
 * beginning of one, with one typing error, or in its singular or plural.
 * @param dataset the case as of a day; text that an event gets only later does not match
 */
export type Search = (query: string, dataset: Dataset) => Hits;

/** Memoises a function of one argument. */
function once<K, V>(make: (key: K) => V): (key: K) => V {
	const made = new Map<K, V>();
	return (key) => {
		const value = made.get(key) ?? make(key);
		made.set(key, value);
		return value;
	};
}

/** Characters; even "Donaudampfschifffahrtsgesellschaftskapitän" has only two more. */
const LONGEST_WORD = 40;
/** Shorter results would be other words: "us" is not the plural of "u". */
const SHORTEST_FORM = 3;
/** Events indexed before control goes back to the browser. */
const AT_ONCE = 3;

/** Endings that turn a word into its singular or plural. A form that is no word does no harm, as no text has it. */
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

/** "U.S." and "US", written as abbreviations, do not match as the beginning of a word. */
const ABBREVIATION = /\.|^\p{Lu}{2}$/u;

const wordQuery = (term: string, isWhole: boolean): Query => ({
	combineWith: 'OR',
	queries: [
		{ queries: [term], ...(isWhole && { prefix: false, fuzzy: false }) },
		{ queries: formsOf(term), prefix: false, fuzzy: false },
	],
});
/** Words joined by hyphens match both as one word and as several. */
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

/** If the dates are the same day in several years, only those on which an event began, if there are any. */
function narrowed(dates: readonly When[], { events }: Dataset): readonly When[] {
	const isOfYears = new Set(dates.map(({ start }) => yearOf(start))).size === dates.length;
	const begun = dates.filter(({ start, end }) =>
		events.some(({ when: { from } }) => from && from.start >= start && from.end <= end),
	);
	return isOfYears && begun.length ? begun : dates;
}

/** Builds an index of the whole case, a few events at a time, so that the page stays responsive. */
export async function buildIndex(whole: Dataset): Promise<Search> {
	const index = new MiniSearch<{ id: string; texts: string }>({
		fields: ['texts'],
		tokenize: termsOf,
		processTerm: (term) => term,
		searchOptions: {
			prefix: true,
			// One error, and only in words long enough not to become others, but not too long: cost grows quadratically.
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
		/** Terms that an event does not have yet on that day get weight 0, so they are not found. */
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
