/** Each tie is in the lane of its agency, for any number of lanes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toDataset } from '../../src/domain/model/dataset.ts';
import { toColumns } from '../../src/layout/columns.ts';
import { geometry } from '../../src/layout/geometry.ts';
import { laneNeeds } from '../../src/layout/lane-needs.ts';
import { lanesOf } from '../../src/layout/lanes.ts';
import { unlabelled } from '../../src/layout/marks.ts';
import { trueTime } from '../../src/layout/time-scale.ts';
import { records } from './record.ts';

const [model] = records.events.filter((e) => e.agencies.length && !e.attributedBy);
const [someone] = records.agencies;
const idOf = (i: number) => `agency-${i}`;

/** A case with some number of agencies, each with a lane, and one event per list of agencies. */
function caseOf(agencies: number, acting: readonly (readonly number[])[]) {
	return toDataset({
		...records,
		...{ disputes: [], changes: [] },
		agencies: Array.from({ length: agencies }, (_, i) => ({ ...someone!, id: idOf(i), lane: `Lane ${i}` })),
		events: acting.map((list, i) => ({
			...model!,
			...{ id: `event-${i}`, agencies: list.map(idOf), quotes: [], references: [], follows: [] },
			status: model!.status.map((s) => ({ ...s, by: idOf(list[0]!) })),
		})),
	});
}
const cases = fc
	.integer({ min: 2, max: 100 })
	.chain((agencies) =>
		fc.tuple(
			fc.constant(agencies),
			fc.array(fc.uniqueArray(fc.nat(agencies - 1), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
		),
	);

test('a tie is in the lane of each agency except the first, also beyond the thirty-second lane (F14)', () => {
	fc.assert(
		fc.property(cases, ([agencies, acting]) => {
			const dataset = caseOf(agencies, acting);
			const lanes = lanesOf(dataset);
			const names = lanes.map((lane) => lane.name);
			const columns = toColumns(dataset, names);
			const laneOf = (i: number) => names.indexOf(`Lane ${i}`) + 1;
			const markInput = { columns, geometry: geometry(null, lanes), markers: [], label: () => '' };
			const shared = new Set<number>();
			dataset.events.forEach((e, row) => {
				const [home, ...others] = e.agencies.map((id) => laneOf(Number(id.split('-')[1])));
				const expected = others.toSorted((a, b) => a - b);
				for (const lane of expected) shared.add(lane);
				expect(columns.lane[row]).toBe(home);
				const item = { lane: home!, track: 0, rows: Uint32Array.of(row), count: 1, w0: 0, w1: 0, r0: 0, r1: 0 };
				expect(unlabelled(item, markInput).ties).toEqual(expected);
			});
			const needs = laneNeeds(lanes, markInput, trueTime(dataset.extent), () => 0);
			expect(needs.flatMap(({ isShared }, i) => (isShared ? [i + 1] : []))).toEqual([...shared].sort((a, b) => a - b));
		}),
		{ numRuns: 60 },
	);
});
