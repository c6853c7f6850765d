/** Layers over the page: opening one adds a history entry; moving to another event within one does not. */
import { beforeEach, expect, test } from 'vitest';
import { Timeline } from '../../src/state/timeline.svelte.ts';
import { dataset } from './record.ts';

const [first, second] = dataset.events as [(typeof dataset.events)[number], (typeof dataset.events)[number]];
let timeline: Timeline;
beforeEach(() => {
	timeline = new Timeline(dataset);
});

test('laying something over the page is an act, once', () => {
	timeline.lay('keys');
	expect([timeline.over, timeline.navigations]).toEqual(['keys', 1]);
	timeline.lay('keys');
	expect(timeline.navigations).toBe(1);
	timeline.lower();
	expect([timeline.over, timeline.navigations]).toEqual([null, 1]);
});

test('walking to another event is no act, and leaves what lies over the page', () => {
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
