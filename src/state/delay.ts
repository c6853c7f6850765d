/** The way of an act to the day it became public, as the chart, its picture and whatever keeps clear of it have it. */
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
	const { data, reader, sharedLine, shift } = chart;
	if (!data.acts || !reader.known || mark.lane > 0) return null;
	const words = data.delay(mark.event);
	const width = chart.isStrip ? Infinity : measure(words, 'label');
	const isCrossed = sharedLine !== null && mark.y > sharedLine.top;
	const drawn = delayOf(mark, chart, { from: shift, width: chart.width }, width, {
		dayEnd: pixels(chart.end, chart),
		shared: isCrossed ? pixels(sharedLine.w, chart) : Infinity,
	});
	return drawn && { drawn, words, width };
}
