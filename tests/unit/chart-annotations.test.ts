/** Annotations beside events: only where there is room, over nothing, and never false or too early. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordsAsOf, publicDays } from '../../src/domain/model/asof.ts';
import { toDataset } from '../../src/domain/model/dataset.ts';
import { DAY, isoDay } from '../../src/domain/model/when.ts';
import { annotations, pastWords } from '../../src/layout/annotations.ts';
import { pixels } from '../../src/layout/mark-box.ts';
import type { Chart } from '../../src/state/chart.svelte.ts';
import { Timeline } from '../../src/state/timeline.svelte.ts';
import { isLong } from '../long.ts';
import { chartOf as chartOfCase } from '../../src/view/chart/build.svelte.ts';
import { roomIn } from '../../src/view/chart/room.ts';
import { chartOf } from './charts.ts';
import { measure, shares, axisRanges, world, worlds, type World } from './chart-data.ts';
import { HIGH, painted } from './painted.ts';
import { filter } from './reader.ts';
import { dataset, records } from './record.ts';

/** What annotations overlap: rows are at least 14 px apart, and text is lower than that. */
const collisions = (chart: Chart) => {
	const all = painted(chart);
	const { sharedLine: line, notes } = chart.overlay;
	const solid = line ? [pixels(line.w, chart)] : [];
	const end = chart.reader.asOf === null ? Infinity : chart.x(chart.reader.asOf + DAY);
	const own = all.filter(({ what }) => what === 'note');
	expect(own).toHaveLength(notes.length);
	return own.flatMap((n) => [
		...all
			.filter((b) => b !== n && Math.abs(b.y - n.y) < HIGH && b.from < n.to && b.to > n.from)
			.map((b) => `${n.of} × ${b.what} of ${b.of}`),
		...solid.filter((x) => x > n.from && x < n.to).map(() => `${n.of} × a line`),
		...(n.to > Math.min(end, chart.shift + chart.width) || n.from < chart.shift ? [`${n.of} is cut`] : []),
	]);
};
const broken = (chart: Chart) =>
	chart.markers.flatMap(({ w }) => {
		const { notes } = chart.overlay;
		const x = pixels(w, chart);
		const pieces = chart.overlay.past(x, 0, chart.geometry.height);
		return notes
			.filter((n) => x > n.x && x < n.x + n.width)
			.filter((n) => pieces.some(([from, to]) => from < n.y + 9 && to > n.y - 9))
			.map((n) => `${n.text} × a dotted line`);
	});

const annotated = (world: World, width: number) =>
	chartOf(world, width, {
		note: (row) => (row % 3 === 0 ? 'a few words of ours'.slice(0, 3 + (row % 16)) : ''),
		markers: [{ at: (world.extent.start + world.extent.end) / 2, label: 'A day' }],
	});

describe('annotations', () => {
	test('overlap no mark, label, line or other text, in any view', () => {
		let seen = 0;
		fc.assert(
			fc.property(worlds(), axisRanges, fc.integer({ min: 280, max: 2000 }), (world, range, width) => {
				const { chart, show } = annotated(world, width);
				show(range);
				const { notes } = chart.overlay;
				seen += notes.length;
				expect(collisions(chart)).toEqual([]);
				expect(broken(chart)).toEqual([]);
			}),
			{ numRuns: isLong ? 200 : 60 },
		);
		expect(seen).toBeGreaterThan(30);
	});
	test('of the case overlap nothing, with any filter, on any day, at any size', () => {
		const days = publicDays(dataset).map(({ day }) => day);
		fc.assert(
			fc.property(
				filter(),
				fc.option(fc.constantFrom(...days)),
				fc.tuple(fc.integer({ min: 280, max: 1900 }), fc.integer({ min: 560, max: 1100 })),
				fc.tuple(shares, shares, fc.boolean()),
				(pressed, asOf, [width, height], [a, b, known]) => {
					const timeline = new Timeline(dataset);
					timeline.set({ filter: { ...pressed, query: '' }, known });
					timeline.readAsOf(asOf);
					const { start, end } = dataset.extent;
					const at = (share: number) => start + share * (end - start - DAY);
					if (a < b) timeline.show({ start: at(a), end: at(b) + DAY });
					const chart = chartOfCase(timeline, measure);
					chart.prepare(width, roomIn(height));
					const { notes } = chart.overlay;
					expect(collisions(chart)).toEqual([]);
					expect(broken(chart)).toEqual([]);
					// Only beside visible events, and only what was public on that day.
					const passing = new Set(timeline.passing);
					for (const { event } of notes)
						expect(passing).toContain(timeline.dataset.event.get(dataset.events[event]!.id));
				},
			),
			{ numRuns: isLong ? 150 : 25 },
		);
	});
	test('avoid a solid line, but may cover a dotted one', () => {
		const lone = world({ start: 0, end: 100 * DAY }, [{ from: 40, days: 1, lane: 1, ties: 0, tier: 0, open: 0 }]);
		const { chart } = chartOf(lone, 1000);
		const { unpinned: marks, geometry } = chart;
		const beside = (lines: { dotted: number[]; solid: number[] }) =>
			annotations(
				{
					marks,
					...{ others: [], said: [] },
					geometry,
					transform: chart,
					view: { from: 0, width: 1000 },
					end: Infinity,
					delay: () => null,
					...lines,
				},
				() => ({ text: 'a few words of ours', width: 120 }),
			);
		const [note] = beside({ dotted: [], solid: [] });
		const x = note!.x + 60;
		expect(beside({ dotted: [], solid: [x] }).filter((n) => n.x < x && n.x + n.width > x)).toEqual([]);
		// Dotted lines cross every possible place.
		const dotted = Array.from({ length: 100 }, (_, i) => 10 * i);
		const [across] = beside({ dotted, solid: [] });
		expect(across).toEqual(note);
		for (const [from, to] of pastWords(x, 0, geometry.height, [across!]))
			expect(to <= across!.y - 9 || from >= across!.y + 9).toBe(true);
		expect(beside({ dotted: [], solid: dotted })).toEqual([]);
	});
	test('displace no label, and take no height from the lanes', () => {
		const bare = toDataset({ ...records, case: { ...records.case, annotations: [] } });
		for (const width of [1000, 1166, 1242]) {
			const [chart, without] = [dataset, bare].map((of) => {
				const made = chartOfCase(new Timeline(of), measure);
				made.prepare(width, roomIn(900));
				return made;
			});
			expect(chart!.geometry).toEqual(without!.geometry);
			expect(chart!.unpinned).toEqual(without!.unpinned);
		}
	});
	test('are missing on a day before their subject was public', () => {
		for (const { day } of publicDays(dataset)) {
			const then = toDataset(recordsAsOf(records, day));
			for (const at of dataset.annotation.keys())
				if (dataset.event.get(at)!.known > day) expect(then.annotation.has(at), isoDay(day)).toBe(false);
		}
	});
	test('are part of the accessible name of their mark', () => {
		const timeline = new Timeline(dataset);
		const { data } = chartOfCase(timeline, measure);
		dataset.events.forEach(({ id }, row) => expect(data.note(row)).toBe(dataset.annotation.get(id) ?? ''));
	});
});
