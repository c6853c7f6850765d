/** Words are found in any spelling: with or without full stops and hyphens, singular, plural and possessive. */
import { expect, test } from 'vitest';
import { toDataset } from '../../src/domain/model/dataset.ts';
import { summaryText } from '../../src/domain/model/sentences.ts';
import { buildIndex } from '../../src/domain/query/search.ts';
import { dataset, records } from './record.ts';

const index = await buildIndex(dataset);
const search = (query: string) => index(query, dataset);
const found = (query: string) => [...search(query).found].toSorted();
const { events } = dataset;
const nameOf = (id: string) => dataset.person.get(id)!.name;
const texts = events.flatMap((e) => [e.title, summaryText(e), ...e.quotes.map((q) => q.exact)]);
/** Ids of the events with exactly this word in title or summary. */
const ids = (word: string) =>
	events.filter((e) => new RegExp(`\\b${word}\\b`, 'i').test(`${e.title} ${summaryText(e)}`)).map((e) => e.id);
/** The number of events found in a case in which one event has a given text. */
async function finderOf(summary: string) {
	const edited = toDataset({
		...records,
		events: records.events.slice(0, 1).map((e) => ({
			...e,
			summary,
			title: '',
			label: '',
			quotes: [],
			references: [],
			later: [],
			actors: [],
			notes: [],
			follows: [],
		})),
		disputes: [],
		changes: [],
	});
	const searchIn = await buildIndex(edited);
	return (query: string) => searchIn(query, edited).found.size;
}

test('abbreviations are found with and without full stops (F16)', () => {
	const written = new Map<string, string>();
	for (const text of texts)
		for (const [word] of text.matchAll(/\b(?:\p{Lu}\.){2,}/gu)) written.set(word, word.replaceAll('.', ''));
	expect(written.size).toBeGreaterThan(0);
	for (const [stops, plain] of written) {
		expect(found(stops).length, stops).toBeGreaterThan(0);
		expect(found(stops.toLowerCase()), stops).toEqual(found(stops));
		if (plain.length < 3) expect(found(plain), plain).toEqual(found(stops));
		expect(found(plain), plain).toEqual(expect.arrayContaining(found(stops)));
	}
	// Only whole words match, not prefixes.
	expect([...search('U.S.').words]).toEqual(['us']);
	const { short } = dataset.agencies.find((a) => /^\p{Lu}{3}$/u.test(a.short))!;
	expect(found(short.split(/(?=.)/).join('.'))).toEqual(found(short));
});
test('hyphens are optional (F16)', async () => {
	const find = await finderOf('An e-mail about a web-site, and the cyber-enabled act.');
	for (const query of [
		'e-mail',
		'email',
		'E‑mail',
		'web-site',
		'website',
		'web site',
		'cyber enabled',
		'cyber-enabled',
		'act',
	])
		expect(find(query), query).toBe(1);
	expect(find('e-act')).toBe(0);
	const other = await finderOf('An email about a website.');
	for (const query of ['e-mail', 'web-site']) expect(other(query), query).toBe(1);
});
test('singular and plural find each other (F16)', async () => {
	for (const [one, several] of [
		['xemail', 'xemails'],
		['xagency', 'xagencies'],
		['xaddress', 'xaddresses'],
		['xcharge', 'xcharges'],
		['xbox', 'xboxes'],
		['xday', 'xdays'],
	] as const) {
		expect((await finderOf(`One ${one}.`))(several), several).toBe(1);
		expect((await finderOf(`Some ${several}.`))(one), one).toBe(1);
	}
	// Every plural in the record is also found by its singular.
	for (const word of new Set(texts.flatMap((t) => t.toLowerCase().match(/\b[a-z]{3,}[^s\W]s\b/g) ?? [])))
		expect(found(word.slice(0, -1)), word).toEqual(
			expect.arrayContaining(search(word).words.has(word) ? ids(word) : []),
		);
});
test('the possessive of a name finds the name (F16)', () => {
	const [name] = [...nameOf(events.find((e) => e.actors.length)!.actors[0]!).matchAll(/\p{L}+/gu)].map(([w]) => w);
	expect(found(`${name!}'s`)).toEqual(found(name!));
	expect(found(`${name!}’s`)).toEqual(found(name!));
});
