/** Labels of different tracks never overlap, however many tracks a lane has. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY } from '../../src/domain/model/when.ts';
import { labelled } from '../../src/layout/marks.ts';
import type { Item } from '../../src/layout/placed.ts';
import { elasticTime } from '../../src/layout/time-scale.ts';
import * as data from './chart-data.ts';
import { measures, PLOT } from './chart-data.ts';

test('no track of a lane is mistaken for a track of another lane, however many there are', () => {
	const many = fc.nat(60);
	fc.assert(
		fc.property(many, many, (above, below) => {
			const { columns } = data.world({ start: 0, end: 100 * DAY }, [
				{ from: 40, days: 1, lane: 0, ties: 0, tier: 0, open: 0 },
				{ from: 40, days: 1, lane: 1, ties: 0, tier: 0, open: 0 },
			]);
			const items = [above, below].map((at, lane): Item => ({
				lane,
				track: at,
				rows: Uint32Array.of(lane),
				count: 1,
				w0: 0.4,
				w1: 0.4,
				r0: 0.4,
				r1: 0.4,
			}));
			const lanes = [above, below].map((at, lane) => ({ ...measures.lanes[lane]!, tracks: at + 1 }));
			const markInput = { columns, geometry: { lanes }, markers: [], label: () => 'words' };
			const time = elasticTime(columns, { start: 0, end: 100 * DAY });
			const marks = labelled(markInput, items, time, PLOT, () => 50, [-1]);
			expect(marks.map(({ placement }) => placement)).toEqual(['right', 'right']);
		}),
	);
});
