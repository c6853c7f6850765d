/**
 * The parts of the case's page that are rendered at build and hydrated one after the other, so that none of them
 * keeps a reader waiting. A part's place is the id of an element of index.html; chapters have theirs in `#chapters`.
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

/** Place → the part that belongs there. */
export const PARTS: Readonly<Record<string, PagePart>> = {
	masthead: { part: Masthead, props: {} },
	record: { part: EventRecord, props: {} },
	'chart-bar': { part: ChartBar, props: {} },
	legend: { part: Legend, props: {} },
	appendix: { part: Appendix, props: {} },
};

/** Place → the part of each chapter. */
export const chapterParts = ({ chapters }: Dataset): Readonly<Record<string, PagePart>> =>
	Object.fromEntries(chapters.map(({ id }) => [`in-chapter-${id}`, { part: Chapter, props: { id } }]));
