/** A few facts about the reader, and everything that follows from them. */
import { createContext } from 'svelte';
import { publicDays, recordsAsOf } from '../domain/model/asof.ts';
import { toDataset, type Dataset, type Quote, type Step, type TimelineEvent } from '../domain/model/dataset.ts';
import { daysWithin, type Span } from '../domain/model/when.ts';
import { inChapters } from '../domain/query/chapters.ts';
import {
	countOfAny,
	counts,
	EVERYTHING,
	isEverything,
	passes,
	tally,
	toggled,
	type Facet,
} from '../domain/query/filter.ts';
import {
	formatPermalink,
	HOME,
	LONGEST_QUERY,
	parsePermalink,
	stepLink,
	type Permalink,
	type Unread,
} from '../domain/query/permalink.ts';
import { SearchIndex } from './search-index.svelte.ts';

/**
 * What lies over the page, and is taken away by Back: the card of the chosen event and its sheet on a narrow screen,
 * the source as a sheet, the list of keys.
 */
export type Over = 'card' | 'sheet' | 'source' | 'keys';

export class Timeline {
	/** The whole case; what the page may show of it is `dataset`. */
	readonly whole!: Dataset;
	readonly searchIndex!: SearchIndex;

	// What the reader did.
	/** What a link shares. */
	#link = $state.raw<Permalink>(HOME);
	/** The stretch of time in view, frame by frame; null is all of it. The link has it at rest, in whole days. */
	#span = $state.raw<Span | null>(null);
	#opened = $state.raw<ReadonlySet<string>>(new Set());
	/** Counts the acts that Back undoes: the address bar pushes where it grew. */
	#acts = $state.raw(0);
	/** To write it replaces what lay there; to lay something over the page is an act. */
	over = $state.raw<Over | null>(null);
	/** One line about what could not be done, for the reader. */
	notice = $state.raw('');
	/** What of the address was not understood. */
	unread = $state.raw<readonly Unread[]>([]);

