/** The part of the benchmark in the page: mounts, drives and measures a library. The other part calls `bench`. */
import type { Adapter, Context, Target } from './adapter.ts';
import { GROUPS, makeEvents, panWindow, SPAN_END, SPAN_START, zoomWindow, type BenchEvent } from './data.ts';
import { focusInfo } from './focus.ts';

const raf = () => new Promise<number>((done) => requestAnimationFrame(done));
const twoFrames = async () => {
	await raf();
	await raf();
	return performance.now();
};
/** Resolves in the first task after the next frame: more precise than waiting for two frames. */
const afterFrame = () =>
	new Promise<number>((done) =>
		requestAnimationFrame(() => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => done(performance.now());
			port2.postMessage(0);
		}),
	);
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const ctx: Context = { SPAN_START, SPAN_END, GROUPS, panWindow, zoomWindow, raf, afterFrame };

declare global {
	var adapter: Adapter;
	/** Set by the other part: records what the browser has used so far. */
	var mark: (at: 'start' | 'end') => Promise<void>;
}

let root: HTMLElement;
let it: Adapter;
let events: readonly BenchEvent[] = [];
let script = '';
let selecting: Promise<number | null>;

const bench = {
	make(n: number) {
		events = makeEvents(n);
	},
	async prefetch(address: string) {
		script = await (await fetch(address)).text();
	},
	/** From the script's text to the second frame after the library is done: compiling, running, layout and paint. */
	async setup() {
		root = document.getElementById('chart')!;
		await twoFrames();
		await twoFrames();
		const t0 = performance.now();
		const element = document.createElement('script');
		element.textContent = script;
		document.head.append(element);
		it = globalThis.adapter;
		const run = performance.now();
		await it.setup(root, events, ctx);
		const built = performance.now();
		const total = (await twoFrames()) - t0;
		const can = { pan: !!it.pan, zoom: !!it.zoom, filter: !!it.filter, select: !!it.target };
		return { total, evalMs: run - t0, setupMs: built - run, can, notes: it.notes ?? {} };
	},
	/** One step per frame. @returns intervals between frames, and tasks longer than 50 ms */
	async gesture(kind: 'pan' | 'zoom', ms: number) {
		const long: number[] = [];
		const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map((e) => e.duration)));
		observer.observe({ type: 'longtask' });
		const step = it[kind]!.bind(it);
		step(0, ctx);
		await twoFrames();
		await pause(100);
		long.length = 0;
		const intervals: number[] = [];
		await globalThis.mark('start');
		// Inside the frame callback, where a real gesture's work would be.
		await new Promise<void>((done) => {
			let begin = -1;
			let last = -1;
			const next = (now: number) => {
				if (begin < 0) begin = now;
				else intervals.push(now - last);
				last = now;
				if (now - begin >= ms) return done();
				step((now - begin) / ms, ctx);
				requestAnimationFrame(next);
			};
			requestAnimationFrame(next);
		});
		await globalThis.mark('end');
		await pause(50);
		observer.disconnect();
		return { intervals, long: long.length };
	},
	home: () => it.zoom?.(0, ctx),
	async filter(group: number | null) {
		await twoFrames();
		const t0 = performance.now();
		await it.filter!(group, ctx);
		return (await afterFrame()) - t0;
	},
	async target() {
		await it.reset?.(ctx);
		await twoFrames();
		await pause(150);
		return (await it.target!(ctx)) ?? null;
	},
	/** Measures the time from the next press until its selection is painted. */
	arm({ id, approx }: Target) {
		const before = it.selected(ctx);
		const done = () => {
			const now = it.selected(ctx);
			return approx ? now !== null && now !== before : now === id;
		};
		selecting = new Promise((answer) => {
			const watch = async ({ timeStamp }: PointerEvent) => {
				for (let t = 0; t - timeStamp < 15_000;) {
					t = await afterFrame();
					if (done()) return answer(t - timeStamp);
				}
				answer(null);
			};
			addEventListener('pointerup', (e) => void watch(e), { capture: true, once: true });
		});
	},
	selecting: () => selecting,
	selected: () => it.selected(ctx),
	elements: () => root.querySelectorAll('*').length + 1,
	labels: () => events.map((e) => e.label),
	focusInfo: () => focusInfo(root, events, it.focused?.(ctx)),
};
Object.assign(globalThis, { bench });
