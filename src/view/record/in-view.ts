/** The chapters of the record in the part of the window where people read. */
import type { Attachment } from 'svelte/attachments';
import { SvelteSet } from 'svelte/reactivity';

/** Ids of chapters. */
export const inView = new SvelteSet<string>();

/** The upper part of the window, below sticky elements. */
const WHERE = { rootMargin: '-8% 0px -70% 0px' };

export const watched =
	(id: string): Attachment<HTMLElement> =>
	(section) => {
		const observer = new IntersectionObserver(
			([entry]) => (entry!.isIntersecting ? inView.add(id) : inView.delete(id)),
			WHERE,
		);
		observer.observe(section);
		return () => {
			observer.disconnect();
			inView.delete(id);
		};
	};
