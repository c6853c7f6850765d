/** The chart during a story: only what a step needs, exactly in the available room, with other lanes named. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { speaksOf } from '../../src/domain/model/narrative.ts';
import { DAY } from '../../src/domain/model/when.ts';
import { actTracks } from '../../src/layout/acts.ts';
import { isTied } from '../../src/layout/columns.ts';
import { boxOf, labelAt } from '../../src/layout/mark-box.ts';
import { sceneGeometry, type LaneNeeds } from '../../src/layout/geometry.ts';
import { sceneOf, sideOf, type Telling } from '../../src/layout/scene.ts';
import { Timeline } from '../../src/state/timeline.svelte.ts';
import { chartOf } from '../../src/view/chart/build.svelte.ts';
import { restWords } from '../../src/view/shared/sentences.ts';
import { LANES, measure, worlds } from './chart-data.ts';
import { rowOf } from './charts.ts';
import { dataset } from './record.ts';

/** A random case, with a random span, a step that mentions random events, and a random as-of day. */
const tellings: fc.Arbitrary<Telling> = worlds().chain(({ columns, extent }) => {
	const { length, start } = columns;
	const all = Array.from({ length }, (_, row) => row);
	const days = (extent.end - extent.start) / DAY;
	const some = fc.subarray(all).map((rows) => Uint32Array.from(rows));
	const span = fc
		.tuple(fc.nat(days - 1), fc.integer({ min: 1, max: days }))
		.map(([from, n]) => ({ start: extent.start + from * DAY, end: extent.start + (from + n) * DAY }));
	return fc.record({
		columns: fc.constant(columns),
		lanes: fc.constant(LANES - 1),
		acts: fc.constant(actTracks(columns, (row) => start[row]!)),
		known: fc.nat(400).map((late) => (row: number) => start[row]! + late * DAY),
		rows: some,
		begun: fc.constant(new Uint32Array()),
		mentioned: fc.subarray(all),
		span: fc.option(span),
	});
});

describe('what a step needs', () => {
	test('each lane is drawn or named, never both', () => {
		fc.assert(
			fc.property(tellings, (telling) => {
				const { lanes, helped, silent } = sceneOf(telling);
				const all = [...lanes, ...helped, ...silent].sort((a, b) => a - b);
				expect(all).toEqual(Array.from({ length: LANES - 1 }, (_, i) => i + 1));
			}),
		);
	});
	test('for a time span, the lanes are those with an event in it', () => {
		fc.assert(
			fc.property(tellings, (telling) => {
				const { columns, rows, span } = telling;
				fc.pre(span !== null);
				const seen = [...rows].filter((row) => columns.start[row]! < span.end && columns.end[row]! > span.start);
				const scene = sceneOf(telling);
				expect([...scene.seen]).toEqual(seen);
				expect(new Set(scene.lanes)).toEqual(new Set(seen.map((row) => columns.lane[row]!).filter(Boolean)));
				for (const lane of scene.helped) expect(seen.some((row) => isTied(columns, row, lane))).toBe(true);
				for (const lane of scene.silent) expect(seen.some((row) => isTied(columns, row, lane))).toBe(false);
			}),
		);
	});
	test('for the whole extent, the lanes are those of the mentioned events', () => {
		fc.assert(
			fc.property(tellings, (telling) => {
				const { columns, rows, mentioned } = telling;
				const below = mentioned.filter((row) => rows.includes(row) && columns.lane[row]! > 0);
				fc.pre(below.length > 0);
				const { lanes } = sceneOf({ ...telling, span: null });
				expect(new Set(lanes)).toEqual(new Set(below.map((row) => columns.lane[row]!)));
			}),
		);
	});
	test('acts in view, with their delays, keep their usual order, one per track', () => {
		fc.assert(
			fc.property(tellings, (telling) => {
				const { acts } = sceneOf(telling);
				if (!acts) return expect(telling.acts).toBeNull();
				expect([...acts.values()]).toEqual(Array.from({ length: acts.size }, (_, i) => i));
				const places = [...acts.keys()].map((row) => telling.acts!.get(row)!);
				expect(places).toEqual(places.toSorted((a, b) => a - b));
				const { columns, known, span } = telling;
				const reaches = (row: number) =>
					columns.start[row]! < span!.end && Math.max(columns.end[row]!, known(row) + 1) > span!.start;
				const inView = [...telling.acts!.keys()].filter((row) => telling.rows.includes(row) && (!span || reaches(row)));
				expect(new Set(acts.keys())).toEqual(new Set(inView));
			}),
		);
	});
	test('every mentioned event is shown', () => {
		fc.assert(
			fc.property(tellings, (telling) => {
				for (const row of sceneOf(telling).mentioned) expect(telling.rows.includes(row)).toBe(true);
			}),
		);
	});
});

