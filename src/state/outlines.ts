/** Places of events that are not shown, and the words beside those that are not yet public. */
import { ANYWHERE, boxOf, labelAt, pixels } from '../layout/drawing.ts';
import { middle } from '../layout/geometry.ts';
import { wordsAt, type Drawn } from '../layout/ghost-words.ts';
import { DOT } from '../layout/marks.ts';
import type { Item } from '../layout/placed.ts';
import type { Font } from './chart-data.ts';
import type { Chart } from './chart.svelte.ts';

/** In pixels of the plane. */
export interface Outline extends Drawn {
	/** How many events it holds. */
	readonly count: number;
	/** Of its middle. */
	readonly y: number;
}

/** Half of the height of an outline: those of two rows do not touch. */
export const outlineHalf = ({ geometry }: Pick<Chart, 'geometry'>) =>
	Math.min(DOT, geometry.half - 1, geometry.lanes.at(-1)!.pitch / 2 - 1);

export function outlineOf(chart: Chart, { lane, row, count, w0, w1 }: Item): Outline {
	const [x0, x1] = [pixels(w0, chart), pixels(w1, chart)];
	const half = Math.max((x1 - x0) / 2, outlineHalf(chart));
	const centre = (x0 + x1) / 2;
	return { lane, row, count, from: centre - half, to: centre + half, y: middle(chart.geometry.lanes[lane]!, row) };
}

/** Above the axis each act has a row of its own: there the way to the day it becomes public has begun. */
export const isAlone = (chart: Chart, { lane }: { readonly lane: number }) => lane === 0 && chart.data.acts !== null;

export interface OutlineWords extends Drawn {
	readonly words: string;
	/** Middle of its line. */
	readonly y: number;
}
/** "not yet public" where there is room for it. */
export function outlineWords(chart: Chart, measure: (text: string, font: Font) => number): OutlineWords[] {
	// In the strip there is room for none.
	if (chart.isStrip) return [];
	const outlines = chart.ghosts.map((item) => outlineOf(chart, item));
	const view = { from: chart.shift, width: chart.width };
	const marks = chart.standing.map((mark): Drawn => {
		const box = boxOf(mark, chart, ANYWHERE);
		const label = labelAt(mark, box, chart, view);
		const from = label === null ? box.x0 : Math.min(box.x0, box.left + label);
		const to = label === null ? box.x1 : Math.max(box.x1, box.left + label + mark.labelWidth);
		return { lane: mark.lane, row: mark.row, from, to };
	});
	const inView = outlines.filter((g) => g.to > chart.shift && g.from < chart.shift + chart.width);
	const words = ({ count }: Outline) => (count > 1 ? `${count} not yet public` : 'not yet public');
	const width = (outline: Outline) => measure(words(outline), 'label');
	const at = wordsAt(
		inView,
		width,
		[...marks, ...outlines],
		pixels(chart.end, chart),
		chart.shift + chart.width,
		(outline) => isAlone(chart, outline),
	);
	return inView.flatMap((g, i) => {
		const from = at[i];
		return from == null ? [] : [{ ...g, words: words(g), from, to: from + width(g) }];
	});
}
