/** However many events there are: what is drawn is bounded by the width, and loses none. */
import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/domain/when.ts';
import { panned } from '../../src/layout/view.ts';
import * as data from './chart-data.ts';
import { LANES, PLOT } from './chart-data.ts';
import { chartOf, key, rowsOf } from './charts.ts';

describe('any number of events', () => {
	const spread = (n: number) =>
		data.world(
			{ start: 0, end: 3_650 * DAY },
			Array.from({ length: n }, (_, i) => ({
				from: Math.floor(((i * 0.618_033_988_75) % 1) * 3_650),
				days: i % 10 ? 1 : 1 + (i % 60),
				lane: i % LANES,
				ties: i % 7 ? 0 : 1 << (1 + (i % (LANES - 1))),
				rank: i % 3,
				open: 0,
			})),
		);
	test('crowded into all lanes are at most 400 marks, wherever the view is, and each event is in one', () => {
		const { chart, show } = chartOf(spread(20_000));
		for (const depth of [0, 2, 7]) {
			show({ from: 0.4, to: 0.4 + 0.6 * 2 ** -depth });
			const { marks } = chart;
			expect(marks.length).toBeLessThanOrEqual(400);
			const held = rowsOf(marks).flat();
			expect(new Set(held).size).toBe(held.length);
		}
	});
	test('a pan over a crowded chart changes no cluster that was and is in view', () => {
		const { chart, show } = chartOf(spread(20_000));
		show({ from: 0.4, to: 0.55 });
		const before = new Set(chart.marks.map(key));
		const [from, to] = [0.4 * chart.scale, 0.55 * chart.scale];
		show(panned(chart.warp, chart.stretch, 0.4));
		const inBoth = chart.marks.filter((m) => m.x0 > from + PLOT * 0.4 && m.x1 < to).map(key);
		expect(inBoth.length).toBeGreaterThan(20);
		for (const mark of inBoth) expect(before).toContain(mark);
	});
});
