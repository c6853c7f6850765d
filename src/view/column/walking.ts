/** From one event to the next in the order of the timeline, and back to its row. */
import type { TimelineEvent } from '../../domain/model/dataset.ts';

/** @param shown in time order */
export function neighbours(shown: readonly TimelineEvent[], event: TimelineEvent) {
	const at = shown.indexOf(event);
	return { at, of: shown.length, before: shown[at - 1], after: shown[at + 1] };
}

/** Gives focus to the row of an event, which stays where it is. */
export const toRow = (id: string) =>
	document.querySelector<HTMLElement>(`#column a[href*="/${CSS.escape(id)}/"]`)?.focus({ preventScroll: true });
