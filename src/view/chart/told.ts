import type { Attachment } from 'svelte/attachments';
import { toldSize } from '../../layout/scene.ts';
import type { Chart } from '../../state/chart.svelte.ts';

/** Side of the mark of a step's event, in tracks that are high enough. */
const LARGE = 18;

/** Sets `--told` and `--told-size`: the size of marks and labels of a step's events. */
export const toldSizes =
	(chart: Chart): Attachment<HTMLElement> =>
	({ style }) => {
		if (!chart.scene) return;
		const { geometry } = chart;
		style.setProperty('--told', `${Math.min(LARGE, geometry.lanes.at(-1)!.pitch - 2)}px`);
		style.setProperty('--told-size', `${toldSize(geometry)}px`);
	};
