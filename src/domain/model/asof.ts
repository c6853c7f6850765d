/** The case as it could be read at the end of a day: whatever rests on something younger is held back. */
import type { Dataset, Document, Quote, TimelineEvent } from './dataset.ts';
import { readableSince } from './known.ts';
import type { DisputeRecord, StatusRecord } from './records.ts';
import { readWhen } from './when.ts';

const since = (status: StatusRecord) => readWhen(status.since).start;

/** Of those on whose word an operation rests, the ones who had spoken: who gave no status of their own is counted with the last. */
function speakers({ attributedBy, status }: TimelineEvent, day: number): readonly string[] | undefined {
	const last = Math.max(...status.map(since));
	return attributedBy?.filter((id) => {
		const own = status.filter((s) => s.by === id).map(since);
		return Math.min(...(own.length ? own : [last])) <= day;
	});
}

/** @param day epoch ms of its midnight, UTC @returns a dataset in which nothing but title, deck and chapters is younger */
export function asOf(dataset: Dataset, day: number): Dataset {
	const readable = new Set([...dataset.source.values()].filter((s) => readableSince(s) <= day).map((s) => s.id));
	const rests = ({ references }: { readonly references: readonly string[] }) =>
		references.every((id) => readable.has(id));
	const stands = ({ source }: { readonly source: string }) => readable.has(source);
	const known = new Set(dataset.events.filter((e) => e.known <= day).map((e) => e.id));

	const quoteThen = (q: Quote): Quote => ({ ...q, discrepancies: q.discrepancies.filter(rests) });
	const quote = new Map(
		[...dataset.quote.values()].filter((q) => stands(q) && known.has(q.event)).map((q) => [q.id, quoteThen(q)]),
	);
	/** One account alone is no dispute. */
	const disputes = dataset.disputes
		.map((d): DisputeRecord => ({
			...d,
			accounts: d.accounts.filter(rests),
			events: d.events.filter((e) => known.has(e)),
		}))
		.filter((d) => d.accounts.length > 1 && d.events.length > 0);
	const events = dataset.events
		.filter((e) => known.has(e.id))
		.map(({ publicOn, ...e }): TimelineEvent => {
			const status = e.status.filter((s) => since(s) <= day);
			const attributedBy = speakers(e, day);
			return {
				...e,
				status,
				standing: [...status].sort((a, b) => since(a) - since(b)).at(-1)!,
				...(attributedBy && { attributedBy }),
				named: [...new Set([...e.agencies, ...(attributedBy ?? [])])],
				quotes: e.quotes.flatMap((q) => quote.get(q.id) ?? []),
				references: e.references.filter(stands),
				later: e.later.filter(rests),
				...(e.notes && { notes: e.notes.filter(rests) }),
				follows: e.follows.filter((id) => known.has(id)),
				followedBy: e.followedBy.filter((id) => known.has(id)),
				disputes: disputes.filter((d) => d.events.includes(e.id)),
				corrections: e.corrections.filter((c) => readWhen(c.date).start <= day),
				...(publicOn && (!publicOn.source || readable.has(publicOn.source)) && { publicOn }),
			};
		});
	const documentThen = (held: Document): Document => ({
		...held,
		quotes: held.quotes.flatMap((p) => {
			const of = quote.get(p.of.id);
			return of ? [{ ...p, of }] : [];
		}),
		discrepancies: held.discrepancies.filter((p) => rests(p.of)),
		omissions: held.omissions.filter(rests),
	});
	return {
		...dataset,
		events,
		event: new Map(events.flatMap((e) => [e.id, ...(e.aliases ?? [])].map((id) => [id, e] as const))),
		quote,
		documents: new Map(
			[...dataset.documents].filter(([id]) => readable.has(id)).map(([id, held]) => [id, documentThen(held)]),
		),
		disputes,
		changes: dataset.changes.filter((c) => readWhen(c.date).start <= day),
	};
}

/** What a day brought: events that became public on it, and sources that could be read from then on. */
export interface News {
	readonly day: number;
	readonly events: number;
	readonly sources: number;
}

/** The days of the extent on which something became public, in time order. */
export function publicDays({ events, source, extent }: Dataset): News[] {
	const days = new Map<number, { events: number; sources: number }>();
	const on = (day: number, what: 'events' | 'sources') => {
		if (day < extent.start || day >= extent.end) return;
		const news = days.get(day) ?? { events: 0, sources: 0 };
		news[what]++;
		days.set(day, news);
	};
	for (const e of events) on(e.known, 'events');
	for (const s of source.values()) on(readableSince(s), 'sources');
	return [...days].map(([day, news]) => ({ day, ...news })).sort((a, b) => a.day - b.day);
}

/** "3 events and 2 sources" */
export function newsWords({ events, sources }: Pick<News, 'events' | 'sources'>): string {
	const many = (n: number, one: string) => (n ? [`${n} ${one}${n === 1 ? '' : 's'}`] : []);
	return [...many(events, 'event'), ...many(sources, 'source')].join(' and ');
}
