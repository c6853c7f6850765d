/** Makes options of a list clickable while focus stays in its box. */
import type { Attachment } from 'svelte/attachments';

/** @param choose called with the index of the option, from its `data-at` */
export const pressing =
	(choose: (at: number) => void): Attachment<HTMLElement> =>
	(list) => {
		const listening = new AbortController();
		const { signal } = listening;
		list.addEventListener('mousedown', (e) => e.preventDefault(), { signal });
		const press = ({ target }: MouseEvent) => {
			const option = target instanceof Element && target.closest<HTMLElement>('[role=option]');
			if (option) choose(Number(option.dataset['at']));
		};
		list.addEventListener('click', press, { signal });
		return () => listening.abort();
	};
