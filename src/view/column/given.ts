/** What the column is made of, on the day the page is turned to. */
import type { Dataset } from '../../domain/model/dataset.ts';
import { markersOf } from '../../domain/model/markers.ts';
import type { Given } from '../../layout/column.ts';

/**
 * @param then the case as it could be read on the day @param day null is today
 * @param known says when acts became public
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
