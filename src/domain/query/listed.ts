/** The list of search results: for words the lines that have them, for a date the events on it and around it. */
import type { Dataset, TimelineEvent } from '../model/dataset.ts';
import { meets, type When } from '../model/when.ts';
import { highlight, snippet, termsOf, type Slice } from './highlight.ts';
import { beneath } from './search-fields.ts';

/** A line of a result that shows where in the event the words are. */
export interface Line {
	readonly where: string;
	readonly slices: readonly Slice[];
}

const MOST_LINES = 2;
/** Characters shown on each side of the words found: about two lines of the list. */
const REACH = 75;

const hitsOf = (slices: readonly Slice[]) => slices.filter((slice) => slice.hit).flatMap(({ text }) => termsOf(text));
/** Whether a term is a form of a known one: forms of a word share their beginning. */
const isAmong = (terms: readonly string[]) => (term: string) =>
	terms.some((known) => known.startsWith(term) || term.startsWith(known));

/** Lines with words that neither the title nor an earlier line has; if the title has all, the first line with any. */
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

/** Events whose titles have the words first, then the others. */
export const inOrder = (events: readonly TimelineEvent[], words: ReadonlySet<string>): readonly TimelineEvent[] => {
	const says = new Set(events.filter((e) => highlight(e.title, words).some((slice) => slice.hit)));
	return [...says, ...events.filter((e) => !says.has(e))];
};

/** Whether an event certainly began within a date. */
const isOn = ({ when, coverage }: TimelineEvent, date: When) =>
	when.from !== null && when.start >= date.start && (coverage === 'within' ? when.end : when.from.end) <= date.end;

/** Events whose dates overlap a date: `on` certainly began then; `about` were going on or may have happened then. */
export function around(events: readonly TimelineEvent[], date: When) {
	const met = events.filter(({ when }) => meets(when, date));
	return { on: met.filter((e) => isOn(e, date)), about: met.filter((e) => !isOn(e, date)) };
}
