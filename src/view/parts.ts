/**
 * The parts of the case's page. They are rendered at build time and hydrated one after the other, so that none blocks
 * the page for long. A part's place is the id of an element of index.html; chapters have theirs in `#chapters`.
 */
import type { Component } from 'svelte';
import type { Dataset } from '../domain/model/dataset.ts';
import Appendix from './Appendix.svelte';
import ChartBar from './chart/ChartBar.svelte';
import Legend from './chart/Legend.svelte';
import Masthead from './Masthead.svelte';
import Chapter from './record/Chapter.svelte';
import EventRecord from './record/Record.svelte';

export interface PagePart {
	readonly part: Component<never>;
	readonly props: Readonly<Record<string, unknown>>;
}

/** Id of the place → part, the smallest first, as the first one also has what all use compiled. */
export const PARTS: Readonly<Record<string, PagePart>> = {
	legend: { part: Legend, props: {} },
	'chart-bar': { part: ChartBar, props: {} },
	masthead: { part: Masthead, props: {} },
	record: { part: EventRecord, props: {} },
	appendix: { part: Appendix, props: {} },
};

/** Id of the place → part, for each chapter. */
export const chapterParts = ({ chapters }: Dataset): Readonly<Record<string, PagePart>> =>
	Object.fromEntries(chapters.map(({ id }) => [`in-chapter-${id}`, { part: Chapter, props: { id } }]));
