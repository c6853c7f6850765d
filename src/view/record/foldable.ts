/** Folds content that the browser's search in the page can find and open. Without a script nothing is folded. */
import type { Attachment } from 'svelte/attachments';

/** @param found called when the browser's search has opened it */
export const foldable =
	(isOpen: () => boolean, found: () => void): Attachment<HTMLElement> =>
	(node) => {
		node.toggleAttribute('hidden', !isOpen());
		// An attribute, not the property: browsers that do not know the value still hide the element.
		if (!isOpen()) node.setAttribute('hidden', 'until-found');
		node.addEventListener('beforematch', found);
		return () => node.removeEventListener('beforematch', found);
	};
