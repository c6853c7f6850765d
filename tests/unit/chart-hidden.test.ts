/** As of a date: an event not yet public is an outline, keeps its place, and cannot be chosen. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publicDays } from '../../src/domain/model/asof.ts';
import { wordsAt } from '../../src/layout/unpublished-words.ts';
import { toSpan, zoomed } from '../../src/layout/view.ts';
import { PLOT, real, axisRanges } from './chart-data.ts';
import { chartOf, rowOf, rowsOf } from './charts.ts';
import { dataset } from './record.ts';

const days = publicDays(dataset).map((news) => news.day);
const asOf = (day: number, width = PLOT) => {
	const made = chartOf(real, width);
	made.timeline.readAsOf(day);
	return made;
};
const views = fc.record({ day: fc.constantFrom(...days), width: fc.constantFrom(320, 700, 1240), range: axisRanges });

test('every event is either public or not yet, and only public ones can be chosen', () => {
	fc.assert(
		fc.property(views, ({ day, width, range }) => {
			const { chart, show } = asOf(day, width);
			const items = rowsOf(chart.items).flat();
			const known = dataset.events.filter((e) => e.known <= day).map((e) => rowOf.get(e.id)!);
			expect([...items].sort((a, b) => a - b)).toEqual(known);
			// Unzoomed, every one of them is in the laid-out part.
			const unpublished = chart.unpublished.flatMap((g) => [...g.rows]);
			for (const row of unpublished) expect(items).not.toContain(row);
			show(range);
			for (const mark of chart.marks) for (const row of mark.rows) expect(known).toContain(row);
		}),
		{ numRuns: 12 },
	);
});

test('nothing moves when something becomes public: a mark is where it is today', () => {
	const today = chartOf();
	fc.assert(
		fc.property(fc.constantFrom(...days), fc.double({ min: 1, max: 30, noNaN: true }), (day, factor) => {
			const then = asOf(day);
			for (const { chart, timeline } of [today, then])
				timeline.show(toSpan(chart.timeScale, zoomed(chart.timeScale, { from: 0, to: 1 }, factor, 0.3)));
			const now = new Map(today.chart.marks.filter((m) => m.count === 1).map((m) => [m.event, m]));
			for (const mark of then.chart.marks) {
				const same = now.get(mark.event);
				if (mark.count !== 1 || !same) continue;
				// The end of an event going on was not yet known, so it is drawn to the end of the day.
				expect([mark.w0, mark.w1, mark.y]).toEqual([same.w0, Math.min(same.w1, then.chart.end), same.y]);
			}
		}),
		{ numRuns: 15 },
	);
});

test('a partly public cluster holds only its public part; without one, it is an outline if it had begun', () => {
	const placed = rowsOf(chartOf().chart.items);
	fc.assert(
		fc.property(fc.constantFrom(...days), (day) => {
			const { chart } = asOf(day);
			const isPublic = (row: number) => dataset.events[row]!.known <= day;
			const hasBegun = (row: number) => dataset.events[row]!.when.start <= day;
			const expected = placed
				.filter((rows) => rows.some(isPublic) || rows.some(hasBegun))
				.map((rows) => (rows.some(isPublic) ? rows.filter(isPublic) : rows));
			const found = [...rowsOf(chart.items), ...rowsOf(chart.unpublished)];
			const sorted = (all: readonly (readonly number[])[]) => all.map((rows) => rows.join()).sort();
			expect(sorted(found)).toEqual(sorted(expected));
		}),
		{ numRuns: 12 },
	);
});

test('no mark or outline reaches beyond the day', () => {
	fc.assert(
		fc.property(views, ({ day, width, range }) => {
			const { chart, show } = asOf(day, width);
			show(range);
			for (const item of [...chart.marks, ...chart.unpublished]) expect(item.w1).toBeLessThanOrEqual(chart.end);
		}),
	);
});

const tracks = fc.array(
	fc.record({ lane: fc.nat(2), track: fc.nat(2), from: fc.integer({ min: -200, max: 900 }), long: fc.nat(300) }),
	{ maxLength: 9 },
);
test('“not yet public” overlaps nothing in its track, is fully in view, and never on the line of the day', () => {
	const drawn = (list: readonly { lane: number; track: number; from: number; long: number }[], line: number) =>
		list.map(({ lane, track, from, long }) => ({
			lane,
			track,
			from: Math.min(from, line),
			to: Math.min(from + long, line),
		}));
	fc.assert(
		fc.property(tracks, tracks, fc.integer({ min: 0, max: 1000 }), (some, more, line) => {
			const outlines = drawn(some, line);
			const marks = drawn(more, line + 80);
			const others = [...outlines, ...marks];
			const found = wordsAt(
				outlines,
				() => 84,
				others,
				line,
				1000,
				({ lane }) => lane === 0,
			);
			const words = outlines.flatMap(({ lane, track }, i) =>
				found[i] == null ? [] : [{ lane, track, from: found[i], to: found[i] + 84 }],
			);
			for (const said of words) {
				expect(said.to).toBeLessThanOrEqual(1000);
				expect(said.from < line && said.to > line).toBe(false);
				const inTrack = [...others, ...words].filter(
					(o) => o !== said && o.lane === said.lane && o.track === said.track,
				);
				expect(inTrack.filter((o) => o.from < said.to && said.from < o.to)).toEqual([]);
			}
		}),
	);
});
test('an outline alone in its track has the words after the line, and so has one that reaches the line', () => {
	const outline = (lane: number, to: number) => ({ lane, track: 0, from: 10, to });
	const at = (lane: number, to: number, line = 400) =>
		wordsAt(
			[outline(lane, to)],
			() => 84,
			[],
			line,
			1000,
			(o) => o.lane === 0,
		)[0];
	expect(at(0, 100)).toBeGreaterThan(400);
	expect(at(1, 400)).toBeGreaterThan(400);
	expect(at(1, 100)).toBeLessThan(120);
	expect(at(1, 350)).toBeNull();
	expect(at(0, 100, 950)).toBeNull();
});
