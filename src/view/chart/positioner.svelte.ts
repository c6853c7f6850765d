/**
 * Positions marks. One effect moves them all, as a zoom frame has no time for an effect each; Svelte renders the rest
 * of a mark.
 */
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { BAR } from '../../layout/columns.ts';
import { ANYWHERE, boxOf, isNearEnd, labelAt, pixels, type Transform, type Window } from '../../layout/mark-box.ts';
import { HALF } from '../../layout/geometry.ts';
import type { Mark } from '../../layout/marks.ts';
import type { EdgeCluster } from '../../layout/edge-clusters.ts';
import type { Chart } from '../../state/chart.svelte.ts';

/** A mark's elements: the one that moves, and those that change with the distance of its ends. */
interface Moved {
	readonly at: HTMLElement;
	readonly mark: () => Mark;
	/**
	 * The mark and transform for which it was placed; null while an end of the view is near, as its position then also
	 * depends on that.
	 */
	placed: ({ readonly mark: Mark; readonly end: number } & Transform) | null;
	/** Values last set for bar and label. Most stay the same, and setting them again would cost as much as a change. */
	bar: string;
	label: HTMLElement | null;
	labelX: number | null;
	line: number;
}

/**
 * Rounds to a sixteenth of a pixel, which is invisible: writing and parsing numbers of seventeen digits takes as long
 * as all the rest.
 */
const sixteenths = (n: number) => Math.round(n * 16) / 16;
const px = (n: number) => `${sixteenths(n)}px`;

/** @param line x of the line at the end of the day of knowledge */
function move(moved: Moved, mark: Mark, transform: Transform, view: Window, line: number) {
	const { at } = moved;
	const button = at.firstElementChild as HTMLElement;
	const box = boxOf(mark, transform, view);
	at.style.transform = `translate(${px(box.left)}, ${mark.y - 12}px)`;
	// An element is reused: it may have been a bar and be a cluster now.
	const bar = mark.shape & BAR ? px(box.x1 - box.x0) : '';
	if (bar !== moved.bar) {
		moved.bar = bar;
		button.style.width = bar && px(box.width);
		button.style.setProperty('--bar-x', px(box.x0 - box.left));
		button.style.setProperty('--bar-w', bar);
	}
	const label = button.firstElementChild as HTMLElement | null;
	const found = label && labelAt(mark, box, transform, view);
	const x = found === null ? null : sixteenths(found);
	if (label === moved.label && x === moved.labelX && line === moved.line) return;
	[moved.label, moved.labelX, moved.line] = [label, x, line];
	if (!label) return;
	label.hidden = x === null;
	// On a bar or a line the label gets a background.
	label.classList.toggle('on', mark.placement === 'act' && x !== null && x >= box.x0 - box.left);
	// Across the line of the day it gets one too.
	const left = box.left + (x ?? 0);
	label.classList.toggle('over', left < line + 2 && left + mark.labelWidth > line - 2);
	if (x !== null) label.style.transform = `translateX(${x}px)`;
}

/**
 * @returns an attachment that moves an element to its mark's place. The element contains the mark's button, which may
 * contain a label.
 */
export function moving(chart: Chart): (mark: () => Mark) => Attachment<HTMLElement> {
	const all = new Set<Moved>();
	function settle(moved: Moved) {
		const { origin, scale, shift, width, end } = chart;
		const view = { from: shift, width };
		const mark = moved.mark();
		const { placed } = moved;
		const isNear = isNearEnd(mark, chart, view);
		if (!isNear && placed?.mark === mark && placed.origin === origin && placed.scale === scale && placed.end === end)
			return;
		move(moved, mark, chart, isNear ? view : ANYWHERE, pixels(end, chart));
		moved.placed = isNear ? null : { mark, origin, scale, end };
	}
	$effect(() => {
		// Read dependencies once, not for each mark; a mark whose label changes is placed again.
		const { unpinned, scale, origin, shift, width, end } = chart;
		if (!unpinned.length || Number.isNaN(scale + origin + shift + width + end)) return;
		untrack(() => {
			for (const moved of all) settle(moved);
		});
	});
	return (mark) => (at) => {
		const moved: Moved = { at, mark, placed: null, bar: '', label: null, labelX: null, line: Infinity };
		all.add(moved);
		untrack(() => settle(moved));
		return () => all.delete(moved);
	};
}

/** Positions an edge cluster, which stays at its end of the view. */
export const pinnedAt =
	(chart: Chart) =>
	(edgeCluster: () => Mark): Attachment<HTMLElement> =>
	(at) => {
		const { end, y } = edgeCluster() as EdgeCluster;
		const x = end === 'left' ? 0 : chart.width - 2 * HALF;
		at.style.transform = `translate(${x}px, ${y - HALF}px)`;
	};

/**
 * Throttles a value to ten updates a second while the view moves: numbers that change sixty times a second cannot be
 * read.
 */
const INTERVAL = 100;
export function throttledWhileMoving<T>(): (now: T, isMoving: boolean) => T {
	let shown: T;
	let since = -Infinity;
	return (now, isMoving) => {
		const t = performance.now();
		if (isMoving && t - since < INTERVAL) return shown;
		since = t;
		return (shown = now);
	};
}
