/** What is exported: all events of the record, or those that pass the filters and were public on a date. */
import type { Dataset, Quote, TimelineEvent } from '../model/dataset.ts';
import { lastDay, readWhen } from '../model/when.ts';
import { formatPermalink, HOME } from '../query/permalink.ts';

export interface Extract {
	/** The record as of `asOf`. */
	readonly dataset: Dataset;
	/** The exported events, in time order. */
	readonly events: readonly TimelineEvent[];
	/** How many events the record has as of today. */
	readonly total: number;
	/** Day of the latest edition of the record (epoch ms, UTC), whatever `asOf` is; null where the record names none. */
	readonly edition: number | null;
	/** Day of knowledge (epoch ms of its midnight, UTC): what became public later is left out. Null is today. */
	readonly asOf: number | null;
	/** The filters in words: "Agency: Mayor; search: “flood”"; empty where no filter is set. */
	readonly filters: string;
	/** Address of the top of the site, ending in "/"; '' where it is not known: addresses are then relative to the top. */
	readonly site: string;
	/** Query string that restores the view, without "?". */
	readonly search: string;
}

/** A file format that the record is exported to. */
export interface Format {
	/** Must not change: addresses may contain it. */
	readonly id: string;
	readonly name: string;
	/** File extension without the leading dot, unique among formats: "csv", "csl.json". */
	readonly extension: string;
	/** Media type: "text/csv;charset=utf-8". */
	readonly type: string;
	/** What one entry of the file is. */
	readonly holds: 'events' | 'quotes' | 'sources';
	/** What the format is for, in a few words: "for a calendar". */
	readonly use: string;
	/** What the format cannot hold, in one sentence; the file says it too where the format has a place for it. */
	readonly loses: string;
	/** @returns the content of the file */
	readonly write: (extract: Extract) => string;
}

/** The day of the latest edition or correction (epoch ms, UTC): with `version` it names the state of the data. */
export const editionDay = ({ changes }: Pick<Dataset, 'changes'>): number | null =>
	changes.length ? Math.max(...changes.map(({ date }) => lastDay(readWhen(date)))) : null;

/** Address that restores the view. */
export const viewAddress = ({ site, search }: Pick<Extract, 'site' | 'search'>): string =>
	search ? `${site}?${search}` : site;

/** Address of an event: its own page, or, as of a date, the timeline, since only that can show a past state. */
export const eventAddress = ({ site, asOf }: Pick<Extract, 'site' | 'asOf'>, id: string): string =>
	asOf === null
		? `${site}events/${id}/${site ? '' : 'index.html'}`
		: `${site}?${formatPermalink({ ...HOME, chosen: id, asOf })}`;

/** Address of a quote: the timeline with the source open and the passage marked. */
export const quoteAddress = ({ site, asOf }: Pick<Extract, 'site' | 'asOf'>, { id, event }: Quote): string =>
	`${site}?${formatPermalink({ ...HOME, chosen: event, passage: id, asOf })}`;
