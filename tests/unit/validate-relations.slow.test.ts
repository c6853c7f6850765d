/** Second stage: references between entries. */
import { expect, test } from 'vitest';
import { act, Copy, dispute, held, named, operation, quote, type Fault } from './faults.ts';
import { records } from './record.ts';

const NOBODY = 'no-such-id';
const inFile = (file: string) => `No such id in src/data/${file}.json: correct it, or add the entry there.`;
const discrepancy = records.discrepancies[0]!;
const omission = records.omissions[0]!;
const [first, second] = [records.events[0]!, records.events[1]!];

const fault = (
	what: string,
	[file, id, field]: readonly [Fault['file'], string, string],
	fix: string | RegExp,
	make: Fault['make'],
	found: string | RegExp = '',
): Fault => ({ fault: what, file, id, field, fix, make, found });

const UNKNOWN: readonly Fault[] = [
	fault('quote of an unknown source', ['events', operation.id, 'quotes.source'], inFile('sources'), (c) =>
		c.entry('events', operation.id, (e) => (e.quotes[0]!.source = NOBODY)),
	),
	fault('reference to an unknown source', ['events', act.id, 'references.source'], inFile('sources'), (c) =>
		c.entry('events', act.id, (e) => (e.references[0]!.source = NOBODY)),
	),
	fault('later knowledge of an unknown source', ['events', act.id, 'later.references'], inFile('sources'), (c) =>
		c.entry('events', act.id, (e) => (e.later = [{ says: 'Later.', references: [NOBODY] }])),
	),
	fault('note of an unknown source', ['events', act.id, 'notes.references'], inFile('sources'), (c) =>
		c.entry('events', act.id, (e) => (e.notes = [{ says: 'Note.', references: [NOBODY] }])),
	),
	fault('publicOn of an unknown source', ['events', act.id, 'publicOn.source'], inFile('sources'), (c) =>
		c.entry('events', act.id, (e) => (e.publicOn = { date: '2021-11-18', reason: 'Said.', source: NOBODY })),
	),
	fault('account of an unknown source', ['disputes', dispute.id, 'accounts.references'], inFile('sources'), (c) =>
		c.entry('disputes', dispute.id, (d) => (d.accounts[0]!.references = [NOBODY])),
	),
	fault('discrepancy in an unknown source', ['discrepancies', discrepancy.exact, 'source'], inFile('sources'), (c) =>
		c.edit('discrepancies', (d) => (d.discrepancies[0]!.source = NOBODY)),
	),
	fault(
		'discrepancy shown by an unknown source',
		['discrepancies', discrepancy.exact, 'references'],
		inFile('sources'),
		(c) => c.edit('discrepancies', (d) => (d.discrepancies[0]!.references = [NOBODY])),
	),
	fault(
		'omission shown by an unknown source',
		['discrepancies', omission.record, 'references'],
		inFile('sources'),
		(c) => c.edit('discrepancies', (d) => (d.omissions[0]!.references = [NOBODY])),
	),
	fault('unknown origin', ['sources', held.id, 'origin'], inFile('sources'), (c) =>
		c.entry('sources', held.id, (s) => (s.origin = NOBODY)),
	),
	fault('unknown acting agency', ['events', act.id, 'agencies'], inFile('agencies'), (c) =>
		c.entry('events', act.id, (e) => e.agencies.push(NOBODY)),
	),
	fault('unknown attributing agency', ['events', operation.id, 'attributedBy'], inFile('agencies'), (c) =>
		c.entry('events', operation.id, (e) => (e.attributedBy = [NOBODY])),
	),
	fault('status by an unknown agency', ['events', act.id, 'status.by'], inFile('agencies'), (c) =>
		c.entry('events', act.id, (e) => (e.status[0]!.by = NOBODY)),
	),
	fault('follows an unknown event', ['events', act.id, 'follows'], inFile('events'), (c) =>
		c.entry('events', act.id, (e) => e.follows.push(NOBODY)),
	),
	fault('dispute about an unknown event', ['disputes', dispute.id, 'events'], inFile('events'), (c) =>
		c.entry('disputes', dispute.id, (d) => d.events.push(NOBODY)),
	),
	fault('change of an unknown event', ['changes', records.changes[0]!.date, 'events'], inFile('events'), (c) =>
		c.edit('changes', (d) => d.changes[0]!.events.push(NOBODY)),
	),
];

