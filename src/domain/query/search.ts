/** Full-text search over the events. Loaded when a reader first searches, so the page does not pay for it. */
import MiniSearch from 'minisearch';
import type { Dataset, TimelineEvent } from '../model/dataset.ts';
import { fold, wordsOf } from './marked.ts';

const FIELDS = ['title', 'summary', 'label', 'quotes', 'people', 'sources', 'later', 'agencies'] as const;

const texts = (e: TimelineEvent, { source, agency }: Dataset): Record<(typeof FIELDS)[number], string> => ({
	title: e.title,
	summary: e.summary,
	label: e.label,
	quotes: e.quotes.map((q) => q.exact).join('\n'),
	people: e.actors.join('\n'),
	sources: e.references
		.map((r) => `${r.establishes} ${source.get(r.source)!.title} ${source.get(r.source)!.publisher}`)
		.join('\n'),
	later: [...e.later, ...(e.notes ?? [])].map((l) => l.says).join('\n'),
	agencies: e.named.map((id) => `${agency.get(id)!.short} ${agency.get(id)!.name}`).join('\n'),
});

export interface Hits {
	/** Ids of the events found. */
	readonly found: ReadonlySet<string>;
	/** Folded words of the texts that matched, for marking. */
	readonly words: ReadonlySet<string>;
}

/** From query to hits: every word must match, as a word, its beginning or one slip of the pen. */
export type Searcher = (query: string) => Hits;

const emptyIndex = () =>
	new MiniSearch<Record<string, string>>({
		fields: [...FIELDS],
		tokenize: wordsOf,
		processTerm: fold,
		searchOptions: {
			combineWith: 'AND',
			prefix: true,
			// One slip only, and only in words long enough not to turn into others.
			fuzzy: (term) => (term.length > 5 && !/\d/.test(term) ? 1 : false),
		},
	});
const entries = (dataset: Dataset) => dataset.events.map((e) => ({ id: e.id, ...texts(e, dataset) }));
const over =
	(index: MiniSearch): Searcher =>
	(query) => {
		const results = index.search(query);
		return { found: new Set(results.map((r) => r.id as string)), words: new Set(results.flatMap((r) => r.terms)) };
	};

export function searcher(dataset: Dataset): Searcher {
	const index = emptyIndex();
	index.addAll(entries(dataset));
	return over(index);
}

/** Events that are read before the page is given time for something else. */
const AT_ONCE = 3;
/** The same, made a few events at a time: whoever types meanwhile is heard. */
export async function searcherInTime(dataset: Dataset): Promise<Searcher> {
	const index = emptyIndex();
	await index.addAllAsync(entries(dataset), { chunkSize: AT_ONCE });
	return over(index);
}
