/** The chart once it is drawn, for the controls around it, which are there before. */
import { DAY } from '../../domain/model/when.ts';
import { clamped, toSpan, WHOLE } from '../../layout/view.ts';
import type { Chart } from '../../state/chart.svelte.ts';
import type { Timeline } from '../../state/timeline.svelte.ts';

class Living {
	chart = $state.raw<Chart | null>(null);
	/** The scale is being switched: marks may glide. */
	isSwitching = $state.raw(false);
	/** A mark has focus by keyboard. */
	hasKeys = $state.raw(false);
}
export const living = new Living();

/** Switches between elastic time and true scale, and keeps what is in the middle where it is. */
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
	// To the nearest days, so that coming to rest moves the middle as little as can be.
	timeline.show({ start: Math.round(start / DAY) * DAY, end: Math.round(end / DAY) * DAY });
	timeline.rest();
}
