import type { Attachment } from 'svelte/attachments';
import type { Chart } from '../../state/chart.svelte.ts';

/** Sets `--strip` to the height of the strip, so that other sticky elements can be placed below it. */
export const stripHeight =
	(chart: Chart): Attachment<HTMLElement> =>
	() => {
		if (!chart.isStrip) return;
		const { style } = document.documentElement;
		style.setProperty('--strip', `${chart.geometry.height}px`);
		return () => style.removeProperty('--strip');
	};
