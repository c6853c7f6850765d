/** What is exported: all events of the record, or those that filters and a date let through. */
import type { Dataset, Quote, TimelineEvent } from '../model/dataset.ts';
import { lastDay, readWhen } from '../model/when.ts';
import { formatPermalink, HOME } from '../query/permalink.ts';

export interface Extract {
	/** As it could be read on the day. */
	readonly dataset: Dataset;
	/** Those that are exported, in time order. */
	readonly events: readonly TimelineEvent[];
	/** How many events the record has as of today. */
	readonly total: number;
	/** Day of the latest edition of the record (epoch ms, UTC), whatever day it is read as of; null where none is told. */
	readonly edition: number | null;
	/** Day (epoch ms of its midnight, UTC) as of which it is read; null is today. */
	readonly asOf: number | null;
	/** What narrows it, in words: "Agency: Mayor; search: “flood”"; empty where no filter is set. */
	readonly filters: string;
	/** Address of the top of the site, ending in "/"; empty where it is not known: addresses are then relative to it. */
	readonly site: string;
	/** Query string that restores the view, without "?". */
	readonly search: string;
}

/** A file format that the record is exported to. */
export interface Format {
	/** Stable: it may be in addresses. */
	readonly id: string;
	readonly name: string;
	/** End of the file's name, without its first dot; no two formats share one: "csv", "csl.json". */
	readonly extension: string;
	/** As sent: "text/csv;charset=utf-8". */
	readonly type: string;
	/** What one entry of the file is. */
	readonly holds: 'events' | 'quotes' | 'sources';
	/** What it is for, in a few words: "for a calendar". */
	readonly use: string;
	/** What it cannot hold, in one sentence; also said in the file, where the format has a place for it. */
	readonly loses: string;
	/** @returns the file */
	readonly write: (extract: Extract) => string;
}

/** The day of the latest edition or correction (epoch ms, UTC): with `version` it names the state of the data. */
export const editionDay = ({ changes }: Pick<Dataset, 'changes'>): number | null =>
	changes.length ? Math.max(...changes.map(({ date }) => lastDay(readWhen(date)))) : null;

/** What restores the view. */
export const viewAddress = ({ site, search }: Pick<Extract, 'site' | 'search'>): string =>
	search ? `${site}?${search}` : site;

/** Where an event is read: on its own page; as of a date on the timeline, which can be turned to it. */
export const eventAddress = ({ site, asOf }: Pick<Extract, 'site' | 'asOf'>, id: string): string =>
	asOf === null
		? `${site}events/${id}/${site ? '' : 'index.html'}`
		: `${site}?${formatPermalink({ ...HOME, chosen: id, asOf })}`;

/** Where a quote is read beside its source: on the timeline, with the passage marked. */
export const quoteAddress = ({ site, asOf }: Pick<Extract, 'site' | 'asOf'>, { id, event }: Quote): string =>
	`${site}?${formatPermalink({ ...HOME, chosen: event, passage: id, asOf })}`;
