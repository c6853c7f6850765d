// The limit: the best a hand-written canvas can do. d3-zoom, one draw per frame, hit tests by an index.
import { scaleUtc } from 'd3-scale';
import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import { HEIGHT, LEFT, painter, PLOT, rowsInView, TOP, WIDTH } from '../shared/limit-draw.mjs';
import { GROUP_ROWS, indexed, lower } from '../shared/limit-index.mjs';

let canvas, ctx, events, index, draw, behaviour, target, whole;
let transform = zoomIdentity;
let asked = 0;
let chosen = -1;
let only = null;

function rowOf(id) {
	if (id < 0) return -1;
	const { S, ids, off } = index;
	const { group, start } = events[id];
	for (let r = group * GROUP_ROWS; r < (group + 1) * GROUP_ROWS; r++)
		for (let i = lower(S, start, off[r], off[r + 1]); i < off[r + 1] && S[i] === start; i++)
			if (ids[i] === id) return r;
	return -1;
}
function paint() {
	asked = 0;
	draw(transform.rescaleX(whole), only, chosen, rowOf(chosen));
}
const ask = () => {
	asked ||= requestAnimationFrame(paint);
};
function show([from, to]) {
	const k = (ctx.SPAN_END - ctx.SPAN_START) / (to - from);
	target.call(behaviour.transform, zoomIdentity.scale(k).translate(-whole(from), 0));
}
/** The event nearest to a point of the canvas, or -1. */
function hit(x, y) {
	const { S, E, ids, off, latest } = index;
	const { g0, g1, rowHeight } = rowsInView(only, ctx.GROUPS.length);
	const r = g0 * GROUP_ROWS + Math.floor((y - TOP) / rowHeight);
	if (r < g0 * GROUP_ROWS || r >= g1 * GROUP_ROWS) return -1;
	const [from, to] = transform.rescaleX(whole).domain().map(Number);
	const pixel = (to - from) / PLOT;
	const t = from + (x - LEFT) * pixel;
	let [best, least] = [-1, 5 * pixel];
	const last = lower(S, t + 4 * pixel, off[r], off[r + 1]) - 1;
	for (let i = last; i >= off[r] && last - i < 64 && latest[i] >= t - 6 * pixel; i--) {
		const away = t < S[i] ? S[i] - t : t > E[i] ? t - E[i] : 0;
		if (away < least) [best, least] = [ids[i], away];
	}
	return best;
}

export default {
	async setup(root, given, context) {
		[events, ctx] = [given, context];
		index = indexed(events, ctx, PLOT);
		whole = scaleUtc([ctx.SPAN_START, ctx.SPAN_END], [0, PLOT]);
		canvas = document.createElement('canvas');
		Object.assign(canvas, { width: WIDTH, height: HEIGHT, role: 'img', ariaLabel: 'Timeline' });
		canvas.style.display = 'block';
		root.append(canvas);
		draw = painter(canvas, index, events, ctx);
		behaviour = zoom()
			.scaleExtent([1, 1e6])
			.on('zoom', (e) => {
				transform = e.transform;
				ask();
			});
		target = select(canvas).call(behaviour);
		canvas.addEventListener('click', (e) => {
			const found = hit(e.offsetX, e.offsetY);
			if (found < 0) return;
			chosen = found;
			ask();
		});
		paint();
	},
	pan: (share) => show(ctx.panWindow(share)),
	zoom: (share) => show(ctx.zoomWindow(share)),
	async filter(group) {
		only = group;
		ask();
	},
	target() {
		const { S, off, rows } = index;
		const n = events.length;
		const middle = (ctx.SPAN_START + ctx.SPAN_END) / 2;
		const width = (ctx.SPAN_END - ctx.SPAN_START) / (n <= 100 ? 1 : Math.min(1000, n / 100));
		show([middle - width / 2, middle + width / 2]);
		const { left, top } = canvas.getBoundingClientRect();
		const { rowHeight } = rowsInView(only, ctx.GROUPS.length);
		for (let r = 0; r < rows; r++) {
			const i = lower(S, middle - width / 4, off[r], off[r + 1]);
			if (i === off[r + 1] || S[i] >= middle + width / 2.2) continue;
			const x = LEFT + ((S[i] - middle) / width + 0.5) * PLOT + 1;
			const y = TOP + r * rowHeight + 3;
			const found = hit(x, y);
			if (found >= 0 && found !== chosen) return { id: events[found].id, x: left + x, y: top + y };
		}
		return undefined;
	},
	selected: () => (chosen >= 0 && !asked ? events[chosen].id : null),
};
