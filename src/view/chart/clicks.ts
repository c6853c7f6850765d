/** Which mark a click is meant for; a double-click where none is zooms in, as maps do. */
import { nearest } from '../../layout/mark-box.ts';
import type { Mark } from '../../layout/marks.ts';
import type { Chart } from '../../state/chart.svelte.ts';
import { zoomBy } from './zoom-and-pan.ts';

/** The longest time between the clicks of a double-click that a system can be set to, in ms. */
const LONGEST = 1000;

/** A click or press on the plot. */
type On<E> = E & { currentTarget: HTMLElement };

export class Clicks {
	readonly #chart: Chart;
	readonly #markOf: (row: number) => Mark | undefined;
	/**
	 * The row pressed by the pointer. A browser sends the click to the plot if the mark moved meanwhile or the pointer
	 * slipped off it.
	 */
	#pressed = -1;
	/** When the last single click met nothing; -Infinity after one that met something. */
	#missed = -Infinity;

	/** @param markOf the mark that begins with a row */
	constructor(chart: Chart, markOf: (row: number) => Mark | undefined) {
		this.#chart = chart;
		this.#markOf = markOf;
	}

	press({ target, currentTarget }: On<PointerEvent>, row: number) {
		this.#pressed = row;
		// Dates and names keep their clicks to themselves.
		if (target !== currentTarget) this.#missed = -Infinity;
	}
	/**
	 * @param row that of the mark clicked, or -1 @returns the mark to open: none for the second click of a double-click
	 * whose first one met something, as that may have moved what is under the pointer
	 */
	meant(e: On<MouseEvent>, row: number): Mark | undefined {
		const mark = this.#markOf(row) ?? this.#markOf(this.#pressed) ?? this.#near(e);
		this.#pressed = -1;
		if (e.detail > 1) return this.#missed === -Infinity ? undefined : mark;
		this.#missed = mark ? -Infinity : e.timeStamp;
		return mark;
	}
	/** Zooms in on a double-click whose two clicks met nothing. */
	double(e: On<MouseEvent>) {
		if (e.timeStamp - this.#missed > LONGEST || e.target !== e.currentTarget || this.#near(e)) return;
		const { left, width } = e.currentTarget.getBoundingClientRect();
		zoomBy(this.#chart, 2, (e.clientX - left) / width);
	}
	/** The mark near a click that missed all marks. */
	#near({ clientX, clientY, currentTarget }: On<MouseEvent>) {
		const chart = this.#chart;
		const { left, top } = currentTarget.getBoundingClientRect();
		const at = { x: clientX - left + chart.shift, y: clientY - top };
		return nearest(at, chart.unpinned, chart, { from: chart.shift, width: chart.width });
	}
}
