/** How the benchmark evaluates its figures. Running the benchmark itself is a manual step. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { behindTheField, overTheBar, union } from '../bench/losses.mjs';
import { makeEvents, panWindow, SPAN_END, SPAN_START, zoomWindow } from '../bench/page/data.ts';
import { best, geometricMean, median, medianOf, quantile, ratio } from '../bench/statistics.mjs';

const SIZE = 1000;
/** A cell whose first paint, pan and zoom all took the same number of milliseconds. */
const cell = (peer: string, repetition: number, ms: number, n = SIZE) => ({
	...{ peer, n, repetition },
	...{ first: { total: ms }, pan: { task: ms }, zoom: { task: ms } },
});
const runOf = (cells: ReturnType<typeof cell>[]) => ({
	cells,
	asked: { peers: [...new Set(cells.map((c) => c.peer))], sizes: [...new Set(cells.map((c) => c.n))] },
});
const times = fc.array(fc.double({ min: 0.1, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 9 });

test('a quantile lies between the least and the greatest, and grows with the share asked for', () => {
	fc.assert(
		fc.property(
			times,
			fc.double({ min: 0, max: 1, noNaN: true }),
			fc.double({ min: 0, max: 1, noNaN: true }),
			(list, a, b) => {
				const [low, high] = [quantile(list, Math.min(a, b))!, quantile(list, Math.max(a, b))!];
				expect(low).toBeGreaterThanOrEqual(Math.min(...list));
				expect(high).toBeLessThanOrEqual(Math.max(...list));
				expect(low).toBeLessThanOrEqual(high);
			},
		),
	);
	expect(quantile([], 0.5)).toBeNull();
	expect(median([3, 1, 10, 2])).toBe(2.5);
});

test('a repetition that was slow for all libraries changes no ratio', () => {
	fc.assert(
		fc.property(times, times, fc.integer({ min: 1, max: 50 }), (ours, limits, slower) => {
			const repetitions = Math.min(ours.length, limits.length);
			const cells = (by: number) =>
				Array.from({ length: repetitions }, (_, i) => {
					const factor = i === 0 ? by : 1;
					return [cell('ours', i, ours[i]! * factor), cell('limit', i, limits[i]! * factor)];
				}).flat();
			const [quiet, noisy] = [cells(1), cells(slower)].map((c) => ratio(c, 'ours', 'limit', SIZE, 'pan.task')!);
			expect(noisy).toBeCloseTo(quiet!, 6);
		}),
	);
});

test('a repetition in which only one of the two was measured counts for no ratio', () => {
	const cells = [cell('ours', 0, 4), cell('limit', 0, 2), cell('ours', 1, 900)];
	expect(ratio(cells, 'ours', 'limit', SIZE, 'pan.task')).toBe(2);
	expect(ratio(cells, 'ours', 'plot', SIZE, 'pan.task')).toBeNull();
	expect(medianOf(cells, 'ours', SIZE, 'pan.layout')).toBeNull();
});

test('the best has the lowest median, and one without figures is not it', () => {
	const cells = [cell('vis', 0, 5), cell('vis', 1, 7), cell('plot', 0, 1), cell('plot', 1, 20)];
	expect(best(cells, ['plot', 'vis', 'echarts'], SIZE, 'pan.task')).toBe('vis');
	expect(best(cells, ['echarts'], SIZE, 'pan.task')).toBeNull();
});

test('where we are slower, the faster library is named; equal results are not reported', () => {
	const run = runOf([cell('limit', 0, 10), cell('ours', 0, 14), cell('vis', 0, 7), cell('plot', 0, 30)]);
	expect(behindTheField(run).map(({ n, by, than }) => [n, by, than])).toEqual(
		new Array(3).fill([SIZE, 2, 'vis']) as unknown[],
	);
	expect(behindTheField(runOf([cell('ours', 0, 10.4), cell('vis', 0, 10)]))).toEqual([]);
});

test('figures above the target are reported, others are not', () => {
	const run = (ours: number, n: number) => runOf([cell('limit', 0, 10, n), cell('ours', 0, ours, n)]);
	expect(overTheBar(run(15, 10_000))).toEqual([]);
	expect(overTheBar(run(16, 10_000))).toHaveLength(3);
	// With few events a frame may take longer, but a first paint may not.
	expect(overTheBar(run(16, 1000))).toHaveLength(1);
	expect(overTheBar(run(19, 1000))).toHaveLength(3);
	const memory = (ours: number) => ({
		...runOf([]),
		cells: [1, ours].map((both, i) => ({ peer: ['limit', 'ours'][i]!, n: 40, repetition: 0, memory: { both } })),
		asked: { peers: [], sizes: [40] },
	});
	expect(overTheBar(memory(3.9))).toEqual([]);
	expect(overTheBar(memory(4.1))).toHaveLength(1);
});

test('the single number of a library needs first paint, pan and zoom', () => {
	const cells = [cell('limit', 0, 10), cell('ours', 0, 20), { ...cell('chrono', 0, 20), zoom: { task: NaN } }];
	expect(union(runOf(cells), 'ours')).toBeCloseTo(2);
	expect(union(runOf(cells), 'chrono')).toBeNull();
	expect(geometricMean([1, 4])).toBeCloseTo(2);
});

test('the events are the same in every run, and every window of the gestures is within their span', () => {
	expect(makeEvents(200)).toEqual(makeEvents(200));
	for (const { start, end, group } of makeEvents(200)) {
		expect(start).toBeGreaterThanOrEqual(SPAN_START);
		expect(end ?? start).toBeLessThanOrEqual(SPAN_END);
		expect(group).toBeLessThan(8);
	}
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 180 }), (step) => {
			for (const [from, to] of [panWindow(step / 180), zoomWindow(step / 180)]) {
				expect(from).toBeGreaterThanOrEqual(SPAN_START);
				expect(to).toBeLessThanOrEqual(SPAN_END);
				expect(from).toBeLessThan(to);
			}
		}),
	);
});
