/** Days that a case marks on its line of time. */
import type { Dataset } from './dataset.ts';
import { formatDay, readWhen } from './when.ts';

/** @returns their middles (epoch ms, UTC), and what they are called with their day */
export const markersOf = ({ case: { markers } }: Pick<Dataset, 'case'>) =>
	markers.map(({ when, label }) => {
		const { start, end } = readWhen(when);
		return { at: (start + end) / 2, label: `${label}, ${formatDay(start)}` };
	});
