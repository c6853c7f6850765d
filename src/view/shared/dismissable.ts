/** A press on what is behind a dialog closes it, in every browser: `closedby` is not known to all. */
import type { Attachment } from 'svelte/attachments';

export const dismissable: Attachment<HTMLDialogElement> = (dialog) => {
	const isBeside = ({ target, clientX: x, clientY: y }: MouseEvent) => {
		const { left, right, top, bottom } = dialog.getBoundingClientRect();
		return target === dialog && (x < left || x > right || y < top || y > bottom);
	};
	/** A pointer that only slips off the dialog, as when words are selected, closes nothing. */
	let began = false;
	const listening = new AbortController();
	const { signal } = listening;
	dialog.addEventListener('pointerdown', (e) => (began = isBeside(e)), { signal });
	dialog.addEventListener('click', (e) => began && isBeside(e) && dialog.close(), { signal });
	return () => listening.abort();
};
