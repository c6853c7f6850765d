/** The reader of a cut: correct for every span, and with bounded work for any number of events. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CAP, FINEST, levelOf, pieces, timeOf } from '../../tools/cut/grid.mjs';
import { plan, reader } from '../../tools/cut/read.mjs';
import { broken } from '../scale/report.mjs';
import { cutOf, LANES, LENGTH, type Heap } from './scale-cut.ts';

/** Crowds of any density: up to a billion events, within a second or over years. */
const crowds = fc
	.array(
		fc.record({
			at: fc.double({ min: 0, max: 0.9, noNaN: true }),
			spread: fc.integer({ min: 4, max: 29 }),
			heaps: fc.integer({ min: 1, max: 12 }),
			n: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 10_000_000 })),
			lasts: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: LENGTH / 8 })),
		}),
		{ minLength: 1, maxLength: 8 },
	)
	.map((all) =>
		all.flatMap(({ at, spread, heaps, n, lasts }) =>
			Array.from({ length: heaps }, (_, i): Heap => {
				const t = Math.floor(LENGTH * Math.min(at + (i / heaps) * 2 ** -spread, 1 - 2 ** -FINEST));
				return { t, n, lane: i % LANES, lasts };
			}),
		),
	);
const spans = fc
	.record({
		near: fc.nat(),
		off: fc.double({ min: -1, max: 1, noNaN: true }),
		zoom: fc.double({ min: 0, max: 24, noNaN: true }),
	})
	.map(({ near, off, zoom }) => ({ near, off, length: LENGTH / 2 ** zoom }));
const widths = fc.constantFrom(390, 1200, 2048, 3840);
const views = fc.tuple(crowds, spans, widths).map(([heaps, { near, off, length }, width]) => {
	const middle = heaps[near % heaps.length]!.t + off * length;
	const start = Math.floor(Math.min(Math.max(middle - length / 2, 0), LENGTH - length));
	return { heaps, span: { start, end: Math.min(start + Math.ceil(length), LENGTH) }, width };
});
const total = (heaps: readonly Heap[]) => heaps.reduce((sum, h) => sum + h.n, 0);

test('an answer has every event that begins in its span, counted or named, and how many reach into it', async () => {
	await fc.assert(
		fc.asyncProperty(views, async ({ heaps, span, width }) => {
			const { manifest, rows } = cutOf(heaps);
			const answer = await reader(manifest, rows)(span, width);
			const { start, end } = answer.span;
			expect(start).toBeLessThanOrEqual(span.start);
			expect(end).toBeGreaterThanOrEqual(span.end);
			const within = heaps.filter((h) => h.t >= start && h.t < end);
			const n = answer.bins ? answer.bins.counts.reduce((a, b) => a + b, 0) : (answer.events!['start']?.length ?? 0);
			expect(n).toBe(total(within));
			for (let lane = 0; lane < LANES; lane++) {
				const reaching = heaps.filter((h) => h.lane === lane && h.t < start && h.t + h.lasts > start);
				expect(answer.carried[lane]).toBe(total(reaching));
				const own = answer.bins?.counts.filter((_, i) => i % LANES === lane).reduce((a, b) => a + b, 0);
				if (own !== undefined) expect(own).toBe(total(within.filter((h) => h.lane === lane)));
			}
		}),
		{ numRuns: 150 },
	);
});

test('a reader requests no more rows and files than the width allows, and only existing ones', async () => {
	await fc.assert(
		fc.asyncProperty(views, async ({ heaps, span, width }) => {
			const { manifest, rows, asked } = cutOf(heaps);
			await reader(manifest, rows)(span, width);
			expect(asked.counts).toBeLessThanOrEqual((Math.min(width / 2, 1024) + 2) * LANES);
			expect(asked.events).toBeLessThanOrEqual(CAP);
			expect(asked.files).toBeLessThanOrEqual(4);
		}),
		{ numRuns: 150 },
	);
});

test('counts are used only if there are more events than can be drawn, in bins of two to four pixels', async () => {
	await fc.assert(
		fc.asyncProperty(views, async ({ heaps, span, width }) => {
			const { manifest, rows } = cutOf(heaps);
			const { bins, span: answered } = await reader(manifest, rows)(span, width);
			if (!bins) return;
			expect(total(heaps.filter((h) => h.t >= answered.start && h.t < answered.end))).toBeGreaterThan(CAP);
			const pixels = (timeOf(manifest, 1, bins.level) / (span.end - span.start)) * width;
			expect(pixels).toBeGreaterThanOrEqual(2);
			if (width <= 2048 && bins.level < FINEST) expect(pixels).toBeLessThan(4);
		}),
		{ numRuns: 150 },
	);
});

test('a span over quiet and crowded stretches looks up each end at a level that exists there', async () => {
	const range = LENGTH / 2 ** 10;
	const border = 500 * range;
	const crowd = { t: border + range / 2, n: 1e6, lane: 0, lasts: 0 };
	const few = [-2, 0, 3].map((i): Heap => ({ t: border + i * 1e6, n: 2, lane: 1, lasts: 0 }));
	const { manifest, rows } = cutOf([crowd, ...few]);
	const span = { start: border - 5e6, end: border + 5e6 };
	expect(plan(manifest, span, 1200).whole).toBe(false);
	const { bins, events, span: answered } = await reader(manifest, rows)(span, 1200);
	expect(bins).toBeNull();
	expect(events!['start']).toHaveLength(6);
	expect(answered.end - span.end).toBeLessThan(range / 100);
});

test('each halving of the span gives the next finer level', () => {
	const { manifest } = cutOf([]);
	const levels = Array.from({ length: 12 }, (_, i) => levelOf(manifest, { start: 0, end: LENGTH / 2 ** i }, 1200));
	expect(levels).toEqual(Array.from({ length: 12 }, (_, i) => 9 + i));
});

test('rows are divided into files without a gap', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(500), fc.nat(200), (perFile, from, n) => {
			const rows = pieces(perFile, from, from + n).flatMap((p) =>
				Array.from({ length: p.to - p.from }, (_, i) => p.file * perFile + p.from + i),
			);
			expect(rows).toEqual(Array.from({ length: n }, (_, i) => from + i));
		}),
	);
});

test('a run reports steps that fetch more than promised, or that grow faster than log N', () => {
	const run = (n: number, first: number, day: number) => ({
		...{ n, checked: 1, files: 1, size: 1, seconds: 1, pans: {} },
		...{ first: [{ bytes: first, requests: 1 }], day: [{ bytes: day, requests: 1 }] },
	});
	expect(broken([run(1e4, 10_000, 90_000), run(1e7, 25_000, 120_000)])).toEqual([]);
	expect(broken([run(1e4, 10_000, 90_000), run(1e5, 40_000, 90_000)])[0]).toContain('First paint at 100000 events');
	expect(broken([run(1e4, 10_000, 170_000)])[0]).toContain('Zoom to a day at 10000 events: 170000 bytes, over');
});
