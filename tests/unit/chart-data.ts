/** Events to lay out: the case itself and random others, with the widths of their words. */
import fc from 'fast-check';
import { DAY, readWhen, type Span } from '../../src/domain/model/when.ts';
import { BAR, OPEN_END, OPEN_START, toColumns, type Columns, type Rows } from '../../src/layout/columns.ts';
import { geometry, HALF } from '../../src/layout/geometry.ts';
import { lanesOf as lanesOfCase } from '../../src/layout/lanes.ts';
import { byLane, type Item, type LaneRows } from '../../src/layout/placed.ts';
import { WHOLE, type AxisRange } from '../../src/layout/view.ts';
import { elasticTime, trueTime, type TimeScale } from '../../src/layout/time-scale.ts';
import type { ChartData, Font } from '../../src/state/chart-data.ts';
import { dataset } from './record.ts';

// The same random cases in every run, so that failures are reproducible.
fc.configureGlobal({ seed: 20_201_020 });

/** Widths of the letters from space to tilde, as Chromium measures Public Sans of weight 500 at 12 px. */
const LETTERS = [
	2.9, 3.1, 5.3, 7.3, 8, 11, 8.7, 3, 3.7, 3.8, 5, 6.8, 3.6, 4.6, 3.4, 4.3, 7.4, 5, 7.3, 7.6, 7.6, 7.8, 7.5, 7.4, 7.8,
	7.5, 2.9, 3, 6.7, 6.8, 6.6, 6.3, 10, 8.7, 8.2, 8.4, 8.4, 7.6, 7.2, 8.9, 9.2, 3.5, 4.7, 8.3, 6.9, 10.7, 9.1, 8.8, 7.7,
	9, 8.2, 8.2, 7.5, 8.5, 8.3, 11.6, 8.9, 8, 7.9, 3.8, 4.3, 3.8, 5.7, 6.9, 2.8, 6.7, 7.2, 6.5, 7.2, 6.8, 4.5, 7.4, 7,
	3.1, 3.2, 6.8, 3.5, 10.5, 7, 6.8, 7.2, 7.2, 4.8, 6.1, 4.2, 7, 6.3, 9.5, 6.8, 6.7, 6, 4.1, 3.2, 4.2, 7,
];
const letter = (c: string) => LETTERS[c.charCodeAt(0) - 32] ?? 7;

/** Width in pixels, rounded up: words on the axis are larger and bolder. */
export const measure = (text: string, font: Font = 'label') =>
	Math.ceil(
		Array.from(text).reduce((sum, c) => sum + letter(c), 0) *
			{ label: 1, day: 1, core: 1.09, year: 1.09, month: 1.09, told: 1.45, note: 1.05 }[font],
	);

/** Width of the plot in a window of 1440 px. */
export const PLOT = 1216;

export interface World {
	readonly columns: Columns;
	readonly extent: Span;
}
export const measures = geometry({ name: dataset.vocabulary.sides.above.name }, lanesOfCase(dataset));
export const LANES = measures.lanes.length;
export const real: World = {
	columns: toColumns(
		dataset,
		measures.lanes.slice(1).map((l) => l.name),
	),
	extent: dataset.extent,
};
export const markers = dataset.case.markers.map(({ when, label }) => ({ at: readWhen(when).start + DAY / 2, label }));
export const labelOf = (row: number) => dataset.events[row]!.label;

interface Given {
	/** Days from the start of the extent, and length in days. */
	readonly from: number;
	readonly days: number;
	readonly lane: number;
	readonly ties: number;
	readonly tier: number;
	readonly open: number;
}
export function world(extent: Span, given: readonly Given[]): World {
	const list = [...given].sort((a, b) => a.from - b.from);
	const reach = list.map(({ from, days, open }): Span => ({
		start: open & OPEN_START ? extent.start : extent.start + from * DAY,
		end: open & OPEN_END ? extent.end : Math.min(extent.start + (from + days) * DAY, extent.end),
	}));
	const order = list.map((_, i) => i).sort((a, b) => reach[a]!.start - reach[b]!.start);
	const lane = Uint8Array.from(order, (i) => list[i]!.lane);
	// Removes ties above the axis and in the event's own lane.
	const ties = Uint32Array.from(order, (i) => list[i]!.ties & ~1 & ~(1 << list[i]!.lane));
	return {
		extent,
		columns: {
			length: list.length,
			start: Float64Array.from(order, (i) => reach[i]!.start),
			end: Float64Array.from(order, (i) => reach[i]!.end),
			lane,
			ties,
			tier: Uint8Array.from(order, (i) => list[i]!.tier),
			shape: Uint8Array.from(order, (i) => {
				const { start, end } = reach[i]!;
				return (end - start > DAY ? BAR : 0) | list[i]!.open;
			}),
		},
	};
}

