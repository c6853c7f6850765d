/** Second stage: grounds of sentences, words cited, and people in events. */
import { describe, expect, test } from 'vitest';
import { dataset, records } from './record.ts';
import { act, Copy, held, named, operation, quote, type Fault } from './faults.ts';
import type { DataFiles } from '../../tools/validate/schema.ts';

type Event = DataFiles['events']['events'][number];
type Person = DataFiles['people']['people'][number];

const NOBODY = 'no-such-id';
const known = dataset.event.get(act.id)!.known;
const cited = act.references[0]!.source;
/** A source that could only be read after the event became public. */
const young = records.sources.find((s) => Date.parse(s.published ?? '') > known)!.id;
const person = records.people.find((p) => p.id === operation.actors[0])!;

const ofEvent = (
	fault: string,
	field: string,
	fix: string | RegExp,
	make: (e: Event) => void,
	{ id = act.id, found = '' } = {},
): Fault => ({ fault, file: 'events', id, field, fix, found, make: (c) => c.entry('events', id, make) });
const ofPerson = (fault: string, field: string, fix: string | RegExp, make: (p: Person) => void): Fault => ({
	...{ fault, file: 'people', id: person.id, field, fix },
	make: (c) => c.entry('people', person.id, make),
});
const summary =
	(...sentences: Exclude<Event['summary'], string>) =>
	(e: Event) =>
		(e.summary = sentences);
const cites = (text: string) => (e: Event) => (e.references[0]!.words = [{ text, by: 'Somebody' }]);

const GROUNDS: readonly Fault[] = [
	ofEvent(
		'sentence without a ground',
		'summary[1]',
		'Give it one of three',
		summary({ says: 'One.', basis: 'event' }, { says: 'Two.' }),
		{
			found: '“Two.” without a ground',
		},
	),
	ofEvent(
		'later sentence without a ground',
		'later[0]',
		'Give it one of three',
		(e) => (e.later = [{ says: 'Later.' }]),
	),
	ofEvent(
		'sentence with two grounds',
		'summary[0]',
		'Give it one of three',
		summary({ says: 'One.', basis: 'event', references: [cited] }),
		{
			found: '“One.” with two grounds',
		},
	),
	ofEvent(
		'sentence on no source',
		'summary[0].references',
		'Name at least one source',
		summary({ says: 'One.', references: [] }),
	),
	ofEvent(
		'sentence on an unknown source',
		'summary.references',
		'No such id in src/data/sources.json',
		summary({ says: 'One.', references: [NOBODY] }),
		{
			found: NOBODY,
		},
	),
	ofEvent(
		'sentence of an unknown basis',
		'summary[0].basis',
		'Use one of event, inference.',
		summary({ says: 'One.', basis: 'hearsay' as never }),
	),
	ofEvent('sentence without words', 'summary[0].says', 'Add the field “says”', summary({ basis: 'event' } as never)),
	ofEvent('summary without a sentence', 'summary', 'Write at least one sentence.', summary()),
	ofEvent(
		'summary that is neither text nor list',
		'summary',
		'It must be a text in quotation marks or a list in [ ].',
		(e) => (e.summary = 3 as never),
	),
	ofEvent(
		'event that says nothing on its own first day',
		'summary',
		'needs a sentence that rests on a source of that day',
		summary({ says: 'One.', references: [young] }),
	),
];
const WORDS: readonly Fault[] = [
	ofEvent('one word cited', 'references.words', 'two to five', cites('alone'), { found: '“alone”' }),
	ofEvent('six words cited', 'references.words', 'two to five', cites('one two three four five six')),
	ofEvent('words cited over two lines', 'references.words', 'line break', cites('over two\nlines'), {
		found: 'over two',
	}),
	ofEvent('words cited with a space at the end', 'references.words', 'space', cites('two words ')),
	{
		...ofEvent('words of a source without an address', 'references.words', 'has no address', cites('no address')),
		make: (c) => {
			c.entry('events', act.id, cites('no address'));
			c.entry('sources', cited, (s) =>
				['url', 'officialUrl', 'archiveUrl'].forEach((f) => Reflect.deleteProperty(s, f)),
			);
		},
	},
	ofEvent(
		'words that are a quote of that event',
		'references.words',
		`The quote “${quote.id}” of this event has these words already`,
		cites(quote.exact.split(' ').slice(0, 3).join(' ').toUpperCase()),
		{ id: operation.id },
	),
	ofEvent('words of a text that we hold', 'references.words', 'quote it in “quotes”', (e) => {
		e.references.push({ source: held.id, establishes: 'it', words: [{ text: 'zzz qqq', by: 'Somebody' }] });
	}),
	ofEvent('words of nobody', 'references[0].words[0].by', 'Add the field “by”', (e) => {
		e.references[0]!.words = [{ text: 'two words' } as never];
	}),
];
const PEOPLE: readonly Fault[] = [
	ofEvent('unknown person', 'actors', 'No such id in src/data/people.json', (e) => (e.actors = [...e.actors, NOBODY])),
	{
		...ofPerson('person whom no event names', 'id', 'No event names this id', () => undefined),
		id: NOBODY,
		make: (c) => c.edit('people', (d) => d.people.push({ ...person, id: NOBODY } as Person)),
	},
	{
		...ofPerson('two people with one id', 'id', 'Two people have this id', () => undefined),
		make: (c) => c.edit('people', (d) => d.people.push({ ...person } as Person)),
	},
	ofPerson('person known from an unknown source', 'references', 'sources.json', (p) => (p.references = [NOBODY])),
	ofPerson('alias of an unknown source', 'aliases.references', 'sources.json', (p) => {
		p.aliases = [{ name: 'Other', references: [NOBODY] }];
	}),
	ofPerson('alias without a source', 'aliases[0].references', 'Name at least one source', (p) => {
		p.aliases = [{ name: 'Other', references: [] }];
	}),
	ofPerson(
		'charge of an unknown source',
		'charged.references',
		'sources.json',
		(p) => (p.charged = { references: [NOBODY] }),
	),
	ofPerson(
		'birth that is no date',
		'born.when',
		'The date',
		(p) => (p.born = { when: '1990-13', references: [cited] }),
	),
	ofPerson('person of an unknown kind', 'kind', 'Use one of person, organisation.', (p) => (p.kind = 'firm' as never)),
	ofPerson(
		'unknown field of a person',
		'colour',
		'There is no field “colour”',
		(p) => void Object.assign(p, { colour: 'red' }),
	),
];

test.for([...GROUNDS, ...WORDS, ...PEOPLE])('refused: $fault', (fault) => {
	const copy = new Copy();
	fault.make(copy);
	const problems = copy.problems();
	expect(named(problems, fault), JSON.stringify(problems)).toHaveLength(1);
	expect(problems).toHaveLength(1);
});

describe('accepted', () => {
	const passes = (make: (e: Event) => void) => {
		const copy = new Copy();
		copy.entry('events', act.id, make);
		return copy.problems();
	};
	test('a draft: a summary that is one text', () => {
		expect(passes((e) => (e.summary = 'A text without grounds.'))).toEqual([]);
	});
	test('sentences that rest on a source, on the event, or on a conclusion of ours', () => {
		const make = summary(
			{ says: 'One.', references: [cited] },
			{ says: 'Two.', basis: 'event' },
			{ says: 'Three.', basis: 'inference' },
		);
		expect(passes(make)).toEqual([]);
	});
	test.for(['two words', 'as many as five words', 'mid-sentence, “as is”'])('words cited: %s', (text) => {
		expect(passes(cites(text))).toEqual([]);
	});
});
