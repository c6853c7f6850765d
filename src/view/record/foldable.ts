/** Folds what is there to be found: the browser's search in the page opens it. Without a script nothing is folded. */
import type { Attachment } from 'svelte/attachments';

/** @param found is told when a search in the page has opened it */
export const foldable =
	(isOpen: () => boolean, found: () => void): Attachment<HTMLElement> =>
	(node) => {
		node.toggleAttribute('hidden', !isOpen());
		// As a property, browsers that do not know the value keep the attribute, and hide it all the same.
		if (!isOpen()) node.setAttribute('hidden', 'until-found');
		node.addEventListener('beforematch', found);
		return () => node.removeEventListener('beforematch', found);
	};
