/** The events before and after an event in a list, and its place there. */
import type { TimelineEvent } from '../model/dataset.ts';

/** @param list in the order in which they are shown */
export function neighbours(list: readonly TimelineEvent[], event: TimelineEvent) {
	const at = list.indexOf(event);
	return { at, of: list.length, before: list[at - 1], after: list[at + 1] };
}
