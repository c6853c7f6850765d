/** The way back from a card to the row of its event. */

/** Gives focus to the row of an event, which stays where it is. */
export const toRow = (id: string) =>
	document.querySelector<HTMLElement>(`#column a[href*="/${CSS.escape(id)}/"]`)?.focus({ preventScroll: true });
