import type { Attachment } from 'svelte/attachments';
import { toldSize } from '../../layout/scene.ts';
import type { Chart } from '../../state/chart.svelte.ts';

/** Side of the mark of an event that a step speaks of, where its track is as high. */
const LARGE = 18;

/** `--told` and `--told-size`: how large the marks and the letters are of what a step of the story speaks of. */
export const toldSizes =
	(chart: Chart): Attachment<HTMLElement> =>
	({ style }) => {
		if (!chart.scene) return;
		const { geometry } = chart;
		style.setProperty('--told', `${Math.min(LARGE, geometry.lanes.at(-1)!.pitch - 2)}px`);
		style.setProperty('--told-size', `${toldSize(geometry)}px`);
	};
