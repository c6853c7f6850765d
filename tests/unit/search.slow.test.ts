/** Search over the events: every word must match, and matches can be marked. */
import { isLong } from '../long.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, highlight, snippet } from '../../src/domain/query/highlight.ts';
import { publicDays, recordsAsOf } from '../../src/domain/model/asof.ts';
import { toDataset } from '../../src/domain/model/dataset.ts';
import { plain } from '../../src/domain/model/narrative.ts';
import { datesIn } from '../../src/domain/query/date-query.ts';
import { buildIndex } from '../../src/domain/query/search.ts';
import { isoDay } from '../../src/domain/model/when.ts';
import { dataset, records } from './record.ts';
import { summaryText } from '../../src/domain/model/sentences.ts';

const index = await buildIndex(dataset);
const search = (query: string) => index(query, dataset);
const found = (query: string) => [...search(query).found].toSorted();
const { events } = dataset;
const texts = events.flatMap((e) => [e.title, summaryText(e), ...e.quotes.map((q) => q.exact)]);
/** Texts of the story and the chart at an event. */
const told = [
	...dataset.story.flatMap(({ event, title, phrases }) =>
		event ? [{ at: event, says: [title, plain(phrases)] }] : [],
	),
	...[...dataset.annotation].map(([at, text]) => ({ at, says: [text] })),
];
const nameOf = (id: string) => dataset.person.get(id)!.name;

describe('finds an event', () => {
	test('by its whole title, each of them', () => {
		for (const e of events) expect(found(e.title), e.title).toContain(e.id);
	});
	test('by the words of a quote, each of them', () => {
		for (const q of dataset.quote.values()) expect(found(q.exact), q.exact).toContain(q.event);
	});
	test('by a person or organisation, each of them', () => {
		for (const e of events) for (const name of e.actors.map(nameOf)) expect(found(name), name).toContain(e.id);
	});
	test('by the publisher of a source it cites', () => {
		for (const e of events)
			for (const { source } of e.references) expect(found(dataset.source.get(source)!.publisher)).toContain(e.id);
	});
	test('by the texts of the story and the chart at it', () => {
		expect(told.length).toBeGreaterThan(0);
		// Leaves out texts with dates, which are searched as dates.
		for (const { at, says } of told) {
			for (const text of says.filter((t) => !datesIn(t, dataset.extent).length))
				expect(found(text), text).toContain(at);
		}
	});
	test('by an agency’s short name', () => {
		for (const { id, short } of dataset.agencies) {
			const ids = found(short);
			for (const e of events.filter((x) => x.named.includes(id))) expect(ids, short).toContain(e.id);
		}
	});
	test('by a number with a sign before it', () => {
		const priced = events.filter((e) => /\$10\b/.test(`${e.title} ${summaryText(e)}`)).map((e) => e.id);
		expect(priced.length).toBeGreaterThan(0);
		expect(found('10')).toEqual(expect.arrayContaining(priced));
		expect(found('$10')).toEqual(expect.arrayContaining(priced));
	});
});

describe('matching', () => {
	test('all words must match', () => {
		const [a, b] = [new Set(found('emails')), new Set(found('Ratcliffe'))];
		expect(found('emails Ratcliffe')).toEqual([...a].filter((id) => b.has(id)).toSorted());
		expect(found('emails Ratcliffe zzzzzz')).toEqual([]);
	});
	test('capitals, accents and the order of the words do not count', () => {
		expect(found('KAZEMI')).toEqual(found('kazemi'));
		expect(found('Kazemí')).toEqual(found('kazemi'));
		expect(found('boys proud')).toEqual(found('Proud Boys'));
		expect(found('kazemi').length).toBeGreaterThan(0);
	});
	test('the beginning of a word matches it', () => {
		expect(found('Ratcl')).toEqual(expect.arrayContaining(found('Ratcliffe')));
	});
	test('very long words get no typo search, which takes quadratic time (A9)', async () => {
		const find = async (word: string, asked: string) => {
			const summary = `It says ${word} here.`;
			const edited = toDataset({ ...records, events: records.events.map((e, i) => (i ? e : { ...e, summary })) });
			return (await buildIndex(edited))(asked, edited).found.size;
		};
		const word = (length: number) => 'xyz'.repeat(length).slice(0, length);
		const slipped = (text: string) => `xyw${text.slice(3)}`;
		expect(await find(word(40), slipped(word(40)))).toBe(1);
		expect(await find(word(41), slipped(word(41)))).toBe(0);
		expect(await find(word(41), word(41))).toBe(1);
	});
	test('one typo in a long word is tolerated, none in a number or a short word', () => {
		expect(found('Ratclife')).toEqual(expect.arrayContaining(found('Ratcliffe')));
		expect(found('113999')).toEqual([]);
		expect(found('fbx')).toEqual([]);
	});
	test('a word that occurs nowhere is not found', () => {
		expect(found('zzzzzz')).toEqual([]);
	});
	test('no query makes it throw', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 8 }), (query) => {
				expect(found(query).filter((id) => !dataset.event.has(id))).toEqual([]);
			}),
		);
	});
});

/** Some words of the record. */
const word = fc.constantFrom(
	...new Set(events.flatMap((e) => `${e.title} ${summaryText(e)}`.match(/[\p{L}\p{N}]+/gu) ?? [])),
);
const text = fc.constantFrom(...texts);
const words = fc.oneof(
	word.map((w) => search(w).words),
	fc.array(word).map((list) => new Set(list.map(fold))),
);

