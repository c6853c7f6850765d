/** Days that a case marks on the time axis. */
import type { Dataset } from './dataset.ts';
import { formatDay, readWhen } from './when.ts';

/** @returns the middle of each day (epoch ms, UTC), and its label with the date */
export const markersOf = ({ case: { markers } }: Pick<Dataset, 'case'>) =>
	markers.map(({ when, label }) => {
		const { start, end } = readWhen(when);
		return { at: (start + end) / 2, label: `${label}, ${formatDay(start)}` };
	});
