/** Closes a dialog on a press behind it. The attribute `closedby` does the same, but not all browsers support it. */
import type { Attachment } from 'svelte/attachments';

export const dismissable: Attachment<HTMLDialogElement> = (dialog) => {
	const isBeside = ({ target, clientX: x, clientY: y }: MouseEvent) => {
		const { left, right, top, bottom } = dialog.getBoundingClientRect();
		return target === dialog && (x < left || x > right || y < top || y > bottom);
	};
	/** Where the press began: slipping off the dialog, as when selecting text, must not close it. */
	let began = false;
	const listening = new AbortController();
	const { signal } = listening;
	dialog.addEventListener('pointerdown', (e) => (began = isBeside(e)), { signal });
	dialog.addEventListener('click', (e) => began && isBeside(e) && dialog.close(), { signal });
	return () => listening.abort();
};
