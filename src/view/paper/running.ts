/** What every page of paper says of itself: what it is of, as of when, and what is to be kept in mind. */
import { editionDay } from '../../domain/exchange/extract.ts';
import type { Dataset } from '../../domain/model/dataset.ts';
import { formatDay } from '../../domain/model/when.ts';

export interface Running {
	/** At the head, at its two ends. */
	readonly view: string;
	readonly state: string;
	/** At the foot. */
	readonly footer: string;
}

/** Which event of the record a page of paper shows. @param number of it, from 1 */
export const eventOf = (number: number, all: number) => `event ${number} of ${all}`;

/**
 * "The flood · dossier, 43 events", "As of 22 October 2020 · edition of 26 November 2026".
 * @param view what is shown of the case @param asOf as of when it is read, in words
 */
export function runningWords(whole: Dataset, view: string, asOf = ''): Running {
	const day = editionDay(whole);
	const edition = day === null ? '' : `edition of ${formatDay(day)}`;
	const words = (...all: readonly string[]) => all.filter(Boolean).join(' · ');
	const state = words(asOf, edition);
	return {
		view: words(whole.case.title, view),
		state: state.charAt(0).toUpperCase() + state.slice(1),
		footer: words(whole.case.footer, `data version ${whole.version}`),
	};
}
