/** The reader's clock. */
import { DAY } from '../../domain/model/when.ts';

/** Today's date in the reader's time zone, as epoch ms of that date's midnight in UTC. */
export function today(): number {
	const now = new Date();
	return Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / DAY) * DAY;
}
