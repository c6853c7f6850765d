/** Scrolling and focus when something is chosen elsewhere, and the way back. */

/** Total height of the elements that stick to the top of the window. */
export const covered = (): number =>
	[...document.querySelectorAll('.asof, .chart, .contents')]
		.filter((element) => getComputedStyle(element).position === 'sticky')
		.reduce((sum, element) => sum + element.getBoundingClientRect().height, 0);

/** Makes a change to the page without moving an element in the window. */
export function keepInPlace(element: HTMLElement, change: () => void) {
	const before = element.getBoundingClientRect().top;
	change();
	// An element that is gone has no place to keep.
	if (!element.isConnected) return;
	const { top } = element.getBoundingClientRect();
	scrollBy({ top: top - Math.max(before, covered()), behavior: 'instant' });
}

/** Scrolls an article's heading to the top of the window, below sticky elements, without animation. */
export function scrollToEvent(id: string) {
	const article = document.getElementById(id);
	if (!article) return;
	const top = article.getBoundingClientRect().top - covered() - 12;
	scrollTo({ top: scrollY + top, behavior: 'instant' });
}

export const headingOf = (id: string) => document.querySelector<HTMLElement>(`#${CSS.escape(id)} h3 a`);

let opener: HTMLElement | null = null;
/** Scroll position to restore when focus goes back, if any. */
let originTop: number | null = null;

/** Moves focus, and scrolls only if the element is out of the window. @param from element to which Escape returns */
export function focusOn(element: HTMLElement | null | undefined, from: HTMLElement | null = null) {
	opener = from;
	originTop = null;
	if (!element) return;
	element.focus({ preventScroll: true });
	const { top, bottom } = element.getBoundingClientRect();
	if (top < 0 || bottom > innerHeight) element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
}
/** Moves focus to an element that may be out of view; Escape also restores the scroll position. */
export function visit(element: HTMLElement | null, from: HTMLElement | null) {
	const top = scrollY;
	focusOn(element, from);
	element?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
	originTop = top;
}

/** Whether Escape returns to the chart: also from a mark whose element is gone, as it joined a cluster of the strip. */
export const isFromChart = () =>
	opener?.closest('.plot, button.mark') != null && document.querySelector('.plot') !== null;

/** The link to the same passage in the currently shown text, as the one that had focus may have been replaced. */
const again = (gone: HTMLElement | null) =>
	document.getElementById(gone?.closest('mark')?.id ?? '')?.querySelector('a') ?? null;

/** Returns focus to where it came from. @returns false where there is no such element */
export function focusBack(): boolean {
	const target = opener?.isConnected ? opener : again(opener);
	opener = null;
	if (!target) return false;
	target.focus({ preventScroll: true });
	if (originTop !== null) scrollTo({ top: originTop, behavior: 'instant' });
	// The page may have been scrolled far since.
	target.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
	return true;
}

/** Scrolls an element into view inside its pane, without scrolling the page. */
export function scrollWithin(pane: HTMLElement, element: HTMLElement, tries = 3) {
	const room = pane.getBoundingClientRect();
	const box = element.getBoundingClientRect();
	// Height of the pane's own sticky element.
	const padding = pane.querySelector('.stay')?.getBoundingClientRect().height ?? 0;
	if (box.top >= room.top + padding + 8 && box.bottom <= room.bottom - 24) return;
	pane.scrollTop += box.top - room.top - room.height / 3;
	// Heights far away in a long text are estimates until laid out; as they are corrected the element moves, so try
	// again.
	if (tries) requestAnimationFrame(() => scrollWithin(pane, element, tries - 1));
}
