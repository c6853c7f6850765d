/** Vocabulary of a case that defines none of its own, worded so that it is true of every case. */
import type { CaseWords } from './records.ts';

export const DEFAULTS: CaseWords = {
	sides: {
		above: { name: 'Events', holds: 'what happened, or is said to have happened', day: 'above the axis' },
		below: { name: 'Responses', holds: 'what was said and done about it', day: 'below the axis' },
	},
	kinds: [
		{ id: 'event', name: 'Event', side: 'above' },
		{ id: 'statement', name: 'Statement', side: 'below' },
		{ id: 'report', name: 'Report', side: 'below' },
		{ id: 'decision', name: 'Decision', side: 'below' },
		{ id: 'action', name: 'Action', side: 'below' },
	],
	statuses: [
		{ id: 'alleged', name: 'Alleged', meaning: 'said by one side; not established', alleged: true },
		{ id: 'stated', name: 'Stated', meaning: 'the statement of a named party' },
		{ id: 'reported', name: 'Reported', meaning: 'reported by the press' },
		{ id: 'official', name: 'Official', meaning: 'an act of record' },
	],
	about: {
		method:
			'Every event names the sources it rests on. A quote is shown only if its words are in the source, letter for ' +
			'letter and exactly once: this is checked whenever the page is built, and again in your browser when you open ' +
			'the source. Sources that derive from one another count as one independent source.',
		limits: 'The record has only what the sources it names establish, and may be incomplete.',
		licence: 'Code: MIT. Quoted documents remain their owners’.',
	},
};
