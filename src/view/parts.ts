/**
 * The parts of the case's page that are rendered at build and hydrated one after the other; each has a place in
 * index.html.
 */
import type { Component } from 'svelte';
import Appendix from './Appendix.svelte';
import ChartBar from './chart/ChartBar.svelte';
import Legend from './chart/Legend.svelte';
import Masthead from './Masthead.svelte';
import EventRecord from './record/Record.svelte';

export const PARTS: Readonly<Record<string, Component>> = {
	masthead: Masthead,
	record: EventRecord,
	'chart-bar': ChartBar,
	legend: Legend,
	appendix: Appendix,
};
