/** The closed vocabularies of the model. A kind or a status is one line here. */

/** The side of the axis is a property of the kind. */
export const KINDS = {
	operation: { name: 'Operation', side: 'above' },
	disclosure: { name: 'Disclosure', side: 'below' },
	advisory: { name: 'Advisory', side: 'below' },
	assessment: { name: 'Assessment', side: 'below' },
	charge: { name: 'Charge', side: 'below' },
	sanction: { name: 'Sanction', side: 'below' },
	reward: { name: 'Reward', side: 'below' },
	response: { name: 'Response', side: 'below' },
	order: { name: 'Order', side: 'below' },
} as const;
export type KindId = keyof typeof KINDS;

export const STATUSES = {
	alleged: { name: 'Alleged', meaning: 'said in a charge; not tested in court' },
	assessed: { name: 'Assessed', meaning: 'the judgement of a named agency or company' },
	official: { name: 'Official', meaning: 'an act of record' },
	stated: { name: 'Stated', meaning: 'the statement of a named party' },
	reported: { name: 'Reported', meaning: 'reported by the press' },
} as const;
export type StatusId = keyof typeof STATUSES;

export const STANDINGS = {
	own: 'issuer’s own page',
	copy: 'copy',
	press: 'press',
} as const;

/** What departs from the record, and the heading of all of a kind. */
export const DISCREPANCY_KINDS = {
	name: { one: 'a name', all: 'Names' },
	title: { one: 'a title', all: 'Titles' },
	term: { one: 'a term', all: 'Terms' },
	number: { one: 'a number', all: 'Numbers' },
	date: { one: 'a date', all: 'Dates' },
	meaning: { one: 'the meaning', all: 'Meaning' },
	translation: { one: 'the translation', all: 'Translation' },
} as const;
export type DiscrepancyKindId = keyof typeof DISCREPANCY_KINDS;
