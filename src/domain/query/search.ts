/** Full-text search over the events. Loaded when a reader first searches, so the page does not pay for it. */
import MiniSearch from 'minisearch';
import type { Dataset, TimelineEvent } from '../model/dataset.ts';
import { fold, wordsOf } from './marked.ts';
import type { PersonRecord } from '../model/people.ts';

export interface Hits {
	/** Ids of the events found. */
	readonly found: ReadonlySet<string>;
	/** Folded words of the texts that matched, for marking. */
	readonly words: ReadonlySet<string>;
}

/**
 * From query to hits: every word must match, as a word, its beginning or one slip of the pen.
 * @param dataset the case as of some day: what an event says only later does not match
 */
export type Search = (query: string, dataset: Dataset) => Hits;

/** All names of somebody, and what they are. */
const spoken = ({ name, aliases = [], role = '' }: PersonRecord) => [name, ...aliases.map((a) => a.name), role];

/** Every text that an event is found by. */
const textsOf = (e: TimelineEvent, { source, agency, person }: Dataset): readonly string[] => [
	e.title,
	...e.summary.map((s) => s.says),
	e.label,
	...e.quotes.map((q) => q.exact),
	...e.actors.flatMap((id) => spoken(person.get(id)!)),
	...e.words.map((w) => `${w.text} ${w.by}`),
	...e.references.map((r) => `${r.establishes} ${source.get(r.source)!.title} ${source.get(r.source)!.publisher}`),
	...[...e.later, ...(e.notes ?? [])].map((l) => l.says),
	...e.named.map((id) => `${agency.get(id)!.short} ${agency.get(id)!.name}`),
];

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
/** Events that are read before the page is given time for something else. */
const AT_ONCE = 3;

/** An index of the whole case, made a few events at a time so that the page answers meanwhile. */
export async function buildIndex(whole: Dataset): Promise<Search> {
	const index = new MiniSearch<{ id: string; texts: string }>({
		fields: ['texts'],
		tokenize: wordsOf,
		processTerm: fold,
		searchOptions: {
			prefix: true,
			// One slip only, in words long enough not to turn into others, and no longer than words are: it costs their square.
			fuzzy: (term) => (term.length > 5 && term.length <= LONGEST_WORD && !/\d/.test(term) ? 1 : false),
		},
	});
	const entries = whole.events.map((e) => ({ id: e.id, texts: textsOf(e, whole).join('\n') }));
	await index.addAllAsync(entries, { chunkSize: AT_ONCE });
	const wordsIn = once((text: string) => wordsOf(text).map(fold));

	return (query, dataset) => {
		const saysThen = once((e: TimelineEvent) => new Set(textsOf(e, dataset).flatMap(wordsIn)));
		/** Events that say a word of the query as of the day, each with the words that matched. */
		const saying = (word: string) =>
			index.search(word).flatMap(({ id, terms }) => {
				const event = dataset.event.get(id as string);
				const words = event && dataset !== whole ? terms.filter((term) => saysThen(event).has(term)) : terms;
				return event && words.length ? [{ id: event.id, words }] : [];
			});
		const asked = new Set(wordsOf(query).map(fold).filter(Boolean));
		const matches = [...asked].map((word) => new Map(saying(word).map(({ id, words }) => [id, words])));
		const found = [...(matches[0]?.keys() ?? [])].filter((id) => matches.every((m) => m.has(id)));
		return { found: new Set(found), words: new Set(found.flatMap((id) => matches.flatMap((m) => m.get(id)!))) };
	};
}
