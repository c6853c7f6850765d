/** The threads of one event, and in the strip the names of the events that they connect. */
import { holds } from '../layout/columns.ts';
import { pixels, type Window } from '../layout/mark-box.ts';
import type { Mark } from '../layout/marks.ts';
import * as at from '../layout/obstacles.ts';
import { candidatesOf, threadLabels } from '../layout/thread-labels.ts';
import { threadOf, threads, type Thread } from '../layout/threads.ts';
import { tickPlace, type Tick } from '../layout/ticks.ts';
import type { Font } from './chart-data.ts';
import type { Chart } from './chart.svelte.ts';

/** The event whose threads are drawn, the related events, and the ticks of the axis, which threads avoid. */
export interface Looked {
	readonly about: number;
	readonly kin: readonly number[];
	readonly said: readonly Tick[];
}
/** The name of an event in the strip, and where it begins. */
export interface Name {
	readonly row: number;
	readonly text: string;
	readonly isChosen: boolean;
	readonly x: number;
	/** y of its middle. */
	readonly y: number;
}

/** Width of the ring around the chosen mark. */
const RING = 4.5;
/** Cost of crossing words on the axis. */
const AXIS = { day: 8, month: 10, year: 12 } as const;
/** Half the height of marks in the strip. */
const STRIP = { chosen: 6, kin: 5, mark: 4.5, cluster: 7, ring: 3.5 } as const;
/** Font of the names in the strip. */
export const fontOf = (isChosen: boolean): Font => (isChosen ? 'year' : 'core');

type Kept = ReadonlyMap<number, number>;
const kept = (list: readonly (readonly [number, number])[]): Kept => new Map(list);

/**
 * @returns getters for threads and names. During a pan nothing is recomputed; during a zoom threads and names keep
 * their shapes and sides, and only follow their marks.
 */
export function threadsOf(chart: Chart, looked: () => Looked, measure: (text: string, font: Font) => number) {
	const from = $derived(chart.holding(looked().about) ?? null);
	let joined: readonly Mark[] = [];
	/** Marks that the threads lead to, nearest first. The array is reused while its content is the same. */
	const to = $derived.by(() => {
		if (!from) return (joined = []);
		const middle = ({ w0, w1 }: Mark) => pixels((w0 + w1) / 2, chart);
		const far = (mark: Mark) => Math.hypot(middle(mark) - middle(from), mark.y - from.y);
		const marks = new Set(looked().kin.flatMap((row) => chart.holding(row) ?? []));
		marks.delete(from);
		const now = [...marks].sort((a, b) => far(a) - far(b));
		if (now.length !== joined.length || now.some((mark, i) => mark !== joined[i])) joined = now;
		return joined;
	});
	const isChosen = (mark: Mark) => mark.count === 1 && mark.event === chart.reader.chosen;
	const sizes = $derived.by((): at.Sizes => {
		const outline = (mark: Mark) => (isChosen(mark) ? RING : 0);
		if (!chart.isStrip) return { ...at.IN_CHART, outline };
		const kin = new Set(from ? [from, ...to] : []);
		const mark = (m: Mark) => (isChosen(m) ? STRIP.chosen : kin.has(m) ? STRIP.kin : STRIP.mark);
		return { ...STRIP, mark, outline };
	});
	/** Window of the laid-out part rather than of the view, so that a pan changes nothing. */
	const box = $derived.by(() => {
		const { start, end } = chart.window;
		const [left, right] = [chart.x(start), chart.x(end)];
		const laidOut: Window = { from: left, width: right - left };
		return (mark: Mark) => at.brought(at.markBox(mark, chart, laidOut, sizes), left - chart.width, right + chart.width);
	});
	const bounds = $derived.by(() => {
		const { shift, width, geometry } = chart;
		return { left: shift, right: shift + width, top: geometry.head - 6, bottom: geometry.foot };
	});
	const obstacles = $derived.by((): at.Obstacle[] => {
		const view: Window = { from: chart.shift, width: chart.width };
		const { marks, geometry, isStrip, overlay } = chart;
		const { notes, delays, sharedLine: shared } = overlay;
		const found = marks.flatMap((mark) => at.obstaclesOf(mark, chart, view, delays.get(mark.event) ?? null, sizes));
		for (const { w, label, level } of looked().said)
			found.push(at.onAxis(AXIS[level], pixels(w, chart) + 5, measure(label, level), tickPlace({ level }, geometry).y));
		if (!isStrip)
			for (const { ties, w0, w1 } of marks)
				for (const lane of ties) found.push(at.pip(pixels((w0 + w1) / 2, chart), geometry.lanes[lane]!.begin + 4));
		for (const { x, width, y: middle } of notes) found.push(at.words(x, width, middle));
		if (shared) found.push(at.upright(pixels(shared.w, chart), shared.top, shared.bottom ?? geometry.axis));
		return found;
	});

	const named = $derived.by(() => {
		if (!chart.isStrip || !from) return [];
		const { about, kin } = looked();
		const { chosen } = chart.reader;
		const own = chosen === about ? undefined : chart.holding(chosen);
		const marks = new Set([from, ...(own ? [own] : []), ...to]);
		return [...marks].map((mark) => {
			const rows = [about, chosen, ...kin].filter((row) => holds(mark.rows, row));
			const more = new Set(rows).size - 1;
			const text = chart.data.label(rows[0]!) + (more ? ` +${more}` : '');
			return { mark, row: rows[0]!, text, width: measure(text, fontOf(rows[0] === chosen)) };
		});
	});
	const boxed = $derived(named.map(({ mark, width }) => ({ mark: box(mark), width })));
	let choices = kept([]);
	const names = $derived.by((): readonly Name[] => {
		if (!chart.isMoving) {
			const found = threadLabels(boxed, obstacles, bounds);
			choices = kept(named.flatMap(({ row }, i) => (found[i] === null ? [] : [[row, found[i]!] as const])));
		}
		return named.flatMap(({ row, text }, i) => {
			const choice = choices.get(row);
			if (choice === undefined) return [];
			const { left, top, bottom } = candidatesOf(boxed[i]!)[choice]!;
			return [{ row, text, isChosen: row === chart.reader.chosen, x: left, y: (top + bottom) / 2 }];
		});
	});
	let ways = kept([]);
	const drawn = $derived.by((): readonly Thread[] => {
		if (!from) return [];
		const [begin, ends] = [box(from), to.map(box)];
		if (chart.isMoving) return ends.map((end) => threadOf(ways.get(end.id) ?? 0, begin, end));
		const words = names.map(({ text, isChosen, x, y }) => at.words(x, measure(text, fontOf(isChosen)), y));
		const list = threads(begin, ends, [...obstacles, ...words], bounds);
		ways = kept(list.map(({ id, way }) => [id, way]));
		return list;
	});
	return {
		get drawn() {
			return drawn;
		},
		get names() {
			return names;
		},
	};
}
