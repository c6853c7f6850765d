/** The feed of corrections: parsed by fast-xml-parser and checked against RFC 4287. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctionsFeed } from '../../src/domain/exchange/atom.ts';
import { toDataset, type Dataset } from '../../src/domain/model/dataset.ts';
import { anyText, HARD, otherRecords, recordsWith, SITE } from './extracts.ts';
import { asXml, expectWellFormed, markupParser } from './markup.ts';
import { dataset } from './record.ts';

interface Link {
	readonly '@rel': string;
	readonly '@href': string;
}
interface Entry {
	readonly id: string;
	readonly title: string;
	readonly updated: string;
	readonly content: string;
	readonly link?: readonly Link[];
}
interface Feed extends Omit<Entry, 'content'> {
	readonly '@xmlns': string;
	readonly author: readonly { readonly name: string }[];
	readonly entry?: readonly Entry[];
}
const LISTS = ['entry', 'link', 'author'];
const parser = markupParser({ isArray: (name) => LISTS.includes(name) });
function read(xml: string): Feed {
	expectWellFormed(xml);
	// Exactly one of each, as RFC 4287 §4.1 requires: two would be parsed as a list.
	return (parser.parse(xml) as { readonly feed: Feed }).feed;
}
/** RFC 3339 */
const MOMENT = /^\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])T\d\d:\d\d:\d\dZ$/;

function isAtom(feed: Feed) {
	expect(feed['@xmlns']).toBe('http://www.w3.org/2005/Atom');
	expect(feed.author).toHaveLength(1);
	for (const part of [feed, ...(feed.entry ?? [])]) {
		expect(part.id).toMatch(/^tag:[a-z0-9.-]+,\d{4}-\d\d-\d\d:[!-~]+$/);
		expect(part.title).toEqual(expect.any(String));
		expect(part.updated).toMatch(MOMENT);
		for (const { '@href': href } of part.link ?? []) expect(href).toMatch(/^https:\/\/[!-~]+$/);
	}
	const ids = [feed, ...(feed.entry ?? [])].map((part) => part.id);
	expect(new Set(ids).size).toBe(ids.length);
	const moments = (feed.entry ?? []).map((entry) => entry.updated);
	expect(moments).toEqual(moments.toSorted().toReversed());
	if (moments.length) expect(feed.updated).toBe(moments[0]);
}
function compare({ entry = [] }: Feed, { changes, event }: Dataset) {
	expect(entry).toHaveLength(changes.length);
	for (const change of changes) {
		const says = asXml(`${change.what} Why: ${change.why}`);
		const found = entry.find((e) => e.content === says && e.updated.startsWith(change.date))!;
		for (const id of change.events) expect(found.title).toContain(asXml(event.get(id)?.title ?? id));
	}
}

const CASES = {
	'the record': dataset,
	'another case': toDataset(otherRecords),
	'hard texts': toDataset(recordsWith(HARD)),
};
describe.for(Object.entries(CASES))('%s', ([, of]) => {
	test.for([SITE, ''])('has every change in a valid Atom feed, at the site “%s”', (site) => {
		const feed = read(correctionsFeed(of, site));
		isAtom(feed);
		compare(feed, of);
		const links = [feed, ...(feed.entry ?? [])].flatMap((part) => part.link ?? []);
		expect(links.length > 0).toBe(site !== '');
	});
});

test('any text survives', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const of = toDataset(recordsWith([text]));
			const feed = read(correctionsFeed(of, SITE));
			isAtom(feed);
			expect(feed.title).toBe(`${asXml(text)}: corrections and editions`);
			expect(feed.entry![0]!.title).toBe(`Correction: ${asXml(text)}`);
		}),
		{ numRuns: 60 },
	);
});

test('an entry keeps its id when another is added after it', () => {
	const records = recordsWith(['A']);
	const idsOf = (changes: typeof records.changes) =>
		read(correctionsFeed(toDataset({ ...records, changes }), SITE)).entry!.map((e) => e.id);
	const more = [...records.changes, { date: '2021-04-02', events: [], what: 'More.', why: 'It was needed.' }];
	expect(idsOf(more)).toEqual(expect.arrayContaining(idsOf(records.changes)));
});

test('a case without a change has a feed without an entry', () => {
	const feed = read(correctionsFeed(toDataset({ ...recordsWith(['A']), changes: [] }), ''));
	isAtom(feed);
	expect(feed.entry).toBeUndefined();
});

test('characters that XML does not allow are removed, such as lone surrogates', () => {
	const text = 'a\u0000b\u0008c\u000bd\u000ce\u001ff\ud83dg\ude00h\ufffei\uffffj 👍 \t.';
	const xml = correctionsFeed(toDataset(recordsWith([text])), SITE);
	expect(read(xml).title).toBe('abcdefghij 👍 \t.: corrections and editions');
	// https://www.w3.org/TR/xml/#charsets
	expect(xml).toMatch(/^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u);
});
