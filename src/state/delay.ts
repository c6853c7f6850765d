/** The way of an act to the day it became public, as the chart, its picture and whatever keeps clear of it have it. */
import { parted } from '../layout/annotations.ts';
import { delayOf, pixels, type Delay } from '../layout/drawing.ts';
import type { Mark } from '../layout/marks.ts';
import type { Font } from './chart-data.ts';
import type { Chart } from './chart.svelte.ts';

export interface Told {
	readonly drawn: Delay;
	readonly words: string;
	/** Of the words, in pixels: infinite in the strip, which has no room for any. */
	readonly width: number;
}

/** @returns null where none is drawn */
export function delayIn(chart: Chart, mark: Mark, measure: (text: string, font: Font) => number): Told | null {
	const { data, reader, shift } = chart;
	if (!data.acts || !reader.known || mark.lane > 0) return null;
	const words = data.delay(mark.event);
	const width = chart.isStrip ? Infinity : measure(words, 'label');
	const drawn = delayOf(mark, chart, { from: shift, width: chart.width }, width, pixels(chart.end, chart));
	return drawn && { drawn, words, width };
}

/** The line at which several acts end, above the axis: pieces [top, bottom] that words of other delays leave of it. */
export function sharedPieces(chart: Chart, measure: (text: string, font: Font) => number) {
	const { sharedLine: line, acts, geometry } = chart;
	if (!line) return [];
	const words = acts.flatMap((mark) => {
		const told = delayIn(chart, mark, measure);
		return told?.drawn.x != null ? [{ x: told.drawn.x, y: mark.y, width: told.width }] : [];
	});
	return parted(pixels(line.w, chart), line.top, geometry.axis, words);
}
