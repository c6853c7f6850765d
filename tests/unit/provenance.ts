/** Records in which every string is marked with the day since which it was readable, from the records alone. */
import type { Dataset } from '../../src/domain/model/dataset.ts';
import { readableSince } from '../../src/domain/model/known.ts';
import type { Records } from '../../src/domain/model/records.ts';
import { DAY, readWhen } from '../../src/domain/model/when.ts';

/** Fields that hold a date or a value of a fixed list. */
const PLAIN = new Set('kind tier extent when since date published heldSince type standing'.split(' '));
/** Fields whose parts may have several sources, and need only one of them. */
const EITHER = new Set('summary later people aliases born charged'.split(' '));
const SELECTOR = new Set(['exact', 'prefix', 'suffix']);
const MARK = /⟦(\S+?)⟧/g;

/** The latest day in the marks of a string, which may consist of several marked ones. */
const latest = (text: string) => Math.max(0, ...[...text.matchAll(MARK)].map(([, day]) => Number(day)));

/** Every string in a value, at any depth, including keys. */
export function strings(from: unknown, all = new Set<string>(), seen = new Set<unknown>()): Set<string> {
	if (typeof from === 'string') all.add(from);
	if (typeof from !== 'object' || from === null || seen.has(from)) return all;
	seen.add(from);
	const keys: readonly unknown[] =
		from instanceof Map ? [...(from as Map<unknown, unknown>).keys()] : Array.isArray(from) ? [] : Object.keys(from);
	const parts: readonly unknown[] =
		from instanceof Map || from instanceof Set ? [...from.values()] : Object.values(from);
	for (const part of [...keys, ...parts]) strings(part, all, seen);
	return all;
}

type Part = Readonly<Record<string, unknown>>;
const texts = (value: unknown) => [value].flat().filter((v) => typeof v === 'string');

/**
 * Gives the event with the most sources a part of every kind for every source, also of kinds that this record has
 * none of.
 */
function withEverything({ events, people, sources }: Records): Pick<Records, 'events' | 'people'> {
	const first = events.reduce((a, b) => (b.references.length > a.references.length ? b : a));
	const one = sources.map((s) => ({ says: s.title, references: [s.id] }));
	const either = sources.map((s, i) => ({ says: `Or ${s.title}`, references: [s.id, sources.at(i - 1)!.id] }));
	const grounds = [{ says: 'Of the event.', basis: 'event' as const }];
	const everybody = either.map(({ references }, i): Records['people'][number] => ({
		...{ id: `somebody-${i}`, name: `Name ${i}`, kind: 'person', role: `Role ${i}`, references },
		aliases: either.map((s) => ({ name: `${s.says} ${i}`, references: s.references })).slice(i % 5, (i % 5) + 3),
		born: { when: '1970', references },
		charged: { references },
	}));
	const full = {
		...first,
		/** Name of a field that the model does not have. */
		further: one,
		actors: [...first.actors, ...everybody.map((p) => p.id)],
		summary: [...grounds, ...either.map((s) => ({ ...s, says: `First ${s.says}` }))],
		later: [...first.later, ...grounds, ...one, ...either],
		references: first.references.map((r) => ({ ...r, words: [{ text: `Words of ${r.source}`, by: 'Somebody' }] })),
	};
	return { events: events.map((e) => (e === first ? full : e)), people: [...people, ...everybody] };
}

/**
 * @returns the records so marked, since when a string in them could be read, and the days on which they change, with the
 * days before those
 */
export function marked(records: Records, { agency, event, source }: Dataset) {
	const readable = (id: string) => readableSince(source.get(id)!);
	const past = (date: string) => readWhen(date).start;
	const known = (id: string) => event.get(id)?.known ?? 0;
	/** Ids are marked everywhere with the day since which their entry could be known. */
	const ids = new Map<string, string>();
	const { events, people } = withEverything(records);
	const soonest = (list: readonly string[], since = known) => (list.length ? Math.min(...list.map(since)) : 0);
	const namedBy = (id: string) => events.filter((e) => e.actors.includes(id)).map((e) => e.id);
	/** For a person, the day since which both the name and an event that names them were readable. */
	const persons = new Map(
		people.map(({ id, references }) => {
			const day = Math.max(soonest(namedBy(id)), soonest(references, readable));
			return [id, { day, text: `${id}⟦${day}⟧` }];
		}),
	);
	for (const { id } of source.values()) ids.set(id, `${id}⟦${readable(id)}⟧`);
	for (const id of event.keys()) ids.set(id, `${id}⟦${known(id)}⟧`);

	const ground = (part: Part, name: string) =>
		EITHER.has(name)
			? soonest(texts(part['references']), readable)
			: Math.max(
					...[part['source'], part['references']].flatMap(texts).map(readable),
					...[part['since'], part['date']].flatMap(texts).map(past),
				);
	/** Days of quotes: their words cannot be marked, because they must be found unchanged in the text. */
	const quoted = new Map<string, number>();
	/** Every part also gets a field that the model does not have. */
	function mark<T>(part: T, day: number, name?: string): T;
	function mark(part: unknown, day: number, name = ''): unknown {
		if (typeof part === 'string') {
			if (SELECTOR.has(name)) quoted.set(part, Math.min(day, quoted.get(part) ?? Infinity));
			const isPlain = PLAIN.has(name) || SELECTOR.has(name) || agency.has(part);
			if (name === 'actors') return persons.get(part)!.text;
			return ids.get(part) ?? (isPlain ? part : `${part}⟦${day}⟧`);
		}
		if (Array.isArray(part)) return part.map((p: unknown) => mark(p, day, name));
		if (typeof part !== 'object' || part === null) return part;
		const own = Math.max(day, ground(part as Part, name));
		const fields = Object.entries({ ...part, unheard: `of ${name}` }).map(([field, of]) => [
			field,
			mark(of, own, field),
		]);
		return Object.fromEntries(fields) as unknown;
	}
	const second = (accounts: readonly Part[]) => accounts.map((a) => ground(a, '')).sort((a, b) => a - b)[1]!;
	const marks: Records = {
		...records,
		events: events.map((e) => {
			const whole = Math.max(known(e.id), ...[...e.quotes, ...e.references].map((r) => readable(r.source)));
			// A later remark without its own sources rests on all sources of the event.
			const later = e.later.map((l) => mark(l, l.references ? known(e.id) : whole, 'later'));
			return { ...mark(e, known(e.id)), later };
		}),
		people: people.map((p) => ({ ...mark(p, persons.get(p.id)!.day, 'people'), id: persons.get(p.id)!.text })),
		sources: records.sources.map((s) => mark(s, readable(s.id))),
		discrepancies: mark(records.discrepancies, 0),
		omissions: mark(records.omissions, 0),
		disputes: records.disputes.map((d) => mark(d, Math.max(second(d.accounts as never), soonest(d.events)))),
		changes: records.changes.map((c) => mark(c, soonest(c.events))),
		texts: Object.fromEntries(
			Object.entries(records.texts).map(([id, text]) => [ids.get(id)!, `${text}\n⟦${readable(id)}⟧`]),
		),
	};
	const since = (text: string) => Math.max(latest(text), quoted.get(text) ?? 0);
	const changing = [...strings(marks)].map(since).filter((day) => day > 0 && day < Infinity);
	return { marks, since, days: [...new Set(changing.flatMap((day) => [day - DAY, day]))].sort((a, b) => a - b) };
}
