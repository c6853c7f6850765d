/** A few facts about the reader, and everything that follows from them. */
import { createContext } from 'svelte';
import { asOf } from '../domain/model/asof.ts';
import type { Dataset, Quote, TimelineEvent } from '../domain/model/dataset.ts';
import {
	counts,
	facets,
	isEverything,
	passes,
	tally,
	toggled,
	EVERYTHING,
	type Facet,
	type Filter,
} from '../domain/query/filter.ts';
import { HOME, parsePermalink, unreadWords, type Permalink } from '../domain/query/permalink.ts';
import { wholeDays, type Span } from '../domain/model/when.ts';
import { Finder } from './finder.svelte.ts';

const NO_SEARCH = 'The search could not be loaded. Look at your connection and type again.';
const NO_WORDS: ReadonlySet<string> = new Set();

export class Timeline {
	/** The whole case; what the page may show of it is `dataset`. */
	readonly whole!: Dataset;

	// What the reader does. One field per speed of change.
	#filter = $state.raw<Filter>(EVERYTHING);
	#chosen = $state.raw<string | null>(null);
	#passage = $state.raw<string | null>(null);
	#source = $state.raw<string | null>(null);
	/** The stretch of time in view, frame by frame; null is all of it. */
	#span = $state.raw<Span | null>(null);
	/** The same at rest, in whole days: what is counted and what a link keeps. */
	#rested = $state.raw<Span | null>(null);
	#trueScale = $state.raw(false);
	#known = $state.raw(false);
	#byKnown = $state.raw(false);
	/** The day as of which the page is read: epoch ms of its midnight, UTC; null is today. */
	#asOf = $state.raw<number | null>(null);
	/** The scale is being switched: marks may glide. */
	isSwitching = $state.raw(false);
	#opened = $state.raw<ReadonlySet<string>>(new Set());
	/** Counts the acts that Back undoes: the address bar pushes where it grew. */
	#acts = $state.raw(0);
	readonly #finder = new Finder();
	/** One line about what could not be done, for the reader. */
	notice = $state.raw('');

