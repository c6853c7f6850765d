/** The reader's state, and everything derived from it. */
import { publicDays, recordsAsOf } from '../domain/model/asof.ts';
import { toDataset, type Dataset, type Quote, type TimelineEvent } from '../domain/model/dataset.ts';
import type { Span } from '../domain/model/when.ts';
import { inChapters } from '../domain/query/chapters.ts';
import { countOfAny, counts, passes, tally, type Facet } from '../domain/query/filter.ts';
import { HOME, type Permalink, type Unread } from '../domain/query/permalink.ts';
import { SearchIndex } from './search-index.svelte.ts';

/**
 * A layer over the page, which Back removes: the card of the chosen event and its sheet on a narrow screen, the source
 * as a sheet, the list of keys, and the panel "Use" with link, citation, picture and data.
 */
export type Over = 'card' | 'sheet' | 'source' | 'keys' | 'use';

export class Reading {
	/** The whole case, as of today. The page shows `dataset`. */
	readonly whole!: Dataset;
	readonly searchIndex!: SearchIndex;

	// What the reader has set.
	/** The state that links share. */
	protected link = $state.raw<Permalink>(HOME);
	/** The period in view in the current frame; null is the whole extent. At rest, whole days of it are in the link. */
	protected spanInView = $state.raw<Span | null>(null);
	protected openedIds = $state.raw<ReadonlySet<string>>(new Set());
	/** Counts actions that Back can undo: when it grows, a history entry is pushed. */
	protected navigationCount = $state.raw(0);
	/** The layer over the page. Setting it replaces the layer; use `lay` to also add a history entry. */
	over = $state.raw<Over | null>(null);
	/** The day at which the line of the date is while it is dragged, else null. */
	dragged = $state.raw<number | null>(null);
	/** Id of the event that is active in the list of search results, which the chart points out. */
	activeResult = $state.raw<string | null>(null);
	/** One line that tells the reader what could not be done. */
	notice = $state.raw('');
	/** The parameters of the address that were not understood. */
	unread = $state.raw<readonly Unread[]>([]);

	// What is derived from it.
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
	/** The case as of the day. Everything on the page is taken from here, so that nothing later can be shown. */
	readonly dataset = $derived.by(() => this.#asOf(this.asOf));
	readonly #asOf = (day: number | null) =>
		day === null ? this.whole : toDataset(recordsAsOf(this.whole.records, day));
	/** Result of the search; null where nothing is searched for, or the search is not loaded yet. */
	readonly hits = $derived.by(() => this.searchIndex.hits(this.filter.query, this.dataset));
	/** Terms to highlight wherever they occur. */
	readonly words = $derived(this.hits?.words ?? new Set<string>());
	readonly #found = $derived(this.hits?.found ?? null);
	readonly #passes = $derived.by(() => passes(this.filter, this.#found));
	readonly passing = $derived.by(() => this.dataset.events.filter(this.#passes));
	// While the line of the date is dragged only the chart follows; the page follows on release.
	/** The day at which the line is; null is today. */
	readonly lineDay = $derived(this.dragged ?? this.asOf);
	/** The case as of that day. */
	readonly lineDataset = $derived.by(() => (this.dragged === null ? this.dataset : this.#asOf(this.dragged)));
	/** The events of it that pass the filters. */
	readonly linePassing = $derived.by(() =>
		this.dragged === null ? this.passing : this.lineDataset.events.filter(this.#passes),
	);
	readonly counts = $derived.by(() => counts(this.dataset.events, this.filter, this.#found));
	readonly tally = $derived.by(() => tally(this.whole.events, this.dataset.events, this.passing, this.restedSpan));
	/** Days on which something became public, in time order. */
	readonly news = $derived.by(() => publicDays(this.whole));
	readonly chosen = $derived.by(() => this.dataset.event.get(this.link.chosen ?? '') ?? null);
	/** Whether an event is open below the chart; the story shows its events on the chart instead. */
	readonly isReading = $derived.by(() => this.chosen !== null && this.step === null);
	/** Whether the address names an event that was not yet public on the day of knowledge. */
	readonly chosenTooEarly = $derived(this.link.chosen !== null && !this.chosen);
	/** Events in the record: those that pass, and the chosen event even if filtered out. */
	readonly shown = $derived.by(() => this.dataset.events.filter((e) => this.#passes(e) || e === this.chosen));
	readonly chapters = $derived.by(() => inChapters(this.dataset.chapters, this.shown, this.byKnown));
	/** The quote to which the source is scrolled. */
	readonly quote = $derived.by(
		(): Quote | null => this.dataset.quote.get(this.link.passage ?? '') ?? this.chosen?.quotes[0] ?? null,
	);
	/** The document beside the record: one of the chosen event's, unless the reader asked for another. */
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
	/** How many events have any of some values of a facet. */
	countOf(facet: Facet, values: readonly string[]) {
		return countOfAny(this.dataset.events, this.filter, this.#found, facet, values);
	}
}
