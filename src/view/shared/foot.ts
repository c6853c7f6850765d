import type { Attachment } from 'svelte/attachments';

/** Sets `--foot` to the height of an element at the bottom of the window, so that focused elements stay above it. */
export const takesFoot =
	(tell: (height: number) => void = () => undefined): Attachment<HTMLElement> =>
	(element) => {
		const { style } = document.documentElement;
		const take = () => {
			const { offsetHeight } = element;
			style.setProperty('--foot', `${offsetHeight}px`);
			tell(offsetHeight);
		};
		const observer = new ResizeObserver(take);
		observer.observe(element);
		addEventListener('resize', take);
		take();
		return () => {
			observer.disconnect();
			removeEventListener('resize', take);
			style.removeProperty('--foot');
		};
	};