	// What follows.
	/** Everything the page shows comes from here, so that nothing younger than the day can be shown. */
	dataset = $derived.by(() => (this.#asOf === null ? this.whole : asOf(this.whole, this.#asOf)));
	#search = $derived.by(() => this.#finder.of(this.dataset));
	#hits = $derived(this.#filter.query && this.#search ? this.#search(this.#filter.query) : null);
	/** Folded words to mark wherever they stand. */
	words = $derived(this.#hits?.words ?? NO_WORDS);
	passing = $derived.by(() => this.dataset.events.filter(passes(this.#filter, this.#hits?.found ?? null)));
	counts = $derived.by(() => {
		const found = this.#hits?.found ?? null;
		return Object.fromEntries(facets.map((f) => [f, counts(this.dataset.events, this.#filter, found, f)])) as Record<
			Facet,
			ReadonlyMap<string, number>
		>;
	});
	tally = $derived.by(() => tally(this.whole.events.length, this.dataset.events, this.passing, this.#rested));
	chosen = $derived.by(() => this.dataset.event.get(this.#chosen ?? '') ?? null);
	/** What the record shows: what passes, and the chosen event even where filters hold it back. */
	shown = $derived.by(() => {
		const passing = new Set(this.passing.map((e) => e.id));
		return this.dataset.events.filter((e) => passing.has(e.id) || e.id === this.#chosen);
	});
	/** The record: chapters with their events, by when they happened or by when they became public. */
	chapters = $derived.by(() => {
		const at = (e: TimelineEvent) => (this.#byKnown ? e.known : e.when.start);
		const events = this.#byKnown ? [...this.shown].sort((a, b) => a.known - b.known) : this.shown;
		return this.dataset.chapters
			.map((chapter) => ({ chapter, events: events.filter((e) => at(e) >= chapter.start && at(e) < chapter.end) }))
			.filter((c) => c.events.length > 0);
	});
	/** The quote the source stands at. */
	quote = $derived.by(
		(): Quote | null => this.dataset.quote.get(this.#passage ?? '') ?? this.chosen?.quotes[0] ?? null,
	);
	document = $derived.by(
		() =>
			this.dataset.documents.get(this.#source ?? this.quote?.source ?? '') ??
			[...this.dataset.documents.values()][0] ??
			null,
	);

	get filter() {
		return this.#filter;
	}
	get span() {
		return this.#span;
	}
	get restedSpan() {
		return this.#rested;
	}
	get trueScale() {
		return this.#trueScale;
	}
	get known() {
		return this.#known;
	}
	get byKnown() {
		return this.#byKnown;
	}
	get asOf() {
		return this.#asOf;
	}
	get acts() {
		return this.#acts;
	}
	get permalink(): Permalink {
		return {
			filter: this.#filter,
			chosen: this.#chosen,
			passage: this.#passage,
			source: this.#source,
			span: this.#rested,
			asOf: this.#asOf,
			trueScale: this.#trueScale,
			known: this.#known,
			byKnown: this.#byKnown,
		};
	}
	/** The address names an event that nobody could know of on the day the page is turned to. */
	get chosenTooEarly() {
		return this.#chosen !== null && !this.chosen;
	}
	isOpen = (event: TimelineEvent) => this.#opened.has(event.id);
	isHeldBack = ({ id }: TimelineEvent) => !this.passing.some((e) => e.id === id);

	constructor(dataset: Dataset) {
		this.whole = dataset;
	}

	/** Turns the page to what an address says. */
	async follow(search: string) {
		const { link, unread } = parsePermalink(search, this.whole);
		this.notice = unreadWords(unread, this.whole);
		if (link.filter.query) await this.learnToSearch();
		this.#filter = link.filter;
		this.#chosen = link.chosen;
		this.#passage = link.passage;
		this.#source = link.source;
		this.#span = this.#rested = link.span;
		this.#asOf = link.asOf;
		this.#trueScale = link.trueScale;
		this.#known = link.known;
		this.#byKnown = link.byKnown;
		if (link.chosen) this.#opened = new Set([...this.#opened, link.chosen]);
	}
	/** Turns everything to one event, and the source to one of its quotes. */
	choose = (id: string, passage: string | null = null) => {
		if (id === this.#chosen && passage === this.#passage && this.#opened.has(id)) return;
		this.#acts++;
		this.#chosen = id;
		this.#passage = passage;
		this.#source = null;
		this.#opened = new Set([...this.#opened, id]);
	};
	/** Turns to another document; an address names it only where the quote would not lead there. */
	read = (source: string) => {
		if (source === this.document?.source.id) return;
		this.#acts++;
		this.#source = null;
		if (source !== this.document?.source.id) this.#source = source;
	};
	openAll = () => {
		this.#opened = new Set(this.dataset.events.map((e) => e.id));
	};
	closeAll = () => {
		this.#opened = new Set();
	};
	close = (id: string) => {
		this.#opened = new Set([...this.#opened].filter((other) => other !== id));
		if (this.#chosen !== id) return;
		this.#acts++;
		this.#chosen = this.#passage = this.#source = null;
	};
	press = (facet: Facet, value: string) => {
		this.#acts++;
		this.#filter = toggled(this.#filter, facet, value);
	};
	showContext = (context: boolean) => {
		this.#acts++;
		this.#filter = { ...this.#filter, context };
	};
	/** Shows a stretch of time while a gesture lasts. */
	show = (span: Span | null) => {
		this.#span = span;
	};
	/** The gesture is over: the view keeps whole days, and all of the extent is null. */
	rest = () => {
		const { extent } = this.dataset;
		const days = this.#span && wholeDays(this.#span);
		const all = !days || (days.start <= extent.start && days.end >= extent.end);
		this.#span = this.#rested = all
			? null
			: { start: Math.max(days.start, extent.start), end: Math.min(days.end, extent.end) };
	};
	turnScale = (trueScale: boolean) => {
		this.#trueScale = trueScale;
		this.isSwitching = true;
		setTimeout(() => (this.isSwitching = false), 250);
	};
	showKnown = (known: boolean) => {
		this.#known = known;
	};
	orderBy = (byKnown: boolean) => {
		this.#acts++;
		this.#byKnown = byKnown;
	};
	/** Turns the page to what could be read on a day. Going into the past and coming back are acts; moving in it is not. */
	readAsOf = (day: number | null) => {
		if ((day === null) !== (this.#asOf === null)) this.#acts++;
		this.#asOf = day;
	};
	/** Searches as the reader types; `keep` makes it a step that Back undoes. */
	search = (query: string) => {
		if (query) void this.learnToSearch();
		this.#filter = { ...this.#filter, query };
	};
	keep = () => {
		this.#acts++;
	};
	clear = () => {
		if (isEverything(this.#filter)) return;
		this.#acts++;
		this.#filter = HOME.filter;
	};

	/** Makes the search ready, or says that it could not be had. */
	learnToSearch = async () => {
		try {
			await this.#finder.learn(this.dataset);
			if (this.notice === NO_SEARCH) this.notice = '';
		} catch {
			this.notice = NO_SEARCH;
		}
	};
}

export const [getTimeline, setTimeline] = createContext<Timeline>();
