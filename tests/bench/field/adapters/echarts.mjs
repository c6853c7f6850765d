// ECharts on a canvas: above 2,000 events, points use its mode for large data; each frame draws all bars.
import * as echarts from 'echarts/core';
import { ScatterChart, CustomChart } from 'echarts/charts';
import { GridComponent, DataZoomComponent, TooltipComponent, AriaComponent } from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';
import { LabelLayout } from 'echarts/features';
echarts.use([
	ScatterChart,
	CustomChart,
	GridComponent,
	DataZoomComponent,
	TooltipComponent,
	AriaComponent,
	CanvasRenderer,
	LabelLayout,
]);
const COL = ['#1f77b4', '#b85600', '#20701f', '#b0201f', '#6b4496', '#8c564b', '#9c3d80', '#555555'];
function adapter() {
	let chart,
		evs,
		n,
		sel = null,
		painted = null,
		pts,
		bars,
		el0;
	const split = (g) => {
		pts = [];
		bars = [];
		for (let i = 0; i < n; i++) {
			const e = evs[i];
			if (g != null && e.group !== g) continue;
			const y = e.group + 0.1 + (i % 5) * 0.17;
			(e.end ? bars : pts).push(e.end ? [e.start, y, e.end, i, e.group] : [e.start, y, i, e.group]);
		}
	};
	const renderItem = (p, api) => {
		const a = api.coord([api.value(0), api.value(1)]),
			b = api.coord([api.value(2), api.value(1)]),
			on = api.value(3) === sel;
		const cs = p.coordSys,
			r = echarts.graphic.clipRectByRect(
				{ x: a[0], y: a[1] - 4, width: Math.max(2, b[0] - a[0]), height: 8 },
				{ x: cs.x, y: cs.y, width: cs.width, height: cs.height },
			);
		if (!r) return;
		const rect = {
			type: 'rect',
			shape: r,
			style: { fill: COL[api.value(4)], opacity: 0.7, stroke: on ? '#000' : null, lineWidth: on ? 2 : 0 },
		};
		return n <= 1000
			? {
					type: 'group',
					children: [
						rect,
						{
							type: 'text',
							x: r.x + r.width + 3,
							y: r.y - 1,
							style: { text: evs[api.value(3)].label, fontSize: 10, fill: '#111' },
						},
					],
				}
			: rect;
	};
	const series = () => [
		{
			id: 'p',
			type: 'scatter',
			data: pts,
			large: n > 2000,
			largeThreshold: 2000,
			symbolSize: 5,
			dimensions: ['t', 'y', 'i', 'g'],
			encode: { x: 0, y: 1 },
			itemStyle: n > 2000 ? { color: COL[0] } : { color: (q) => COL[q.value[3]] },
			label:
				n <= 1000
					? { show: true, position: 'right', fontSize: 10, formatter: (q) => evs[q.value[2]].label }
					: { show: false },
			labelLayout: n <= 1000 ? { hideOverlap: true } : undefined,
			clip: true,
			animation: false,
		},
		{
			id: 'b',
			type: 'custom',
			renderItem,
			data: bars,
			dimensions: ['t', 'y', 'e', 'i', 'g'],
			encode: { x: [0, 2], y: 1 },
			clip: true,
			animation: false,
			progressive: 0,
		},
	];
	const rendered = () =>
		new Promise((done) => {
			const once = () => {
				chart.off('rendered', once);
				done();
			};
			chart.on('rendered', once);
		});
	const setWin = ([a, b]) => chart.dispatchAction({ type: 'dataZoom', startValue: a, endValue: b });
	return {
		notes: {
			labels: 'labels only up to N = 1,000 (hideOverlap); scatter large mode above 2,000 (one colour)',
			layout: '5 fixed rows per group, no packing',
		},
		async setup(el, events, c) {
			el0 = el;
			evs = events;
			n = events.length;
			split(null);
			chart = echarts.init(el, null, { renderer: 'canvas', width: 1200, height: 600 });
			const done = rendered();
			chart.setOption({
				animation: false,
				aria: { enabled: true },
				grid: { left: 90, right: 10, top: 10, bottom: 30 },
				xAxis: { type: 'time', min: c.SPAN_START, max: c.SPAN_END },
				yAxis: {
					type: 'value',
					min: 0,
					max: 8,
					inverse: true,
					interval: 1,
					axisLabel: { formatter: (v) => c.GROUPS[v] || '' },
				},
				dataZoom: [{ type: 'inside', xAxisIndex: 0, filterMode: 'weakFilter' }],
				series: series(),
			});
			chart.on('click', (q) => {
				const v = q.value;
				sel = q.seriesId === 'p' ? v[2] : v[3];
				const e = evs[sel];
				chart.setOption({
					series: [
						{
							id: 's',
							type: 'scatter',
							symbolSize: 12,
							data: [[e.start, v[1]]],
							itemStyle: { color: 'transparent', borderColor: '#000', borderWidth: 2 },
							z: 9,
							animation: false,
						},
					],
				});
				painted = evs[sel].id;
			});
			await done;
		},
		pan(p, c) {
			setWin(c.panWindow(p));
		},
		zoom(p, c) {
			setWin(c.zoomWindow(p));
		},
		async filter(g) {
			split(g);
			const d = rendered();
			chart.setOption({ series: series() });
			await d;
		},
		async reset() {
			split(null);
			const d = rendered();
			chart.setOption({ series: series() });
			await d;
		},
		async target(c) {
			const m = (c.SPAN_START + c.SPAN_END) / 2,
				k = n <= 100 ? 1 : Math.min(1000, n / 100),
				w = (c.SPAN_END - c.SPAN_START) / k;
			const d = rendered();
			setWin([m - w / 2, m + w / 2]);
			await d;
			const R = el0.getBoundingClientRect();
			let best,
				bd = Infinity;
			for (const p of pts) {
				const d = Math.abs(p[0] - m);
				if (d < bd) {
					bd = d;
					best = p;
				}
			}
			const [x, y] = chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [best[0], best[1]]);
			return { id: evs[best[2]].id, x: R.left + x, y: R.top + y, approx: true };
		},
		selected() {
			return painted;
		},
	};
}

export default adapter();
