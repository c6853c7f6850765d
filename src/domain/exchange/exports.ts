/** All files that the whole record is exported to, as of today. */
import type { Dataset } from '../model/dataset.ts';
import { CORRECTIONS_FEED, correctionsFeed } from './atom.ts';
import { editionDay, type Extract, type Format } from './extract.ts';
import { FORMATS } from './formats.ts';

export interface ExportedFile extends Omit<Format, 'write' | 'holds' | 'extension'> {
	/** From the top of the site: "data/record.csv". */
	readonly path: string;
	/** What one entry of it is. */
	readonly holds: Format['holds'] | 'corrections';
	readonly text: string;
}

/** @param site address of the top of the site, ending in "/", or empty */
export function exportsOf(dataset: Dataset, site: string): readonly ExportedFile[] {
	const whole: Extract = {
		...{ dataset, events: dataset.events, total: dataset.events.length, edition: editionDay(dataset) },
		...{ asOf: null, filters: '', site, search: '' },
	};
	return [
		...FORMATS.map(({ write, extension, ...format }) => ({
			...format,
			path: `data/record.${extension}`,
			text: write(whole),
		})),
		{
			...{ id: 'atom', name: 'Atom', type: 'application/atom+xml', holds: 'corrections', path: CORRECTIONS_FEED },
			...{ use: 'for a feed reader that tells of corrections', loses: 'Everything but corrections and editions.' },
			text: correctionsFeed(dataset, site),
		},
	];
}
