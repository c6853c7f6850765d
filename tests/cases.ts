/** Cases with any number of events, made from ours: the page must work for one event and for hundreds. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DataFiles } from '../tools/validate/schema.ts';
import { random } from './seeded.ts';
import { summaryText } from '../src/domain/model/sentences.ts';

const root = join(import.meta.dirname, '..');
type Event = DataFiles['events']['events'][number];
type Source = DataFiles['sources']['sources'][number];

const DATA = 'src/data';
function readFiles(of: string): DataFiles {
	const names = readdirSync(join(root, of, DATA)).filter((name) => name.endsWith('.json'));
	const read = (name: string): unknown => JSON.parse(readFileSync(join(root, of, DATA, name), 'utf8'));
	return Object.fromEntries(names.map((name) => [basename(name, '.json'), read(name)])) as unknown as DataFiles;
}

/** Changes the files of a case. @param texts path → text of additional documents */
export type Change = (files: DataFiles, texts: Map<string, string>) => void;

/** Writes a changed copy of a case into a folder. @param of folder of the case, relative to the repository */
export function writeCase(folder: string, change: Change, of = '.'): void {
	const files = readFiles(of);
	const texts = new Map<string, string>();
	change(files, texts);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(join(folder, DATA), { recursive: true });
	for (const [name, data] of Object.entries(files))
		writeFileSync(join(folder, DATA, `${name}.json`), JSON.stringify(data));
	for (const { file } of files.sources.sources) {
		if (!file || !existsSync(join(root, of, file))) continue;
		mkdirSync(join(folder, dirname(file)), { recursive: true });
		cpSync(join(root, of, file), join(folder, file));
	}
	for (const [file, text] of texts) {
		mkdirSync(join(folder, dirname(file)), { recursive: true });
		writeFileSync(join(folder, file), text);
	}
}

/** A case of n events: some of the existing ones if they are enough, else all and later copies in other words. */
export function makeCase(folder: string, n: number, of = '.'): void {
	const change = (files: DataFiles) => {
		const all = [...files.events.events];
		if (n < all.length) keepOnly(files, n);
		const words = wordsOf(all);
		for (let i = all.length; i < n; i++) addCopy(files, all[i % all.length]!, Math.floor(i / all.length), words);
	};
	writeCase(folder, change, of);
}

/** Keeps n events, the first with a quote and a dispute, and only the other entries that they need. */
function keepOnly(files: DataFiles, n: number) {
	const { events, people, disputes, sources, agencies, discrepancies, changes } = files;
	const isDisputed = (e: Event) => disputes.disputes.some((d) => d.events.includes(e.id));
	const first = events.events.find((e) => e.quotes.length && isDisputed(e));
	if (!first) throw new Error('No event has both a quote and a dispute, so there is none to make a small case from.');
	const kept = new Set([...new Set([first, ...events.events])].slice(0, n));
	const ids = new Set([...kept].map((e) => e.id));
	const held = new Set([...kept].flatMap((e) => e.quotes.map((q) => q.source)));

	events.events = events.events
		.filter((e) => kept.has(e))
		.map((e) => ({ ...e, follows: e.follows.filter((id) => ids.has(id)) }));
	people.people = people.people.filter((p) => [...kept].some((e) => e.actors.includes(p.id)));
	disputes.disputes = disputes.disputes
		.map((d) => ({ ...d, events: d.events.filter((id) => ids.has(id)) }))
		.filter((d) => d.events.length);
	discrepancies.discrepancies = discrepancies.discrepancies.filter((d) => held.has(d.source));
	discrepancies.omissions = discrepancies.omissions.filter((o) => held.has(o.source));
	changes.changes = changes.changes.filter((c) => c.events.every((id) => ids.has(id)));
	// Every id is a complete string, so references are found in any field.
	const words = JSON.stringify([events, people, disputes, discrepancies]).split('"');
	const needed = new Set(words);
	for (let known = 0; known < needed.size;) {
		known = needed.size;
		for (const s of sources.sources) if (needed.has(s.id) && s.origin) needed.add(s.origin);
	}
	sources.sources = sources.sources.filter((s) => needed.has(s.id));
	agencies.agencies = agencies.agencies.filter((a) => [...kept].some((e) => involves(e, a.id)));
	// Sentences of the case may mention removed events.
	delete files.case.lead;
	delete files.case.story;
	delete files.case.annotations;
	// Two chapters, because the page cannot read a single one that is open at both ends.
	if (n === 1) files.case.chapters = files.case.chapters.slice(0, 2).map((c, i) => (i ? { ...c, to: '..' } : c));
}
const involves = (e: Event, agency: string) =>
	[...e.agencies, ...(e.attributedBy ?? []), ...e.status.map((s) => s.by)].includes(agency);

