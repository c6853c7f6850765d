/**
 * Builds the chart's state from the whole case, once, and lets it follow the reader. As of a date, marks keep
 * their places.
 */
import { delayWords } from '../../domain/model/known.ts';
import { formatDay, formatWhen, readWhen } from '../../domain/model/when.ts';
import { toColumns } from '../../layout/columns.ts';
import { geometryOf } from '../../layout/geometry.ts';
import { Chart, type ChartData, type Reader } from '../../state/chart.svelte.ts';
import type { Timeline } from '../../state/timeline.svelte.ts';
import { bringTo } from '../shared/turn.ts';
import { clusterName, markName, threadWords } from './names.ts';

/** @param measure widths of words: by the browser, or by the build for the picture */
export function chartOf(timeline: Timeline, measure: ConstructorParameters<typeof Chart>[2]): Chart {
	const { whole } = timeline;
	const { events } = whole;
	const measures = geometryOf(whole);
	const rowOf = new Map(events.map((e, i) => [e.id, i]));
	const markers = whole.case.markers.map(({ when, label }) => {
		const day = readWhen(when);
		return { at: (day.start + day.end) / 2, label: `${label}, ${formatDay(day.start)}` };
	});
	/** An event as it stood on the day the page is turned to. */
	const then = (row: number) => timeline.dataset.event.get(events[row]!.id) ?? events[row]!;
	/** With "known since" a label also says how long it took, where that was not the same day. */
	const label = (row: number) => {
		const event = events[row]!;
		const later = timeline.known ? delayWords(event, event.when, event.known) : '';
		return later && later !== 'the same day' ? `${event.label} · ${later}` : event.label;
	};
	const rows = $derived(Uint32Array.from(timeline.passing, (e) => rowOf.get(e.id)!));
	const ghosts = $derived(
		Uint32Array.from(
			events.filter((e) => !timeline.dataset.event.has(e.id)),
			(e) => rowOf.get(e.id)!,
		),
	);
	const reader: Reader = {
		get rows() {
			return rows;
		},
		get ghosts() {
			return ghosts;
		},
		get span() {
			return timeline.span;
		},
		get trueScale() {
			return timeline.trueScale;
		},
		get known() {
			return timeline.known;
		},
		get chosen() {
			return timeline.chosen ? rowOf.get(timeline.chosen.id)! : -1;
		},
		show: (span) => timeline.show(span),
		rest: () => timeline.rest(),
		choose: (row, from) => bringTo(timeline, events[row]!.id, null, from),
	};
	const lanes = measures.lanes.slice(1).map((l) => l.name);
	const columns = $derived(toColumns({ ...whole, events: events.map((_, row) => then(row)) }, lanes));
	const threads = (row: number) => [...then(row).follows, ...then(row).followedBy].map((id) => rowOf.get(id)!);
	const data: ChartData = {
		get columns() {
			return columns;
		},
		geometry: measures,
		extent: whole.extent,
		markers,
		// One chapter is all there is: there is nothing to tell apart.
		chapters: whole.chapters.length > 1 ? whole.chapters : [],
		label,
		name: (row) => markName(whole, then(row)),
		clusterName: (count, first, last) => clusterName(count, columns.start[first]!, columns.end[last]!),
		title: (row) => ({ title: events[row]!.title, when: formatWhen(events[row]!.when, events[row]!.extent) }),
		threads,
		threadWords: (row) => threadWords(whole, then(row)),
		known: (row) => events[row]!.known,
	};
	return new Chart(data, reader, measure);
}
