/**
 * Parts of the page that come alive in a task of their own, one after the other: whoever presses something meanwhile is heard
 * in between. The build renders them by themselves and puts them in their places, which the rest of the page leaves alone.
 */
import { getAllContexts, hydrate, mount, unmount, type Component } from 'svelte';
import type { Attachment } from 'svelte/attachments';

/**
 * Called while a component is made: its parts see what it sees.
 * @returns what makes an element the place of a part; `media` names the screens it is shown on: on others it waits until the
 * screen becomes one of them, and is drawn anew then, since what was sent may not be true any longer
 */
export function islands() {
	const context = getAllContexts();
	return (part: Component, media = 'all'): Attachment<HTMLElement> =>
		(target) => {
			const screen = matchMedia(media);
			let living: Record<string, unknown> | undefined;
			const live = () => (living = (target.firstChild ? hydrate : mount)(part, { target, context }));
			const anew = () => {
				target.replaceChildren();
				live();
			};
			const coming = screen.matches ? setTimeout(live) : undefined;
			if (!screen.matches) screen.addEventListener('change', anew, { once: true });
			return () => {
				clearTimeout(coming);
				screen.removeEventListener('change', anew);
				if (living) void unmount(living);
			};
		};
}
