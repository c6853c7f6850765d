/** What was changed after it was published, in words. */
import type { ChangeRecord } from './records.ts';
import { formatWhen, readWhen } from './when.ts';

/** A change that concerns an event; the others are editions of the whole. */
export const isCorrection = ({ events }: ChangeRecord) => events.length > 0;

export const changeDate = ({ date }: ChangeRecord) => formatWhen(readWhen(date), 'within');
