/** What is in `src/data/*.json`, field by field: the model, before anything is derived from it. */
import type { TextQuoteSelector } from '../evidence/quote.ts';
import type { PersonRecord } from './people.ts';
import type { AnnotationRecord, NarrativeRecord, StepRecord } from './narrative.ts';
import type { Basis, DiscrepancyKindId } from './vocabulary.ts';

export interface CaseRecord {
	readonly title: string;
	/** The sentence below the title. */
	readonly deck: string;
	/** EDTF interval the record covers. */
	readonly extent: string;
	readonly markers: readonly { readonly when: string; readonly label: string }[];
	readonly chapters: readonly ChapterRecord[];
	readonly footer: string;
	/** The finding in one sentence; without one the deck is there. */
	readonly lead?: NarrativeRecord;
	readonly story?: readonly StepRecord[];
	readonly annotations?: readonly AnnotationRecord[];
	/** The day that the page first turns to in the past. */
	readonly asofStart?: string;
	// The case's own words. What it leaves out has a default, see `defaults.ts`.
	readonly sides?: Partial<CaseWords['sides']>;
	readonly kinds?: CaseWords['kinds'];
	readonly statuses?: CaseWords['statuses'];
	readonly about?: Partial<CaseWords['about']>;
}

export interface CaseWords {
	readonly sides: Readonly<Record<Side, SideRecord>>;
	readonly kinds: readonly KindRecord[];
	readonly statuses: readonly StatusKindRecord[];
	/** Paragraphs of the section About. */
	readonly about: { readonly method: string; readonly limits: string; readonly licence: string };
}

/**
 * Of the axis: above it is what happened or is said to have happened; below it, in lanes, what agencies did about
 * it.
 */
export type Side = 'above' | 'below';
export interface SideRecord {
	readonly name: string;
	/** Completes "below it, in a lane each, …", as in "what was said and done about it". */
	readonly holds: string;
	/** Completes "a day, …" in the legend, as in "below the axis". */
	readonly day: string;
}

/** What an event is; its side of the axis follows from this. */
export interface KindRecord {
	readonly id: string;
	readonly name: string;
	readonly side: Side;
}

export interface StatusKindRecord {
	readonly id: string;
	readonly name: string;
	readonly meaning: string;
	/** It says that something is only alleged: dashed in the record. */
	readonly alleged?: boolean;
}

export interface ChapterRecord {
	readonly id: string;
	readonly title: string;
	/** EDTF day, month or year, both inclusive; ".." is open. */
	readonly from: string;
	readonly to: string;
}

export interface Agency {
	readonly id: string;
	readonly name: string;
	readonly short: string;
	/** Display name of the lane it is in; lanes come in order of first appearance. */
	readonly lane: string;
	/** OKLCH hue in degrees, or null for neutral grey. */
	readonly hue: number | null;
}

export type Extent = 'throughout' | 'within';
export type Tier = 'core' | 'related' | 'context';

export interface StatusRecord {
	/** Id of a status of the case. */
	readonly kind: string;
	/** Agency id. */
	readonly by: string;
	/** EDTF day from which this status stands. */
	readonly since: string;
}

/** A statement of ours with the sources (ids) it rests on, all of them. */
export interface SourcedRemark {
	readonly says: string;
	readonly references: readonly string[];
}

/** One or more sentences of ours that share their ground: sources each of which states it, or a basis. */
export interface SentenceRecord {
	readonly says: string;
	readonly references?: readonly string[];
	/** Instead of `references`. A draft may have neither. */
	readonly basis?: Basis;
}

export interface QuoteRecord extends TextQuoteSelector {
	readonly id: string;
	readonly source: string;
	readonly speaker?: string;
	readonly note?: string;
}

/** Two to five words as they are in a source that we do not hold. */
export interface WordsRecord {
	readonly text: string;
	/** Whose words they are. */
	readonly by: string;
}

export interface ReferenceRecord {
	readonly source: string;
	readonly establishes: string;
	readonly words?: readonly WordsRecord[];
}

