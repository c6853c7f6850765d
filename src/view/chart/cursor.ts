/** Which mark Tab leads to: remembered by key while it stands, and by event when clusters form and split. */
import type { Mark } from '../../layout/marks.ts';
import { SHORTEST } from '../../layout/view.ts';
import type { Chart } from '../../state/chart.svelte.ts';

export interface Cursor {
	readonly key: string;
	readonly event: number;
}

/** A mark's identity while the view moves: its first event, and how many there are. */
export const keyed = ({ event, count }: Mark) => `${event}×${count}`;

/** Whether zooming to these times would show nothing new: the view is as near as it gets. */
export const isGone = (chart: Chart, start: number, end: number) => {
	const { span } = chart;
	return span.end - span.start <= SHORTEST * 1.01 || (span.start >= start && span.end <= end);
};
