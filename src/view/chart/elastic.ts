import type { Dataset } from '../../domain/model/dataset.ts';
import { markersOf } from '../../domain/model/markers.ts';
import { chapterTime } from '../../layout/chapter-time.ts';
import type { TimeScale } from '../../layout/time-scale.ts';

/** Elastic time of a case, computed from all its events. */
export const elasticOf = (whole: Dataset): TimeScale =>
	chapterTime({
		spans: whole.events.map(({ when }) => when),
		known: whole.events.filter((e) => e.side === 'above').map((e) => e.known),
		markers: markersOf(whole).map(({ at }) => at),
		chapters: whole.chapters,
		extent: whole.extent,
	});
