/** The way back from a card to the row of its event. */

import { focusOn } from '../shared/scroll-and-focus.ts';

/** Gives focus to the row of an event, which stays where it is while it is in the window. */
export const toRow = (id: string) =>
	focusOn(document.querySelector<HTMLElement>(`#column a[href*="/${CSS.escape(id)}/"]`));
