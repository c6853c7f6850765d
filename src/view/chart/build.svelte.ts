/**
 * Builds the chart's state once, from the whole case, and connects it to the reader's state. As of a day, marks keep
 * their places.
 */
import type { Chapter, Dataset } from '../../domain/model/dataset.ts';
import { markersOf } from '../../domain/model/markers.ts';
import { publicDelay } from '../../domain/model/known.ts';
import { speaksOf } from '../../domain/model/narrative.ts';
import { DAY, formatWhen } from '../../domain/model/when.ts';
import { actTracks, daySharedBy } from '../../layout/acts.ts';
import { toColumns } from '../../layout/columns.ts';
import { geometry, sceneGeometry, STRIP_HALF, stripGeometry } from '../../layout/geometry.ts';
import { GAP } from '../../layout/labels.ts';
import { laneNeeds, stripNeeds } from '../../layout/lane-needs.ts';
import { lanesOf } from '../../layout/lanes.ts';
import { sceneLanes, sceneOf, sideOf, toldWidth, type Scene } from '../../layout/scene.ts';
import type { ChartData, Reader } from '../../state/chart-data.ts';
import { Chart } from '../../state/chart.svelte.ts';
import type { Timeline } from '../../state/timeline.svelte.ts';
import { bringTo } from '../shared/navigate.ts';
import { aboutWords, clusterName, markName, threadWords } from './aria-labels.ts';
import { elasticOf } from './elastic.ts';

/** Chapters limited to the extent; none if there is only one, as there is nothing to tell apart. */
export const chaptersOf = ({ chapters, extent }: Pick<Dataset, 'chapters' | 'extent'>): readonly Chapter[] =>
	chapters.length > 1
		? chapters.map((c) => ({ ...c, start: Math.max(c.start, extent.start), end: Math.min(c.end, extent.end) }))
		: [];

/** @param measure width of text in pixels: as measured by the browser, or by the build for the picture */
export function chartOf(timeline: Timeline, measure: ConstructorParameters<typeof Chart>[2]): Chart {
	const { whole } = timeline;
	const { events } = whole;
	const rowOf = new Map(events.map((e, i) => [e.id, i]));
	const markers = markersOf(whole);
	/** An event as of the day at which the line is. */
	const then = (row: number) => timeline.lineDataset.event.get(events[row]!.id) ?? events[row]!;
	const label = (row: number) => events[row]!.label;
	const rows = $derived(Uint32Array.from(timeline.linePassing, (e) => rowOf.get(e.id)!));
	const left = $derived.by(() => {
		const passing = new Set(timeline.linePassing);
		return Uint32Array.from(
			timeline.lineDataset.events.filter((e) => !passing.has(e)),
			(e) => rowOf.get(e.id)!,
		);
	});
	const unpublished = $derived(
		Uint32Array.from(
			events.filter((e) => !timeline.lineDataset.event.has(e.id)),
			(e) => rowOf.get(e.id)!,
		),
	);
	const reader: Reader = {
		get rows() {
			return rows;
		},
		get unpublished() {
			return unpublished;
		},
		get left() {
			return left;
		},
		get isReading() {
			return timeline.isReading;
		},
		get scene() {
			return scene;
		},
		get asOf() {
			return timeline.lineDay;
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
	const lanes = lanesOf(whole);
	const names = lanes.map((lane) => lane.name);
	/** By the lane of an event: the name of its side above the axis, else of its lane. */
	const groups = [whole.vocabulary.sides.above.name, ...names];
	const columns = $derived(toColumns({ ...whole, events: events.map((_, row) => then(row)) }, names));
	/** Laid out once, independent of filters and day. */
	const all = toColumns(whole, names);
	const known = (row: number) => events[row]!.known;
	const elastic = elasticOf(whole);
	const acts = actTracks(all, known);
	const sharedDay = acts && daySharedBy(all, known);
	const labelWidth = (row: number) => measure(label(row), all.tier[row] ? 'label' : 'core') + 2 * GAP;
	const lines = sharedDay === null ? markers : [...markers, { at: sharedDay + DAY / 2 }];
	const sources = { columns: all, markers: lines, label };
	const needs = laneNeeds(lanes, sources, elastic, labelWidth);
	const above = all.lane.includes(0) ? { name: whole.vocabulary.sides.above.name, tracks: acts?.size } : null;
	const strip = stripGeometry(above, stripNeeds(lanes, all, elastic, STRIP_HALF));
	const scene = $derived.by((): Scene | null => {
		const { step, lineDay } = timeline;
		if (!step) return null;
		const mentioned = speaksOf(step).map((id) => rowOf.get(whole.event.get(id)!.id)!);
		const begun = unpublished.filter((row) => all.start[row]! <= (lineDay ?? Infinity));
		return sceneOf({ columns, lanes: lanes.length, acts, known, rows, begun, mentioned, span: timeline.restedSpan });
	});
	const stageOf = (scene: Scene, width: number) => {
		const mentionedWidth = (row: number) => toldWidth(measure(label(row), 'told')) + 2 * GAP;
		const wide = (row: number) => (scene.mentioned.has(row) ? mentionedWidth(row) : labelWidth(row));
		return sceneLanes(scene, lanes, sources, elastic, wide, Math.max(width, 1));
	};
	const threads = (row: number) => [...then(row).follows, ...then(row).followedBy].map((id) => rowOf.get(id)!);
	const data: ChartData = {
		get columns() {
			return columns;
		},
		geometry: (chart) =>
			chart.scene
				? sceneGeometry(above && sideOf(chart.scene, above), stageOf(chart.scene, chart.width), chart.roomTold)
				: chart.isStrip
					? strip
					: geometry(above, needs, chart.room),
		elastic,
		acts,
		sharedDay,
		extent: whole.extent,
		lines,
		markers,
		chapters: chaptersOf(whole),
		label,
		note: (row) => timeline.lineDataset.annotation.get(events[row]!.id) ?? '',
		name: (row) => markName(whole, then(row)),
		clusterName: (count, first, last) =>
			clusterName(count, columns.start[first]!, columns.end[last]!, groups[columns.lane[first]!]!),
		title: (row) => ({ title: events[row]!.title, when: formatWhen(events[row]!.when, events[row]!.coverage) }),
		about: (row) => aboutWords(whole, then(row)),
		threads,
		threadWords: (row) => threadWords(whole, then(row)),
		known,
		delay: (row) => publicDelay(events[row]!),
	};
	return new Chart(data, reader, measure);
}
