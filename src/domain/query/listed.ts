/** What a search found, as it is listed: for words the lines they are in, for a date what was on it and around it. */
import type { Dataset, TimelineEvent } from '../model/dataset.ts';
import { meets, type When } from '../model/when.ts';
import { highlight, snippet, termsOf, type Slice } from './highlight.ts';
import { beneath } from './search-fields.ts';

/** A line that says where an event was found. */
export interface Line {
	readonly where: string;
	readonly slices: readonly Slice[];
}

const MOST_LINES = 2;
/** Letters beside the words found: two lines of the list. */
const REACH = 75;

const hitsOf = (slices: readonly Slice[]) => slices.filter((slice) => slice.hit).flatMap(({ text }) => termsOf(text));
/** Forms of one word begin alike. */
const isAmong = (terms: readonly string[]) => (term: string) =>
	terms.some((known) => known.startsWith(term) || term.startsWith(known));

/** Lines with words that neither the title nor a line before has; the first line with any where the title has all. */
export function linesOf(e: TimelineEvent, words: ReadonlySet<string>, dataset: Dataset): readonly Line[] {
	const seen = hitsOf(highlight(e.title, words));
	const hit = beneath(e, dataset).flatMap(({ where, text }) => {
		const slices = snippet(text, words, REACH);
		return slices ? [{ where, slices }] : [];
	});
	const lines = hit.filter(({ slices }) => {
		const terms = hitsOf(slices);
		const isNew = !terms.every(isAmong(seen));
		if (isNew) seen.push(...terms);
		return isNew;
	});
	return lines.length ? lines.slice(0, MOST_LINES) : hit.slice(0, 1);
}

/** Those whose titles have the words come first. */
export const inOrder = (events: readonly TimelineEvent[], words: ReadonlySet<string>): readonly TimelineEvent[] => {
	const says = new Set(events.filter((e) => highlight(e.title, words).some((slice) => slice.hit)));
	return [...says, ...events.filter((e) => !says.has(e))];
};

/** Whether what happened is known to have begun within a date, rather than perhaps. */
const isOn = ({ when, extent }: TimelineEvent, date: When) =>
	when.from !== null && when.start >= date.start && (extent === 'within' ? when.end : when.from.end) <= date.end;

/** Events whose dates meet a date: those that began on it, and those that went on or may have been then. */
export function around(events: readonly TimelineEvent[], date: When) {
	const met = events.filter(({ when }) => meets(when, date));
	return { on: met.filter((e) => isOn(e, date)), about: met.filter((e) => !isOn(e, date)) };
}
