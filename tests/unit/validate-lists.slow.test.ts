/** Second stage: nothing is listed twice, and what may be named twice is handled correctly. */
import { expect, test } from 'vitest';
import { recordsAsOf } from '../../src/domain/model/asof.ts';
import { toDataset } from '../../src/domain/model/dataset.ts';
import { supportWords, support } from '../../src/domain/model/support.ts';
import { act, Copy, dispute, named, operation, type Fault } from './faults.ts';
import { records } from './record.ts';

const [first, second] = [records.agencies[0]!, records.agencies[1]!];
const again = 'Take it out here: it is in this list already.';
const remark = { says: 'It was so.', references: [act.references[0]!.source] };

const TWICE: readonly Fault[] = [
	{
		fault: 'an acting agency',
		make: (c) => c.entry('events', act.id, (e) => e.agencies.push(e.agencies[0]!)),
		...{ file: 'events', id: act.id, field: `agencies[${act.agencies.length}]`, fix: again },
	},
	{
		fault: 'an agency on whose word it rests',
		make: (c) => c.entry('events', operation.id, (e) => e.attributedBy!.push(e.attributedBy![0]!)),
		...{ file: 'events', id: operation.id, field: `attributedBy[${operation.attributedBy!.length}]`, fix: again },
	},
	{
		fault: 'an event that is followed',
		make: (c) => c.entry('events', act.id, (e) => (e.follows = [operation.id, operation.id])),
		...{ file: 'events', id: act.id, field: 'follows[1]', fix: again },
	},
	{
		fault: 'a reference, word for word, its fields in another order',
		make: (c) =>
			c.entry('events', act.id, (e) => {
				const backwards = Object.entries(e.references[0]!).reverse();
				e.references.push(Object.fromEntries(backwards) as (typeof e.references)[number]);
			}),
		...{ file: 'events', id: act.id, field: `references[${act.references.length}]`, fix: again },
	},
	{
		fault: 'what became known later',
		make: (c) => c.entry('events', act.id, (e) => (e.later = [remark, remark])),
		...{ file: 'events', id: act.id, field: 'later[1]', fix: again },
	},
	{
		fault: 'a source of one remark',
		make: (c) =>
			c.entry(
				'events',
				act.id,
				(e) => (e.notes = [{ ...remark, references: [remark.references[0]!, remark.references[0]!] }]),
			),
		...{ file: 'events', id: act.id, field: 'notes[0].references[1]', fix: again },
	},
	{
		fault: 'a status',
		make: (c) => c.entry('events', act.id, (e) => e.status.push(e.status[0]!)),
		...{ file: 'events', id: act.id, field: `status[${act.status.length}]`, fix: again },
	},
	{
		fault: 'an event of a dispute',
		make: (c) => c.entry('disputes', dispute.id, (d) => d.events.push(d.events[0]!)),
		...{ file: 'disputes', id: dispute.id, field: `events[${dispute.events.length}]`, fix: again },
	},
	{
		fault: 'an account of a dispute',
		make: (c) => c.entry('disputes', dispute.id, (d) => d.accounts.push(d.accounts[0]!)),
		...{ file: 'disputes', id: dispute.id, field: `accounts[${dispute.accounts.length}]`, fix: again },
	},
	{
		fault: 'a change',
		make: (c) => c.edit('changes', (d) => d.changes.push(d.changes[0]!)),
		...{ file: 'changes', id: `changes[${records.changes.length}]`, field: '', fix: again },
	},
	{
		fault: 'an event of a change',
		make: (c) => c.edit('changes', (d) => (d.changes[0]!.events = [act.id, act.id])),
		...{ file: 'changes', id: 'changes[0]', field: 'events[1]', fix: again },
	},
	{
		fault: 'a marker',
		make: (c) => c.edit('case', (d) => d.markers.push(d.markers[0]!)),
		...{ file: 'case', id: `markers[${records.case.markers.length}]`, field: '', fix: again },
	},
	{
		fault: 'a discrepancy',
		make: (c) => c.edit('discrepancies', (d) => d.discrepancies.push(d.discrepancies[0]!)),
		...{ file: 'discrepancies', id: `discrepancies[${records.discrepancies.length}]`, field: '', fix: again },
	},
	{
		fault: 'an omission',
		make: (c) => c.edit('discrepancies', (d) => d.omissions.push(d.omissions[0]!)),
		...{ file: 'discrepancies', id: `omissions[${records.omissions.length}]`, field: '', fix: again },
	},
];

