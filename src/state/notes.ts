/** Words of ours beside events, as the living chart and its picture both draw them. */
import { annotations, type Annotation } from '../layout/annotations.ts';
import { pixels } from '../layout/drawing.ts';
import type { Font } from './chart-data.ts';
import type { Chart } from './chart.svelte.ts';
import { delayIn } from './delay.ts';
import { outlineWords } from './outlines.ts';

export function notesOf(chart: Chart, measure: (text: string, font: Font) => number): readonly Annotation[] {
	// In the strip there is room for none.
	if (chart.isStrip) return [];
	const { data, geometry, standing, piles, ghosts, left, markers, sharedLine, shift } = chart;
	const view = { from: shift, width: chart.width };
	return annotations(
		{
			...{ marks: standing, others: [...ghosts, ...left, ...piles], geometry, lens: chart, view },
			said: outlineWords(chart, measure),
			end: pixels(chart.end, chart),
			dotted: markers.map(({ w }) => pixels(w, chart)),
			solid: sharedLine ? [pixels(sharedLine.w, chart)] : [],
			delay: (mark) => delayIn(chart, mark, measure),
		},
		(event) => {
			const text = data.note(event);
			return text ? { text, width: measure(text, 'note') } : null;
		},
	);
}
