/** The data model: the fields of `src/data/*.json`, before anything is derived from them. */
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
	/** The finding in one sentence; where there is none the deck is shown instead. */
	readonly lead?: NarrativeRecord;
	readonly story?: readonly StepRecord[];
	readonly annotations?: readonly AnnotationRecord[];
	/** The day of knowledge shown first when a reader turns to the past. */
	readonly asofStart?: string;
	// The case's own vocabulary. What is left out has a default in `defaults.ts`.
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
 * Side of the axis. Above: what happened or is said to have happened. Below, in lanes: what agencies said or did
 * about it.
 */
export type Side = 'above' | 'below';
export interface SideRecord {
	readonly name: string;
	/** What is on this side, for sentences such as "below it, in a lane each, what was said and done about it". */
	readonly holds: string;
	/** How the legend names a day on this side: "a day, below the axis". */
	readonly day: string;
}

/** A kind of event; it decides the side of the axis. */
export interface KindRecord {
	readonly id: string;
	readonly name: string;
	readonly side: Side;
}

export interface StatusKindRecord {
	readonly id: string;
	readonly name: string;
	readonly meaning: string;
	/** The status marks a mere allegation, which is drawn dashed. */
	readonly alleged?: boolean;
}

export interface ChapterRecord {
	readonly id: string;
	readonly title: string;
	/** EDTF day, month or year, or ".." for open; `from` and `to` are both inclusive. */
	readonly from: string;
	readonly to: string;
}

export interface Agency {
	readonly id: string;
	readonly name: string;
	readonly short: string;
	/** Name of its lane as shown; lanes are in order of first appearance in the file. */
	readonly lane: string;
	/** OKLCH hue in degrees, or null for neutral grey. */
	readonly hue: number | null;
}

/** Whether something lasted all of an interval, or was at some time within it. */
export type Coverage = 'throughout' | 'within';
export type Tier = 'core' | 'related' | 'context';

export interface StatusRecord {
	/** Id of a status of the case. */
	readonly kind: string;
	/** Agency id. */
	readonly by: string;
	/** EDTF day from which this status holds. */
	readonly since: string;
}

/** A statement by the curator with the ids of all sources that it needs together. */
export interface SourcedRemark {
	readonly says: string;
	readonly references: readonly string[];
}

/** One or more sentences by the curator with a common ground: sources, each of which states it all, or a basis. */
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

/** Two to five words quoted from a source whose text is not held here. */
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
	readonly coverage?: Coverage;
	/** Id of a kind of the case. */
	readonly kind: string;
	readonly tier: Tier;
	readonly agencies: readonly string[];
	/** Ids of agencies on whose word it rests; only for kinds above the axis. */
	readonly attributedBy?: readonly string[];
	/** Ids of people and organisations. */
	readonly actors: readonly string[];
	readonly status: readonly StatusRecord[];
	/** A plain string, which has no grounds, in drafts only. */
	readonly summary: string | readonly SentenceRecord[];
	readonly quotes: readonly QuoteRecord[];
	readonly references: readonly ReferenceRecord[];
	/** What became known afterwards. */
	readonly later: readonly SentenceRecord[];
	readonly notes?: readonly SourcedRemark[];
	/** Ids of the events it responds to. */
	readonly follows: readonly string[];
	/** Overrides the day that follows from its sources. As of a day before `source` was public, `reason` is left out. */
	readonly publicOn?: { readonly date: string; readonly reason?: string; readonly source?: string };
}

export interface Source {
	readonly id: string;
	readonly title: string;
	readonly publisher: string;
	readonly author?: string;
	readonly type: SourceType;
	readonly standing: Standing;
	/** Publisher of the text that it is a copy of. */
	readonly copyOf?: string;
	/** EDTF; the source counts as public from the latest possible day. */
	readonly published?: string;
	/** EDTF; the date on the document where it was published on another. */
	readonly dated?: string;
	readonly url?: string;
	readonly officialUrl?: string;
	readonly archiveUrl?: string;
	/** Id of the source that it derives from: the two count as one independent source. */
	readonly origin?: string;
	readonly caution?: string;
	/** Path of the verbatim text in the repository, for sources that are quoted. */
	readonly file?: string;
	readonly sha256?: string;
	/** EDTF; of an undated text, since when it is held: it was public by then. */
	readonly heldSince?: string;
}
export type SourceType =
	'news' | 'release' | 'remarks' | 'advisory' | 'notice' | 'assessment' | 'order' | 'report' | 'post';
export type Standing = 'own' | 'copy' | 'press';

/** Something of importance that a quoted text does not say. */
export interface OmissionRecord {
	/** Id of the quoted source. */
	readonly source: string;
	/** What the record says. */
	readonly record: string;
	/** Why, and what that means for a reader. */
	readonly note: string;
	/** Ids of the sources that it rests on. */
	readonly references: readonly string[];
}

/** Words of a quoted text that depart from the record. */
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
	 * Ids of the events it corrects, also former and retired ids; empty for a new edition, which corrects nothing.
	 */
	readonly events: readonly string[];
	/** Ids of events removed from the record. Each is in `events` too, and must never be used for another event. */
	readonly retired?: readonly string[];
	readonly what: string;
	readonly why: string;
}

/** All records as sent to the browser: what the eight data files hold, and the texts that they quote. */
export interface Records {
	/** The data version: the first characters of the SHA-256 of everything below. */
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
