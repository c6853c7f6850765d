/** Second stage: the case defines kinds, statuses and sides, and every event uses only those. */
import { expect, test } from 'vitest';
import { act, Copy, named, operation, type Fault } from './faults.ts';
import type { CaseRecord } from '../../src/domain/model/records.ts';
import { records } from './record.ts';

const { kinds, statuses, sides } = records.case as Required<CaseRecord>;
const [kind, other, status] = [kinds.at(-1)!, kinds.at(-2)!, statuses[0]!];
const agency = records.agencies[0]!;
const list = (entries: readonly { readonly id: string }[]) => entries.map((entry) => entry.id).join(', ');

const FAULTS: readonly Fault[] = [
	{
		fault: 'event of a kind that the case does not have',
		make: (c) => c.entry('events', act.id, (e) => (e.kind = 'plot')),
		file: 'events',
		id: act.id,
		field: 'kind',
		found: '“plot”',
		fix: `Use one of ${list(kinds)}, or add a line to “kinds” in src/data/case.json.`,
	},
	{
		fault: 'status that the case does not have',
		make: (c) => c.entry('events', act.id, (e) => (e.status[0]!.kind = 'proven')),
		file: 'events',
		id: act.id,
		field: 'status[0].kind',
		found: '“proven”',
		fix: `Use one of ${list(statuses)}, or add a line to “statuses” in src/data/case.json.`,
	},
	{
		fault: 'kind without a side',
		make: (c) => c.edit('case', (d) => Reflect.deleteProperty(d.kinds!.at(-1)!, 'side')),
		file: 'case',
		id: kind.id,
		field: 'side',
		found: 'nothing',
		fix: 'Add the field “side”: one of above, below.',
	},
	{
		fault: 'kind beside the axis',
		make: (c) => c.edit('case', (d) => (d.kinds!.at(-1)!.side = 'left' as never)),
		file: 'case',
		id: kind.id,
		field: 'side',
		found: '“left”',
		fix: 'Use one of above, below.',
	},
	{
		fault: 'status without a meaning',
		make: (c) => c.edit('case', (d) => Reflect.deleteProperty(d.statuses![0]!, 'meaning')),
		file: 'case',
		id: status.id,
		field: 'meaning',
		fix: 'Add the field “meaning”: a text in quotation marks.',
	},
	{
		fault: 'two kinds of one id',
		make: (c) => c.edit('case', (d) => d.kinds!.push({ ...kind, side: 'below', name: 'Another' })),
		file: 'case',
		id: kind.id,
		field: 'id',
		found: `“${kind.id}”`,
		fix: 'Two kinds have this id',
	},
	{
		fault: 'two kinds of one name',
		make: (c) => c.edit('case', (d) => (d.kinds!.at(-1)!.name = other.name)),
		file: 'case',
		id: kind.id,
		field: 'name',
		found: `“${other.name}”`,
		fix: 'Two kinds have this name',
	},
	{
		fault: 'two statuses of one name',
		make: (c) => c.edit('case', (d) => (d.statuses!.at(-1)!.name = status.name)),
		file: 'case',
		id: statuses.at(-1)!.id,
		field: 'name',
		fix: 'Two statuses have this name',
	},
	{
		fault: 'empty list of kinds',
		make: (c) => c.edit('case', (d) => (d.kinds = [])),
		file: 'case',
		id: '',
		field: 'kinds',
		fix: 'Give at least one, or take the field out.',
	},
	{
		fault: 'lane with the name of the side above the axis',
		make: (c) => c.entry('agencies', agency.id, (a) => (a.lane = sides.above!.name)),
		file: 'agencies',
		id: agency.id,
		field: 'lane',
		fix: 'The lane above the axis has this name',
	},
	{
		fault: 'acting agency above the axis',
		make: (c) => c.entry('events', operation.id, (e) => (e.agencies = e.attributedBy!)),
		file: 'events',
		id: operation.id,
		field: 'agencies',
		fix: 'is above the axis, where no agency acts: leave this empty',
	},
	{
		fault: 'act of nobody',
		make: (c) => c.entry('events', act.id, (e) => (e.agencies = [])),
		file: 'events',
		id: act.id,
		field: 'agencies',
		found: 'nothing',
		fix: 'Name the agency that acted',
	},
	{
		fault: 'attributed act',
		make: (c) => c.entry('events', act.id, (e) => (e.attributedBy = [...e.agencies])),
		file: 'events',
		id: act.id,
		field: 'attributedBy',
		fix: 'is below the axis, and only what is above it is attributed: take the field out.',
	},
];

test.for(FAULTS)('refused: $fault', (fault) => {
	const copy = new Copy();
	fault.make(copy);
	const problems = copy.problems();
	expect(named(problems, fault), JSON.stringify(problems)).toHaveLength(1);
	expect(problems).toHaveLength(1);
});

test('one line in case.json adds a kind, and an event may have it', () => {
	const copy = new Copy();
	copy.edit('case', (d) => d.kinds!.push({ id: 'hearing', name: 'Hearing', side: 'below' }));
	copy.entry('events', act.id, (e) => (e.kind = 'hearing'));
	expect(copy.problems()).toEqual([]);
});

test('in a case without its own kinds, the message lists the default kinds and says that it may define some', () => {
	const copy = new Copy();
	copy.edit('case', (d) => delete d.kinds);
	const { fix } = copy.problems().find((p) => p.id === act.id)!;
	expect(fix).toBe(
		'Use one of event, statement, report, decision, action, or give the case “kinds” of its own in src/data/case.json.',
	);
});
