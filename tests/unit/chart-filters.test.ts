/** Filters move nothing: hidden events keep their place, and nothing is lost. */
import { describe, expect, test } from 'vitest';
import type { Mark } from '../../src/layout/marks.ts';
import { Timeline } from '../../src/state/timeline.svelte.ts';
import { chartOf } from '../../src/view/chart/build.svelte.ts';
import { roomIn } from '../../src/view/chart/room.ts';
import { measure } from './chart-data.ts';
import { dataset } from './record.ts';

/** The chart as the page makes it, in a window. */
function inWindow(width: number, height: number) {
	const timeline = new Timeline(dataset);
	const chart = chartOf(timeline, measure);
	// Less the margins and the names of the lanes.
	chart.prepare(width - 2 * 32 - 134, roomIn(height));
	return { timeline, chart };
}
const places = (marks: readonly Mark[]) =>
	new Map(marks.filter((m) => m.count === 1).map((m) => [m.event, [m.w0, m.w1, m.y].join()]));

/** Events without a label of their own at first sight. */
const unnamed = (width: number, height: number) =>
	inWindow(width, height).chart.marks.flatMap((m) =>
		m.placement ? [] : [...m.rows].map((row) => dataset.events[row]!),
	);

test('at 1440×900 every core and related event has its label, at 1366×768 every core event', () => {
	expect(unnamed(1440, 900).filter((e) => e.tier !== 'context')).toEqual([]);
	expect(unnamed(1366, 768).filter((e) => e.tier === 'core')).toEqual([]);
});

describe('an event that filters hide', () => {
	test.for(dataset.agencies.map(({ id }) => id))('keeps its place, and so do the others: %s', (agency) => {
		const { timeline, chart } = inWindow(1440, 900);
		const before = places(chart.marks);
		timeline.press('agency', agency);
		const after = places(chart.marks);
		expect(after.size).toBe(timeline.passing.length);
		for (const [event, place] of after) if (before.has(event)) expect(place).toBe(before.get(event));
		const left = chart.left.reduce((n, { count }) => n + count, 0);
		expect(left).toBeGreaterThan(0);
		expect(left).toBeLessThanOrEqual(dataset.events.length - after.size);
	});
	test('has no label and cannot be chosen', () => {
		const { timeline, chart } = inWindow(1440, 900);
		timeline.showContext(false);
		const shown = new Set(chart.marks.flatMap((m) => [...m.rows]));
		expect([...shown].filter((row) => dataset.events[row]!.tier === 'context')).toEqual([]);
	});
});

test('pointing at a mark removes no other label', () => {
	const { chart } = inWindow(1366, 768);
	const labels = () => chart.marks.map(({ event, placement }) => [event, placement]);
	const before = labels();
	const mute = chart.marks.filter((m) => m.count === 1 && !m.placement);
	for (const { event } of mute.length ? mute : chart.marks) {
		chart.focused = event;
		expect(labels()).toEqual(before);
	}
});