test.for(TWICE)('refused, listed twice: $fault (F3) (A1)', (fault) => {
	const copy = new Copy();
	fault.make(copy);
	const problems = copy.problems();
	expect(named(problems, fault), JSON.stringify(problems)).toHaveLength(1);
	expect(problems).toHaveLength(1);
});

const SAME: readonly Fault[] = [
	{
		fault: 'two agencies with one short name',
		make: (c) => c.entry('agencies', second.id, (a) => (a.short = first.short.toLowerCase())),
		...{ file: 'agencies', id: second.id, field: 'short', fix: `Readers could not tell it from “${first.short}”` },
	},
	{
		fault: 'two agencies with one name',
		make: (c) => c.entry('agencies', second.id, (a) => (a.name = `${first.name} `)),
		...{ file: 'agencies', id: second.id, field: 'name', fix: 'give one of the two agencies another name' },
	},
	{
		fault: 'two lanes whose names differ in a capital',
		make: (c) => c.entry('agencies', second.id, (a) => (a.lane = first.lane.toLowerCase())),
		...{ file: 'agencies', id: second.id, field: 'lane', fix: 'write the lane alike in both' },
	},
	{
		fault: 'two chapters with one title',
		make: (c) => c.edit('case', (d) => (d.chapters[1]!.title = d.chapters[0]!.title)),
		...{ file: 'case', id: records.case.chapters[1]!.id, field: 'title', fix: 'give one of the two chapters' },
	},
];
test.for(SAME)('refused: $fault (A1)', (fault) => {
	const copy = new Copy();
	fault.make(copy);
	const problems = copy.problems();
	expect(named(problems, fault), JSON.stringify(problems)).toHaveLength(1);
	expect(problems).toHaveLength(1);
});

/** A former id of an event, with the change that mentions it. */
const renamed = (copy: Copy, id: string) => {
	copy.entry('events', id, (e) => (e.aliases = ['former-id']));
	copy.edit('changes', (d) =>
		d.changes.push({ date: '2026-11-22', events: ['former-id'], what: 'Renamed.', why: 'So.' }),
	);
};
const after = records.events.find((e) => e.follows.length)!;
const [before] = after.follows as readonly [string];

test('refused: an event that is listed under its id and under a former one (F3) (A1)', () => {
	const copy = new Copy();
	renamed(copy, before);
	copy.entry('events', after.id, (e) => e.follows.push('former-id'));
	copy.entry('disputes', dispute.id, (d) => (d.events = [before, 'former-id']));
	const fix = `It is the event that is in this list as “${before}” already: take one of them out.`;
	expect(copy.problems().map((p) => [p.id, p.field, p.found, p.fix])).toEqual([
		[after.id, 'follows', '“former-id”', fix],
		[dispute.id, 'events', '“former-id”', fix],
	]);
});

test('an event named by a former id gives the same result as by its own (F3) (A1)', () => {
	const copy = new Copy();
	renamed(copy, before);
	copy.entry('events', after.id, (e) => (e.follows = e.follows.map((id) => (id === before ? 'former-id' : id))));
	copy.entry('disputes', dispute.id, (d) => (d.events = ['former-id']));
	expect(copy.problems()).toEqual([]);
	const { event, disputes } = toDataset({
		...records,
		events: copy.read('events').events,
		disputes: copy.read('disputes').disputes,
		changes: copy.read('changes').changes,
	});
	expect(event.get(after.id)!.follows).toEqual(after.follows);
	expect(event.get(before)!.followedBy).toContain(after.id);
	expect(event.get(before)!.disputes.map((d) => d.id)).toContain(dispute.id);
	expect(disputes.find((d) => d.id === dispute.id)!.events).toEqual([before]);
});

test('a source that is cited for two facts is one source with two references, on every day (F3)', () => {
	const { source } = act.references[0]!;
	const facts = ['the one fact', 'the other fact'].map((establishes) => ({ source, establishes }));
	const copy = new Copy();
	copy.entry('events', act.id, (e) => (e.references = facts));
	expect(copy.problems()).toEqual([]);
	const whole = toDataset({ ...records, events: copy.read('events').events });
	const then = toDataset(recordsAsOf(whole.records, whole.event.get(act.id)!.known));
	for (const { event, family } of [whole, then]) {
		const derived = event.get(act.id)!;
		expect(derived.references).toEqual(facts);
		expect(derived.sources.map((s) => s.id)).toEqual([source]);
		expect(supportWords(support(derived, family))).toBe('1 source');
	}
});
