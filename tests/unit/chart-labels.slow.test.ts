/** Labels are complete or absent, placed by priority, and never over a mark, a marker or another label. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BAR } from '../../src/layout/columns.ts';
import { GAP, INSIDE, placementsOf } from '../../src/layout/labels.ts';
import { DOT, labelled, type Mark } from '../../src/layout/marks.ts';
import { packLane } from '../../src/layout/placed.ts';
import { elasticTime, type TimeScale } from '../../src/layout/time-scale.ts';
import * as data from './chart-data.ts';
import { between, lanesOf, measure, measures, PLOT, real, shares, type World } from './chart-data.ts';

interface Scene extends World {
	readonly timeScale: TimeScale;
	readonly scale: number;
	readonly marks: readonly Mark[];
	readonly markers: readonly { readonly at: number }[];
	readonly first: readonly number[];
}
/** Words of up to eleven letters in place of the case's own. */
const wordOf = (row: number) => 'Indications'.slice(0, (row * 5) % 12);

/** The ring around the chosen mark takes room from its label. */
const shownOf =
	(label: (row: number) => string) =>
	(row: number, isChosen: boolean): number =>
		measure(label(row)) + (isChosen ? 4 : 0);

function scene(
	world: World,
	timeScale: TimeScale,
	zoom: number,
	at: readonly number[],
	first: readonly number[],
): Scene {
	const { columns } = world;
	const lanes = lanesOf(world);
	const label = columns === real.columns ? data.labelOf : wordOf;
	const reference = PLOT * 2 ** Math.floor(Math.log2(zoom));
	const items = lanes.flatMap((lane, i) =>
		packLane(columns, i, lane, measures.lanes[i]!.tracks, timeScale, reference, (row) => measure(label(row)) + 2 * GAP),
	);
	const markers = at.map((share) => ({ at: timeScale.toTime(share) }));
	const markInput = { columns, geometry: measures, markers, label };
	const marks = labelled(markInput, items, timeScale, PLOT * zoom, shownOf(label), first);
	return { ...world, timeScale, scale: PLOT * zoom, marks, markers, first };
}
const zooms = between(0, 14).map((power) => 2 ** power);
const scenes = fc
	.oneof({ weight: 1, arbitrary: fc.constant(real) }, { weight: 3, arbitrary: data.worlds() })
	.chain((world) =>
		fc
			.tuple(
				data.anyTimeScale(world),
				zooms,
				fc.array(shares, { maxLength: 2 }),
				fc.array(fc.nat(Math.max(world.columns.length - 1, 0)), { maxLength: 2 }),
			)
			.map(([timeScale, zoom, at, first]) => scene(world, timeScale, zoom, at, first)),
	);

type Box = readonly [left: number, right: number];
/** Ends of a mark in pixels, and its middle. */
const ends = ({ w0, w1 }: Mark, scale: number) => ({ x0: w0 * scale, x1: w1 * scale, x: ((w0 + w1) / 2) * scale });
/** The drawn box of a mark: a moment is 12 px wide, a cluster 22. */
const drawn = (mark: Mark, scale: number): Box => {
	const { x0, x1, x } = ends(mark, scale);
	const half = mark.count > 1 ? DOT + 5 : Math.max(DOT, (x1 - x0) / 2);
	return [x - half, x + half];
};
/** The place of the text in the button. */
function words(mark: Mark, scale: number): Box {
	const [left, right] = drawn(mark, scale);
	const from = { right: right + GAP, left: left - GAP - mark.labelWidth, inside: left + INSIDE, act: NaN }[
		mark.placement!
	];
	return [from, from + mark.labelWidth];
}
const meet = (a: Box, b: Box) => a[0] < b[1] - 1e-6 && b[0] < a[1] - 1e-6;
const isIn = (mark: Mark, lane: number, y: number) => mark.lane === lane && mark.y === y;

describe('a label', () => {
	test('overlaps no mark but its own, and no other label', () => {
		fc.assert(
			fc.property(scenes, ({ marks, scale }) => {
				const said = marks.filter((m) => m.placement);
				for (const mark of said) {
					const box = words(mark, scale);
					const inRow = marks.filter((m) => m !== mark && isIn(m, mark.lane, mark.y));
					expect(inRow.filter((m) => meet(box, drawn(m, scale)))).toEqual([]);
					expect(inRow.filter((m) => m.placement && meet(box, words(m, scale)))).toEqual([]);
				}
			}),
			{ numRuns: 300 },
		);
	});
	test('crosses no marker line', () => {
		fc.assert(
			fc.property(scenes, ({ marks, markers, timeScale, scale }) => {
				const lines = markers.map(({ at }) => timeScale.toAxis(at) * scale);
				for (const mark of marks.filter((m) => m.placement)) {
					const box = words(mark, scale);
					expect(lines.filter((x) => meet(box, [x - 0.75, x + 0.75]))).toEqual([]);
				}
			}),
			{ numRuns: 300 },
		);
	});
	test('is inside the chart and as wide as its text, and one inside a bar fits the bar', () => {
		fc.assert(
			fc.property(scenes, ({ marks, scale, first }) => {
				for (const mark of marks.filter((m) => m.placement)) {
					const [from, to] = words(mark, scale);
					expect(mark.labelWidth).toBe(measure(mark.label) + (mark.event === first[0] ? 4 : 0));
					if (mark.placement !== 'inside') expect(from).toBeGreaterThanOrEqual(0);
					if (mark.placement !== 'inside') expect(to).toBeLessThanOrEqual(scale + 1e-6);
					else expect(to).toBeLessThanOrEqual(ends(mark, scale).x1 - INSIDE + 1e-6);
				}
			}),
		);
	});
	test('exists for single events only', () => {
		fc.assert(
			fc.property(scenes, ({ marks }) => {
				for (const mark of marks) {
					expect(mark.label === '' && mark.placement !== null).toBe(false);
					if (mark.count > 1) expect(mark.placement).toBeNull();
				}
			}),
		);
	});
});

