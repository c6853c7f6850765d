import * as Plot from '@observablehq/plot';
import { clickable } from '../shared/clickable.mjs';
let el0,
	evs,
	all,
	sel = null,
	win,
	ctx,
	n,
	cur;
function draw() {
	const [a, b] = win,
		vis = [];
	for (const e of evs) if ((e.end || e.start) >= a && e.start <= b) vis.push(e);
	const y = (e) => ctx.GROUPS[e.group],
		marks = [
			Plot.barX(
				vis.filter((e) => e.end),
				{ x1: 'start', x2: 'end', y, fill: y, fillOpacity: 0.6, insetTop: 24, insetBottom: 24, title: 'label' },
			),
			Plot.dot(
				vis.filter((e) => !e.end),
				{ x: 'start', y, fill: y, r: 3, title: 'label' },
			),
			Plot.axisX({ anchor: 'bottom' }),
		];
	if (n <= 1000) marks.push(Plot.text(vis, { x: 'start', y, text: 'label', textAnchor: 'start', dx: 6, fontSize: 10 }));
	const p = Plot.plot({
		width: 1200,
		height: 600,
		marginLeft: 90,
		clip: true,
		x: { type: 'utc', domain: [new Date(a), new Date(b)] },
		y: { domain: ctx.GROUPS, label: null },
		color: { domain: ctx.GROUPS, scheme: 'tableau10' },
		ariaLabel: 'Timeline',
		marks,
	});
	el0.replaceChildren(p);
	cur = vis;
	p.addEventListener('click', (e) => {
		const m = e.target.closest('[aria-label=dot] circle, [aria-label=bar] rect');
		if (!m) return;
		const dot = m.closest('[aria-label=dot]');
		const arr = vis.filter((q) => (dot ? !q.end : q.end));
		sel = arr[m.__data__].id;
		p.querySelectorAll('[data-sel]').forEach((q) => {
			q.removeAttribute('data-sel');
			q.removeAttribute('stroke');
		});
		m.setAttribute('data-sel', sel);
		m.setAttribute('stroke', '#000');
	});
}
export default {
	notes: {
		pan: 'static library: whole plot rebuilt for each step, events pre-filtered to the window',
		labels: 'only up to N = 1,000 (they overlap)',
	},
	async setup(el, events, c) {
		el0 = el;
		ctx = c;
		evs = all = events;
		n = events.length;
		win = [c.SPAN_START, c.SPAN_END];
		draw();
	},
	pan(p, c) {
		win = c.panWindow(p);
		draw();
	},
	zoom(p, c) {
		win = c.zoomWindow(p);
		draw();
	},
	async filter(g) {
		evs = g == null ? all : all.filter((e) => e.group === g);
		draw();
	},
	reset() {
		evs = all;
		draw();
	},
	target(c) {
		const m = (c.SPAN_START + c.SPAN_END) / 2,
			k = n <= 100 ? 1 : Math.min(1000, n / 100),
			w = (c.SPAN_END - c.SPAN_START) / k;
		win = [m - w / 2, m + w / 2];
		draw();
		const dots = cur.filter((q) => !q.end);
		return clickable(el0.querySelectorAll('[aria-label=dot] circle'), el0, (e) => dots[e.__data__].id, { left: 100 });
	},
	selected() {
		return el0.querySelector('[data-sel]')?.getAttribute('data-sel') ?? null;
	},
};
