/** First stage: each file exists, parses, and conforms to its schema. */
import { expect, test } from 'vitest';
import { act, Copy, dispute, held, named, operation, type Fault } from './faults.ts';
import { records } from './record.ts';

const unknownField = 'There is no field “colour” here: take it out, or correct its spelling.';
const colour = { colour: 'red' };
const without = (entry: object, field: string) => Reflect.deleteProperty(entry, field);
const agency = records.agencies[0]!.id;

const FAULTS: readonly Fault[] = [
	{
		fault: 'unknown tier',
		make: (c) => c.entry('events', act.id, (e) => (e.tier = 'main' as never)),
		file: 'events',
		id: act.id,
		field: 'tier',
		fix: 'Use one of core, related, context.',
	},
	{
		fault: 'unknown standing of a source',
		make: (c) => c.entry('sources', held.id, (s) => (s.standing = 'mine' as never)),
		file: 'sources',
		id: held.id,
		field: 'standing',
		fix: 'Use one of own, copy, press.',
	},
	{
		fault: 'title of 81 characters',
		make: (c) => c.entry('events', act.id, (e) => (e.title = 'x'.repeat(81))),
		file: 'events',
		id: act.id,
		field: 'title',
		fix: 'Shorten it to at most 80 characters.',
	},
	{
		fault: 'label of 21 characters',
		make: (c) => c.entry('events', act.id, (e) => (e.label = 'x'.repeat(21))),
		file: 'events',
		id: act.id,
		field: 'label',
		fix: 'Shorten it to at most 20 characters.',
	},
	{
		fault: 'empty summary',
		make: (c) => c.entry('events', act.id, (e) => (e.summary = '')),
		file: 'events',
		id: act.id,
		field: 'summary',
		fix: 'Write something, or take the field out.',
	},
	{
		fault: 'id with a capital',
		make: (c) => c.entry('agencies', agency, (a) => (a.id = 'ODNI')),
		file: 'agencies',
		id: 'ODNI',
		field: 'id',
		fix: 'Use lower-case letters, digits and single hyphens.',
	},
	{
		fault: 'SHA-256 in capitals (A18)',
		make: (c) => c.entry('sources', held.id, (s) => (s.sha256 = held.sha256!.toUpperCase())),
		file: 'sources',
		id: held.id,
		field: 'sha256',
		fix: 'letters in lower case',
	},
	{
		fault: 'event without a status',
		make: (c) => c.entry('events', act.id, (e) => (e.status = [])),
		file: 'events',
		id: act.id,
		field: 'status',
		fix: 'Give at least one status.',
	},
	{
		fault: 'dispute about no event',
		make: (c) => c.entry('disputes', dispute.id, (d) => void d.events.splice(0)),
		file: 'disputes',
		id: dispute.id,
		field: 'events',
		fix: 'Name at least one event',
	},
	{
		fault: 'account without a source',
		make: (c) => c.entry('disputes', dispute.id, (d) => (d.accounts[1]!.references = [])),
		file: 'disputes',
		id: dispute.id,
		field: 'accounts[1].references',
		fix: 'Name at least one source of this account',
	},
	{
		fault: 'dispute with one account',
		make: (c) => c.entry('disputes', dispute.id, (d) => void d.accounts.splice(1)),
		file: 'disputes',
		id: dispute.id,
		field: 'accounts',
		fix: 'A dispute needs at least two accounts',
	},
	{
		fault: 'text where a list belongs',
		make: (c) => c.entry('events', act.id, (e) => (e.agencies = 'one' as never)),
		file: 'events',
		id: act.id,
		field: 'agencies',
		found: '“one”',
		fix: 'It must be a list in [ ].',
	},
	...(
		[
			['title', 'a text in quotation marks. Neutral; at most 80 characters.'],
			['kind', 'a text in quotation marks. Id of a kind, from case.json.'],
			['tier', 'one of core, related, context.'],
			['actors', 'a list in [ ], empty if there is none. Ids of people and organisations, from people.json.'],
			['status', 'a list in [ ].'],
			['later', 'a list in [ ], empty if there is none. What became known afterwards.'],
			['follows', 'a list in [ ], empty if there is none. Ids of the events it answers, describes or continues.'],
			['references', 'a list in [ ], empty if there is none.'],
		] as const
	).map(([field, holds]): Fault => ({
		fault: `event without the field ${field}`,
		make: (c) => c.entry('events', act.id, (e) => without(e, field)),
		file: 'events',
		id: act.id,
		field,
		found: 'nothing',
		fix: `Add the field “${field}”: ${holds}`,
	})),
	{
		fault: 'quote without its words',
		make: (c) => c.entry('events', operation.id, (e) => without(e.quotes[0]!, 'exact')),
		file: 'events',
		id: operation.quotes[0]!.id,
		field: 'exact',
		found: 'nothing',
		fix: 'Add the field “exact”: a text in quotation marks. The words exactly as they are in the source, found there exactly once.',
	},
	{
		fault: 'unknown field of the case',
		make: (c) => c.edit('case', (d) => Object.assign(d, colour)),
		file: 'case',
		id: '',
		field: 'colour',
		fix: unknownField,
	},
	{
		fault: 'unknown field of an event',
		make: (c) => c.entry('events', act.id, (e) => Object.assign(e, colour)),
		file: 'events',
		id: act.id,
		field: 'colour',
		fix: unknownField,
	},
	{
		fault: 'unknown field of an agency',
		make: (c) => c.entry('agencies', agency, (a) => Object.assign(a, colour)),
		file: 'agencies',
		id: agency,
		field: 'colour',
		fix: unknownField,
	},
	{
		fault: 'unknown field of a source',
		make: (c) => c.entry('sources', held.id, (s) => Object.assign(s, colour)),
		file: 'sources',
		id: held.id,
		field: 'colour',
		fix: unknownField,
	},
	{
		fault: 'unknown field of a dispute',
		make: (c) => c.entry('disputes', dispute.id, (d) => Object.assign(d.accounts[1]!, colour)),
		file: 'disputes',
		id: dispute.id,
		field: 'accounts[1].colour',
		fix: unknownField,
	},
	{
		fault: 'unknown field of a discrepancy',
		make: (c) => c.edit('discrepancies', (d) => Object.assign(d.discrepancies[2]!, colour)),
		file: 'discrepancies',
		id: 'discrepancies[2]',
		field: 'colour',
		fix: unknownField,
	},
	{
		fault: 'unknown field of a change',
		make: (c) => c.edit('changes', (d) => Object.assign(d.changes[0]!, colour)),
		file: 'changes',
		id: 'changes[0]',
		field: 'colour',
		fix: unknownField,
	},
];

test.for(FAULTS)('refused: $fault', (fault) => {
	const copy = new Copy();
	fault.make(copy);
	const problems = copy.problems();
	expect(problems).toHaveLength(1);
	expect(named(problems, fault), JSON.stringify(problems)).toHaveLength(1);
});
