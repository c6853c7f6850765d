/** When the public could know of an event: the rules of "known since". */
import type { EventRecord, Source } from './records.ts';
import { carriers } from './support.ts';
import { DAY, lastDay, readWhen, type When } from './when.ts';

/**
 * The day from which a source is surely public (epoch ms of its midnight, UTC): its latest possible date. Null for an
 * undated source.
 */
export const publicDay = ({ published }: Pick<Source, 'published'>): number | null =>
	published === undefined ? null : lastDay(readWhen(published));

/**
 * The day from which a source can be read (epoch ms of its midnight, UTC): the day it was public or, if undated, the
 * latest day on which it may have come to be held here. Infinity where neither is known.
 */
export function readableSince(source: Pick<Source, 'published' | 'heldSince'>): number {
	const day = publicDay(source);
	if (day !== null) return day;
	return source.heldSince === undefined ? Infinity : lastDay(readWhen(source.heldSince));
}

/**
 * The earliest day on which a source of the event was public, but never before the event's own earliest day.
 * `publicOn` overrides it. Infinity where no source is dated.
 */
export function knownSince(
	{ publicOn, quotes, references }: Pick<EventRecord, 'publicOn' | 'quotes' | 'references'>,
	when: When,
	sources: ReadonlyMap<string, Source>,
): number {
	if (publicOn) return readWhen(publicOn.date).start;
	const days = carriers({ quotes, references }).map((id) => publicDay(sources.get(id)!) ?? Infinity);
	return Math.max(Math.min(...days), when.start);
}

/** Days from an event until it became public, as a range; min equals max where both days are known exactly. */
export function delay(
	{ coverage }: Pick<EventRecord, 'coverage'>,
	when: When,
	known: number,
): { min: number; max: number } {
	// An event that lasted is counted from its end, which may itself be known only to the month.
	const happened = coverage === 'throughout' && when.to && known >= when.to.start ? when.to : when;
	const days = (from: number) => Math.max(0, Math.round((known - from) / DAY));
	return { min: days(lastDay(happened)), max: days(happened.start) };
}

/** "the same day", "1 day later", "383 to 413 days later", "at most 13 days later". */
export function delayWords(event: Pick<EventRecord, 'coverage'>, when: When, known: number): string {
	const { min, max } = delay(event, when, known);
	const unit = max === 1 ? 'day' : 'days';
	if (max === 0) return 'the same day';
	if (event.coverage === 'throughout' && when.to && known < when.to.start)
		return known === when.start ? 'the same day' : 'while it went on';
	if (min === max) return `${max} ${unit} later`;
	return min === 0 ? `at most ${max} ${unit} later` : `${min} to ${max} ${unit} later`;
}

/** "public 379 days later"; '' where it is not known when the event became public. */
export const publicDelay = (event: Pick<EventRecord, 'coverage'> & { readonly when: When; readonly known: number }) =>
	Number.isFinite(event.known) ? `public ${delayWords(event, event.when, event.known)}` : '';

/** `delayWords` for narrow places: "the same day", "379 days", "383–413 days". */
export const delayBrief = (...about: Parameters<typeof delayWords>) =>
	delayWords(...about)
		.replace(' to ', '–')
		.replace(/ later$/, '');
