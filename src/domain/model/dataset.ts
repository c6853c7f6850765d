/**
 * Records → Dataset: everything derived from the records that does not depend on the reader's choices. The records
 * must have passed the check.
 */
import { overlapping, paragraphAt, paragraphs, placed, type Paragraph, type Placed } from '../evidence/document.ts';
import { knownSince } from './known.ts';
import { plain, phrasesOf, type Phrase, type StepRecord } from './narrative.ts';
import type { PersonRecord } from './people.ts';
import type {
	Agency,
	CaseRecord,
	ChangeRecord,
	ChapterRecord,
	DiscrepancyRecord,
	DisputeRecord,
	EventRecord,
	OmissionRecord,
	QuoteRecord,
	Records,
	SentenceRecord,
	Side,
	Source,
	StatusRecord,
	WordsRecord,
} from './records.ts';
import { sentencesOf } from './sentences.ts';
import { carriers, families } from './support.ts';
import { vocabularyOf, type Vocabulary } from './vocabulary.ts';
import { readWhen, whenWords, type Span, type When } from './when.ts';

/** A quote with the event that it supports (id) and the label of the paragraph it is in. */
export interface Quote extends QuoteRecord {
	readonly event: string;
	readonly paragraph: string;
	readonly discrepancies: readonly Discrepancy[];
}

/** A discrepancy with its number among the document's notes and the label of its paragraph. */
export interface Discrepancy extends DiscrepancyRecord {
	readonly number: number;
	readonly paragraph: string;
}

/** Words cited, with the id of their source. They cannot be checked here, so they never count as proven or unproven. */
export interface WordsCited extends WordsRecord {
	readonly source: string;
}

export interface TimelineEvent extends Omit<EventRecord, 'when' | 'quotes' | 'summary'> {
	readonly when: When;
	readonly quotes: readonly Quote[];
	readonly summary: readonly SentenceRecord[];
	/** Words cited, in the order of the event's references. */
	readonly words: readonly WordsCited[];
	/** Side of the axis, which follows from the kind. */
	readonly side: Side;
	/** Day from which the public could know of it: epoch ms of its midnight, UTC; Infinity where not known. */
	readonly known: number;
	/** The status that holds now: the latest. */
	readonly currentStatus: StatusRecord;
	/** Sources that it quotes or refers to, each once. */
	readonly sources: readonly Source[];
	/** Ids of agencies that acted, or on whose word it rests; the facet Agency filters by these. */
	readonly named: readonly string[];
	readonly followedBy: readonly string[];
	/** Index in time order, from 0. */
	readonly rank: number;
	readonly disputes: readonly DisputeRecord[];
	/** Its corrections, in file order. */
	readonly corrections: readonly ChangeRecord[];
}

export interface Chapter extends Span, Pick<ChapterRecord, 'id' | 'title'> {
	/** "January – 19 October 2020" */
	readonly words: string;
}

/** A step of the story, with its placeholders filled in. */
export interface Step extends StepRecord {
	readonly phrases: readonly Phrase[];
}

/** A source that is quoted, with its text. */
export interface Document {
	readonly source: Source;
	readonly text: string;
	readonly paragraphs: readonly Paragraph[];
	/** In text order; of two that begin at the same place, the longer first. */
	readonly quotes: readonly Placed<Quote>[];
	readonly discrepancies: readonly Placed<Discrepancy>[];
	readonly omissions: readonly OmissionRecord[];
	/** All quotes that events take from it, found or not; `quotes` has only those found. */
	readonly claimed: readonly QuoteRecord[];
}

export interface Dataset {
	/** The records that all of this is derived from. */
	readonly records: Records;
	readonly version: string;
	readonly case: CaseRecord;
	readonly vocabulary: Vocabulary;
	readonly extent: When;
	readonly agencies: readonly Agency[];
	readonly agency: ReadonlyMap<string, Agency>;
	/** Only those that an event names. */
	readonly people: readonly PersonRecord[];
	readonly person: ReadonlyMap<string, PersonRecord>;
	/** In time order: by earliest day, within one day in file order. */
	readonly events: readonly TimelineEvent[];
	/** Id or former id → event. */
	readonly event: ReadonlyMap<string, TimelineEvent>;
	readonly quote: ReadonlyMap<string, Quote>;
	readonly source: ReadonlyMap<string, Source>;
	/** Source id → its number in the list of all sources, from 1. */
	readonly number: ReadonlyMap<string, number>;
	/** Source id → its family: sources that derive from one another, which count as one in support. */
	readonly family: ReadonlyMap<string, string>;
	readonly chapters: readonly Chapter[];
	readonly documents: ReadonlyMap<string, Document>;
	readonly disputes: readonly DisputeRecord[];
	/** The finding in one sentence; null where the case has none. */
	readonly lead: readonly Phrase[] | null;
	readonly story: readonly Step[];
	/** Event id → the few words shown beside it in the chart. */
	readonly annotation: ReadonlyMap<string, string>;
	readonly changes: readonly ChangeRecord[];
	/** Retired event id → the change that says what happened to it. */
	readonly retired: ReadonlyMap<string, ChangeRecord>;
}

type Quoted = QuoteRecord & { readonly event: string };

/** The status with the latest `since`; of two with the same day, the one listed last. */
const latest = (status: readonly StatusRecord[]) =>
	[...status].sort((a, b) => readWhen(a.since).start - readWhen(b.since).start).at(-1)!;

