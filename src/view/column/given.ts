/** Input of the column layout as of the day of knowledge. */
import type { Dataset } from '../../domain/model/dataset.ts';
import { markersOf } from '../../domain/model/markers.ts';
import type { Given } from '../../layout/column.ts';

/**
 * @param then the case as of the day @param day epoch ms, null is today
 * @param known whether to show when acts became public
 */
export function columnGiven(whole: Dataset, then: Dataset, day: number | null, known: boolean): Given {
	const isHidden = (e: Dataset['events'][number]) =>
		day !== null && e.side === 'above' && e.when.start <= day && !then.event.has(e.id);
	return {
		events: known ? then.events : then.events.map((e) => ({ ...e, known: -Infinity })),
		extent: whole.extent,
		chapters: whole.chapters,
		markers: markersOf(whole),
		until: day,
		hidden: whole.events.filter(isHidden).map((e) => Math.max(e.when.start, whole.extent.start)),
	};
}
