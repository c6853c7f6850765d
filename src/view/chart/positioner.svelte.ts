/**
 * Where marks are: one effect moves them all, as a frame of a zoom has no time for one each. What a mark is,
 * Svelte draws.
 */
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { BAR } from '../../layout/columns.ts';
import { ANYWHERE, boxOf, isNearEnd, labelAt, pixels, type Lens, type Window } from '../../layout/mark-box.ts';
import { HALF } from '../../layout/geometry.ts';
import type { Mark } from '../../layout/marks.ts';
import type { EdgeCluster } from '../../layout/edge-clusters.ts';
import type { Chart } from '../../state/chart.svelte.ts';

/** A mark's elements: what moves, and what changes with the distance of its ends. */
interface Moved {
	readonly at: HTMLElement;
	readonly mark: () => Mark;
	/**
	 * For which mark and scale it is where it is; null while an end of the view is near, as then that counts
	 * too.
	 */
	placed: ({ readonly mark: Mark; readonly end: number } & Lens) | null;
	/** What has been set of a bar and of a label: most of it stays the same, and to set it again costs as much. */
	bar: string;
	label: HTMLElement | null;
	labelX: number | null;
	line: number;
}

/**
 * To a sixteenth of a pixel, which nobody sees: numbers of seventeen digits take as long to write and to read as
 * all the rest.
 */
const sixteenths = (n: number) => Math.round(n * 16) / 16;
const px = (n: number) => `${sixteenths(n)}px`;

/** @param line at the end of the day the page is turned to */
function move(moved: Moved, mark: Mark, lens: Lens, view: Window, line: number) {
	const { at } = moved;
	const button = at.firstElementChild as HTMLElement;
	const box = boxOf(mark, lens, view);
	at.style.transform = `translate(${px(box.left)}, ${mark.y - 12}px)`;
	// The same element may have stood for a bar before, and stand for a cluster now.
	const bar = mark.shape & BAR ? px(box.x1 - box.x0) : '';
	if (bar !== moved.bar) {
		moved.bar = bar;
		button.style.width = bar && px(box.width);
		button.style.setProperty('--bar-x', px(box.x0 - box.left));
		button.style.setProperty('--bar-w', bar);
	}
	const label = button.firstElementChild as HTMLElement | null;
	const found = label && labelAt(mark, box, lens, view);
	const x = found === null ? null : sixteenths(found);
	if (label === moved.label && x === moved.labelX && line === moved.line) return;
	[moved.label, moved.labelX, moved.line] = [label, x, line];
	if (!label) return;
	label.hidden = x === null;
	// On a bar or a line its words have a ground of their own.
	label.classList.toggle('on', mark.placement === 'act' && x !== null && x >= box.x0 - box.left);
	// Over that line its words have a ground, too.
	const left = box.left + (x ?? 0);
	label.classList.toggle('over', left < line + 2 && left + mark.labelWidth > line - 2);
	if (x !== null) label.style.transform = `translateX(${x}px)`;
}

/**
 * @returns what puts an element where its mark is: it holds the mark's button, and that the label, if
 * there is one
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
		// What it follows is read once, not by each of them; marks that change their label are placed again.
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

/** An edge cluster is at an end of the view, whatever moves. */
export const pinnedAt =
	(chart: Chart) =>
	(edgeCluster: () => Mark): Attachment<HTMLElement> =>
	(at) => {
		const { end, y } = edgeCluster() as EdgeCluster;
		const x = end === 'left' ? 0 : chart.width - 2 * HALF;
		at.style.transform = `translate(${x}px, ${y - HALF}px)`;
	};

/**
 * Numbers that change sixty times a second cannot be read: while the view moves, what holds them is drawn ten
 * times a second.
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
