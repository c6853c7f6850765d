/** From a card back to the line of its event. */

import { focusOn } from '../shared/scroll-and-focus.ts';

/** Moves focus to the line of an event, and scrolls only if it is out of view. */
export const toRow = (id: string) =>
	focusOn(document.querySelector<HTMLElement>(`#column a[href*="/${CSS.escape(id)}/"]`));
