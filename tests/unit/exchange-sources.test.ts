/** Sources as CSL-JSON, BibTeX and RIS; citation-js parses the last two. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BIBTEX, bibtexOf } from '../../src/domain/exchange/bibtex.ts';
import { CSL, cslDate, type CslItem } from '../../src/domain/exchange/csl.ts';
import type { Extract } from '../../src/domain/exchange/extract.ts';
import { RIS, risOf } from '../../src/domain/exchange/ris.ts';
import type { Source } from '../../src/domain/model/records.ts';
import { readWhen } from '../../src/domain/model/when.ts';
import { anyText, EXTRACTS, extractOf, HARD, recordsWith, squeezed } from './extracts.ts';

interface Read extends Omit<Partial<CslItem>, 'author' | 'issued'> {
	readonly author?: readonly { readonly literal?: string; readonly family?: string }[];
	readonly issued?: { readonly 'date-parts'?: readonly (readonly number[])[] };
}
const read = (text: string, forceType: string) => plugins.input.chain(text, { forceType }) as readonly Read[];
const items = (extract: Extract) => JSON.parse(CSL.write(extract)) as readonly CslItem[];

/** The first of two days; a month or year stays as it is. */
const first = (date: Read['issued'] | CslItem['issued']) => date?.['date-parts']?.[0];

describe.for(Object.entries(EXTRACTS))('%s', ([, extract]) => {
	const { dataset, events } = extract;
	const csl = items(extract);

	test('has every source of its events once, as in the record', () => {
		const ids = csl.map((item) => item.id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const { id } of events.flatMap((e) => e.sources)) expect(ids).toContain(id);
		for (const item of csl) {
			const source = dataset.source.get(item.id)!;
			expect(item).toMatchObject({ title: source.title, publisher: source.publisher });
			expect(item.URL).toBe(source.url ?? source.officialUrl ?? source.archiveUrl);
			expect(item.issued).toEqual(source.published && cslDate(readWhen(source.published)));
			for (const said of [source.caution, source.copyOf])
				if (said) expect(item.note).toContain(said.replace(/\.$/, ''));
			if (source.author) expect(source.author).toContain(item.author![0]!.literal);
		}
	});

	test('is the same in BibTeX', () => {
		const bib = read(BIBTEX.write(extract), '@bibtex/text');
		expect(bib.map((item) => item.id)).toEqual(csl.map((item) => item.id));
		for (const [i, item] of csl.entries()) compareBib(bib[i]!, item);
	});

	test('is the same in RIS', () => {
		const ris = read(RIS.write(extract), '@ris/file');
		expect(ris.map((item) => item.id)).toEqual(csl.map((item) => item.id));
		for (const [i, item] of csl.entries()) compareRis(ris[i]!, item);
	});
});

/** The parser reads every kind of white space as one space. */
const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
function compareBib(bib: Read, item: CslItem) {
	expect(flat(bib.title!)).toBe(flat(item.title));
	expect(first(bib.issued)).toEqual(first(item.issued)?.slice());
	expect(flat(bib.note!)).toBe(flat(item.note!));
	expect(bib.URL && decodeURI(bib.URL)).toBe(item.URL && decodeURI(item.URL.replace(/[{}]/g, encodeURIComponent)));
	const names = bib.author?.map((a) => flat(a.literal ?? a.family!));
	expect(names).toEqual(item.author?.map((a) => flat(a.literal)));
	const { 'container-title': container, publisher } = bib;
	if (item['container-title'] && item.type !== 'post') expect(flat(container!)).toBe(flat(item['container-title']));
	else expect(flat(publisher!)).toBe(flat(item.publisher!));
}

function compareRis(ris: Read, item: CslItem) {
	expect(ris.title).toBe(squeezed(item.title));
	expect(ris.note).toBe(squeezed(item.note!));
	expect(ris.publisher).toBe(squeezed(item.publisher!));
	expect(ris.URL).toBe(item.URL);
	// citation-js reads only the year, from PY; the day in DA is checked below.
	expect(first(ris.issued)?.[0]).toBe(first(item.issued)?.[0]);
}

test('any text survives BibTeX, and its braces are balanced as BibTeX counts them', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const item: CslItem = {
				...{ id: 'a', type: 'article-newspaper', title: text, 'container-title': text, publisher: text },
				...{ author: [{ literal: text }, { literal: text }], note: text },
			};
			const entry = bibtexOf(item);
			let depth = 0;
			for (const sign of entry) {
				depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
				expect(depth).toBeGreaterThanOrEqual(0);
			}
			expect(depth).toBe(0);
			compareBib(read(entry, '@bibtex/text')[0]!, item);
		}),
		{ numRuns: 200 },
	);
});