	// What follows.
	readonly permalink = $derived(this.#link);
	readonly filter = $derived(this.#link.filter);
	readonly span = $derived(this.#span);
	readonly restedSpan = $derived(this.#link.span);
	readonly trueScale = $derived(this.#link.trueScale);
	readonly known = $derived(this.#link.known);
	readonly byKnown = $derived(this.#link.byKnown);
	readonly asOf = $derived(this.#link.asOf);
	readonly step = $derived.by(() => this.whole.story.find(({ id }) => id === this.#link.step) ?? null);
	readonly acts = $derived(this.#acts);
	readonly opened = $derived([...this.#opened]);
	/** Everything the page shows comes from here, so that nothing younger than the day can be shown. */
	readonly dataset = $derived.by(() =>
		this.asOf === null ? this.whole : toDataset(recordsAsOf(this.whole.records, this.asOf)),
	);
	/** What a search finds; null where nothing is searched for, or not yet. */
	readonly hits = $derived.by(() => this.searchIndex.hits(this.filter.query, this.dataset));
	/** Words to mark wherever they stand. */
	readonly words = $derived(this.hits?.words ?? new Set<string>());
	readonly #found = $derived(this.hits?.found ?? null);
	readonly #passes = $derived.by(() => passes(this.filter, this.#found));
	readonly passing = $derived.by(() => this.dataset.events.filter(this.#passes));
	readonly counts = $derived.by(() => counts(this.dataset.events, this.filter, this.#found));
	readonly tally = $derived.by(() => tally(this.whole.events, this.dataset.events, this.passing, this.restedSpan));
	/** Days on which something became public, in time order. */
	readonly news = $derived.by(() => publicDays(this.whole));
	readonly chosen = $derived.by(() => this.dataset.event.get(this.#link.chosen ?? '') ?? null);
	/** An event is open to be read, below the chart; the story shows its events on the chart. */
	readonly isReading = $derived.by(() => this.chosen !== null && this.step === null);
	/** The address names an event that nobody could know of on the day the page is turned to. */
	readonly chosenTooEarly = $derived(this.#link.chosen !== null && !this.chosen);
	/** What the record shows: what passes, and the chosen event even where filters hold it back. */
	readonly shown = $derived.by(() => this.dataset.events.filter((e) => this.#passes(e) || e === this.chosen));
	readonly chapters = $derived.by(() => inChapters(this.dataset.chapters, this.shown, this.byKnown));
	/** The quote the source stands at. */
	readonly quote = $derived.by(
		(): Quote | null => this.dataset.quote.get(this.#link.passage ?? '') ?? this.chosen?.quotes[0] ?? null,
	);
	/** What is read beside the record: never a document that has nothing to do with the chosen event, unless asked for. */
	readonly document = $derived.by(() => {
		const { documents } = this.dataset;
		const named = documents.get(this.#link.source ?? this.quote?.source ?? '');
		return named ?? (this.chosen ? null : ([...documents.values()][0] ?? null));
	});

	constructor(whole: Dataset) {
		this.whole = whole;
		this.searchIndex = new SearchIndex(whole);
	}
	isOpen({ id }: TimelineEvent) {
		return this.#opened.has(id);
	}
	isHeldBack(event: TimelineEvent) {
		return !this.#passes(event);
	}

	/** Whatever else the reader turns to ends the story there. */
	set(change: Partial<Permalink>) {
		const link = this.#link;
		const isSame = formatPermalink({ ...link, ...change, step: null }) === formatPermalink({ ...link, step: null });
		this.#link = { ...link, step: isSame ? link.step : null, ...change };
	}
	/** Turns the page to a step of the story, or from it to the whole case. */
	tell(step: Step | null) {
		this.act(step ? stepLink(step, this.whole) : HOME);
		this.#open(this.#link);
	}
	/** A change that Back undoes. */
	act(change: Partial<Permalink> = {}) {
		this.#acts++;
		this.set(change);
	}
	/**
	 * Turns the page to what an address says, at once.
	 * @param opened events that were open besides
	 * @returns when what it searches for is found, or is not to come
	 */
	follow(search: string, opened: readonly string[] = []): Promise<void> {
		const { link, unread } = parsePermalink(search, this.whole);
		this.notice = '';
		this.unread = unread;
		this.#link = link;
		this.#open(link, opened);
		return link.filter.query ? this.searchIndex.load() : Promise.resolve();
	}
	#open({ span, chosen }: Permalink, opened: Iterable<string> = []) {
		this.#span = span;
		const coming = [...opened, ...(chosen ? [chosen] : [])];
		if (coming.length) this.#opened = new Set([...this.#opened, ...coming]);
	}
	/** Turns everything to one event, and the source to one of its quotes. */
	choose(id: string, passage: string | null = null) {
		if (id === this.#link.chosen && passage === this.#link.passage && this.#opened.has(id)) return;
		const { when } = this.whole.event.get(id)!;
		const { span } = this.#link;
		// Its mark is in view.
		const isBeyond = span !== null && (when.end <= span.start || when.start >= span.end);
		if (isBeyond) this.#span = null;
		this.act({ chosen: id, passage, source: null, span: isBeyond ? null : span });
		this.#opened = new Set([...this.#opened, id]);
	}
	/** Turns to another event without a step of its own: what lies over the page stays, and shows that one. */
	walk(id: string, passage: string | null = null) {
		this.set({ chosen: id, passage, source: null });
	}
	lay(over: Over) {
		if (this.over === over) return;
		this.#acts++;
		this.over = over;
	}
	/** Takes away what lies over the page; with its card an event is no longer chosen. */
	lower() {
		const { chosen } = this.#link;
		if (this.over === 'card' && chosen) this.close(chosen);
		this.over = null;
	}
	/** Turns to another document; an address names it only where the quote would not lead there. */
	read(source: string) {
		if (!source || source === this.document?.source.id) return;
		this.act({ source: null });
		if (source !== this.document?.source.id) this.set({ source });
	}
	openAll() {
		this.#opened = new Set(this.dataset.event.keys());
	}
	closeAll() {
		this.#opened = new Set();
	}
	close(id: string) {
		this.#opened = new Set([...this.#opened].filter((other) => other !== id));
		if (this.#link.chosen === id) this.act({ chosen: null, passage: null, source: null });
	}
	/** How many events some values of a facet stand for together. */
	countOf(facet: Facet, values: readonly string[]) {
		return countOfAny(this.dataset.events, this.filter, this.#found, facet, values);
	}
	press(facet: Facet, ...values: readonly string[]) {
		this.act({ filter: toggled(this.filter, facet, values) });
	}
	showContext(context: boolean) {
		this.act({ filter: { ...this.filter, context } });
	}
	/** Shows a stretch of time while a gesture lasts. */
	show(span: Span | null) {
		this.#span = span;
	}
	/** The gesture is over: the view keeps whole days. */
	rest() {
		this.#span = this.#span && daysWithin(this.#span, this.whole.extent);
		this.set({ span: this.#span });
	}
	/**
	 * Turns the page to what could be read on a day. Going into the past and coming back are acts; moving in it is
	 * not.
	 */
	readAsOf(asOf: number | null) {
		if ((asOf === null) !== (this.asOf === null)) this.#acts++;
		this.set({ asOf });
	}
	/** Searches as the reader types; an act of its own makes it a step. */
	search(query: string) {
		if (query) void this.searchIndex.load();
		this.set({ filter: { ...this.filter, query: query.slice(0, LONGEST_QUERY) } });
	}
	clear() {
		if (!isEverything(this.filter)) this.act({ filter: EVERYTHING });
	}
}

export const [getTimeline, setTimeline] = createContext<Timeline>();
