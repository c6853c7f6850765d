import type { Attachment } from 'svelte/attachments';

/**
 * Gives the root element a class for as long as an element is shown. Styles of other elements use it in place of
 * `:root:has(.name)`, for which browsers style the whole document again whenever anything is added to it.
 */
export const onRoot =
	(name: string): Attachment<HTMLElement> =>
	() => {
		const { classList } = document.documentElement;
		classList.add(name);
		return () => classList.remove(name);
	};
