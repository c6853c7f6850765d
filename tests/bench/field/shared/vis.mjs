import { Timeline, DataSet } from 'vis-timeline/standalone';
import 'vis-timeline/styles/vis-timeline-graph2d.min.css';
import { clickable } from './clickable.mjs';
export function makeVis(extra) {
	let tl, items, groups, el0, n;
	const changed = () =>
		new Promise((r) => {
			let d = 0;
			const f = () => {
				if (d) return;
				d = 1;
				tl.off('changed', f);
				r();
			};
			tl.on('changed', f);
			requestAnimationFrame(() => requestAnimationFrame(f));
		});
	return {
		async setup(el, events, c) {
			el0 = el;
			n = events.length;
			items = new DataSet(
				events.map((e) => ({
					id: e.id,
					content: e.label,
					start: e.start,
					end: e.end,
					group: e.group,
					type: e.end ? 'range' : 'point',
				})),
			);
			groups = new DataSet(c.GROUPS.map((g, i) => ({ id: i, content: g, visible: true })));
			await new Promise((res) => {
				tl = new Timeline(el, items, groups, {
					height: 600,
					verticalScroll: true,
					zoomKey: 'ctrlKey',
					onInitialDrawComplete: res,
					...extra,
				});
			});
		},
		pan(p, c) {
			const [a, b] = c.panWindow(p);
			tl.setWindow(a, b, { animation: false });
		},
		zoom(p, c) {
			const [a, b] = c.zoomWindow(p);
			tl.setWindow(a, b, { animation: false });
		},
		async filter(g, c) {
			const w = changed();
			groups.update(c.GROUPS.map((_, i) => ({ id: i, visible: g == null || i === g })));
			await w;
		},
		async target(c) {
			const m = (c.SPAN_START + c.SPAN_END) / 2,
				k = n <= 100 ? 1 : Math.min(1000, n / 100),
				w = (c.SPAN_END - c.SPAN_START) / k;
			const ch = changed();
			tl.setWindow(m - w / 2, m + w / 2, { animation: false });
			await ch;
			await c.raf();
			await c.raf();
			const map = new Map();
			for (const it of Object.values(tl.itemSet.items))
				if (it.displayed) {
					const d = it.dom && (it.dom.box || it.dom.point);
					if (d) map.set(it.dom.content || d, it.id);
				}
			return clickable(map.keys(), el0, (e) => map.get(e), { left: 130 });
		},
		selected() {
			const s = tl.getSelection();
			return s[0] && el0.querySelector('.vis-selected') ? s[0] : null;
		},
	};
}
