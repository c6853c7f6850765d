/** Layers over the page: opening one adds a history entry; moving to another event within one does not. */
import { beforeEach, expect, test } from 'vitest';
import { Timeline } from '../../src/state/timeline.svelte.ts';
import { dataset } from './record.ts';

const [first, second] = dataset.events as [(typeof dataset.events)[number], (typeof dataset.events)[number]];
let timeline: Timeline;
beforeEach(() => {
	timeline = new Timeline(dataset);
});

test('opening a layer adds one history entry', () => {
	timeline.lay('keys');
	expect([timeline.over, timeline.navigations]).toEqual(['keys', 1]);
	timeline.lay('keys');
	expect(timeline.navigations).toBe(1);
	timeline.lower();
	expect([timeline.over, timeline.navigations]).toEqual([null, 1]);
});

test('moving to another event adds no history entry, and keeps the layer open', () => {
	timeline.choose(first.id);
	timeline.lay('card');
	const { navigations } = timeline;
	timeline.walk(second.id);
	expect([timeline.chosen, timeline.over, timeline.navigations]).toEqual([second, 'card', navigations]);
	expect(timeline.isOpen(second)).toBe(false);
});

test('with its card an event is no longer chosen; with its sheet it still is', () => {
	timeline.choose(first.id);
	timeline.lay('sheet');
	timeline.lower();
	expect([timeline.chosen, timeline.over]).toEqual([first, null]);
	timeline.lay('card');
	timeline.lower();
	expect([timeline.chosen, timeline.over]).toEqual([null, null]);
});
