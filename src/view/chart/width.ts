import type { Attachment } from 'svelte/attachments';

/**
 * Hears an element's width when the browser has laid the page out: to ask for it at once would have that done amid
 * the drawing.
 */
export const widthOf =
	(set: (to: number) => void): Attachment<HTMLElement> =>
	(element) => {
		const observer = new ResizeObserver(() => set(element.clientWidth));
		observer.observe(element);
		return () => observer.disconnect();
	};