/** Sorted by start; of two that begin at the same place, the longer first. */
const inTextOrder = <T>(list: readonly Placed<T>[]) => [...list].sort((a, b) => a.start - b.start || b.end - a.end);

function toDocument(source: Source, text: string, quoted: readonly Quoted[], records: Records): Document {
	const lines = paragraphs(text);
	const labelAt = (at: number) => paragraphAt(lines, at)?.label ?? '';
	const discrepancies = inTextOrder(
		placed(
			text,
			records.discrepancies.filter((d) => d.source === source.id),
		),
	).map((p, i) => ({ ...p, of: { ...p.of, number: i + 1, paragraph: labelAt(p.start) } }));
	const bare = inTextOrder(placed(text, quoted));
	const departing = overlapping(discrepancies, bare);
	const quotes = bare.map((p, i) => ({
		...p,
		of: { ...p.of, paragraph: labelAt(p.start), discrepancies: departing[i]!.map((d) => d.of) },
	}));
	return {
		source,
		text,
		paragraphs: lines,
		quotes,
		discrepancies,
		omissions: records.omissions.filter((o) => o.source === source.id),
		claimed: quoted,
	};
}

function toChapter({ id, title, from, to }: ChapterRecord, extent: When): Chapter {
	// A case with one chapter leaves both its ends open: it covers the whole extent.
	if (from === '..' && to === '..')
		return { id, title, start: -Infinity, end: Infinity, words: whenWords(extent).date };
	const when = readWhen(from === to ? from : `${from}/${to}`);
	return { id, title, start: when.start, end: when.end, words: whenWords(when).date };
}

export function toDataset(records: Records): Dataset {
	const source = new Map(records.sources.map((s) => [s.id, s]));
	const vocabulary = vocabularyOf(records.case);
	const extent = readWhen(records.case.extent);
	const quoted = new Map<string, Quoted[]>(Object.keys(records.texts).map((id) => [id, []]));
	for (const { id, quotes } of records.events) for (const q of quotes) quoted.get(q.source)?.push({ ...q, event: id });
	const documents = new Map(
		Object.entries(records.texts).map(([id, text]) => [
			id,
			toDocument(source.get(id)!, text, quoted.get(id)!, records),
		]),
	);
	// Former id → current id: records may refer to an event by either.
	const now = new Map(records.events.flatMap((e) => (e.aliases ?? []).map((id) => [id, e.id] as const)));
	const current = (ids: readonly string[]) => [...new Set(ids.map((id) => now.get(id) ?? id))];
	const disputes = records.disputes.map((d) => ({ ...d, events: current(d.events) }));
	const follows = new Map(records.events.map((e) => [e.id, current(e.follows)]));
	const quote = new Map([...documents.values()].flatMap((d) => d.quotes.map((q) => [q.of.id, q.of] as const)));
	const events = records.events
		.map((e): Omit<TimelineEvent, 'rank'> => {
			const when = readWhen(e.when);
			const { publicOn, ...fields } = e;
			return {
				...fields,
				...(publicOn?.reason && { publicOn }),
				follows: follows.get(e.id)!,
				when,
				quotes: e.quotes.flatMap((q) => quote.get(q.id) ?? []),
				summary: sentencesOf(e),
				words: e.references.flatMap((r) => (r.words ?? []).map((w) => ({ ...w, source: r.source }))),
				side: vocabulary.kinds.get(e.kind)!.side,
				known: knownSince(e, when, source),
				currentStatus: latest(e.status),
				sources: carriers(e).map((id) => source.get(id)!),
				named: [...new Set([...e.agencies, ...(e.attributedBy ?? [])])],
				followedBy: records.events.filter((other) => follows.get(other.id)!.includes(e.id)).map((other) => other.id),
				disputes: disputes.filter((d) => d.events.includes(e.id)),
				corrections: records.changes.filter((c) => [e.id, ...(e.aliases ?? [])].some((id) => c.events.includes(id))),
			};
		})
		.sort((a, b) => a.when.start - b.when.start)
		.map((e, rank) => ({ ...e, rank }));
	const event = new Map(events.flatMap((e) => [e.id, ...(e.aliases ?? [])].map((id) => [id, e] as const)));
	const { lead, story = [], annotations = [] } = records.case;
	const tell = (text: string) => phrasesOf(text, (id) => event.get(id));
	return {
		records,
		version: records.version,
		case: records.case,
		vocabulary,
		extent,
		agencies: records.agencies,
		agency: new Map(records.agencies.map((a) => [a.id, a])),
		people: records.people,
		person: new Map(records.people.map((p) => [p.id, p])),
		events,
		event,
		lead: lead ? tell(lead.text) : null,
		story: story.flatMap((step) => {
			const phrases = tell(step.text);
			return phrases ? [{ ...step, phrases }] : [];
		}),
		annotation: new Map(annotations.map(({ at, text }) => [at, plain(tell(text) ?? [])])),
		quote,
		source,
		number: new Map(records.sources.map((s, i) => [s.id, i + 1])),
		family: families(records.sources),
		chapters: records.case.chapters.map((chapter) => toChapter(chapter, extent)),
		documents,
		disputes,
		changes: records.changes,
		retired: new Map(records.changes.flatMap((c) => (c.retired ?? []).map((id) => [id, c] as const))),
	};
}
