/** Corrections and editions: changes made after publication. */
import type { ChangeRecord } from './records.ts';
import { formatWhen, readWhen, type When } from './when.ts';

/** A correction names events; a change that names none is a new edition of the whole record. */
export const isCorrection = ({ events }: ChangeRecord) => events.length > 0;

export const changeDate = ({ date }: ChangeRecord) => formatWhen(readWhen(date), 'within');

/** When the latest of some changes was made; null where there are none. */
export const lastChange = (changes: readonly ChangeRecord[]): When | null =>
	changes
		.map(({ date }) => readWhen(date))
		.reduce<When | null>((latest, when) => (latest && latest.end >= when.end ? latest : when), null);

/** When an event was last changed, by a correction or a new edition. */
export const lastChangeOf = (
	{ corrections }: { readonly corrections: readonly ChangeRecord[] },
	all: readonly ChangeRecord[],
): When | null => lastChange([...all.filter((change) => !isCorrection(change)), ...corrections]);
