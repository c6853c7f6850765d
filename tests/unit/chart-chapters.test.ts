/** Chapters in the chart follow one another from the first day of the case to the last. */
import { expect, test } from 'vitest';
import { toDataset } from '../../src/domain/model/dataset.ts';
import { chaptersOf } from '../../src/view/chart/build.svelte.ts';
import { dataset, records } from './record.ts';

test('chapters cover the case and reach no further', () => {
	const chapters = chaptersOf(dataset);
	expect(chapters.map(({ id }) => id)).toEqual(dataset.chapters.map(({ id }) => id));
	expect([chapters[0]!.start, chapters.at(-1)!.end]).toEqual([dataset.extent.start, dataset.extent.end]);
	chapters.slice(1).forEach(({ start }, i) => expect(start).toBe(chapters[i]!.end));
});

test('a single chapter covers everything and is not named', () => {
	const one = { ...records.case, chapters: [{ id: 'all', title: 'All', from: '..', to: '..' }] };
	expect(chaptersOf(toDataset({ ...records, case: one }))).toEqual([]);
});
