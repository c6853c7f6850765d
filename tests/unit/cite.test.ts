/** How a source is named in words. */
import { expect, test } from 'vitest';
import { cautionTag, sourceDate, standingWords } from '../../src/domain/model/cite.ts';
import type { Source } from '../../src/domain/model/records.ts';
import { STANDINGS } from '../../src/domain/model/vocabulary.ts';
import { records } from './record.ts';

const source = (fields: Partial<Source>): Source => ({
	id: 's',
	title: 'Title',
	publisher: 'Publisher',
	type: 'news',
	standing: 'press',
	...fields,
});

test.for([
	[{ published: '2021-11-18' }, '18 November 2021'],
	[{ published: '2021-11' }, 'November 2021'],
	[{ published: '2021-11-18', heldSince: '2022-01-01' }, '18 November 2021'],
	[{ heldSince: '2021-11-18/2021-11-30' }, 'undated, held since 18–30 November 2021'],
	[{}, 'undated'],
] as const)('%o is dated “%s”', ([fields, words]) => {
	expect(sourceDate(source(fields))).toBe(words);
});

test('a copy names whose text it copies', () => {
	expect(standingWords(source({ standing: 'own' }))).toBe(STANDINGS.own);
	expect(standingWords(source({ standing: 'copy', copyOf: 'the FBI' }))).toBe('copy of a text of the FBI');
	expect(standingWords(source({ standing: 'press', copyOf: 'Reuters' }))).toBe('press, text of Reuters');
});

test('every source of the record has a date in words', () => {
	for (const s of records.sources) expect(sourceDate(s), s.id).toMatch(/^(undated|.*\d{4}.*)/);
});

test('a caution is shortened to its first words, if they are few', () => {
	expect(cautionTag('A copy made by a machine: names may differ.')).toBe('A copy made by a machine: read with care');
	expect(cautionTag('Only a part was read.')).toBe('Only a part was read: read with care');
	expect(cautionTag('Read in version 1.2 of it')).toBe('Read in version 1.2 of it: read with care');
	expect(cautionTag(`${'Far too many words '.repeat(5)}: so it is.`)).toBe('Read with care');
});
