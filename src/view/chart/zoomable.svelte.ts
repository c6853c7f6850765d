/** d3-zoom hears the gestures; the state owns the span and Svelte draws it. */
import { select, zoom, zoomIdentity, type D3ZoomEvent } from 'd3';
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { panned, toSpan, zoomed } from '../../layout/view.ts';
import type { Chart } from '../../state/chart.svelte.ts';
import type { Timeline } from '../../state/timeline.svelte.ts';

/** Marks a transform as ours, so that d3's report of it is not taken for a gesture. */
const ECHO = new Event('echo');
/** A pointer that moved less has clicked. */
const SLOP = 4;
const DEEPEST = 1e7;

/** Where a gesture began, and whether it has turned out to be one. */
interface Begun {
	readonly x: number;
	readonly y: number;
	moving: boolean;
}

/** @param plainWheel told when a wheel that only scrolls the page passes over the chart */
export const zoomable =
	(timeline: Timeline, chart: Chart, plainWheel: () => void): Attachment<HTMLElement> =>
	(node) => {
		let begun: Begun | null = null;

		/** One finger pans once it moves more sideways than down; until then d3 hears nothing, and the page may scroll. */
		const touches = new AbortController();
		node.addEventListener(
			'touchstart',
			({ touches: [finger, second] }) => {
				begun = finger ? { x: finger.clientX, y: finger.clientY, moving: second !== undefined } : null;
			},
			{ signal: touches.signal, passive: true },
		);
		node.addEventListener(
			'touchmove',
			(e) => {
				const finger = e.touches[0]!;
				if (begun && !begun.moving && e.touches.length === 1) {
					const [dx, dy] = [Math.abs(finger.clientX - begun.x), Math.abs(finger.clientY - begun.y)];
					begun.moving = dx > SLOP && dx > dy;
				}
				if (!begun?.moving) e.stopImmediatePropagation();
			},
			{ signal: touches.signal },
		);

		const behavior = zoom<HTMLElement, unknown>()
			.scaleExtent([1, DEEPEST])
			.clickDistance(SLOP)
			.filter((e: WheelEvent | MouseEvent | TouchEvent) =>
				e.type === 'wheel' ? e.ctrlKey || e.metaKey : !('button' in e) || (e.button === 0 && !e.ctrlKey),
			);
		const target = select(node).call(behavior).on('dblclick.zoom', null);

		behavior
			.on('start', ({ sourceEvent: e }: D3ZoomEvent<HTMLElement, unknown>) => {
				if (e instanceof MouseEvent && e.type === 'mousedown') begun = { x: e.clientX, y: e.clientY, moving: false };
			})
			.on('zoom', ({ transform, sourceEvent: e }: D3ZoomEvent<HTMLElement, unknown>) => {
				if (e === ECHO) return;
				if (e instanceof MouseEvent && e.type === 'mousemove' && begun) {
					begun.moving ||= Math.hypot(e.clientX - begun.x, e.clientY - begun.y) > SLOP;
					if (!begun.moving) return;
				}
				const from = -transform.x / (transform.k * chart.width);
				timeline.show(toSpan(chart.warp, { from: Math.max(0, from), to: Math.min(1, from + 1 / transform.k) }));
			})
			.on('end', ({ sourceEvent: e }: D3ZoomEvent<HTMLElement, unknown>) => {
				if (e === ECHO) return;
				begun = null;
				timeline.rest();
			});

		/** Shift + wheel and a sideways wheel pan; a plain wheel is the page's. */
		let resting: ReturnType<typeof setTimeout>;
		node.addEventListener(
			'wheel',
			(e) => {
				if (e.ctrlKey || e.metaKey) return;
				const by = e.shiftKey ? e.deltaY || e.deltaX : Math.abs(e.deltaX) > Math.abs(e.deltaY) ? e.deltaX : 0;
				if (by === 0) return plainWheel();
				e.preventDefault();
				timeline.show(toSpan(chart.warp, panned(chart.warp, chart.stretch, by / chart.width)));
				clearTimeout(resting);
				resting = setTimeout(timeline.rest, 200);
			},
			{ signal: touches.signal, passive: false },
		);

		$effect(() => {
			const { width, stretch } = chart;
			const k = 1 / (stretch.to - stretch.from);
			const plot: [[number, number], [number, number]] = [
				[0, 0],
				[width, 1],
			];
			behavior.extent(plot).translateExtent(plot);
			const transform = zoomIdentity.translate(-stretch.from * k * width, 0).scale(k);
			// @ts-expect-error d3-zoom takes the source event as its fourth argument; its types do not know
			untrack(() => behavior.transform(target, transform, undefined, ECHO));
		});
		return () => {
			touches.abort();
			clearTimeout(resting);
			target.on('.zoom', null);
		};
	};

/** Zooms about the middle, as buttons and keys do. */
export const zoomBy = (timeline: Timeline, chart: Chart, factor: number) => {
	timeline.show(toSpan(chart.warp, zoomed(chart.warp, chart.stretch, factor)));
	timeline.rest();
};
export const panBy = (timeline: Timeline, chart: Chart, share: number) => {
	timeline.show(toSpan(chart.warp, panned(chart.warp, chart.stretch, share)));
	timeline.rest();
};