describe('marking', () => {
	test('the joined runs equal the text', () => {
		fc.assert(
			fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), words, (t, list) => {
				expect(
					highlight(t, list)
						.map((r) => r.text)
						.join(''),
				).toBe(t);
			}),
		);
	});
	test('exactly the words that matched are hits', () => {
		const slices = highlight('The Kazemí brothers; kazemi’s firm, Kazemis.', new Set(['kazemi']));
		expect(slices.filter((r) => r.hit).map((r) => r.text)).toEqual(['Kazemí', 'kazemi']);
	});
	test('marks abbreviations with full stops, joined words as written, and only matching parts', () => {
		const hits = (t: string, ...terms: string[]) =>
			highlight(t, new Set(terms))
				.filter((r) => r.hit)
				.map((r) => r.text);
		expect(hits('The U.S. and the US; use it.', 'us')).toEqual(['U.S.', 'US']);
		expect(hits('An e-mail, two e‑mails.', 'email')).toEqual(['e-mail']);
		expect(hits('A web-site; a web page.', 'website')).toEqual(['web-site']);
		expect(hits('A web-site; a web page.', 'web')).toEqual(['web', 'web']);
		expect(hits('Its owner’s words', 's', 'owner')).toEqual(['owner']);
	});
	test('without words nothing is marked', () => {
		expect(highlight('Some text', new Set())).toEqual([{ text: 'Some text', hit: false }]);
	});
	test('an event found has a hit somewhere in its searched texts', () => {
		fc.assert(
			fc.property(word, (w) => {
				const hits = search(w);
				// Skips queries with dates, which match the dates of events.
				fc.pre(!hits.dates.length);
				expect(hits.found.size).toBeGreaterThan(0);
				for (const id of hits.found) {
					const e = dataset.event.get(id)!;
					const cited = e.references.map((r) => dataset.source.get(r.source)!);
					const all = [e.title, e.label, summaryText(e), ...e.quotes.map((q) => q.exact)]
						.concat(
							e.actors
								.map((id) => dataset.person.get(id)!)
								.flatMap(({ name, aliases = [], role = '' }) => [name, ...aliases.map((a) => a.name), role]),
							e.references.flatMap((r) => (r.words ?? []).flatMap((w) => [w.text, w.by])),
						)
						.concat(
							e.references.map((r) => r.establishes),
							cited.flatMap((s) => [s.title, s.publisher]),
						)
						.concat([...e.later, ...(e.notes ?? [])].map((l) => l.says))
						.concat(told.filter(({ at }) => at === id).flatMap(({ says }) => says))
						.concat(e.named.flatMap((a) => [dataset.agency.get(a)!.short, dataset.agency.get(a)!.name]));
					expect(
						all.some((t) => highlight(t, hits.words).some((r) => r.hit)),
						`${w} in ${id}`,
					).toBe(true);
				}
			}),
		);
	});
});

describe('a snippet', () => {
	test('is short, and contains the first hit and only words of the text', () => {
		fc.assert(
			fc.property(text, words, (t, list) => {
				const slices = snippet(t, list);
				const first = highlight(t, list).find((r) => r.hit);
				if (!first) {
					expect(slices).toBeNull();
					return;
				}
				expect(slices!.find((r) => r.hit)).toEqual(first);
				const said = slices!.map((r) => r.text).join('');
				expect(t).toContain(said.replace(/^…/, '').replace(/…$/, ''));
				expect(said.length).toBeLessThanOrEqual(60 + first.text.length + 60 + 2);
			}),
			{ numRuns: 300 },
		);
	});
	test('is short even if no space is near', () => {
		const slices = snippet(`${'x'.repeat(500)}-hit`, new Set(['hit']))!;
		expect(slices.map((r) => r.text).join('').length).toBeLessThanOrEqual(125);
	});
	test('has an ellipsis exactly where it leaves something out', () => {
		const plain = (t: string) =>
			snippet(t, new Set(['hit']))!
				.map((r) => r.text)
				.join('');
		expect(plain('a hit b')).toBe('a hit b');
		expect(plain(`${'word '.repeat(20)}hit${' word'.repeat(20)}`)).toMatch(/^…word .* hit word .*…$/);
	});
});

test('the index is built a few texts at a time, and yields to other tasks in between', async () => {
	let turns = 0;
	const counting = setInterval(() => turns++, 0);
	await buildIndex(dataset);
	clearInterval(counting);
	expect(turns).toBeGreaterThan(0);
});

test('as of a day it finds and marks the same as an index of that day', async () => {
	const queries = [
		'emails',
		'Ratcliffe emails',
		'sanct',
		'10',
		'Reuters',
		'no such word',
		'',
		...events.map((e) => e.label),
	];
	let fewer = 0;
	for (const { day } of publicDays(dataset).filter((_, i) => isLong || i % 10 === 0)) {
		const then = toDataset(recordsAsOf(records, day));
		const alone = await buildIndex(then);
		for (const query of queries) {
			const hits = index(query, then);
			expect(hits, `${isoDay(day)}: ${query}`).toEqual(alone(query, then));
			if ([...search(query).found].some((id) => then.event.has(id) && !hits.found.has(id))) fewer++;
		}
	}
	// Some events were public, but did not yet have the words of the search.
	expect(fewer).toBeGreaterThan(0);
});