/** Uniform numbers: fast-check's own generator prefers values very near to zero, which are not interesting here. */
export const between = (min: number, max: number) => fc.nat(2 ** 30).map((n) => min + ((max - min) * n) / 2 ** 30);

export const extents: fc.Arbitrary<Span> = fc
	.tuple(
		fc.integer({ min: -135_000, max: 20_000 }),
		fc.oneof(
			fc.constantFrom(1, 2, 31, 3_000, 182_621),
			fc.integer({ min: 1, max: 400 }),
			fc.integer({ min: 1, max: 182_621 }),
		),
	)
	.map(([from, days]) => ({ start: from * DAY, end: (from + days) * DAY }));

/** 0 to 60 events: many crowded together, some long, some open, some tied to other lanes. */
export const worlds = (lanes = LANES): fc.Arbitrary<World> =>
	extents.chain((extent) => {
		const days = (extent.end - extent.start) / DAY;
		const day = fc.nat(days - 1);
		const near = fc.tuple(day, fc.nat(12)).map(([at, by]) => Math.min(at + by, days - 1));
		const given = fc.record({
			from: fc.oneof(day, near, fc.nat(Math.min(days - 1, 20))),
			days: fc.oneof(
				{ weight: 4, arbitrary: fc.constant(1) },
				fc.integer({ min: 2, max: 30 }),
				fc.integer({ min: 1, max: days }),
			),
			lane: fc.nat(lanes - 1),
			ties: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(2 ** LANES - 1)),
			tier: fc.nat(2),
			open: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.constantFrom(OPEN_START, OPEN_END)),
		});
		return fc.array(given, { maxLength: 60 }).map((list) => world(extent, list));
	});

/** The case itself at times, else a random one. */
export const anyWorld = fc.oneof({ weight: 1, arbitrary: fc.constant(real) }, { weight: 4, arbitrary: worlds() });

export const anyTimeScale = ({ columns, extent }: World): fc.Arbitrary<TimeScale> =>
	fc.constantFrom(elasticTime(columns, extent), trueTime(extent));

/** From the whole extent down to a millionth of it. */
export const axisRanges: fc.Arbitrary<AxisRange> = fc.oneof(
	fc.constant(WHOLE),
	fc.tuple(between(0, 20), between(0, 1)).map(([depth, at]) => {
		const length = 2 ** -depth;
		return { from: at * (1 - length), to: at * (1 - length) + length };
	}),
);
export const shares = between(0, 1);

export const allRows = (n: number): Rows => Uint32Array.from({ length: n }, (_, i) => i);
export const lanesOf = ({ columns }: World): LaneRows[] => byLane(columns, allRows(columns.length), LANES);

/** The left and right end of an item's reserved room at some scale. */
export function room({ w0, w1 }: Pick<Item, 'w0' | 'w1'>, scale: number): readonly [number, number] {
	const middle = ((w0 + w1) / 2) * scale;
	return [Math.min(w0 * scale, middle - HALF), Math.max(w1 * scale, middle + HALF)];
}
/** Neighbours in a row whose reserved rooms overlap by more than rounding. */
export function overlaps(items: readonly Item[], scale: number): string[] {
	const inRow = new Map<string, (readonly [number, number])[]>();
	for (const item of items) {
		const row = `${item.lane}.${item.track}`;
		inRow.set(row, [...(inRow.get(row) ?? []), room(item, scale)]);
	}
	return [...inRow].flatMap(([row, list]) => {
		const rooms = list.sort((a, b) => a[0] - b[0]);
		return rooms.slice(1).flatMap(([left], i) => {
			const right = rooms[i]![1];
			return right - left > 1e-6 ? [`row ${row}: ${right} > ${left}`] : [];
		});
	});
}
export const members = ({ rows }: Item) => [...rows];

/** The data for a chart of a world; labels are numbers, except in the case itself. */
export const chartData = ({ columns, extent }: World, label = (row: number) => `Event ${row}`): ChartData => ({
	columns,
	geometry: () => measures,
	elastic: elasticTime(columns, extent),
	acts: null,
	sharedDay: null,
	note: () => '',
	extent,
	lines: columns === real.columns ? markers : [],
	markers: columns === real.columns ? markers : [],
	chapters: [],
	label,
	name: label,
	clusterName: (count) => `${count} events`,
	title: (row) => ({ title: label(row), when: '' }),
	about: () => '',
	threads: () => [],
	threadWords: () => '',
	known: (row) => columns.start[row]!,
	delay: () => '',
});
