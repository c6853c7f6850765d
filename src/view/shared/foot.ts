import type { Attachment } from 'svelte/attachments';

/** `--foot` is the height of what lies at the foot of the window: nothing that Tab leads to ends under it. */
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
