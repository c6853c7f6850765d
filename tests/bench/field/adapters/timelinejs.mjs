import { TL } from '@knight-lab/timelinejs/dist/js/timeline.js';
import '@knight-lab/timelinejs/dist/css/timeline.css';
import { clickable } from '../shared/clickable.mjs';
let tl, el0, evs, holder;
const d2 = (t) => {
	const d = new Date(t);
	return {
		year: d.getUTCFullYear(),
		month: d.getUTCMonth() + 1,
		day: d.getUTCDate(),
		hour: d.getUTCHours(),
		minute: d.getUTCMinutes(),
	};
};
function build(events, c) {
	holder = document.createElement('div');
	holder.style.cssText = 'width:100%;height:600px';
	el0.append(holder);
	return new Promise((res, rej) => {
		tl = new TL.Timeline(
			holder,
			{
				events: events.map((e) => ({
					unique_id: e.id,
					start_date: d2(e.start),
					end_date: e.end ? d2(e.end) : undefined,
					text: { headline: e.label, text: '' },
					group: c.GROUPS[e.group],
				})),
			},
			{ font: null, script_path: location.origin + '/none/', duration: 1000 },
		);
		tl.on('loaded', () => res());
		setTimeout(() => {
			if (/error/i.test(holder.textContent.slice(0, 200))) rej(new Error(holder.textContent.slice(0, 200)));
		}, 3000);
	});
}
let lvl = -1,
	last = 0;
export default {
	notes: {
		pan: 'its own wheel handler moves the strip',
		zoom: 'discrete: its zoom_sequence, 11 levels',
		filter: 'no filter API: instance rebuilt with the subset',
	},
	async setup(el, events, c) {
		el0 = el;
		evs = events;
		await build(events, c);
	},
	pan(p) {
		if (p === 0) {
			tl._timenav._el.slider.style.left = tl._timenav.options.width / 2 + 'px';
			last = 0;
		}
		const q = 0.5 - 0.5 * Math.cos(2 * Math.PI * p),
			W = tl._timenav.timescale.getPixelWidth(),
			dx = (q - last) * W;
		last = q;
		tl._timenav._onMouseScroll({ wheelDeltaX: -dx * 6, wheelDeltaY: 0, preventDefault() {} });
	},
	zoom(p) {
		const q = 0.5 - 0.5 * Math.cos(2 * Math.PI * p),
			l = Math.round(q * 10);
		if (l !== lvl) {
			lvl = l;
			tl.setZoom(l);
		}
	},
	async filter(g, c) {
		el0.textContent = '';
		await build(g == null ? evs : evs.filter((e) => e.group === g), c);
	},
	async reset(c) {
		el0.textContent = '';
		await build(evs, c);
	},
	async target(c) {
		await c.raf();
		await c.raf();
		await new Promise((r) => setTimeout(r, 1200));
		const ms = [...el0.querySelectorAll('.tl-timemarker:not(.tl-timemarker-active) .tl-timemarker-content-container')];
		return clickable(ms, el0, (e) => e.closest('.tl-timemarker').id.replace(/-marker$/, ''), { left: 80 });
	},
	selected() {
		const a = el0.querySelector('.tl-timemarker-active');
		return a ? a.id.replace(/-marker$/, '') : null;
	},
};