/** RIS as specified: a tag of two characters, two spaces, a hyphen, a space, and the value. */
function tags(text: string): readonly (readonly [tag: string, value: string])[] {
	const lines = text.split('\r\n').filter(Boolean);
	for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
	return lines.map((line) => [line.slice(0, 2), line.slice(6)] as const);
}

test('any text is one line of RIS, and no value is read as a tag', () => {
	fc.assert(
		fc.property(fc.oneof(anyText, fc.constantFrom(...HARD)), (text) => {
			const item: CslItem = { id: 'a', type: 'report', title: text, author: [{ literal: text }], note: text };
			const value = squeezed(text);
			expect(tags(risOf(item))).toEqual([
				...[['TY', 'RPRT'] as const, ['ID', 'a'] as const, ['TI', value] as const],
				...[['AU', value] as const, ['N1', value] as const, ['ER', ''] as const],
			]);
		}),
		{ numRuns: 200 },
	);
});

test.for([
	['2021-03-05', '2021/03/05/'],
	['2021-03', '2021/03//'],
	['2021~', '2021///'],
	['0044', '0044///'],
] as const)('the date %s is %s in RIS', ([date, value]) => {
	const item: CslItem = { id: 'a', type: 'report', title: 'A', issued: cslDate(readWhen(date)) };
	expect(tags(risOf(item))).toContainEqual(['DA', value]);
});

test('every record of RIS begins with its type and ends with ER', () => {
	const extract = EXTRACTS['the whole record']!;
	const all = tags(RIS.write(extract)).map(([tag]) => tag);
	const count = (tag: string) => all.filter((t) => t === tag).length;
	for (const tag of ['TY', 'TI', 'ID', 'ER']) expect(count(tag), tag).toBe(items(extract).length);
	expect([all[0], all.at(-1)]).toEqual(['TY', 'ER']);
	for (const [i, tag] of all.entries()) if (tag === 'ER' && i < all.length - 1) expect(all[i + 1]).toBe('TY');
});

/** The item of a source with some fields replaced. */
function itemOf(changed: Partial<Source>, without: readonly string[] = []) {
	const records = recordsWith(['A']);
	const sources = records.sources.map((s) => {
		if (s.id !== 'source-0') return s;
		const kept = Object.entries(s).filter(([field]) => !without.includes(field));
		return { ...(Object.fromEntries(kept) as unknown as Source), ...changed };
	});
	return items(extractOf({ ...records, sources })).find((item) => item.id === 'source-0')!;
}

test.for([
	['Ann Miller', ['Ann Miller']],
	['Ann Miller and Bo A. Reed', ['Ann Miller', 'Bo A. Reed']],
	['Ann Miller, Bo Reed and Cy de la Rue', ['Ann Miller, Bo Reed and Cy de la Rue']],
	['Ann Miller, Bo Reed and Cy Rue', ['Ann Miller', 'Bo Reed', 'Cy Rue']],
	['Miller, Ann', ['Miller, Ann']],
	['Ministry of Health and Social Care', ['Ministry of Health and Social Care']],
] as const)('the author %s is %s', ([author, names]) => {
	expect(itemOf({ author }).author).toEqual(names.map((literal) => ({ literal })));
});

test.for([
	['2021-03-05', { 'date-parts': [[2021, 3, 5]] }],
	['2021-03', { 'date-parts': [[2021, 3]] }],
	['2021~', { 'date-parts': [[2021]], circa: true }],
	['2021-21', { 'date-parts': [[2021]], season: 1 }],
	['2021-24', { 'date-parts': [[2021]], season: 4 }],
	[
		'2020-10/2020-11',
		{
			'date-parts': [
				[2020, 10],
				[2020, 11],
			],
		},
	],
	['2021-03/..', { 'date-parts': [[2021, 3]] }],
] as const)('the date %s', ([text, date]) => {
	expect(cslDate(readWhen(text))).toEqual(date);
});

test('an undated source says since when it is held, and an unopened one says so', () => {
	const [officialUrl, archiveUrl] = ['https://example.org/official', 'https://example.org/archived'];
	const item = itemOf({ heldSince: '2021-03', officialUrl, archiveUrl }, ['published', 'url']);
	expect(item.issued).toBeUndefined();
	expect(item.note).toMatch(/^Undated, held since/);
	expect(item.note).toContain('Official location, not opened by us.');
	expect(item.note).toContain('Archived copy: https://example.org/archived.');
});
