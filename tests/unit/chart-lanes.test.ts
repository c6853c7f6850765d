/** However many lanes there are, each tie is in the lane of its agency. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toDataset } from '../../src/domain/model/dataset.ts';
import { tieRows, toColumns } from '../../src/layout/columns.ts';
import { unlabelled } from '../../src/layout/marks.ts';
import { byLane } from '../../src/layout/placed.ts';
import { geometryOf } from '../../src/layout/geometry.ts';
import { records } from './record.ts';

const [model] = records.events.filter((e) => e.agencies.length && !e.attributedBy);
const [someone] = records.agencies;
const idOf = (i: number) => `agency-${i}`;

/** A case of so many agencies, each with a lane, and an event for each list of agencies. */
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

test('a tie is in the lane of each agency but the first, beyond the thirty-second lane too (F14)', () => {
	fc.assert(
		fc.property(cases, ([agencies, acting]) => {
			const dataset = caseOf(agencies, acting);
			const geometry = geometryOf(dataset);
			const names = geometry.lanes.slice(1).map((l) => l.name);
			const columns = toColumns(dataset, names);
			const laneOf = (i: number) => names.indexOf(`Lane ${i}`) + 1;
			const lanes = byLane(
				columns,
				Uint32Array.from(acting, (_, row) => row),
				names.length + 1,
			);
			const sources = { columns, geometry, markers: [], label: () => '' };
			const lean = new Int32Array(names.length + 1);
			dataset.events.forEach((e, row) => {
				const [home, ...others] = e.agencies.map((id) => laneOf(Number(id.split('-')[1])));
				const expected = others.toSorted((a, b) => a - b);
				expect(columns.lane[row]).toBe(home);
				expect([...lanes.keys()].filter((l) => lanes[l]!.ties.includes(row))).toEqual(expected);
				for (const l of expected) lean[l]! += home! > l ? 1 : -1;
				const item = { lane: home!, row: 0, rows: Uint32Array.of(row), count: 1, w0: 0, w1: 0, r0: 0, r1: 0 };
				expect(unlabelled(item, sources).ties).toEqual(expected);
			});
			const upper = tieRows(columns, names.length + 1);
			expect([...upper].map((row) => row > 0)).toEqual([...lean].map((n) => n > 0));
		}),
		{ numRuns: 60 },
	);
});
