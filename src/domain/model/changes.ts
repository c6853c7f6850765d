/** What was changed after it was published, in words. */
import type { ChangeRecord } from './records.ts';
import { formatWhen, readWhen } from './when.ts';

/** A change that concerns an event; the others are editions of the whole. */
export const isCorrection = ({ events }: ChangeRecord) => events.length > 0;

export const changeDate = ({ date }: ChangeRecord) => formatWhen(readWhen(date), 'within');

/** "The event “old-id” is no longer in the record. 1 December 2026: It was entered twice. …" */
export const retiredWords = (id: string, change: ChangeRecord) =>
	`The event “${id}” is no longer in the record. ${changeDate(change)}: ${change.what} ${change.why}`;
