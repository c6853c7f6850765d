/**
 * The records as they could be read at the end of a day. Everything that rests on a later source is left out here,
 * before anything is derived from the records.
 */
import type { Dataset, TimelineEvent } from './dataset.ts';
import { knownSince, readableSince } from './known.ts';
import { narrowedTo } from './narrative.ts';
import type { EventRecord, Records, SentenceRecord, Source } from './records.ts';
import { carriers } from './support.ts';
import { lastDay, readWhen, type Span } from './when.ts';

/**
 * The agencies on whose word an event rests that had spoken by the day. One without a status of its own counts as
 * having spoken with the last status.
 */
function speakers({ attributedBy, status }: EventRecord, isPast: (date: string) => boolean) {
	return attributedBy?.filter((id) => {
		const own = status.filter((s) => s.by === id);
		return own.length ? own.some((s) => isPast(s.since)) : status.every((s) => isPast(s.since));
	});
}

/** Fields whose parts need only one of their references, since each reference alone states the whole part. */
const EITHER: ReadonlySet<string> = new Set(['summary', 'later', 'aliases', 'born', 'charged']);

/** @param day epoch ms of its midnight, UTC @returns the records; title, deck, chapters and agencies stay today's */
export function recordsAsOf(records: Records, day: number): Records {
	const source = new Map(records.sources.map((s) => [s.id, s]));
	const sources = records.sources.filter((s) => readableSince(s) <= day);
	const readable = new Set(sources.map((s) => s.id));
	const isReadable = (id: string) => readable.has(id);
	const isPast = (date: string) => readWhen(date).start <= day;
	const isKnown = (e: EventRecord) => knownSince(e, readWhen(e.when), source) <= day;
	const unknown = new Set(
		records.events.filter((e) => !isKnown(e)).flatMap(({ id, aliases = [] }) => [id, ...aliases]),
	);
	const known = (ids: readonly string[]) => ids.filter((id) => !unknown.has(id));

	/** Field that names what a part of the records rests on → whether that was readable by the day. */
	const RESTS: Readonly<Record<string, (value: never) => boolean>> = {
		source: isReadable,
		references: (ids: readonly string[]) => ids.every(isReadable),
		since: isPast,
		date: isPast,
	};
	/** @param either one readable reference is enough; a part with none rests on what contains it */
	const isFree = (part: unknown, either: boolean) =>
		typeof part !== 'object' ||
		part === null ||
		Object.entries(part).every(([name, value]) =>
			name === 'references' && either
				? !(value as string[]).length || (value as string[]).some(isReadable)
				: (RESTS[name]?.(value as never) ?? true),
		);
	/**
	 * A copy without the parts, at any depth, that rest on something later. Generic, so that it also covers fields
	 * added to the model in future.
	 */
	function then<T>(value: T, either = false): T {
		if (typeof value !== 'object' || value === null) return value;
		if (Array.isArray(value))
			return value.filter((part) => isFree(part, either)).map((part: unknown) => then(part, either)) as T;
		const fields = Object.entries(value).flatMap(([name, part]: [string, unknown]) => {
			if (name === 'references' && either) return [[name, (part as string[]).filter(isReadable)]];
			return isFree(part, EITHER.has(name)) ? [[name, then(part, EITHER.has(name))]] : [];
		});
		return Object.fromEntries(fields) as T;
	}

	/** A later finding without a source of its own is shown only when all sources of its event are readable. */
	const isSaid = (e: EventRecord) => (s: SentenceRecord) => !!s.references || carriers(e).every(isReadable);
	const named = new Set(records.events.filter(isKnown).flatMap((e) => e.actors));
	const people = then(records.people, true).filter((p) => named.has(p.id));
	const isNamed = new Set(people.map((p) => p.id));

	const events = records.events.filter(isKnown).map((e): EventRecord => {
		const { publicOn, ...rest } = then(e);
		const attributedBy = speakers(e, isPast);
		return {
			...rest,
			follows: known(e.follows),
			actors: rest.actors.filter((id) => isNamed.has(id)),
			later: rest.later.filter(isSaid(e)),
			...(attributedBy && { attributedBy }),
			// Where the reason rests on a later source, the date alone stays: it decides since when the event is known.
			...(e.publicOn && { publicOn: publicOn ?? { date: e.publicOn.date } }),
		};
	});
	const hidden = new Set(records.sources.filter((s) => !isReadable(s.id)).flatMap((s) => [s.id, s.title]));
	const visible = (name = '') => (hidden.has(name) ? '' : name);
	const sourceThen = ({ origin, copyOf, ...s }: Source): Source => ({
		...s,
		...(visible(origin) && { origin: origin! }),
		...(visible(copyOf) && { copyOf: copyOf! }),
	});
	return {
		...records,
		case: narrowedTo(records.case, (id) => !unknown.has(id)),
		events,
		people,
		sources: sources.map((s) => sourceThen(then(s))),
		discrepancies: then(records.discrepancies),
		omissions: then(records.omissions),
		// A dispute needs at least two accounts.
		disputes: then(records.disputes)
			.map((d) => ({ ...d, events: known(d.events) }))
			.filter((d) => d.accounts.length > 1 && d.events.length > 0),
		changes: then(records.changes)
			.filter((c) => !c.events.length || known(c.events).length)
			.map((c) => ({ ...c, events: known(c.events) })),
		texts: Object.fromEntries(Object.entries(records.texts).filter(([id]) => isReadable(id))),
	};
}

/** What became public on a day: how many events, and how many sources became readable. */
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

/** Events that became public on a day. */
export const newOn = ({ events }: Pick<Dataset, 'events'>, day: number) => events.filter((e) => e.known === day);

/** How many events were public on a day, and how many had begun but were not yet public. */
export const countsOn = (events: readonly Pick<TimelineEvent, 'when' | 'known'>[], day: number) => ({
	known: events.filter((e) => e.known <= day).length,
	secret: events.filter((e) => e.when.start <= day && e.known > day).length,
});

/** The first day on which (public events) × (events begun but not public) is largest; null if always 0. */
export function fullestDay(events: readonly Pick<TimelineEvent, 'when' | 'known'>[], extent: Span): number | null {
	// The numbers change on these days only.
	const days = [...new Set(events.flatMap((e) => [e.when.start, e.known]))].sort((a, b) => a - b);
	let most = 0;
	let fullest: number | null = null;
	for (const day of days) {
		if (day < extent.start || day >= extent.end) continue;
		const { known, secret } = countsOn(events, day);
		if (known * secret <= most) continue;
		[most, fullest] = [known * secret, day];
	}
	return fullest;
}

/** The first day of knowledge shown: the one that the case sets, else the fullest, else the last day with news. */
export function openingDay(dataset: Dataset): number {
	const { events, extent, case: record } = dataset;
	if (record.asofStart !== undefined) return readWhen(record.asofStart).start;
	return fullestDay(events, extent) ?? publicDays(dataset).at(-1)?.day ?? lastDay(extent);
}
