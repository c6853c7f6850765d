import type { Attachment } from 'svelte/attachments';

/** Uses ResizeObserver: reading `clientWidth` while the chart is drawn would force a reflow. */
export const widthOf =
	(set: (to: number) => void): Attachment<HTMLElement> =>
	(element) => {
		const observer = new ResizeObserver(() => set(element.clientWidth));
		observer.observe(element);
		return () => observer.disconnect();
	};
