/** Accessible names of marks, clusters and threads. */
import type { Dataset, TimelineEvent } from '../../domain/model/dataset.ts';
import { formatDay, formatWhen, lastDay } from '../../domain/model/when.ts';
import { many } from '../shared/many.ts';

/**
 * "label: title, date in words, agencies, status, n quotes"; without a quote "n sources, words cited" or "n sources".
 * The visible label comes first, so that users of speech input can say it (WCAG 2.5.3, Label in Name).
 */
export function markName({ agency, vocabulary }: Dataset, e: TimelineEvent): string {
	const agencies = e.named.map((id) => agency.get(id)!.short);
	const status = vocabulary.statuses.get(e.currentStatus.kind)!.name.toLowerCase();
	const carriers = e.quotes.length
		? [many(e.quotes.length, 'quote')]
		: [many(e.sources.length, 'source'), ...(e.words.length ? ['words cited'] : [])];
	return [`${e.label}: ${e.title}`, formatWhen(e.when, e.coverage), ...agencies, status, ...carriers].join(', ');
}

/** "28 September 2020 · Police, with Fire Brigade", shown under the short name of an event. */
export function aboutWords({ agency }: Dataset, { when, coverage, agencies }: TimelineEvent): string {
	const [first, ...others] = agencies.map((id) => agency.get(id)!.short);
	const who = first && (others.length ? `${first}, with ${others.join(', ')}` : first);
	return [formatWhen(when, coverage), who].filter(Boolean).join(' · ');
}

/**
 * "3 events, 29 October 2020 to 31 October 2020, Police"
 * @param start start of the first event: epoch ms
 * @param end end of the last event: epoch ms, exclusive
 * @param lane name of its lane, or of the side above the axis
 */
export function clusterName(count: number, start: number, end: number, lane: string): string {
	const [first, last] = [formatDay(start), formatDay(lastDay({ start, end }))];
	return `${count} events, ${first === last ? first : `${first} to ${last}`}, ${lane}`;
}

/** "Answers: …; answered by: …" */
export function threadWords({ event }: Dataset, { title, follows, followedBy }: TimelineEvent): string {
	const titles = (ids: readonly string[]) => ids.map((id) => event.get(id)!.title).join('; ');
	const parts = [
		follows.length && `answers: ${titles(follows)}`,
		followedBy.length && `answered by: ${titles(followedBy)}`,
	].filter(Boolean);
	return parts.length ? `${title}: ${parts.join('. ')}.` : '';
}

/** A number short enough for a cluster: 999, 12k, 3M. Its accessible name has the exact number. */
export const short = (n: number) =>
	n < 1000 ? String(n) : n < 999_500 ? `${Math.round(n / 1000)}k` : `${Math.round(n / 1_000_000)}M`;
