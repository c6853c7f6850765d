/** Elastic time by chapters: strictly increasing, invertible, and room for what each chapter holds. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, type Span } from '../../src/domain/model/when.ts';
import { chapterTime, type ChapterInput } from '../../src/layout/chapter-time.ts';
import { extents } from './chart-data.ts';

const made = (extent: Span): fc.Arbitrary<ChapterInput> => {
	const days = (extent.end - extent.start) / DAY;
	const day = fc.nat(days - 1).map((n) => extent.start + n * DAY);
	const span = fc.tuple(day, fc.nat(40)).map(([start, n]) => ({ start, end: start + (n + 1) * DAY }));
	const chapters = fc
		.tuple(
			fc.uniqueArray(day, { maxLength: 6 }),
			fc.array(fc.string({ maxLength: 60 }), { minLength: 7, maxLength: 7 }),
		)
		.map(([cuts, titles]) => {
			const at = [-Infinity, ...cuts.sort((a, b) => a - b), Infinity];
			return at.slice(1).map((end, i) => ({ start: at[i]!, end, title: titles[i]! }));
		});
	return fc.record({
		spans: fc.array(span, { maxLength: 60 }),
		known: fc.array(day, { maxLength: 8 }),
		markers: fc.array(day, { maxLength: 2 }),
		chapters: fc.oneof({ weight: 5, arbitrary: chapters }, fc.constant([])),
		extent: fc.constant(extent),
	});
};
const told = extents.chain(made);

describe('time by chapters', () => {
	test('increases strictly from 0 to 1, day by day, and is invertible', () => {
		fc.assert(
			fc.property(told, fc.nat(), (given, n) => {
				const { extent } = given;
				const { toAxis, toTime } = chapterTime(given);
				expect([toAxis(extent.start), toAxis(extent.end)]).toEqual([0, 1]);
				const t = extent.start + (n % ((extent.end - extent.start) / DAY)) * DAY;
				expect(toAxis(t + DAY)).toBeGreaterThan(toAxis(t));
				expect(Math.abs(toTime(toAxis(t)) - t)).toBeLessThan(1000);
			}),
		);
	});
	test('gives a chapter with more events no less room, unless names need it', () => {
		const extent = { start: 0, end: 300 * DAY };
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (few, more) => {
				const inside = (from: number, n: number) =>
					Array.from({ length: n }, (_, i) => ({ start: (from + i) * DAY, end: (from + i + 1) * DAY }));
				const cut = 100 * DAY;
				const { toAxis } = chapterTime({
					spans: [...inside(0, few), ...inside(100, more)],
					known: [],
					markers: [],
					chapters: [
						{ start: -Infinity, end: cut, title: 'One' },
						{ start: cut, end: Infinity, title: 'Two' },
					],
					extent,
				});
				const [first, second] = [toAxis(cut), 1 - toAxis(cut)];
				if (few <= more) expect(first).toBeLessThanOrEqual(second + 1e-9);
				else expect(first).toBeGreaterThanOrEqual(second - 1e-9);
			}),
		);
	});
	test('gives every chapter room for its name, as far as possible', () => {
		const chapters = [-Infinity, 10, 20, 30].map((start, i) => ({
			start: start * DAY,
			end: i < 3 ? (i + 1) * 10 * DAY : Infinity,
			title: 'A chapter',
		}));
		const spans = Array.from({ length: 50 }, (_, i) => ({ start: (i % 10) * DAY, end: ((i % 10) + 1) * DAY }));
		const { toAxis } = chapterTime({ spans, known: [], markers: [], chapters, extent: { start: 0, end: 400 * DAY } });
		const ends = [0, 10, 20, 30, 400].map((day) => toAxis(day * DAY));
		for (const i of [1, 2, 3]) expect((ends[i + 1]! - ends[i]!) * 1000).toBeGreaterThan(70);
	});
	test('does not depend on the order of the events', () => {
		fc.assert(
			fc.property(told, (given) => {
				const other = { ...given, spans: given.spans.toReversed(), known: given.known.toReversed() };
				const at = (given.extent.start + given.extent.end) / 2;
				expect(chapterTime(other).toAxis(at)).toBeCloseTo(chapterTime(given).toAxis(at), 12);
			}),
			{ numRuns: 40 },
		);
	});
});
