/** The records as JSON in the form of the data model: the page can be built from them again. */
import type { Records } from '../model/records.ts';
import { isoDay } from '../model/when.ts';
import { viewAddress, type Extract, type Format } from './extract.ts';
import { leftOut, recordsOf } from './left-out.ts';

/** An exported file. */
export interface Exported {
	/** Version of the file's structure; it is raised when the structure changes. */
	readonly format: 1;
	readonly view: {
		/** Day of the edition, "2026-11-22". */
		readonly edition: string | null;
		readonly version: string;
		readonly asOf: string | null;
		/** The filters in words; empty where none is set. */
		readonly filters: string;
		readonly address: string;
		/** How many events the file has, and how many the record has today (`of`). */
		readonly events: number;
		readonly of: number;
		/** Events that the records refer to but that are not in this file. */
		readonly leftOut: readonly { readonly id: string; readonly title: string }[];
	};
	readonly records: Records;
}

const dayOf = (t: number | null) => (t === null ? null : isoDay(t));

function exported(extract: Extract): Exported {
	const { dataset, events, total, asOf, filters } = extract;
	return {
		format: 1,
		view: {
			edition: dayOf(extract.edition),
			version: dataset.version,
			asOf: dayOf(asOf),
			filters,
			address: viewAddress(extract),
			events: events.length,
			of: total,
			leftOut: leftOut(extract),
		},
		records: recordsOf(extract),
	};
}

export const JSON_FORMAT: Format = {
	id: 'json',
	name: 'JSON',
	extension: 'json',
	type: 'application/json',
	holds: 'events',
	use: 'for programs, and to build the page again',
	loses: 'Nothing; events that it refers to but does not hold are listed in it as left out.',
	write: (extract) => `${JSON.stringify(exported(extract), null, '\t')}\n`,
};