describe('the room it has', () => {
	const lanes = fc.array(
		fc.record({
			costs: fc.array(fc.nat(50), { minLength: 8, maxLength: 8 }).map((c) => c.sort((a, b) => b - a)),
			isShared: fc.boolean(),
			isLeftOut: fc.boolean(),
		}),
		{ minLength: 1, maxLength: 8 },
	);
	test('is filled to the pixel if the minimum fits, and omitted lanes take none', () => {
		fc.assert(
			fc.property(lanes, fc.nat(9), fc.integer({ min: 280, max: 900 }), (given, acts, room) => {
				const below = given.map((lane, i): LaneNeeds => ({ ...lane, name: `${i}`, agency: `${i}` }));
				const of = (room: number) => sceneGeometry(acts ? { name: 'Above', tracks: acts } : null, below, room);
				const least = of(0).height;
				const { lanes: drawn, height, under, foot } = of(room);
				expect(height).toBe(Math.max(room, least));
				let end = under;
				drawn.slice(1).forEach(({ tracks, begin, top, pitch }, i) => {
					expect(tracks === 0).toBe(given[i]!.isLeftOut);
					if (tracks === 0) return;
					expect(begin).toBeGreaterThanOrEqual(end);
					expect(top).toBeGreaterThanOrEqual(begin);
					end = top + tracks * pitch;
				});
				expect(end).toBeLessThanOrEqual(foot);
			}),
		);
	});
	test('a side without an event in view has no track', () => {
		const scene = { acts: new Map<number, number>() } as unknown as Parameters<typeof sideOf>[0];
		expect(sideOf(scene, { name: 'Above', tracks: 7 })).toBeNull();
		expect(sideOf({ ...scene, acts: new Map([[4, 0]]) }, { name: 'Above', tracks: 7 })?.tracks).toBe(1);
		expect(sideOf({ ...scene, acts: null }, { name: 'Above' })?.tracks).toBeUndefined();
	});
});

describe('omitted lanes, in words', () => {
	const name = (lane: number) => 'ABCDE'[lane]!;
	const span = { start: 0, end: DAY };
	test.each([
		[
			{ helped: [1], silent: [2, 3], span },
			null,
			'B took part in what others did. Nothing of their own on these days: C, D.',
		],
		[{ helped: [0, 1, 2], silent: [], span }, null, 'A, B and C took part in what others did.'],
		[
			{ helped: [], silent: [4], span },
			0,
			'Nothing of their own on these days, as far as was public on 1 January 1970: E.',
		],
		[{ helped: [3], silent: [1], span: null }, null, 'Left out here: B, D.'],
		[{ helped: [], silent: [], span: null }, null, ''],
		[{ helped: [], silent: [], span }, null, ''],
	])('%o', (scene, asOf, words) => expect(restWords(scene, name, asOf)).toBe(words));
});

describe.skipIf(!dataset.story.length)('each step of the case', () => {
	/** Width of the plot and available height, for the windows in which each step must fit. */
	const windows = [
		{ width: 1242, room: 554 },
		{ width: 1168, room: 466 },
		{ width: 1082, room: 433 },
	];
	const timeline = new Timeline(dataset);
	const chart = chartOf(timeline, measure);
	for (const step of dataset.story)
		test.each(windows)(`“${step.title}” has its labels in $width × $room, and nothing later is drawn`, (window) => {
			chart.width = window.width;
			chart.roomTold = window.room;
			timeline.tell(step);
			expect(chart.geometry.height).toBe(window.room);
			const { asOf } = timeline;
			const mentioned = speaksOf(step).map((id) => rowOf.get(dataset.event.get(id)!.id)!);
			for (const row of mentioned) {
				const mark = chart.holding(row)!;
				expect([mark.count, mark.label]).toEqual([1, dataset.events[row]!.label]);
				const view = { from: chart.shift, width: window.width };
				expect(labelAt(mark, boxOf(mark, chart, view), chart, view)).not.toBeNull();
			}
			for (const { lane, rows } of chart.marks) {
				expect(chart.geometry.lanes[lane]!.tracks).toBeGreaterThan(0);
				for (const row of rows) expect(dataset.events[row]!.known).toBeLessThanOrEqual(asOf ?? Infinity);
			}
		});
	test('after the last one the whole case is shown', () => {
		timeline.tell(dataset.story.at(-1)!);
		timeline.tell(null);
		expect([timeline.step, timeline.chosen, timeline.span, timeline.asOf]).toEqual([null, null, null, null]);
		expect(chart.scene).toBeNull();
		expect(chart.geometry.lanes.slice(1).every(({ tracks }) => tracks > 0)).toBe(true);
	});
});
