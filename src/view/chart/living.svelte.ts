/** The interactive chart, null until it is drawn, for the controls around it, which are hydrated earlier. */
import { DAY } from '../../domain/model/when.ts';
import { clamped, toSpan, WHOLE } from '../../layout/view.ts';
import type { Chart } from '../../state/chart.svelte.ts';
import type { Timeline } from '../../state/timeline.svelte.ts';

class Living {
	chart = $state.raw<Chart | null>(null);
	/** The scale is being switched, so marks are animated. */
	isSwitching = $state.raw(false);
	/** A mark has keyboard focus. */
	hasKeys = $state.raw(false);
}
export const living = new Living();

/** Switches between elastic time and true scale, and keeps the middle of the view in place. */
export function turnScale(timeline: Timeline, on: boolean) {
	const { chart } = living;
	const { from, to } = chart?.range ?? WHOLE;
	const middle = chart?.timeScale.toTime((from + to) / 2) ?? 0;
	const half = chart ? (chart.span.end - chart.span.start) / 2 : 0;
	timeline.set({ trueScale: on });
	living.isSwitching = true;
	setTimeout(() => (living.isSwitching = false), 250);
	if (!chart || !timeline.span) return;
	const { toAxis } = chart.timeScale;
	const room = (toAxis(middle + half) - toAxis(middle - half)) / 2;
	const { start, end } = toSpan(
		chart.timeScale,
		clamped(chart.timeScale, { from: toAxis(middle) - room, to: toAxis(middle) + room }),
	);
	// Rounded to whole days here, as `rest` would round outwards and move the middle further.
	timeline.show({ start: Math.round(start / DAY) * DAY, end: Math.round(end / DAY) * DAY });
	timeline.rest();
}
