import React from 'react';
import { createRoot } from 'react-dom/client';
import { Chrono } from 'react-chrono';
import 'react-chrono/dist/style.css';
import { clickable } from './clickable.mjs';
export function makeChrono(mode) {
	let root,
		el0,
		evs,
		ctx,
		sel = null,
		scroller,
		n = 0,
		hits = 0;
	const fmt = (t) => new Date(t).toISOString().slice(0, 10);
	const items = (g) =>
		evs
			.filter((e) => g == null || e.group === g)
			.sort((a, b) => a.start - b.start)
			.map((e) => ({
				id: e.id,
				title: fmt(e.start),
				cardTitle: e.label,
				cardSubtitle: ctx.GROUPS[e.group] + (e.end ? ' until ' + fmt(e.end) : ''),
			}));
	const render = (its) =>
		new Promise((res) => {
			function Wrap() {
				React.useEffect(() => {
					res();
				}, []);
				return React.createElement(Chrono, {
					key: n++,
					items: its,
					mode,
					onItemSelected: (d) => {
						sel = d;
						hits++;
					},
				});
			}
			root.render(React.createElement(Wrap, { key: n++ }));
		});
	const findScroller = () => {
		let best = el0,
			bs = 0;
		for (const e of [el0, ...el0.querySelectorAll('div,main,section,ul')]) {
			const o = getComputedStyle(e),
				d = mode === 'HORIZONTAL' ? e.scrollWidth - e.clientWidth : e.scrollHeight - e.clientHeight;
			if (d > bs && /auto|scroll|hidden/.test(mode === 'HORIZONTAL' ? o.overflowX : o.overflowY)) {
				bs = d;
				best = e;
			}
		}
		return best;
	};
	return {
		notes: {
			pan: 'no time axis: scrolls its list',
			zoom: 'n/a: no time scale',
			filter: 'no filter API: re-rendered with the subset',
		},
		async setup(el, events, c) {
			el0 = el;
			evs = events;
			ctx = c;
			root = createRoot(el);
			await render(items(null));
		},
		pan(p) {
			if (p === 0) scroller = findScroller();
			const q = 0.5 - 0.5 * Math.cos(2 * Math.PI * p);
			if (mode === 'HORIZONTAL') scroller.scrollLeft = q * (scroller.scrollWidth - scroller.clientWidth);
			else scroller.scrollTop = q * (scroller.scrollHeight - scroller.clientHeight);
		},
		async filter(g) {
			await render(items(g));
		},
		async reset() {
			sel = null;
			await render(items(null));
		},
		async target() {
			await new Promise((r) => setTimeout(r, 400));
			const pts =
				mode === 'HORIZONTAL'
					? [...el0.querySelectorAll('li[id^="timeline-horizontal-item"]')].map((l) => l.querySelector('button') || l)
					: [...el0.querySelectorAll('section.rc-card')];
			const p1 = pts[1];
			if (!p1) return;
			p1.scrollIntoView({ block: 'center', inline: 'center' });
			await new Promise((r) => setTimeout(r, 300));
			const t = clickable([p1], el0, () => null);
			if (!t) return;
			sel = null;
			return { ...t, id: 'any', approx: true };
		},
		selected() {
			return sel ? 'sel' + hits : null;
		}, // the library reports its item and not our id, so the reports are counted
		focused() {
			return undefined;
		},
	};
}
