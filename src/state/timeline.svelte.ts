/** What the reader can do. */
import { createContext } from 'svelte';
import type { Step } from '../domain/model/dataset.ts';
import { daysWithin, type Span } from '../domain/model/when.ts';
import { EVERYTHING, isEverything, toggled, type Facet } from '../domain/query/filter.ts';
import {
	formatPermalink,
	HOME,
	LONGEST_QUERY,
	parsePermalink,
	stepLink,
	type Permalink,
} from '../domain/query/permalink.ts';
import { Reading, type Over } from './reading.svelte.ts';

export class Timeline extends Reading {
	/** Whatever else the reader turns to ends the story there, and a drag of the date. */
	set(change: Partial<Permalink>) {
		const link = this.link;
		const isSame = formatPermalink({ ...link, ...change, step: null }) === formatPermalink({ ...link, step: null });
		this.link = { ...link, step: isSame ? link.step : null, ...change };
		this.dragged = null;
	}
	/** Turns the page to a step of the story, or from it to the whole case. */
	tell(step: Step | null) {
		this.navigate(step ? stepLink(step, this.whole) : HOME);
		this.#open(this.link);
	}
	/** A change that Back undoes. */
	navigate(change: Partial<Permalink> = {}) {
		this.navigationCount++;
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
		this.link = link;
		this.dragged = null;
		this.#open(link, opened);
		return link.filter.query ? this.searchIndex.load() : Promise.resolve();
	}
	#open({ span, chosen }: Permalink, opened: Iterable<string> = []) {
		this.spanInView = span;
		const coming = [...opened, ...(chosen ? [chosen] : [])];
		if (coming.length) this.openedIds = new Set([...this.openedIds, ...coming]);
	}
	/** Turns everything to one event, and the source to one of its quotes. */
	choose(id: string, passage: string | null = null) {
		if (id === this.link.chosen && passage === this.link.passage && this.openedIds.has(id)) return;
		const { when } = this.whole.event.get(id)!;
		const { span } = this.link;
		// Its mark is in view.
		const isBeyond = span !== null && (when.end <= span.start || when.start >= span.end);
		if (isBeyond) this.spanInView = null;
		this.navigate({ chosen: id, passage, source: null, span: isBeyond ? null : span });
		this.openedIds = new Set([...this.openedIds, id]);
	}
	/** Turns to another event without a step of its own: what lies over the page stays, and shows that one. */
	walk(id: string, passage: string | null = null) {
		this.set({ chosen: id, passage, source: null });
	}
	lay(over: Over) {
		if (this.over === over) return;
		this.navigationCount++;
		this.over = over;
	}
	/** Takes away what lies over the page; with its card an event is no longer chosen. */
	lower() {
		const { chosen } = this.link;
		if (this.over === 'card' && chosen) this.close(chosen);
		this.over = null;
	}
	/** Turns to another document; an address names it only where the quote would not lead there. */
	read(source: string) {
		if (!source || source === this.document?.source.id) return;
		this.navigate({ source: null });
		if (source !== this.document?.source.id) this.set({ source });
	}
	openAll() {
		this.openedIds = new Set(this.dataset.event.keys());
	}
	closeAll() {
		this.openedIds = new Set();
	}
	close(id: string) {
		this.openedIds = new Set([...this.openedIds].filter((other) => other !== id));
		if (this.link.chosen !== id) return;
		// Beside it.
		if (this.over === 'use') this.over = null;
		this.navigate({ chosen: null, passage: null, source: null });
	}
	press(facet: Facet, ...values: readonly string[]) {
		this.navigate({ filter: toggled(this.filter, facet, values) });
	}
	showContext(context: boolean) {
		this.navigate({ filter: { ...this.filter, context } });
	}
	/** Shows a stretch of time while a gesture lasts. */
	show(span: Span | null) {
		this.spanInView = span;
	}
	/** The gesture is over: the view keeps whole days. */
	rest() {
		this.spanInView = this.spanInView && daysWithin(this.spanInView, this.whole.extent);
		this.set({ span: this.spanInView });
	}
	/**
	 * Turns the page to what could be read on a day. Going into the past and coming back are acts; moving in it is
	 * not.
	 */
	readAsOf(asOf: number | null) {
		if ((asOf === null) !== (this.asOf === null)) this.navigationCount++;
		this.set({ asOf });
	}
	/** Searches as the reader types; an act of its own makes it a step. */
	search(query: string) {
		if (query) void this.searchIndex.load();
		this.set({ filter: { ...this.filter, query: query.slice(0, LONGEST_QUERY) } });
	}
	clear() {
		if (!isEverything(this.filter)) this.navigate({ filter: EVERYTHING });
	}
}

export const [getTimeline, setTimeline] = createContext<Timeline>();
