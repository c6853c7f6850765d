/** Words cited: their links, the text copied with them, and their part in the name of a mark. */
import { describe, expect, test } from 'vitest';
import { recordsAsOf } from '../../src/domain/model/asof.ts';
import { addresses, lookUp, whose } from '../../src/domain/model/cite.ts';
import { toDataset } from '../../src/domain/model/dataset.ts';
import type { EventRecord, Records, Source } from '../../src/domain/model/records.ts';
import { readWhen } from '../../src/domain/model/when.ts';
import { textFragment } from '../../src/domain/evidence/text-fragment.ts';
import { buildIndex } from '../../src/domain/query/search.ts';
import { markName } from '../../src/view/chart/aria-labels.ts';
import { NOT_HELD } from '../../src/domain/model/cite.ts';
import { wordsCited } from '../../src/view/shared/quotation.ts';
import { dataset, records } from './record.ts';

const without = <T extends object, K extends keyof T>(of: T, field: K) =>
	Object.fromEntries(Object.entries(of).filter(([name]) => name !== field)) as Omit<T, K>;
const url = 'https://a.example/page';
const paper: Source = {
	...{ id: 'paper', title: 'The paper', publisher: 'The Publisher', type: 'news', standing: 'press' },
	...{ published: '2020-10-21', url },
};
const book: Source = { ...paper, id: 'book', title: 'The book', published: '2021-03-01' };
const words = { text: 'so it was', by: 'A Speaker' };
const event: EventRecord = {
	...{ ...records.events[0]!, id: 'made', title: 'Made', when: '2020-10-20', quotes: [], later: [], follows: [] },
	...{ publicOn: { date: '2020-10-21', reason: 'Said so.' }, actors: [] },
	references: [
		{ source: 'paper', establishes: 'it', words: [words] },
		{ source: 'book', establishes: 'it too', words: [{ text: 'read much later', by: 'Another' }] },
	],
};
const made: Records = {
	...records,
	...{ events: [event], sources: [paper, book], people: [], texts: {} },
	...{ disputes: [], discrepancies: [], omissions: [], changes: [] },
};
const whole = toDataset(made);
const asOf = (day: string) => toDataset(recordsAsOf(made, readWhen(day).start));

describe('a link to words', () => {
	test.for([
		['plain words', 'plain%20words'],
		['voter-site, so & so', 'voter%2Dsite%2C%20so%20%26%20so'],
		['“it’s” #1', '%E2%80%9Cit%E2%80%99s%E2%80%9D%20%231'],
	] as const)('to “%s” has no unescaped separator', ([text, escaped]) => {
		expect(textFragment(url, text)).toBe(`${url}#:~:text=${escaped}`);
		expect(decodeURIComponent(escaped)).toBe(text);
	});
	test('keeps an existing fragment of the address', () => {
		expect(textFragment(`${url}#part`, 'two words')).toBe(`${url}#part:~:text=two%20words`);
	});
	test('leads to the address that we opened, else to the archived copy, else to the official one', () => {
		const bare = without(paper, 'url');
		const archiveUrl = 'https://archive.example';
		const officialUrl = 'https://official.example';
		const at = (source: Source) => lookUp(source, 'two words').split('#')[0];
		expect(at({ ...paper, archiveUrl, officialUrl })).toBe(url);
		expect(at({ ...bare, archiveUrl, officialUrl })).toBe(archiveUrl);
		expect(at({ ...bare, officialUrl })).toBe(officialUrl);
	});
});

test('a source without an archived copy gets a link to search for one, labelled as such', () => {
	const wayback = { href: `https://web.archive.org/web/*/${url}`, text: 'look in the Wayback Machine' };
	expect(addresses(paper).at(-1)).toEqual(wayback);
	expect(addresses({ ...paper, archiveUrl: 'https://archive.example' }).map((a) => a.href)).not.toContain(wayback.href);
	expect(addresses({ ...without(paper, 'url'), officialUrl: url }).at(-1)).toEqual(wayback);
	for (const s of records.sources) {
		const offered = addresses(s).some((a) => a.href.startsWith('https://web.archive.org/web/*/'));
		expect(offered, s.id).toBe(!s.archiveUrl && !!(s.url ?? s.officialUrl));
	}
});

test('copied words have their speaker and place, and say that the text is not held here', () => {
	const { text, html } = wordsCited(words, whole.events[0]!, paper, 'https://here.example/?e=made', 'abc123');
	expect(text).toBe(
		[
			'“so it was”',
			'A Speaker',
			'Made, 20 October 2020',
			`Source: The paper. The Publisher, press, 21 October 2020; ${NOT_HELD}`,
			`${url}#:~:text=so%20it%20was`,
			'https://here.example/?e=made',
			'Data version abc123',
		].join('\n'),
	);
	expect(html).toContain(`<a href="${url}#:~:text=so%20it%20was">`);
});

test('a quote belongs to its speaker; without one, to the author of the text, not of the copy', () => {
	expect(whose({ speaker: 'A Speaker' }, { ...paper, copyOf: 'The Original' })).toBe('A Speaker');
	expect(whose({}, { ...paper, copyOf: 'The Original' })).toBe('The Original');
	expect(whose({}, paper)).toBe('The Publisher');
});

test('the name of a mark has its quotes, else its sources and that words are cited', () => {
	const name = (of: Records) => markName(toDataset(of), toDataset(of).events[0]!);
	expect(name(made)).toMatch(/, 2 sources, words cited$/);
	const bare = event.references.map((r) => without(r, 'words'));
	expect(name({ ...made, events: [{ ...event, references: bare }] })).toMatch(/, 2 sources$/);
	for (const e of dataset.events) {
		expect(markName(dataset, e), e.id).not.toMatch(/\b0 quotes/);
		if (e.quotes.length) expect(markName(dataset, e)).toMatch(/, \d+ quotes?$/);
	}
});

test('as of a date, only words whose source was readable by then are shown and found', async () => {
	const said = (day: string) => asOf(day).events.flatMap((e) => e.words.map((w) => w.text));
	expect(said('2020-10-21')).toEqual(['so it was']);
	expect(said('2021-03-01')).toEqual(['so it was', 'read much later']);
	const search = await buildIndex(whole);
	const found = (query: string, day: string) => [...search(query, asOf(day)).found];
	expect(found('read much later', '2020-10-21')).toEqual([]);
	expect(found('read much later', '2021-03-01')).toEqual(['made']);
	expect(found('Another', '2021-03-01')).toEqual(['made']);
});
