import * as d3m from 'd3v4/build/d3.js';
import eventDrops from 'event-drops';
import 'event-drops/dist/style.css';
import { clickable } from '../shared/clickable.mjs';
const d3 = d3m.default || d3m;
let chart,
	el0,
	rows,
	cfg,
	svgSel,
	sel = null,
	n;
const D = (d) => d.date;
function render(r) {
	el0.textContent = '';
	const box = document.createElement('div');
	box.style.width = '1180px';
	el0.append(box);
	d3.select(box).data([r]).call(chart);
	svgSel = d3.select(box).select('svg');
}
function setWin([a, b]) {
	const s = d3
		.scaleTime()
		.domain([a, b])
		.range([0, 1180 - 20 - 200]);
	svgSel.call(chart.draw(cfg, s));
}
export default {
	notes: {
		labels: 'no event labels, no durations; drops that round to the same pixel are dropped',
		pan: 'chart.draw(config, scale): what its zoom handler calls',
	},
	async setup(el, events, c) {
		el0 = el;
		n = events.length;
		rows = c.GROUPS.map((g) => ({ name: g, data: [] }));
		for (const e of events) rows[e.group].data.push({ id: e.id, date: new Date(e.start), label: e.label });
		rows = rows.map((r) => ({ ...r, all: r.data }));
		cfg = {
			d3,
			metaballs: false,
			drops: (r) => r.all,
			drop: {
				color: null,
				radius: 5,
				date: D,
				onClick: function (d) {
					sel = d.id;
					svgSel
						.selectAll('.drop')
						.attr('stroke', (q) => (q.id === sel ? '#000' : null))
						.attr('stroke-width', 2);
				},
				onMouseOver() {},
				onMouseOut() {},
			},
			range: { start: new Date(c.SPAN_START), end: new Date(c.SPAN_END) },
			bound: { format: d3.timeFormat('%d %B %Y') },
			axis: {
				formats: {
					milliseconds: '%L',
					seconds: ':%S',
					minutes: '%I:%M',
					hours: '%I %p',
					days: '%a %d',
					weeks: '%b %d',
					months: '%B',
					year: '%Y',
				},
			},
			label: { padding: 20, text: (d) => `${d.name} (${d.data.length})`, width: 200 },
			indicator: { previousText: '◀', nextText: '▶' },
			line: { color: (_, i) => d3.schemeCategory10[i], height: 60 },
			margin: { top: 20, right: 10, bottom: 20, left: 10 },
			locale: {
				dateTime: '%x, %X',
				date: '%-m/%-d/%Y',
				time: '%-I:%M:%S %p',
				periods: ['AM', 'PM'],
				days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
				shortDays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
				months: [
					'January',
					'February',
					'March',
					'April',
					'May',
					'June',
					'July',
					'August',
					'September',
					'October',
					'November',
					'December',
				],
				shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
			},
			numberDisplayedTicks: { small: 3, medium: 5, large: 7, extra: 12 },
		};
		chart = eventDrops(cfg);
		render(rows);
	},
	pan(p, c) {
		setWin(c.panWindow(p));
	},
	zoom(p, c) {
		setWin(c.zoomWindow(p));
	},
	async filter(g) {
		render(g == null ? rows : rows.filter((_, i) => i === g));
	},
	reset() {
		render(rows);
	},
	target(c) {
		const m = (c.SPAN_START + c.SPAN_END) / 2,
			k = n <= 100 ? 1 : Math.min(1000, n / 100),
			w = (c.SPAN_END - c.SPAN_START) / k;
		setWin([m - w / 2, m + w / 2]);
		return clickable(el0.querySelectorAll('.drop'), el0, (e) => e.__data__.id, { left: 230 });
	},
	selected() {
		const d = el0.querySelector('.drop[stroke]');
		return d ? d.__data__.id : null;
	},
};