const TWICE: readonly Fault[] = [
	fault('two events with one id', ['events', first.id, 'id'], 'Two events have this id', (c) =>
		c.edit('events', (d) => d.events.push({ ...d.events[0]!, quotes: [], follows: [] })),
	),
	fault('alias that is another event’s id', ['events', second.id, 'id'], 'Two events have this id', (c) =>
		c.entry('events', second.id, (e) => (e.aliases = [first.id])),
	),
	fault('two quotes with one id', ['events', operation.id, 'id'], 'Two quotes have this id', (c) =>
		c.entry('events', operation.id, (e) => e.quotes.push({ ...quote })),
	),
	fault('two sources with one id', ['sources', held.id, 'id'], 'Two sources have this id', (c) =>
		c.edit('sources', (d) => d.sources.push({ ...d.sources.find((s) => s.id === held.id)! })),
	),
	fault('two agencies with one id', ['agencies', records.agencies[0]!.id, 'id'], 'Two agencies have this id', (c) =>
		c.edit('agencies', (d) => d.agencies.push({ ...d.agencies[0]! })),
	),
	fault('two disputes with one id', ['disputes', dispute.id, 'id'], 'Two disputes have this id', (c) =>
		c.edit('disputes', (d) => d.disputes.push({ ...d.disputes[0]! })),
	),
];

const RULES: readonly Fault[] = [
	fault(
		'event without quote and reference',
		['events', act.id, 'quotes, references'],
		'Add a quote or a reference',
		(c) => c.entry('events', act.id, (e) => (e.references = [])),
	),
	fault('event on undated sources only', ['events', act.id, 'references'], 'Add a dated source', (c) =>
		c.entry('events', act.id, (e) => (e.references = [{ source: held.id, establishes: 'All of it.' }])),
	),
	fault(
		'event that follows itself',
		['events', first.id, 'follows'],
		'An event cannot follow itself',
		(c) => c.entry('events', first.id, (e) => (e.follows = [first.id])),
		`${first.id} → ${first.id}`,
	),
];

test.for([...UNKNOWN, ...TWICE, ...RULES])('refused: $fault', (wrong) => {
	const copy = new Copy();
	wrong.make(copy);
	const problems = copy.problems();
	expect(named(problems, wrong), JSON.stringify(problems)).toHaveLength(1);
	// The fault is reported once, and nothing correct is reported.
	expect(problems).toHaveLength(1);
});

test('for an id that is almost right, the right one is suggested', () => {
	const copy = new Copy();
	const [right] = act.agencies as readonly [string];
	copy.entry('events', act.id, (e) => (e.status[0]!.by = `${right}-2`));
	expect(copy.problems()[0]!.fix).toContain(`Did you mean ${right}?`);
});

test.for([2, 3])('refused: %i events that follow one another in a cycle, each named', (length) => {
	const copy = new Copy();
	const circle = records.events.slice(0, length).map((e) => e.id);
	circle.forEach((id, i) => copy.entry('events', id, (e) => (e.follows = [circle[(i + 1) % length]!])));
	const problems = copy.problems();
	expect(problems.map((p) => [p.id, p.field])).toEqual(circle.map((id) => [id, 'follows']));
	expect(problems[0]!.found).toBe([...circle, circle[0]].join(' → '));
});

test('a chain without a cycle is no fault, even if two paths lead to one event', () => {
	const copy = new Copy();
	const [a, b, c, d] = records.events.map((e) => e.id) as [string, string, string, string];
	for (const [id, follows] of [
		[a, []],
		[b, [a]],
		[c, [a]],
		[d, [b, c]],
	] as const)
		copy.entry('events', id, (e) => (e.follows = [...follows]));
	expect(copy.problems().filter((p) => p.field === 'follows')).toEqual([]);
});

test.for([1, 2, 3])('refused: %i sources that derive from one another in a cycle, each named', (length) => {
	const copy = new Copy();
	const circle = records.sources.slice(-length).map((s) => s.id);
	circle.forEach((id, i) => copy.entry('sources', id, (s) => (s.origin = circle[(i + 1) % length]!)));
	const problems = copy.problems();
	expect(problems.map((p) => [p.file, p.id, p.field])).toEqual(
		circle.map((id) => ['src/data/sources.json', id, 'origin']),
	);
	expect(problems[0]!.found).toBe([...circle, circle[0]].join(' → '));
	expect(problems[0]!.fix).toContain('A source cannot derive from itself');
});
