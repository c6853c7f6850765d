/** Second stage: lead, story and annotations. */
import { expect, test } from 'vitest';
import type { DataFiles } from '../../tools/validate/schema.ts';
import { Copy, named, type Fault } from './faults.ts';
import { dataset, records } from './record.ts';

type Case = DataFiles['case'];
const sameDay = dataset.events.find((e) => e.known === e.when.start)!;
const late = dataset.events.find((e) => e.known > e.when.end)!;
const before = dataset.events.find((e) => e.known < late.known)!;
const text = (words: string) => ({ text: words, basis: [] as string[] });
const step = (id: string, more: Partial<NonNullable<Case['story']>[number]> = {}) => ({
	id,
	title: 'A title',
	...text('Something happened.'),
	...more,
});
const steps = (...list: Case['story'] & object) => [...list, step('last')];

const lead = (words: string) => (told: Case) => void (told.lead = text(words));
const story =
	(...list: Case['story'] & object) =>
	(told: Case) =>
		void (told.story = steps(...list));
const annotations =
	(...list: Case['annotations'] & object) =>
	(told: Case) =>
		void (told.annotations = list);
type Row = readonly [
	fault: string,
	change: (told: Case) => void,
	field: string,
	found: string | RegExp,
	fix: string | RegExp,
];
const PLACEHOLDER = 'use a placeholder, as in';

const FAULTS: readonly Row[] = [
	['a year that was typed', lead('It began in 2020.'), 'lead.text', '“2020”', PLACEHOLDER],
	['a month that was typed', lead('It began in October.'), 'lead.text', '“October”', PLACEHOLDER],
	['a number that was typed as a word', lead('Two of them failed.'), 'lead.text', '“Two”', PLACEHOLDER],
	['a number in a step', story(step('a', text('It took twelve of them.'))), 'story.a.text', '“twelve”', PLACEHOLDER],
	[
		'a placeholder that there is not',
		lead(`{when:${late.id}}`),
		'lead.text',
		`{when:${late.id}}`,
		'Use one of {day:ID}',
	],
	[
		'an event that there is not',
		lead('{day:no-such-id}'),
		'lead.text',
		'“no-such-id”',
		'No such id in src/data/events.json',
	],
	['a value that the event lacks', lead(`{gap:${sameDay.id}}`), 'lead.text', '{gap:', 'do not have this value'],
	[
		'a day that the events do not share',
		lead(`{known:${late.id},${before.id}}`),
		'lead.text',
		'{known:',
		'do not share it',
	],
	[
		'a basis that there is not',
		(c) => (c.lead = { text: 'Words.', basis: ['no-such-id'] }),
		'lead.basis',
		'“no-such-id”',
		'No such id',
	],
	['a text that is too long', lead('word '.repeat(60)), 'lead.text', '300 characters', 'Shorten it to at most 240'],
	['two steps of one id', story(step('a'), step('a')), 'story', '“a”', 'Two steps have this id'],
	[
		'a step at an event that there is not',
		story(step('a', { event: 'no-such-id' })),
		'story.a.event',
		'“no-such-id”',
		'No such id',
	],
	['days that are none', story(step('a', { t: '2020-10-18' })), 'story.a.t', '“2020-10-18”', 'Write two days'],
	[
		'a day outside the case',
		story(step('a', { asof: '1066-10-14' })),
		'story.a.asof',
		'“1066-10-14”',
		'Write a day within',
	],
	[
		'a day before that of which it speaks',
		story(step('a', { ...text(`{known:${late.id}}`), asof: sameDay.when.text })),
		'story.a.asof',
		`“${late.id}”, public since`,
		'choose a later day',
	],
	[
		'an annotation at an event that there is not',
		annotations({ at: 'no-such-id', ...text('Words.') }),
		'annotations.no-such-id.at',
		'“no-such-id”',
		'No such id',
	],
	[
		'a number in an annotation',
		annotations({ at: late.id, ...text('three others') }),
		`annotations.${late.id}.text`,
		'“three”',
		PLACEHOLDER,
	],
	[
		'a value of an annotation that its event lacks',
		annotations({ at: sameDay.id, ...text(`{gap:${sameDay.id}} later`) }),
		`annotations.${sameDay.id}.text`,
		'{gap:',
		'do not have this value',
	],
	[
		'an annotation without room',
		annotations({ at: late.id, ...text('word '.repeat(9)) }),
		`annotations.${late.id}.text`,
		'45 characters',
		'Shorten it to at most 40',
	],
	[
		'two annotations at one event',
		annotations({ at: late.id, ...text('Words.') }, { at: late.id, ...text('Others.') }),
		'annotations',
		`“${late.id}”`,
		'Two annotations are at this event',
	],
	['an opening day that is a month', (c) => (c.asofStart = '2020-10'), 'asofStart', '“2020-10”', 'Write a day within'],
];

test.for(FAULTS)('%s is refused and named', ([fault, change, field, found, fix]) => {
	const copy = new Copy();
	copy.edit('case', change);
	const problems = copy.problems();
	const wanted = { fault, make: () => undefined, file: 'case', id: '', field, found, fix } satisfies Fault;
	expect(named(problems, wanted), JSON.stringify(problems, null, 1)).not.toEqual([]);
});

test('“may” and “march” are allowed as ordinary words', () => {
	const copy = new Copy();
	copy.edit('case', lead('They may march.'));
	expect(copy.problems()).toEqual([]);
});

test('a case without lead, story and annotations is valid', () => {
	const copy = new Copy();
	copy.edit('case', (told) => {
		delete told.lead;
		delete told.story;
		delete told.annotations;
		delete told.asofStart;
	});
	expect(copy.problems()).toEqual([]);
	expect(records.events.length).toBeGreaterThan(0);
});
