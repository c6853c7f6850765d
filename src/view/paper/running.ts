/** Words in the margins of every printed page: what it shows, as of when, and the case's caveat. */
import { editionDay } from '../../domain/exchange/extract.ts';
import type { Dataset } from '../../domain/model/dataset.ts';
import { formatDay } from '../../domain/model/when.ts';

export interface Running {
	/** Left and right part of the running head. */
	readonly view: string;
	readonly state: string;
	/** Running foot. */
	readonly footer: string;
}

/** "event 3 of 40". @param number of the event, from 1 @param all number of events */
export const eventOf = (number: number, all: number) => `event ${number} of ${all}`;

/**
 * "The flood · dossier, 43 events", "As of 22 October 2020 · edition of 26 November 2026".
 * @param view the part of the case that is shown @param asOf the day of knowledge in words
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