export interface EventRecord {
	readonly id: string;
	readonly aliases?: readonly string[];
	readonly title: string;
	readonly label: string;
	/** EDTF level 1, see `when.ts`. */
	readonly when: string;
	readonly extent?: Extent;
	/** Id of a kind of the case. */
	readonly kind: string;
	readonly tier: Tier;
	readonly agencies: readonly string[];
	/** Agencies on whose word it rests, above the axis. */
	readonly attributedBy?: readonly string[];
	/** Ids of people and organisations. */
	readonly actors: readonly string[];
	readonly status: readonly StatusRecord[];
	/** A plain string, without grounds, in drafts only. */
	readonly summary: string | readonly SentenceRecord[];
	readonly quotes: readonly QuoteRecord[];
	readonly references: readonly ReferenceRecord[];
	/** What became known afterwards. */
	readonly later: readonly SentenceRecord[];
	readonly notes?: readonly SourcedRemark[];
	/** Ids of the events it responds to. */
	readonly follows: readonly string[];
	/** `reason` is left out as of a day before its source was public. */
	readonly publicOn?: { readonly date: string; readonly reason?: string; readonly source?: string };
}

export interface Source {
	readonly id: string;
	readonly title: string;
	readonly publisher: string;
	readonly author?: string;
	readonly type: SourceType;
	readonly standing: Standing;
	readonly copyOf?: string;
	/** EDTF; a source is public from its latest possible day. */
	readonly published?: string;
	readonly dated?: string;
	readonly url?: string;
	readonly officialUrl?: string;
	readonly archiveUrl?: string;
	/** Id of the source that it derives from: the two count as one. */
	readonly origin?: string;
	readonly caution?: string;
	/** Path of the verbatim text in the repository, for sources that are quoted. */
	readonly file?: string;
	readonly sha256?: string;
	readonly heldSince?: string;
}
export type SourceType =
	'news' | 'release' | 'remarks' | 'advisory' | 'notice' | 'assessment' | 'order' | 'report' | 'post';
export type Standing = 'own' | 'copy' | 'press';

export interface OmissionRecord {
	readonly source: string;
	readonly record: string;
	readonly note: string;
	readonly references: readonly string[];
}

export interface DiscrepancyRecord extends OmissionRecord, TextQuoteSelector {
	readonly kind: DiscrepancyKindId;
}

export interface DisputeRecord {
	readonly id: string;
	readonly question: string;
	readonly events: readonly string[];
	readonly accounts: readonly {
		readonly by: string;
		readonly says: string;
		readonly references: readonly string[];
	}[];
}

export interface ChangeRecord {
	/** EDTF */
	readonly date: string;
	/**
	 * Ids of the events it corrects, also former and retired ones; empty for a new edition, which corrects nothing.
	 */
	readonly events: readonly string[];
	/** Ids that lead to no event any more; each is in `events` too, and is never given to another event. */
	readonly retired?: readonly string[];
	readonly what: string;
	readonly why: string;
}

/** The whole dataset as it travels to the browser: the eight files and the texts they quote. */
export interface Records {
	/** First characters of the SHA-256 of everything below: the data version. */
	readonly version: string;
	readonly case: CaseRecord;
	readonly agencies: readonly Agency[];
	readonly people: readonly PersonRecord[];
	readonly events: readonly EventRecord[];
	readonly sources: readonly Source[];
	readonly discrepancies: readonly DiscrepancyRecord[];
	readonly omissions: readonly OmissionRecord[];
	readonly disputes: readonly DisputeRecord[];
	readonly changes: readonly ChangeRecord[];
	/** Source id → verbatim text. */
	readonly texts: Readonly<Record<string, string>>;
}

/** What the build wrote, as it is served: `evidence.json`. */
export interface Evidence {
	/** The data version. */
	readonly version: string;
	/** Path from the page's own folder → SHA-256. */
	readonly files: Readonly<Record<string, string>>;
}
