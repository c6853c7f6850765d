/** Sentences of the page made from numbers and records. */
import { changeDate } from '../../domain/model/changes.ts';
import { countsOn, type News } from '../../domain/model/asof.ts';
import { formatDay } from '../../domain/model/when.ts';
import type { Dataset, TimelineEvent } from '../../domain/model/dataset.ts';
import type { ChangeRecord } from '../../domain/model/records.ts';
import type { Tally } from '../../domain/query/filter.ts';
import type { Scene } from '../../layout/scene.ts';
import { PARAMETERS, type Unread } from '../../domain/query/permalink.ts';
import { many } from './many.ts';

/** "3 events and 2 sources" */
export function newsWords({ events, sources }: Pick<News, 'events' | 'sources'>): string {
	return [events && many(events, 'event'), sources && many(sources, 'source')].filter(Boolean).join(' and ');
}

/** "Became public that day: a title; 13 sources."; or that nothing did. */
export function publicWords(events: readonly Pick<TimelineEvent, 'title'>[], sources: number): string {
	const all = [...events.map((e) => e.title), ...(sources ? [many(sources, 'source')] : [])];
	return all.length ? `Became public that day: ${all.join('; ')}.` : 'Nothing became public that day.';
}

/** "31 of 43 events · 24 in view, 7 outside · 12 hidden by filters", and as of a date "· 5 not yet public" */
export function tallyWords({ total, inView, outside, filteredOut, notYet }: Tally): string {
	return [
		`${inView + outside} of ${many(total, 'event')}`,
		...(outside ? [`${inView} in view, ${outside} outside`] : []),
		...(filteredOut ? [`${filteredOut} hidden by filters`] : []),
		...(notYet ? [`${notYet} not yet public`] : []),
	].join(' · ');
}

/** "31 of 43": the events that filters let through, of those that are public on the day. */
export const leftWords = ({ total, filteredOut, notYet }: Tally) =>
	`${total - notYet - filteredOut} of ${total - notYet}`;

/** "23 events of this record were public; 7 others had begun and were not yet public." */
export function countsWords({ known, secret }: ReturnType<typeof countsOn>): string {
	const were = (n: number) => (n === 1 ? 'was' : 'were');
	const begun = secret ? `${many(secret, 'other')} had begun and ${were(secret)} not yet public` : 'no other had begun';
	return `${many(known, 'event')} of this record ${were(known)} public; ${begun}.`;
}
/**
 * The same with its day: "On 22 October 2020, 23 events …"
 * @param events of the whole record
 * @param day epoch ms, UTC
 */
export const onDayWords = (events: Parameters<typeof countsOn>[0], day: number) =>
	`On ${formatDay(day)}, ${countsWords(countsOn(events, day))}`;

/** "A, B and C" */
const listed = (words: readonly string[]) =>
	words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}` : words.join('');

/** A sentence about the lanes that a step of the story leaves out. */
export function restWords(
	{ helped, silent, span }: Pick<Scene, 'helped' | 'silent' | 'span'>,
	name: (lane: number) => string,
	asOf: number | null,
): string {
	const [helping, others] = [helped.map(name), silent.map(name)];
	const all = [...helped, ...silent].sort((a, b) => a - b);
	if (!span) return all.length ? `Left out here: ${all.map(name).join(', ')}.` : '';
	const then = asOf === null ? '' : `, as far as was public on ${formatDay(asOf)}`;
	return [
		...(helping.length ? [`${listed(helping)} took part in what others did.`] : []),
		...(others.length ? [`Nothing of their own on these days${then}: ${others.join(', ')}.`] : []),
	].join(' ');
}

/** "The event “old-id” is no longer in the record. 1 December 2026: It was entered twice. …" */
const retiredWords = (id: string, change: ChangeRecord) =>
	`The event “${id}” is no longer in the record. ${changeDate(change)}: ${change.what} ${change.why}`;

/** What happened to a retired event that an address names, and which parts of the address were not understood. */
export function unreadWords(unread: readonly Unread[], { retired }: Pick<Dataset, 'retired'>): string {
	const gone = unread.find(([parameter, value]) => parameter === 'e' && retired.has(value))?.[1];
	const list = unread
		// Do not also report a quote of the retired event.
		.filter(([parameter]) => gone === undefined || (parameter !== 'e' && parameter !== 'p'))
		.map(([name, value]) => `${PARAMETERS.get(name)!} “${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`);
	return [
		...(gone === undefined ? [] : [retiredWords(gone, retired.get(gone)!)]),
		...(list.length ? [`Part of this link was not understood and is left out: ${list.join(', ')}.`] : []),
	].join(' ');
}

/** A sentence about filters that no event passes together. @param names at least one */
export function exclusionWords(names: readonly string[]): string {
	const [last, rest] = [names.at(-1)!, names.slice(0, -1)];
	if (rest.length === 0) return `No event passes ${last}.`;
	if (rest.length === 1) return `No event passes both ${rest[0]!} and ${last}.`;
	return `No event passes ${rest.join(', ')} and ${last} together.`;
}
