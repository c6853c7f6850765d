/** The ticks whose labels are shown. */
import { pixels } from '../../layout/mark-box.ts';
import { said, type Tick } from '../../layout/ticks.ts';
import type { Chart } from '../../state/chart.svelte.ts';
import { measure } from './measure.svelte.ts';

/** Radius of the round handle of the day on the axis, which must not cover labels. */
const GRIP = 11;

/** As of a day, of later dates only years are labelled: in elastic time others would reveal that something happens. */
export function axisWords(chart: Chart): Tick[] {
	const { timeScale, scale, range, width, end } = chart;
	const ticks = chart.ticks.filter(({ level, w }) => level === 'year' || w < end);
	const isGripped = ({ w, label, level }: Tick) => {
		const from = pixels(w, chart) + 5 - pixels(end, chart);
		return from < GRIP && from + measure(label, level) > -GRIP;
	};
	return said(ticks, timeScale, scale, range, width, measure).filter((tick) => !isGripped(tick));
}
