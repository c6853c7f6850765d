/** The clock of the reader. */
import { DAY } from '../../domain/model/when.ts';

/** The day it is for the reader: epoch ms of its midnight, UTC. */
export function today(): number {
	const now = new Date();
	return Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / DAY) * DAY;
}
