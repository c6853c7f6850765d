/** Lets the pointer use the options of a list while focus stays in its box. */
import type { Attachment } from 'svelte/attachments';

const optionOf = ({ target }: Event) =>
	target instanceof Element ? target.closest<HTMLElement>('[role=option]') : null;

/**
 * Both functions get the index of an option, from its `data-at`.
 *
 * @param hover called with -1 where the pointer is on no option
 */
export const pressing =
	(choose: (at: number) => void, hover: (at: number) => void): Attachment<HTMLElement> =>
	(list) => {
		const listening = new AbortController();
		const { signal } = listening;
		list.addEventListener('mousedown', (e) => e.preventDefault(), { signal });
		const press = (e: MouseEvent) => {
			const option = optionOf(e);
			if (option) choose(Number(option.dataset['at']));
		};
		list.addEventListener('click', press, { signal });
		// Not when the list appears or scrolls under a pointer at rest: then the reader uses the keyboard.
		const move = (e: PointerEvent) => {
			if (e.movementX || e.movementY) hover(Number(optionOf(e)?.dataset['at'] ?? -1));
		};
		list.addEventListener('pointermove', move, { signal });
		list.addEventListener('pointerleave', () => hover(-1), { signal });
		return () => listening.abort();
	};
