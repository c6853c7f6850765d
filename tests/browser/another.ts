/** Another case, built with the same code from other data. */
import { builtFrom } from './built.ts';
import { readCase } from './facts.ts';

const CASE = 'tests/case';
const { event, events, source, textOf: readText } = readCase(CASE);
export const { discrepancies, theCase } = readCase(CASE);
export const numberOfEvents = events.length;
export const titleOf = (id: string) => event(id).title;
export const textOf = (id: string) => readText(source(id));
/** Quotes of a source in text order; of two with the same start, the longer comes first. */
export const quotesOf = (id: string) =>
	events
		.flatMap((e) => e.quotes.map((q) => ({ ...q, event: e.id, start: textOf(id).indexOf(q.exact) })))
		.filter((q) => q.source === id)
		.sort((a, b) => a.start - b.start || b.exact.length - a.exact.length);

export const test = builtFrom('fountain', CASE);
