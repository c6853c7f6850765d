// The naive D3 + SVG timeline most teams write first: one <g> per event, every event joined on every zoom.
import { select } from 'd3-selection';
import { zoom as d3zoom, zoomIdentity } from 'd3-zoom';
import { scaleUtc, scaleBand } from 'd3-scale';
import { axisBottom } from 'd3-axis';
const Wd = 1200,
	Ht = 600,
	M = { l: 90, r: 10, t: 10, b: 30 };
const COL = ['#1f77b4', '#b85600', '#20701f', '#b0201f', '#6b4496', '#8c564b', '#9c3d80', '#555'];
let svg,
	gEv,
	gAx,
	x0,
	y,
	z,
	data,
	all,
	sel = null,
	ctx,
	T = zoomIdentity;
function draw() {
	const x = T.rescaleX(x0);
	gAx.call(axisBottom(x));
	const g = gEv
		.selectAll('g.ev')
		.data(data, (d) => d.id)
		.join((e) => {
			const g = e
				.append('g')
				.attr('class', 'ev')
				.style('cursor', 'pointer')
				.on('click', (_, d) => {
					sel = d.id;
					gEv.selectAll('g.ev').classed('sel', (q) => q.id === sel);
				});
			g.append('rect')
				.attr('height', 8)
				.attr('rx', 2)
				.attr('fill', (d) => COL[d.group]);
			g.append('text')
				.attr('y', 8)
				.attr('font-size', 10)
				.text((d) => d.label);
			return g;
		});
	g.attr('transform', (d) => `translate(${x(d.start)},${y(d.group) + (d.row % 5) * 13})`);
	g.select('rect').attr('width', (d) => (d.end ? Math.max(3, x(d.end) - x(d.start)) : 5));
	g.select('text').attr('x', (d) => (d.end ? Math.max(3, x(d.end) - x(d.start)) + 3 : 8));
}
const setWin = ([a, b]) => {
	const k = (ctx.SPAN_END - ctx.SPAN_START) / (b - a);
	svg.call(z.transform, zoomIdentity.translate(M.l, 0).scale(k).translate(-x0(a), 0));
};
export default {
	async setup(el, events, c) {
		ctx = c;
		all = data = events.map((e, i) => ({ ...e, row: i }));
		x0 = scaleUtc([c.SPAN_START, c.SPAN_END], [M.l, Wd - M.r]);
		y = scaleBand(
			c.GROUPS.map((_, i) => i),
			[M.t, Ht - M.b],
		);
		svg = select(el)
			.append('svg')
			.attr('width', Wd)
			.attr('height', Ht)
			.attr('font-family', 'sans-serif')
			.style('display', 'block');
		svg.append('style').text('g.ev.sel rect{stroke:#000;stroke-width:2px}');
		svg
			.append('clipPath')
			.attr('id', 'cp')
			.append('rect')
			.attr('x', M.l)
			.attr('width', Wd - M.l - M.r)
			.attr('height', Ht);
		gEv = svg.append('g').attr('clip-path', 'url(#cp)').append('g');
		gAx = svg.append('g').attr('transform', `translate(0,${Ht - M.b})`);
		svg
			.append('g')
			.selectAll('text')
			.data(c.GROUPS)
			.join('text')
			.attr('x', 4)
			.attr('y', (_, i) => y(i) + 20)
			.attr('font-size', 12)
			.text((d) => d);
		z = d3zoom()
			.scaleExtent([1, 1e6])
			.on('zoom', (e) => {
				T = e.transform;
				draw();
			});
		svg.call(z);
		draw();
	},
	pan(p, c) {
		setWin(c.panWindow(p));
	},
	zoom(p, c) {
		setWin(c.zoomWindow(p));
	},
	async filter(g) {
		data = g == null ? all : all.filter((d) => d.group === g);
		draw();
	},
	target(c) {
		// the deepest view that keeps a few events, then the first rect that nothing covers
		for (const k of [1, 10, 100, 1000]) {
			const m = (c.SPAN_START + c.SPAN_END) / 2,
				w = (c.SPAN_END - c.SPAN_START) / k;
			if (k < Math.min(1000, all.length / 100)) continue;
			setWin([m - w / 2, m + w / 2]);
			for (const n of gEv.node().children) {
				const r = n.firstChild.getBoundingClientRect();
				if (r.left < 130 || r.right > 1180) continue;
				const X = r.left + Math.min(2, r.width / 2),
					Y = r.top + 4;
				const h = document.elementFromPoint(X, Y);
				if (h && h.parentNode === n) return { id: n.__data__.id, x: X, y: Y };
			}
		}
	},
	selected() {
		const n = gEv.node().querySelector('g.ev.sel');
		return n ? n.__data__.id : null;
	},
};
