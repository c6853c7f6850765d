/** The page of the bench: the chart's own components over synthetic columns, driven from outside through `bench`. */
import 'virtual:agencies.css';
import '../../src/view/page.css';
import { flushSync, mount, unmount } from 'svelte';
import { geometry } from '../../src/layout/geometry.ts';
import { panned, toSpan, zoomed } from '../../src/layout/view.ts';
import { Chart, type ChartData } from '../../src/state/chart.svelte.ts';
import { measure } from '../../src/view/chart/measure.svelte.ts';
import Bench from './Bench.svelte';
import { BenchReader } from './reader.svelte.ts';
import { EXTENT, synthetic } from './synthetic.ts';

const AGENCIES = ['odni', 'fbi', 'cisa', 'doj', 'treasury', 'state', 'white-house'];
const measures = geometry({ agencies: AGENCIES.map((id) => ({ id, name: id, short: id, lane: id, hue: null })) });
const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
/** Until what was changed last is on the screen. */
const painted = async () => {
	await frame();
	await frame();
};

let reader = new BenchReader();
let chart: Chart | null = null;
let app: Record<string, unknown> | null = null;

/** Frame intervals while `step` is called once a frame for some seconds. */
async function scripted(seconds: number, step: (share: number) => void): Promise<number[]> {
	const intervals: number[] = [];
	const begin = await frame();
	let last = begin;
	while (last - begin < seconds * 1000) {
		step((last - begin) / (seconds * 1000));
		const now = await frame();
		intervals.push(now - last);
		last = now;
	}
	return intervals;
}

const bench = {
	/** Milliseconds from columns in memory to the first complete paint. */
	async open(n: number): Promise<number> {
		if (app) await unmount(app);
		const columns = synthetic(n, AGENCIES.length + 1);
		const rows = Uint32Array.from({ length: n }, (_, i) => i);
		await painted();
		const start = performance.now();
		reader = new BenchReader();
		reader.rows = rows;
		const label = (row: number) => `Event ${row}`;
		const data: ChartData = {
			columns,
			geometry: measures,
			extent: EXTENT,
			markers: [],
			chapters: [],
			label,
			name: label,
			clusterName: (count) => `${count} events`,
			title: (row) => ({ title: label(row), when: '' }),
			threads: () => [],
			threadWords: () => '',
			known: (row) => columns.start[row]!,
		};
		chart = new Chart(data, reader, measure);
		app = mount(Bench, { target: document.getElementById('bench')!, props: { chart } });
		flushSync();
		await painted();
		return performance.now() - start;
	},
	/** To and fro, a tenth of the extent in view. */
	async pan(seconds: number): Promise<number[]> {
		const c = chart!;
		reader.show(toSpan(c.warp, { from: 0.2, to: 0.3 }));
		await painted();
		return scripted(seconds, (share) => {
			reader.show(toSpan(c.warp, panned(c.warp, c.stretch, share < 0.5 ? 0.012 : -0.012)));
		});
	},
	/** From all of it to a few days and back. */
	async zoom(seconds: number): Promise<number[]> {
		const c = chart!;
		reader.show(null);
		await painted();
		return scripted(seconds, (share) => {
			reader.show(toSpan(c.warp, zoomed(c.warp, c.stretch, share < 0.5 ? 1.07 : 1 / 1.07, 0.4)));
		});
	},
	/** Milliseconds from a press to what passes being painted. */
	async filter(): Promise<number> {
		const { columns } = chart!.data;
		reader.show(null);
		await painted();
		const start = performance.now();
		const keep = new Uint32Array(columns.length);
		let n = 0;
		for (let row = 0; row < columns.length; row++)
			if (columns.lane[row] === 2 || columns.ties[row]! & 4) keep[n++] = row;
		reader.rows = keep.subarray(0, n);
		await painted();
		return performance.now() - start;
	},
	elements: () => document.querySelectorAll('#bench *').length,
};
export type BenchPage = typeof bench;
Object.assign(globalThis, { bench });
