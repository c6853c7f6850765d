/** Where the page goes when something is chosen elsewhere, and where focus returns to. */

/** Height of what stays at the top of the window while the page scrolls. */
export const covered = (): number =>
	[...document.querySelectorAll('.asof, .chart, .contents')]
		.filter((element) => getComputedStyle(element).position === 'sticky')
		.reduce((sum, element) => sum + element.getBoundingClientRect().height, 0);

/** Does something that changes the page above an element, and leaves it where it is in the window. */
export function keepInPlace(element: HTMLElement, change: () => void) {
	const before = element.getBoundingClientRect().top;
	change();
	const { top } = element.getBoundingClientRect();
	scrollBy({ top: top - Math.max(before, covered()), behavior: 'instant' });
}

/** Brings an article's heading to the top of the window, under what stays there, at once. */
export function scrollToEvent(id: string) {
	const article = document.getElementById(id);
	if (!article) return;
	const top = article.getBoundingClientRect().top - covered() - 12;
	scrollTo({ top: scrollY + top, behavior: 'instant' });
}

export const headingOf = (id: string) => document.querySelector<HTMLElement>(`#${CSS.escape(id)} h3 a`);

let opener: HTMLElement | null = null;
/** Where the page was when focus left it, if it is to be there again. */
let originTop: number | null = null;

/** Moves focus, and the page only where that would be out of the window; `from` is where Escape leads back. */
export function focusOn(element: HTMLElement | null | undefined, from: HTMLElement | null = null) {
	opener = from;
	originTop = null;
	if (!element) return;
	element.focus({ preventScroll: true });
	const { top, bottom } = element.getBoundingClientRect();
	if (top < 0 || bottom > innerHeight) element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
}
/** Moves focus to what may be out of sight: Escape leads back to where the page was. */
export function visit(element: HTMLElement | null, from: HTMLElement | null) {
	const top = scrollY;
	focusOn(element, from);
	element?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
	originTop = top;
}

/** Whether Escape leads back into the chart. */
export const isFromChart = () => opener?.isConnected === true && opener.closest('.plot') !== null;

/** A passage is beside every event that is read with the whole text: what is gone from one is at the next. */
const again = (gone: HTMLElement | null) =>
	document.getElementById(gone?.closest('mark')?.id ?? '')?.querySelector('a') ?? null;

/** Gives focus back to where it came from. @returns whether there was such a place */
export function focusBack(): boolean {
	const target = opener?.isConnected ? opener : again(opener);
	opener = null;
	if (!target) return false;
	target.focus({ preventScroll: true });
	if (originTop !== null) scrollTo({ top: originTop, behavior: 'instant' });
	// It may have been left far away.
	target.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
	return true;
}

/** Brings an element into view inside its scrolling pane, and leaves the page where it is. */
export function scrollWithin(pane: HTMLElement, element: HTMLElement, tries = 3) {
	const room = pane.getBoundingClientRect();
	const box = element.getBoundingClientRect();
	// What stays at the top of it.
	const padding = pane.querySelector('.stay')?.getBoundingClientRect().height ?? 0;
	if (box.top >= room.top + padding + 8 && box.bottom <= room.bottom - 24) return;
	pane.scrollTop += box.top - room.top - room.height / 3;
	// In a long text the height of what is far off is a guess until it is near, and what it turns out to be moves the
	// goal.
	if (tries) requestAnimationFrame(() => scrollWithin(pane, element, tries - 1));
}
