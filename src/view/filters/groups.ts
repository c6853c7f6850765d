/** The groups of the result list: for words the events; for a date the events on it and around it, and suggestions. */
import type { TimelineEvent } from '../../domain/model/dataset.ts';
import { DAY, formatDay, lastDay, meets, whenWords, type When } from '../../domain/model/when.ts';
import { around, inOrder } from '../../domain/query/listed.ts';
import type { Timeline } from '../../state/timeline.svelte.ts';
import { many } from '../shared/many.ts';
import { turnTo } from '../shared/navigate.ts';

/** An option other than an event, such as showing a date on the chart. */
interface Suggestion {
	readonly words: string;
	readonly beside?: string;
	readonly go: () => void;
}
export interface Group {
	readonly name: string;
	readonly events: readonly TimelineEvent[];
	/** Number of further events, which are not listed. */
	readonly more: number;
	readonly suggestions: readonly Suggestion[];
}

/** Events listed of a group; the record shows all. */
const MOST = 8;
/** Time shown on both sides of a day. */
const NEAR = 2 * DAY;

const eventsGroup = (name: string, events: readonly TimelineEvent[]): Group => ({
	name,
	events: events.slice(0, MOST),
	more: Math.max(0, events.length - MOST),
	suggestions: [],
});
const suggestionsGroup = (name: string, suggestions: readonly Suggestion[]): Group => ({
	name,
	events: [],
	more: 0,
	suggestions,
});

const inWords = (when: When) => whenWords(when).date;
const precisionOf = ({ from }: When) => from!.precision;

/** The date searched for; null where the query means none or several. */
export function dateOf({ hits }: Timeline): When | null {
	const { dates } = hits!;
	return dates.length === 1 ? dates[0]! : null;
}

/** Suggestions for a date: to show it on the chart, or to go to the past as of its last day. */
function suggestionsFor(timeline: Timeline, date: When): readonly Suggestion[] {
	const { extent } = timeline.whole;
	const precision = precisionOf(date);
	const near = precision === 'day' ? NEAR : 0;
	const until = Math.min(lastDay(date), lastDay(extent));
	const show = () => {
		timeline.show({
			start: Math.max(date.start - near, extent.start),
			end: Math.min(date.end + near, extent.end),
		});
		timeline.rest();
		document.querySelector('.chart')?.scrollIntoView({ block: 'nearest' });
	};
	const asOf = { words: `As of ${formatDay(until)}`, go: () => turnTo(timeline, until) };
	return [{ words: `Show this ${precision} on the chart`, go: show }, ...(until === timeline.asOf ? [] : [asOf])];
}

/** Heading of the events around a date: they were going on then, or their day is not known. */
function aboutWords(about: readonly TimelineEvent[], date: When): string {
	const isOpen = (e: TimelineEvent) => e.coverage === 'within';
	if (!about.some(isOpen)) return 'Going on';
	const unknown = `${precisionOf(date)} not known`;
	return about.every(isOpen) ? unknown.replace(/^./, (letter) => letter.toUpperCase()) : `Going on, or ${unknown}`;
}

/** @param settle called with the query for the date chosen among several */
export function groupsOf(timeline: Timeline, settle: (query: string) => void): readonly Group[] {
	const { hits, dataset, passing, words } = timeline;
	const { dates } = hits!;
	const date = dateOf(timeline);
	if (!dates.length) return [eventsGroup('Events', inOrder(passing, words))];
	if (!date) {
		const suggestions = dates.map((when): Suggestion => {
			const { length } = dataset.events.filter((e) => meets(e.when, when));
			return { words: inWords(when), beside: many(length, 'event'), go: () => settle(inWords(when)) };
		});
		return [suggestionsGroup('Which date is meant', suggestions)];
	}
	const { on, about } = around(passing, date);
	const precision = precisionOf(date);
	return [
		eventsGroup(`${precision === 'day' ? 'On' : 'In'} this ${precision}`, on),
		eventsGroup(aboutWords(about, date), about),
		suggestionsGroup('This date', suggestionsFor(timeline, date)),
	].filter((group) => group.events.length + group.suggestions.length > 0);
}

/** Heading of the list: what was searched for, and how much was found. */
export function headOf(timeline: Timeline): readonly [strong: string, rest: string] {
	const { query } = timeline.filter;
	const { length } = timeline.passing;
	const date = dateOf(timeline);
	if (date) return [inWords(date), length ? '· read as a date' : '· no event'];
	if (timeline.hits!.dates.length) return [query, '· which date is meant?'];
	return length
		? [many(length, 'event'), `${length === 1 ? 'speaks' : 'speak'} of “${query}”`]
		: ['No event', `speaks of “${query}”`];
}
