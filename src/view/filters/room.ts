/** Positions the list under a box: with its preferred width where there is room, else as wide as the page. */
import type { Attachment } from 'svelte/attachments';

const WIDE = 560;
/** Up to this width of the page, the list is as wide as the page. */
const NARROW = 640;
const MARGIN = 16;
/** Least useful height of the list; where less is left below the box, the page scrolls up. */
const ENOUGH = 320;

export const underBox: Attachment<HTMLElement> = (list) => {
	const box = list.parentElement!;
	const fit = () => {
		const { clientWidth, clientHeight } = document.documentElement;
		const { left, bottom } = box.getBoundingClientRect();
		const isNarrow = clientWidth <= NARROW;
		const margin = isNarrow ? 0 : MARGIN;
		const width = isNarrow ? clientWidth : Math.min(WIDE, clientWidth - 2 * margin);
		const x = Math.min(left, clientWidth - margin - width) - left;
		// An on-screen keyboard reduces the visual viewport, not the window.
		const height = window.visualViewport?.height ?? clientHeight;
		list.style.setProperty('--x', `${x}px`);
		list.style.setProperty('--w', `${width}px`);
		list.style.setProperty('--h', `${Math.max(height - bottom - MARGIN, ENOUGH / 2)}px`);
	};
	const { top, bottom } = box.getBoundingClientRect();
	if (innerWidth <= NARROW || innerHeight - bottom < ENOUGH) scrollBy({ top: top - MARGIN, behavior: 'instant' });
	fit();
	const listening = new AbortController();
	const { signal } = listening;
	for (const name of ['resize', 'scroll']) addEventListener(name, fit, { signal, passive: true });
	window.visualViewport?.addEventListener('resize', fit, { signal });
	return () => listening.abort();
};
