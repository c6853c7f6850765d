/** The figure of the delays: every text has room, and the figure names its time scale. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toDataset } from '../../src/domain/model/dataset.ts';
import { DAY } from '../../src/domain/model/when.ts';
import { delaysOf, type DelayEntry } from '../../src/layout/delays.ts';
import { delaysFigure, FIGURE_DOT } from '../../src/layout/delays-figure.ts';
import { evenTicks } from '../../src/layout/even-ticks.ts';
import { cases } from './random-case.ts';

const anyCase = cases(60);
const measure = (text: string) => 6.5 * text.length;
const label = ({ event }: DelayEntry) => measure(event.label);
const words = () => measure('public 353 to 382 days later');

test('has every act once, with its text inside the figure and beside its marks', () => {
	fc.assert(
		fc.property(anyCase, fc.integer({ min: 400, max: 1600 }), (records, width) => {
			const dataset = toDataset(records);
			const delays = delaysOf(dataset);
			const acts = dataset.events.filter(({ side }) => side === 'above');
			if (!delays) return;
			expect(new Set(delays.entries.map(({ event }) => event))).toEqual(new Set(acts));
			const figure = delaysFigure(delays, { width, pitch: 20, label, words, measure });
			const needed = Math.max(...delays.entries.map((entry) => label(entry) + words())) + 160;
			for (const entry of figure.entries) {
				expect(entry.x1).toBeGreaterThan(entry.x0);
				expect(entry.words).toBeGreaterThan(entry.x1);
				expect(entry.label).toBeLessThan(entry.x0);
				if (entry.line) expect(entry.line[1]).toBeGreaterThan(entry.line[0]);
				if (width < needed) continue;
				expect(entry.label - label(entry)).toBeGreaterThanOrEqual(-1);
				expect(entry.words + words()).toBeLessThanOrEqual(width + FIGURE_DOT);
			}
		}),
	);
});

test('is at true scale if that shows at least half of the entries, and says so', () => {
	fc.assert(
		fc.property(anyCase, (records) => {
			const delays = delaysOf(toDataset(records));
			if (!delays) return;
			const { timeScale, extent, isTrue } = delays;
			const days = Math.round((extent.end - extent.start) / DAY);
			const widths = Array.from({ length: Math.min(days, 50) }, (_, i) => {
				const t = extent.start + Math.floor((i * days) / 50) * DAY;
				return timeScale.toAxis(t + DAY) - timeScale.toAxis(t);
			});
			const isEven = Math.max(...widths) - Math.min(...widths) < 1e-6;
			if (isTrue) expect(isEven).toBe(true);
		}),
	);
});

test('dates on its axis are evenly spaced in the calendar, and their texts do not overlap', () => {
	const first = fc.integer({ min: 0, max: 20_000 });
	fc.assert(
		fc.property(first, fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 80, max: 1200 }), (day, days, width) => {
			const span = { start: day * DAY, end: (day + days) * DAY };
			const xOf = (t: number) => ((t - span.start) / (span.end - span.start)) * width;
			const ticks = evenTicks(span, xOf, measure, 16);
			for (const [i, { t, x, label: date }] of ticks.entries()) {
				expect(t).toBeGreaterThanOrEqual(span.start);
				expect(t).toBeLessThan(span.end);
				const next = ticks[i + 1];
				if (next) expect(x + measure(date) + 16).toBeLessThanOrEqual(next.x);
			}
			if (ticks.length) expect(ticks[0]!.label).toMatch(/\d{4}/);
		}),
	);
});