/** Copies an event with its own sources and disputes. @param k number of the copy, and of the days that it is later */
function addCopy({ events, sources, disputes }: DataFiles, of: Event, k: number, words: Words) {
	const copied = (id: string) => `${id}-copy-${k}`;
	const say = otherWords(words, `${of.id}${k}`);
	const ids = new Set(events.events.map((e) => e.id));
	const sourceOf = (id: string) => sources.sources.find((s) => s.id === id)!;
	const own = new Set(of.references.map((r) => r.source).filter((id) => !sourceOf(id).file));
	// No status is older than the event.
	const since = (s: Event['status'][number]) => notBefore(later(of.when, k), s.since);
	// Held sources keep their dates, so a later event needs a later source as well.
	const young: Source[] = own.size
		? []
		: [
				{
					...{ id: `${copied(of.id)}-source`, title: say(of.title), publisher: 'The Gazette' },
					...{ type: 'news', standing: 'press', published: since(of.status[0]!) },
					url: `https://example.org/${copied(of.id)}`,
				},
			];
	sources.sources.push(...young);
	const citing = <T extends { source?: string }>(c: T): T =>
		own.has(c.source!) ? { ...c, source: copied(c.source!) } : c;
	const spoken = ({ words }: Event['references'][number]) =>
		words && { words: words.map((w) => ({ ...w, text: say(w.text) })) };
	const sentence = (s: Event['later'][number]) => ({
		...s,
		...(s.references && { references: s.references.map((id) => (own.has(id) ? copied(id) : id)) }),
		says: say(s.says),
	});

	/** Sources dated only by month do not move, so the sentence rests on all sources of the event. */
	const ofAll = ({ says }: Event['later'][number]) => ({ says: say(says), basis: 'event' as const });

	for (const s of [...own].map(sourceOf)) {
		const copy: Source = { ...s, id: copied(s.id), title: say(s.title) };
		if (s.published) copy.published = later(s.published, k);
		if (s.url) copy.url = `${s.url}?${copied('')}`;
		if (!sources.sources.some((other) => other.id === copy.id)) sources.sources.push(copy);
	}
	events.events.push({
		...of,
		aliases: [],
		id: copied(of.id),
		title: say(of.title),
		label: say(of.label),
		summary: typeof of.summary === 'string' ? say(of.summary) : of.summary.map((s, i) => (i ? sentence(s) : ofAll(s))),
		when: later(of.when, k),
		status: of.status.map((s) => ({ ...s, since: since(s) })),
		quotes: of.quotes.map((q) => ({ ...q, id: copied(q.id) })),
		references: [
			...of.references.map((r) => ({ ...citing(r), establishes: say(r.establishes), ...spoken(r) })),
			...young.map((s) => ({ source: s.id, establishes: s.title })),
		],
		later: of.later.map((l) => ({ ...l, says: say(l.says) })),
		follows: of.follows.map((id) => (ids.has(copied(id)) ? copied(id) : id)),
		...(of.publicOn && { publicOn: { ...citing(of.publicOn), date: later(of.publicOn.date, k) } }),
	});
	for (const d of disputes.disputes.filter(({ events: [first] }) => first === of.id)) {
		const accounts = d.accounts.map((a) => ({ ...a, says: say(a.says) }));
		disputes.disputes.push({ ...d, id: copied(d.id), question: say(d.question), events: [copied(of.id)], accounts });
	}
}

/** Moves every day of an EDTF text by some days; months, seasons and years stay. */
const later = (when: string, days: number) =>
	when.replace(/\d{4}-\d\d-\d\d/g, (day) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10));

const notBefore = (when: string, day: string) => {
	const [first] = /\d{4}-\d\d-\d\d/.exec(when) ?? [''];
	return day < first ? first : day;
};

/** Words by their length. */
type Words = ReadonlyMap<number, readonly string[]>;
function wordsOf(events: readonly Event[]): Words {
	const words = new Map<number, string[]>();
	for (const word of events.flatMap((e) => summaryText(e).match(/\p{L}{3,}/gu) ?? []))
		words.set(word.length, [...(words.get(word.length) ?? []), word]);
	return words;
}

/** Replaces words by others of the same length: exact copies would compress better than any real case. */
function otherWords(words: Words, seed: string) {
	const next = random(Array.from(seed).reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) | 0, 7));
	return (text: string) =>
		text.replace(/\p{L}{3,}/gu, (word) => {
			const alike = words.get(word.length) ?? [];
			return alike[Math.floor(next() * alike.length)] ?? word;
		});
}
