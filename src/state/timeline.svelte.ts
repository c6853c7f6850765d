/** The reader's actions. */
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
	/** Changes the link. Any change ends the current step of the story, and a drag of the date. */
	set(change: Partial<Permalink>) {
		const link = this.link;
		const isSame = formatPermalink({ ...link, ...change, step: null }) === formatPermalink({ ...link, step: null });
		this.link = { ...link, step: isSame ? link.step : null, ...change };
		this.dragged = null;
	}
	/** Shows a step of the story, or, with null, the whole case. */
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
	 * Shows what an address says, at once.
	 * @param opened ids of events to open in addition
	 * @returns resolves when its search has been done or has failed
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
	/** Chooses an event and opens it, with the source at one of its quotes. */
	choose(id: string, passage: string | null = null) {
		if (id === this.link.chosen && passage === this.link.passage && this.openedIds.has(id)) return;
		const { when } = this.whole.event.get(id)!;
		const { span } = this.link;
		// Bring its mark into view.
		const isBeyond = span !== null && (when.end <= span.start || when.start >= span.end);
		if (isBeyond) this.spanInView = null;
		this.navigate({ chosen: id, passage, source: null, span: isBeyond ? null : span });
		this.openedIds = new Set([...this.openedIds, id]);
	}
	/** Chooses another event without a history entry; a layer over the page stays, and shows that event. */
	walk(id: string, passage: string | null = null) {
		this.set({ chosen: id, passage, source: null });
	}
	lay(over: Over) {
		if (this.over === over) return;
		this.navigationCount++;
		this.over = over;
	}
	/** Removes the layer over the page. Removing its card also deselects the event. */
	lower() {
		const { chosen } = this.link;
		if (this.over === 'card' && chosen) this.close(chosen);
		this.over = null;
	}
	/** Shows another document. The address names it only where the quote would not lead there anyway. */
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
		// The panel "Use" is shown beside the event.
		if (this.over === 'use') this.over = null;
		this.navigate({ chosen: null, passage: null, source: null });
	}
	press(facet: Facet, ...values: readonly string[]) {
		this.navigate({ filter: toggled(this.filter, facet, values) });
	}
	showContext(context: boolean) {
		this.navigate({ filter: { ...this.filter, context } });
	}
	/** Shows a period during a gesture. */
	show(span: Span | null) {
		this.spanInView = span;
	}
	/** Ends a gesture: the period is rounded to whole days and stored in the link. */
	rest() {
		this.spanInView = this.spanInView && daysWithin(this.spanInView, this.whole.extent);
		this.set({ span: this.spanInView });
	}
	/**
	 * Shows the case as of a day. Going into the past and coming back to today add history entries; moving within the
	 * past does not.
	 */
	readAsOf(asOf: number | null) {
		if ((asOf === null) !== (this.asOf === null)) this.navigationCount++;
		this.set({ asOf });
	}
	/** Searches as the reader types, without a history entry; `navigate()` adds one when the search is confirmed. */
	search(query: string) {
		if (query) void this.searchIndex.load();
		this.set({ filter: { ...this.filter, query: query.slice(0, LONGEST_QUERY) } });
	}
	clear() {
		if (!isEverything(this.filter)) this.navigate({ filter: EVERYTHING });
	}
}

export const [getTimeline, setTimeline] = createContext<Timeline>();
