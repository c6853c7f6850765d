/** What the reader did, and everything that follows from it. */
import { publicDays, recordsAsOf } from '../domain/model/asof.ts';
import { toDataset, type Dataset, type Quote, type TimelineEvent } from '../domain/model/dataset.ts';
import type { Span } from '../domain/model/when.ts';
import { inChapters } from '../domain/query/chapters.ts';
import { countOfAny, counts, passes, tally, type Facet } from '../domain/query/filter.ts';
import { HOME, type Permalink, type Unread } from '../domain/query/permalink.ts';
import { SearchIndex } from './search-index.svelte.ts';

/**
 * What lies over the page, and is taken away by Back: the card of the chosen event and its sheet on a narrow screen,
 * the source as a sheet, the list of keys, and what is taken along of what is read.
 */
export type Over = 'card' | 'sheet' | 'source' | 'keys' | 'use';

export class Reading {
	/** The whole case; what the page may show of it is `dataset`. */
	readonly whole!: Dataset;
	readonly searchIndex!: SearchIndex;

	// What the reader did.
	/** What a link shares. */
	protected link = $state.raw<Permalink>(HOME);
	/** The time in view, frame by frame; null is all of it. The link has it at rest, in whole days. */
	protected spanInView = $state.raw<Span | null>(null);
	protected openedIds = $state.raw<ReadonlySet<string>>(new Set());
	/** Counts the acts that Back undoes: the address bar pushes where it grew. */
	protected navigationCount = $state.raw(0);
	/** To write it replaces what lay there; to lay something over the page is an act. */
	over = $state.raw<Over | null>(null);
	/** The day over which the line of the date is dragged; null where it is not. */
	dragged = $state.raw<number | null>(null);
	/** One line about what could not be done, for the reader. */
	notice = $state.raw('');
	/** What of the address was not understood. */
	unread = $state.raw<readonly Unread[]>([]);

	// What follows.
	readonly permalink = $derived(this.link);
	readonly filter = $derived(this.link.filter);
	readonly span = $derived(this.spanInView);
	readonly restedSpan = $derived(this.link.span);
	readonly trueScale = $derived(this.link.trueScale);
	readonly known = $derived(this.link.known);
	readonly byKnown = $derived(this.link.byKnown);
	readonly asOf = $derived(this.link.asOf);
	readonly step = $derived.by(() => this.whole.story.find(({ id }) => id === this.link.step) ?? null);
	readonly navigations = $derived(this.navigationCount);
	readonly opened = $derived([...this.openedIds]);
	/** Everything the page shows comes from here, so that nothing younger than the day can be shown. */
	readonly dataset = $derived.by(() => this.#asOf(this.asOf));
	readonly #asOf = (day: number | null) =>
		day === null ? this.whole : toDataset(recordsAsOf(this.whole.records, day));
	/** What a search finds; null where nothing is searched for, or not yet. */
	readonly hits = $derived.by(() => this.searchIndex.hits(this.filter.query, this.dataset));
	/** Words to mark wherever they are. */
	readonly words = $derived(this.hits?.words ?? new Set<string>());
	readonly #found = $derived(this.hits?.found ?? null);
	readonly #passes = $derived.by(() => passes(this.filter, this.#found));
	readonly passing = $derived.by(() => this.dataset.events.filter(this.#passes));
	// While the line of the date is dragged, the chart follows it; the page follows when the line is let go.
	/** The day that the line is at; null is today. */
	readonly lineDay = $derived(this.dragged ?? this.asOf);
	/** What could be read on that day. */
	readonly lineDataset = $derived.by(() => (this.dragged === null ? this.dataset : this.#asOf(this.dragged)));
	/** What of that passes. */
	readonly linePassing = $derived.by(() =>
		this.dragged === null ? this.passing : this.lineDataset.events.filter(this.#passes),
	);
	readonly counts = $derived.by(() => counts(this.dataset.events, this.filter, this.#found));
	readonly tally = $derived.by(() => tally(this.whole.events, this.dataset.events, this.passing, this.restedSpan));
	/** Days on which something became public, in time order. */
	readonly news = $derived.by(() => publicDays(this.whole));
	readonly chosen = $derived.by(() => this.dataset.event.get(this.link.chosen ?? '') ?? null);
	/** An event is open to be read, below the chart; the story shows its events on the chart. */
	readonly isReading = $derived.by(() => this.chosen !== null && this.step === null);
	/** The address names an event that nobody could know of on the day the page is turned to. */
	readonly chosenTooEarly = $derived(this.link.chosen !== null && !this.chosen);
	/** What the record shows: what passes, and the chosen event even where filters hold it back. */
	readonly shown = $derived.by(() => this.dataset.events.filter((e) => this.#passes(e) || e === this.chosen));
	readonly chapters = $derived.by(() => inChapters(this.dataset.chapters, this.shown, this.byKnown));
	/** The quote the source is at. */
	readonly quote = $derived.by(
		(): Quote | null => this.dataset.quote.get(this.link.passage ?? '') ?? this.chosen?.quotes[0] ?? null,
	);
	/** What is read beside the record: never a document that has nothing to do with the chosen event, unless asked for. */
	readonly document = $derived.by(() => {
		const { documents } = this.dataset;
		const named = documents.get(this.link.source ?? this.quote?.source ?? '');
		return named ?? (this.chosen ? null : ([...documents.values()][0] ?? null));
	});

	constructor(whole: Dataset) {
		this.whole = whole;
		this.searchIndex = new SearchIndex(whole);
	}
	isOpen({ id }: TimelineEvent) {
		return this.openedIds.has(id);
	}
	isFilteredOut(event: TimelineEvent) {
		return !this.#passes(event);
	}
	/** How many events some values of a facet stand for together. */
	countOf(facet: Facet, values: readonly string[]) {
		return countOfAny(this.dataset.events, this.filter, this.#found, facet, values);
	}
}
