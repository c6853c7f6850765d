/** Corrections stay visible, and a former id in a link leads to its event or an explanation, never to another event. */
import { describe, expect, test } from 'vitest';
import { recordsAsOf } from '../../src/domain/model/asof.ts';
import { changeDate, isCorrection } from '../../src/domain/model/changes.ts';
import { toDataset } from '../../src/domain/model/dataset.ts';
import type { ChangeRecord } from '../../src/domain/model/records.ts';
import { readWhen } from '../../src/domain/model/when.ts';
import { act, Copy, named, operation, type Fault } from './faults.ts';
import { records } from './record.ts';

const change = (fields: Partial<ChangeRecord>): ChangeRecord => ({
	date: '2026-11-20',
	events: [],
	what: 'What.',
	why: 'Why.',
	...fields,
});
/** Data with their own changes. */
const changed = (...changes: readonly ChangeRecord[]) => {
	const copy = new Copy();
	copy.edit('changes', (c) => c.changes.push(...(changes as never[])));
	return copy;
};
const inChanges = (found: string, fix: string): Fault => ({
	fault: '',
	make: () => undefined,
	file: 'changes',
	id: '2026-11-20',
	field: 'retired',
	found,
	fix,
});

test('an event has only its own corrections, including those made under a former id', () => {
	const [own, former, other] = [
		change({ events: [act.id], what: 'Own.' }),
		change({ events: ['former'], what: 'Former.' }),
		change({ events: [operation.id], what: 'Other.' }),
	];
	const edited = toDataset({
		...records,
		events: records.events.map((e) => (e.id === act.id ? { ...e, aliases: ['former'] } : e)),
		changes: [own, former, other, change({ what: 'Edition.' })],
	});
	expect(edited.event.get(act.id)!.corrections).toEqual([own, former]);
	expect(edited.event.get(operation.id)!.corrections).toEqual([other]);
	expect(edited.changes.filter(isCorrection)).toEqual([own, former, other]);
});

test('a change is dated as precisely as it is known', () => {
	expect(changeDate(change({}))).toBe('20 November 2026');
	expect(changeDate(change({ date: '2026-12' }))).toBe('December 2026, day not known');
});

describe('the check', () => {
	test('lets a corrected, a renamed and a retired event pass', () => {
		const copy = changed(
			change({ events: [operation.id] }),
			change({ events: ['former'] }),
			change({ events: ['gone', act.id], retired: ['gone'] }),
		);
		copy.entry('events', act.id, (e) => (e.aliases = ['former']));
		expect(copy.problems()).toEqual([]);
	});

	test('refuses a change that names an event which is not there and was not retired', () => {
		const problems = changed(change({ events: ['gone'] })).problems();
		expect(problems.map((p) => [p.file, p.field, p.found])).toEqual([['src/data/changes.json', 'events', '“gone”']]);
	});

	test.for(['id', 'aliases'] as const)('refuses an event whose %s was retired', (field) => {
		const retired = field === 'id' ? act.id : 'former';
		const copy = changed(change({ events: [retired], retired: [retired] }));
		if (field === 'aliases') copy.entry('events', act.id, (e) => (e.aliases = ['former']));
		const problems = copy.problems();
		expect(problems.map((p) => [p.file, p.id, p.field, p.found])).toEqual([
			['src/data/events.json', act.id, field, `“${retired}”`],
		]);
		expect(problems[0]!.fix).toContain('This id was retired (2026-11-20)');
	});

	test('refuses a former id that no change mentions', () => {
		const copy = new Copy();
		copy.entry('events', act.id, (e) => (e.aliases = ['former']));
		const problems = copy.problems();
		expect(problems.map((p) => [p.file, p.id, p.field, p.found])).toEqual([
			['src/data/events.json', act.id, 'aliases', '“former”'],
		]);
		expect(problems[0]!.fix).toContain('when and why this id was given up');
	});

	test('refuses an id retired twice, and a retired id that its change does not name', () => {
		const twice = changed(
			change({ events: ['gone'], retired: ['gone'] }),
			change({ events: ['gone'], retired: ['gone'] }),
		);
		expect(named(twice.problems(), inChanges('“gone”, retired before', 'An id is retired once'))).toHaveLength(1);
		const unnamed = changed(change({ retired: ['gone'] }));
		expect(named(unnamed.problems(), inChanges('“gone”', 'Name it in “events”'))).toHaveLength(1);
	});
});

test('as of a date, an event has only the corrections made by then', () => {
	const [early, late] = [change({ events: [act.id] }), change({ events: [act.id], date: '2027-01-05' })];
	const edited = { ...records, changes: [early, late] };
	const on = (day: string) => toDataset(recordsAsOf(edited, readWhen(day).start)).event.get(act.id)!.corrections;
	expect(on('2026-11-19')).toEqual([]);
	expect(on('2026-11-20')).toEqual([early]);
	expect(on('2027-01-05')).toEqual([early, late]);
});
