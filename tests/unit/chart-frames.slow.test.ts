/** Counts the work in a frame of a gesture: no filtering, no sorting, and each layout at most once. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { zoomed, type AxisRange } from '../../src/layout/view.ts';
import { threadsOf } from '../../src/state/threads.svelte.ts';
import { LANES, measure, PLOT } from './chart-data.ts';
import { chartOf, rowOf } from './charts.ts';
import { dataset } from './record.ts';
import { EXTENT, synthetic } from './synthetic.ts';

type Module = Readonly<Record<string, unknown>>;
const { calls, counted } = vi.hoisted(() => {
	const calls = new Map<string, number>();
	const note = (name: string) => calls.set(name, (calls.get(name) ?? 0) + 1);
	const counted = (names: readonly string[]) => async (original: () => Promise<Module>) => {
		const module = await original();
		const wrapped = names.map((name) => {
			const does = module[name] as ((...args: readonly unknown[]) => unknown) | undefined;
			// A renamed function would count as never called.
			if (!does) throw new Error(`There is no ${name} to count`);
			return [name, (...args: readonly unknown[]) => (note(name), does(...args))];
		});
		return { ...module, ...(Object.fromEntries(wrapped) as Module) };
	};
	return { calls, counted };
});
vi.mock('../../src/domain/query/filter.ts', counted(['passes', 'tally']));
vi.mock('../../src/layout/placed.ts', counted(['byLane', 'packLane']));
vi.mock('../../src/layout/marks.ts', counted(['labelled']));
vi.mock('../../src/layout/chunks.ts', counted(['inTime']));
vi.mock('../../src/layout/ticks.ts', counted(['ticks']));
vi.mock('../../src/layout/edge-clusters.ts', counted(['withEdgeClusters']));
vi.mock('../../src/layout/threads.ts', counted(['threads', 'threadOf']));
vi.mock('../../src/layout/obstacles.ts', counted(['obstaclesOf']));

const FRAMES = 90;
/** Draws each frame completely. @returns how often each function ran, frame by frame */
function gesture({ chart, show }: ReturnType<typeof chartOf>, at: (share: number) => AxisRange) {
	const draw = () => [
		chart.unpinned,
		chart.pinned,
		chart.ticks,
		chart.unpublished,
		chart.breaks,
		chart.shift,
		chart.origin,
	];
	show(at(0));
	chart.isMoving = true;
	draw();
	const frames: Map<string, number>[] = [];
	for (let i = 1; i <= FRAMES; i++) {
		calls.clear();
		show(at(i / FRAMES));
		draw();
		frames.push(new Map(calls));
	}
	const total = (name: string) => frames.reduce((sum, frame) => sum + (frame.get(name) ?? 0), 0);
	const most = (name: string) => Math.max(...frames.map((frame) => frame.get(name) ?? 0));
	return { total, most };
}
const pan = (share: number): AxisRange => ({ from: 0.2 + 0.4 * share, to: 0.3 + 0.4 * share });
const ASKED = ['passes', 'tally', 'byLane'];

beforeEach(() => calls.clear());

describe('a frame of a pan', () => {
	test('of the case filters, sorts and places nothing again', () => {
		const { total, most } = gesture(chartOf(), pan);
		for (const name of [...ASKED, 'packLane', 'labelled', 'inTime']) expect(total(name), name).toBe(0);
		expect(most('ticks')).toBe(1);
		// The laid-out part moves by half a view at a time, over four views.
		expect(total('ticks')).toBeLessThanOrEqual(10);
		expect(most('withEdgeClusters')).toBeLessThanOrEqual(1);
	});
	test('of a hundred thousand events lays out only newly reached chunks', () => {
		const { total, most } = gesture(chartOf({ columns: synthetic(100_000, LANES), extent: EXTENT }, PLOT), pan);
		for (const name of [...ASKED, 'packLane']) expect(total(name), name).toBe(0);
		expect(most('labelled')).toBe(1);
		// A chunk is an eighth of the whole at this scale.
		expect(total('labelled')).toBeLessThanOrEqual(0.4 * 8 + 2);
	});
});

test('a frame of a zoom runs no filter, and each layout at most once per lane', () => {
	const made = chartOf();
	const { total, most } = gesture(made, (share) =>
		zoomed(made.chart.timeScale, { from: 0, to: 1 }, 2 ** (6 * share), 0.4),
	);
	for (const name of ASKED) expect(total(name), name).toBe(0);
	expect(most('packLane')).toBeLessThanOrEqual(LANES);
	// Six octaves: each is placed once, and labelled four times.
	expect(total('packLane')).toBeLessThanOrEqual(6 * LANES);
	for (const name of ['labelled', 'ticks', 'withEdgeClusters']) expect(most(name), name).toBeLessThanOrEqual(1);
	expect(total('labelled')).toBeLessThanOrEqual(6 * 4 + 1);
});

describe('threads', () => {
	const most = dataset.events.reduce((a, b) => (b.followedBy.length > a.followedBy.length ? b : a));
	const looked = {
		about: rowOf.get(most.id)!,
		kin: [...most.follows, ...most.followedBy].map((id) => rowOf.get(id)!),
		said: [],
	};
	/** Draws a chart with its threads at rest, then in motion. @returns how often each function ran in motion */
	function inMotion(at: (share: number) => AxisRange) {
		const { chart, show } = chartOf();
		const threads = threadsOf(chart, () => looked, measure);
		show(at(0));
		const atRest = threads.drawn;
		expect(atRest.length).toBeGreaterThan(0);
		chart.isMoving = true;
		calls.clear();
		const frames = Array.from({ length: FRAMES }, (_, i) => {
			show(at((i + 1) / FRAMES));
			return threads.drawn;
		});
		const ran = new Map(calls);
		chart.isMoving = false;
		return { atRest, frames, ran, after: threads.drawn };
	}
	test('are chosen only at rest: in a pan they stay the same and only move', () => {
		const { frames, ran, atRest } = inMotion((share) => ({ from: 0.3 + 0.02 * share, to: 0.7 + 0.02 * share }));
		for (const name of ['threads', 'obstaclesOf']) expect(ran.get(name) ?? 0, name).toBe(0);
		// Once at the start of the motion, and once when the laid-out part changes.
		expect(ran.get('threadOf') ?? 0).toBeLessThanOrEqual(2 * atRest.length);
		for (const frame of frames) expect(frame.map(({ way }) => way)).toEqual(atRest.map(({ way }) => way));
	});
	test('keep their paths in a zoom, and are chosen again after it', () => {
		const { frames, ran, after } = inMotion((share) => ({ from: 0.3 + 0.05 * share, to: 0.7 - 0.05 * share }));
		for (const name of ['threads', 'obstaclesOf']) expect(ran.get(name) ?? 0, name).toBe(0);
		expect(new Set(frames.map((list) => list[0]!.d)).size).toBeGreaterThan(1);
		expect(after.length).toBeGreaterThan(0);
	});
});
