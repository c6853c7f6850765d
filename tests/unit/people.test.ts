/** People and organisations: found by any of their names, offered as a facet, held back until they could be known. */
import { describe, expect, test } from 'vitest';
import { recordsAsOf } from '../../src/domain/model/asof.ts';
import { toDataset } from '../../src/domain/model/dataset.ts';
import type { PersonRecord } from '../../src/domain/model/people.ts';
import type { EventRecord, Records, Source } from '../../src/domain/model/records.ts';
import { readWhen } from '../../src/domain/model/when.ts';
import { EVERYTHING, offered, passes } from '../../src/domain/query/filter.ts';
import { formatPermalink, HOME, parsePermalink } from '../../src/domain/query/permalink.ts';
import { buildIndex } from '../../src/domain/query/search.ts';
import { dataset, records } from './record.ts';

const source = (id: string, published: string): Source => ({
	...{ id, published, title: id, publisher: 'The Publisher', type: 'news', standing: 'press' },
});
const event = (id: string, published: string, ...actors: string[]): EventRecord => ({
	...{ ...records.events[0]!, id, title: id, quotes: [], later: [], follows: [], notes: [] },
	...{ actors, when: published, publicOn: { date: published, reason: 'Said so.' } },
	references: [{ source: 'early', establishes: 'it' }],
});
const both: PersonRecord = {
	...{ id: 'ann', name: 'Ann Example', kind: 'person', role: 'Clerk', references: ['middle', 'late'] },
	aliases: [{ name: 'Nightjar', references: ['late'] }],
	charged: { references: ['late'] },
};
const firm: PersonRecord = { id: 'firm', name: 'The Firm', kind: 'organisation', references: [] };
const made: Records = {
	...records,
	sources: [source('early', '2020-01-01'), source('middle', '2020-06-01'), source('late', '2021-01-01')],
	events: [
		event('first', '2020-01-01', 'ann'),
		event('second', '2020-03-01', 'firm'),
		event('third', '2020-03-02', 'firm', 'ann'),
		event('fourth', '2020-03-03', 'firm'),
	],
	people: [both, firm],
	...{ texts: {}, disputes: [], discrepancies: [], omissions: [], changes: [] },
};
const whole = toDataset(made);
const asOf = (day: string) => toDataset(recordsAsOf(made, readWhen(day).start));
const search = await buildIndex(whole);
const found = (query: string, day = '2022-01-01') => [...search(query, asOf(day)).found].toSorted();

describe('search', () => {
	test('an alias finds its person, at every event that names them', () => {
		expect(found('Nightjar')).toEqual(['first', 'third']);
		expect(found('clerk')).toEqual(['first', 'third']);
	});
	test('every name of everybody in the record finds every event that names them', async () => {
		const index = await buildIndex(dataset);
		for (const { id, name, aliases = [] } of dataset.people) {
			const naming = dataset.events.filter((e) => e.actors.includes(id)).map((e) => e.id);
			for (const called of [name, ...aliases.map((a) => a.name)])
				expect([...index(called, dataset).found], called).toEqual(expect.arrayContaining(naming));
		}
	});
	test('as of a date it finds by the names that were public by then', () => {
		expect(found('Example', '2020-05-31')).toEqual([]);
		expect(found('Example', '2020-06-01')).toEqual(['first', 'third']);
		expect(found('Nightjar', '2020-12-31')).toEqual([]);
		expect(found('Nightjar', '2021-01-01')).toEqual(['first', 'third']);
	});
});

describe('as of a date', () => {
	test('a name, an alias or a charge is hidden until one of its sources could be read', () => {
		expect(asOf('2020-05-31').person.has('ann')).toBe(false);
		expect(asOf('2020-05-31').event.get('first')!.actors).toEqual([]);
		expect(asOf('2020-06-01').person.get('ann')).toEqual({
			...{ id: 'ann', name: 'Ann Example', kind: 'person', role: 'Clerk', references: ['middle'], aliases: [] },
		});
		expect(asOf('2021-01-01').person.get('ann')).toEqual(both);
	});
	test('a person without sources is public from the first event that names them', () => {
		expect(asOf('2020-02-29').person.has('firm')).toBe(false);
		expect(asOf('2020-03-01').person.has('firm')).toBe(true);
	});
	test('every actor of every event has an entry, as of every day', () => {
		for (const day of ['2020-01-01', '2020-03-02', '2020-06-01', '2022-01-01']) {
			const { events, person } = asOf(day);
			for (const id of events.flatMap((e) => e.actors)) expect(person.has(id)).toBe(true);
		}
	});
});

describe('the facet Who', () => {
	test('lists people by number of events, without those whose name was not yet public', () => {
		expect(offered('who', whole, whole).map((v) => v.id)).toEqual(['firm', 'ann']);
		expect(offered('who', whole, asOf('2020-05-31')).map((v) => v.id)).toEqual(['firm']);
	});
	test('shows the events that name any of the pressed people', () => {
		const shown = (...who: string[]) => whole.events.filter(passes({ ...EVERYTHING, who }, null)).map((e) => e.id);
		expect(shown('ann')).toEqual(['first', 'third']);
		expect(shown('ann', 'firm')).toEqual(['first', 'second', 'third', 'fourth']);
	});
	test('has the field “who” in the address', () => {
		const link = { ...HOME, filter: { ...HOME.filter, who: ['ann'] } };
		expect(formatPermalink(link)).toBe('who=ann');
		expect(parsePermalink('who=ann,nobody', whole)).toEqual({ link, unread: [['who', 'nobody']] });
	});
	test('is absent if nobody is named', () => {
		expect(offered('who', toDataset({ ...made, people: [], events: [] }), whole)).toEqual([]);
	});
});
