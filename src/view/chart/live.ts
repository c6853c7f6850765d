/** Entry of the interactive chart, loaded only in windows wide enough for it. */
import type { Timeline } from '../../state/timeline.svelte.ts';
import type { PagePart } from '../parts.ts';
import { chartOf } from './build.svelte.ts';
import LiveChart from './LiveChart.svelte';
import { living } from './living.svelte.ts';
import { measure } from './measure.svelte.ts';
import { roomIn } from './room.ts';

/** @param stage the element with the picture, which is as wide as the chart will be */
export function liveChart(timeline: Timeline, stage: HTMLElement): PagePart {
	const chart = chartOf(timeline, measure);
	chart.prepare((stage.querySelector('.plot') ?? stage).clientWidth, roomIn(innerHeight));
	living.chart = chart;
	return { part: LiveChart, props: { chart } };
}