const boxes = fc.array(
	fc.record({
		track: fc.nat(1),
		left: fc.integer({ min: 0, max: 900 }),
		reach: fc.integer({ min: 12, max: 200 }),
		width: fc.nat(120),
		priority: fc.integer({ min: -2, max: 9 }),
	}),
	{ maxLength: 20 },
);
const obstaclesOf = (list: readonly (readonly [number, number])[]) => new Map([[0, list]]);
const crowds = fc
	.tuple(
		boxes,
		fc.array(
			fc.integer({ min: 0, max: 990 }).map((x) => [x, x + 4] as const),
			{ maxLength: 4 },
		),
	)
	.map(([list, lines]) => ({
		items: list.map(({ left, reach, ...box }) => ({ ...box, left, right: left + reach })),
		obstacles: obstaclesOf(lines),
	}));

describe('priority', () => {
	test('comes before position: the first has a label wherever it would have one alone', () => {
		fc.assert(
			fc.property(crowds, ({ items, obstacles }) => {
				fc.pre(items.length > 0);
				const placements = placementsOf(items, obstacles, 1000);
				const first = items.reduce((best, item, i) => (item.priority < items[best]!.priority ? i : best), 0);
				const mute = items.map((item, i) => (i === first ? item : { ...item, width: 0 }));
				expect(placements[first] === null).toBe(placementsOf(mute, obstacles, 1000)[first] === null);
			}),
			{ numRuns: 500 },
		);
	});
	test('means that no label of lower priority takes room from a higher one', () => {
		fc.assert(
			fc.property(crowds, fc.nat(9), ({ items, obstacles }, level) => {
				const placements = placementsOf(items, obstacles, 1000);
				const mute = items.map((item) => (item.priority <= level ? item : { ...item, width: 0 }));
				const alone = placementsOf(mute, obstacles, 1000);
				items.forEach((item, i) => {
					if (item.priority <= level) expect(placements[i] === null).toBe(alone[i] === null);
				});
			}),
			{ numRuns: 500 },
		);
	});
	test('labels the chosen event wherever it would have room alone, in any tier', () => {
		const timeScale = elasticTime(real.columns, real.extent);
		for (let row = 0; row < real.columns.length; row++) {
			const { marks } = scene(real, timeScale, 1, [], [row, -1]);
			const own = marks.find((m) => m.count === 1 && m.event === row);
			const before = scene(real, timeScale, 1, [], []).marks.find((m) => m.count === 1 && m.event === row);
			if (before?.placement) expect(own?.placement, data.labelOf(row)).not.toBeNull();
		}
	});
});

describe('the line of a day', () => {
	const line = fc.integer({ min: 0, max: 1000 });
	test('is crossed by a label only if the label has no other place', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 120 }), line, (left, width, at) => {
				const item = { track: 0, left, right: left + 14, width, priority: 0 };
				const [side] = placementsOf([item], new Map(), 1000, 0, at);
				const places = {
					right: [left + 14 + GAP, left + 14 + GAP + width],
					left: [left - GAP - width, left - GAP],
				} as const;
				const isWhole = ([from, to]: readonly [number, number]) => from >= 0 && to <= 1000;
				const crosses = ([from, to]: readonly [number, number]) => from < at - 6 && to > at;
				const better = Object.values(places).filter((p) => isWhole(p) && !(p[0] < at && p[1] + 6 > at));
				if (side && crosses(places[side as 'left' | 'right'])) expect(better).toEqual([]);
			}),
		);
	});
	test('removes no label', () => {
		fc.assert(
			fc.property(crowds, line, ({ items, obstacles }, at) => {
				const first = items.slice(0, 1);
				expect(placementsOf(first, obstacles, 1000, 0, at)[0] === null).toBe(
					placementsOf(first, obstacles, 1000)[0] === null,
				);
			}),
		);
	});
});

describe('the case at 1440 px, unzoomed', () => {
	const whole = scene(real, elasticTime(real.columns, real.extent), 1, [], []);
	const markInput = { columns: real.columns, geometry: measures, markers: data.markers, label: data.labelOf };
	const marks = labelled(markInput, whole.marks, whole.timeScale, PLOT, shownOf(data.labelOf), [-1, -1]);
	test('labels four fifths of the events, or as many as there is room for', () => {
		expect(marks.filter((m) => m.placement).length).toBeGreaterThanOrEqual(Math.min(0.8 * real.columns.length, 34));
	});
	test('has a bar that holds its own label', () => {
		const inside = marks.filter((m) => m.placement === 'inside');
		expect(inside.length).toBeGreaterThan(0);
		expect(inside.every((m) => real.columns.shape[m.event]! & BAR)).toBe(true);
	});
	test('measures words as a browser does', () => {
		expect(measure('Threatening emails')).toBeGreaterThanOrEqual(107);
		expect(measure('Threatening emails')).toBeLessThanOrEqual(110);
	});
});
