/** Gestures, recognised by d3-zoom. The span belongs to the state, and Svelte draws it. */
import { select, zoom, zoomIdentity, type D3ZoomEvent } from 'd3';
import { flushSync, untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { panned, toSpan } from '../../layout/view.ts';
import type { Chart } from '../../state/chart.svelte.ts';

/** Passed with transforms that we set, so that d3's events for them are not taken for gestures. */
const ECHO = new Event('echo');
/** Pixels; a pointer that moved less has clicked. */
const SLOP = 4;
const DEEPEST = 1e7;

/** Where a pointer went down, and whether it has moved enough to be a gesture. */
interface Begun {
	readonly x: number;
	readonly y: number;
	moving: boolean;
}

/** @param plainWheel called when the wheel scrolls the page with the pointer over the chart */
export const zoomable =
	(chart: Chart, plainWheel: () => void): Attachment<HTMLElement> =>
	(node) => {
		let begun: Begun | null = null;
		/** Number of gestures not yet ended: a press may begin while a wheel gesture still runs out. */
		let open = 0;
		let gesturing = false;
		let resting: ReturnType<typeof setTimeout>;
		/** Ends the gesture after all have ended: a browser drops a click if the pressed element was moved before it. */
		const rest = (after: number) => {
			clearTimeout(resting);
			resting = setTimeout(() => open === 0 && settled(chart), after);
		};

		/** One finger pans once it moves more sideways than down; until then d3 gets no events, and the page may scroll. */
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
			// One notch of a mouse wheel at most halves the span in view; a trackpad's small steps add up.
			.wheelDelta((e: WheelEvent) => Math.min(Math.max(-e.deltaY * (e.deltaMode === 1 ? 0.3 : 0.01), -1), 1))
			.filter((e: WheelEvent | MouseEvent | TouchEvent) =>
				e.type === 'wheel' ? e.ctrlKey || e.metaKey : !('button' in e) || (e.button === 0 && !e.ctrlKey),
			);
		const target = select(node).call(behavior).on('dblclick.zoom', null);

		behavior
			.on('start', ({ sourceEvent: e }: D3ZoomEvent<HTMLElement, unknown>) => {
				open++;
				if (e !== ECHO) gesturing = chart.isMoving = true;
				if (e instanceof MouseEvent && e.type === 'mousedown') begun = { x: e.clientX, y: e.clientY, moving: false };
			})
			.on('zoom', ({ transform, sourceEvent: e }: D3ZoomEvent<HTMLElement, unknown>) => {
				if (e === ECHO) return;
				if (e instanceof MouseEvent && e.type === 'mousemove' && begun) {
					begun.moving ||= Math.hypot(e.clientX - begun.x, e.clientY - begun.y) > SLOP;
					if (!begun.moving) return;
					// Not on pointerdown: `cursor` is inherited, so all marks are restyled, and most presses are only clicks.
					node.style.cursor = 'grabbing';
				}
				const from = -transform.x / (transform.k * chart.width);
				chart.reader.show(
					toSpan(chart.timeScale, { from: Math.max(0, from), to: Math.min(1, from + 1 / transform.k) }),
				);
			})
			.on('end', () => {
				// The end of a wheel gesture has our own last transform as its source, so go by how the gesture began.
				if (--open > 0 || !gesturing) return;
				gesturing = false;
				begun = null;
				node.style.cursor = '';
				rest(0);
			});

		/** Shift + wheel and a sideways wheel pan; a plain wheel scrolls the page. */
		node.addEventListener(
			'wheel',
			(e) => {
				if (e.ctrlKey || e.metaKey) return;
				const by = e.shiftKey ? e.deltaY || e.deltaX : Math.abs(e.deltaX) > Math.abs(e.deltaY) ? e.deltaX : 0;
				if (by === 0) return plainWheel();
				e.preventDefault();
				chart.isMoving = true;
				chart.reader.show(toSpan(chart.timeScale, panned(chart.timeScale, chart.range, by / chart.width)));
				rest(200);
			},
			{ signal: touches.signal, passive: false },
		);

		$effect(() => {
			const { width, range } = chart;
			const k = 1 / (range.to - range.from);
			const plot: [[number, number], [number, number]] = [
				[0, 0],
				[width, 1],
			];
			behavior.extent(plot).translateExtent(plot);
			const transform = zoomIdentity.translate(-range.from * k * width, 0).scale(k);
			// @ts-expect-error d3-zoom takes the source event as its fourth argument; its types do not know
			untrack(() => behavior.transform(target, transform, undefined, ECHO));
		});
		return () => {
			touches.abort();
			clearTimeout(resting);
			target.on('.zoom', null);
		};
	};

/**
 * Ends a gesture. Marks are put back in time order, which must not take focus from the focused one.
 */
function settled(chart: Chart) {
	const before = document.activeElement;
	chart.isMoving = false;
	chart.reader.rest();
	flushSync();
	if (before instanceof HTMLElement && before.isConnected && document.activeElement !== before)
		before.focus({ preventScroll: true });
}
