/** What a screen reader says of marks, clusters and threads. */
import type { Dataset, TimelineEvent } from '../../domain/model/dataset.ts';
import { STATUSES } from '../../domain/model/vocabulary.ts';
import { formatDay, formatWhen, lastDay } from '../../domain/model/when.ts';

/** "title, date in words, agencies, status, n quotes" */
export function markName({ agency }: Dataset, e: TimelineEvent): string {
	const agencies = e.named.map((id) => agency.get(id)!.short).join(', ');
	const quotes = `${e.quotes.length} ${e.quotes.length === 1 ? 'quote' : 'quotes'}`;
	return [e.title, formatWhen(e.when, e.extent), agencies, STATUSES[e.standing.kind].name.toLowerCase(), quotes].join(
		', ',
	);
}

/** "3 events, 29 October 2020 to 31 October 2020" @param start of the first @param end of the last: epoch ms, half-open */
export function clusterName(count: number, start: number, end: number): string {
	const [first, last] = [formatDay(start), formatDay(lastDay({ start, end }))];
	return `${count} events, ${first === last ? first : `${first} to ${last}`}`;
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

/** A number that fits a cluster: 999, 12k, 3M. What a screen reader says is exact. */
export const short = (n: number) =>
	n < 1000 ? String(n) : n < 999_500 ? `${Math.round(n / 1000)}k` : `${Math.round(n / 1_000_000)}M`;
