import type { Attachment } from 'svelte/attachments';
import type { Chart } from '../../state/chart.svelte.ts';

/** While the chart is a strip, `--strip` is its height: what else stays at the top is put below it. */
export const stripHeight =
	(chart: Chart): Attachment<HTMLElement> =>
	() => {
		if (!chart.isStrip) return;
		const { style } = document.documentElement;
		style.setProperty('--strip', `${chart.geometry.height}px`);
		return () => style.removeProperty('--strip');
	};
