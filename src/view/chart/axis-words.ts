/** Which ticks of the axis have words in view. */
import { pixels } from '../../layout/mark-box.ts';
import { said, type Tick } from '../../layout/ticks.ts';
import type { Chart } from '../../state/chart.svelte.ts';
import { measure } from './measure.svelte.ts';

/** Half of the round handle of a day on the axis: no words are under it. */
const GRIP = 11;

/** As of a day, no later one is named: it would be one on which something is still to come. */
export function axisWords(chart: Chart): Tick[] {
	const { timeScale, scale, range, width, end } = chart;
	const ticks = chart.ticks.filter(({ level, w }) => level !== 'day' || w < end);
	const isGripped = ({ w, label, level }: Tick) => {
		const from = pixels(w, chart) + 5 - pixels(end, chart);
		return from < GRIP && from + measure(label, level) > -GRIP;
	};
	return said(ticks, timeScale, scale, range, width, measure).filter((tick) => !isGripped(tick));
}
