/**
 * The vocabularies of the data model. A case may define its own sides, kinds and statuses; the others are the same in
 * every case.
 */
import { DEFAULTS } from './defaults.ts';
import type { CaseRecord, CaseWords, KindRecord, StatusKindRecord } from './records.ts';

/** The case's own words or the defaults. Kinds and statuses are keyed by id, in the order in which they are shown. */
export interface Vocabulary extends Pick<CaseWords, 'sides' | 'about'> {
	readonly kinds: ReadonlyMap<string, KindRecord>;
	readonly statuses: ReadonlyMap<string, StatusKindRecord>;
}

const byId = <T extends { readonly id: string }>(list: readonly T[]) => new Map(list.map((entry) => [entry.id, entry]));

export const vocabularyOf = ({ sides, kinds, statuses, about }: CaseRecord): Vocabulary => ({
	sides: { ...DEFAULTS.sides, ...sides },
	kinds: byId(kinds ?? DEFAULTS.kinds),
	statuses: byId(statuses ?? DEFAULTS.statuses),
	about: { ...DEFAULTS.about, ...about },
});

export const STANDINGS = {
	own: 'issuer’s own page',
	copy: 'copy',
	press: 'press',
} as const;

/** The ground of a curator's sentence where no single source states the whole of it. */
export const BASES = {
	event: 'rests on the sources of this event as a whole',
	inference: 'our conclusion',
} as const;
export type Basis = keyof typeof BASES;

/** What differs from the record in a discrepancy (`one`), and the heading for all of that kind (`all`). */
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
