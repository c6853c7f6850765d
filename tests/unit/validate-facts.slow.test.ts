/** Impossible facts are refused: events known before they happened, published in the future, or said by nobody. */
import { expect, test } from 'vitest';
import { toDataset } from '../../src/domain/model/dataset.ts';
import { carriers } from '../../src/domain/model/support.ts';
import { DAY, isoDay } from '../../src/domain/model/when.ts';
import { checkFacts } from '../../tools/validate/facts.ts';
import type { Diagnostic } from '../../tools/validate/diagnostic.ts';
import { act, Copy, held, named, operation, type Fault } from './faults.ts';
import { records } from './record.ts';

const future = isoDay(Date.now() + 40 * DAY);
const marker = records.case.markers[0]!;
const after = records.events.find((e) => e.follows.length)!;

const IMPOSSIBLE: readonly Fault[] = [
	{
		fault: 'a source that is published on a day to come',
		make: (c) => c.entry('sources', held.id, (s) => (s.published = future)),
		...{ file: 'sources', id: held.id, field: 'published', found: `“${future}”`, fix: 'This day is still to come' },
	},
	{
		fault: 'a text that is held since a day to come',
		make: (c) => c.entry('sources', held.id, (s) => (s.heldSince = future)),
		...{ file: 'sources', id: held.id, field: 'heldSince', fix: 'This day is still to come' },
	},
	{
		fault: 'an event that becomes public on a day to come',
		make: (c) => c.entry('events', act.id, (e) => (e.publicOn = { date: future, reason: 'Said.' })),
		...{ file: 'events', id: act.id, field: 'publicOn.date', fix: 'This day is still to come' },
	},
	{
		fault: 'an event that was public before it happened',
		make: (c) => c.entry('events', act.id, (e) => (e.publicOn = { date: '1999-01-01', reason: 'Said.' })),
		...{ file: 'events', id: act.id, field: 'publicOn.date', fix: `That is before the event (${act.when})` },
	},
	{
		fault: 'no status but from before the event',
		make: (c) => c.entry('events', act.id, (e) => (e.status = [{ ...e.status[0]!, since: '1999-01-01' }])),
		...{ file: 'events', id: act.id, field: 'status.since', found: '“1999-01-01”', fix: 'That is before the event' },
	},
	{
		fault: 'an operation that had a status before it happened',
		make: (c) => c.entry('events', operation.id, (e) => e.status.unshift({ ...e.status[0]!, since: '1999-01-01' })),
		...{ file: 'events', id: operation.id, field: 'status.since', found: '“1999-01-01”', fix: 'That is before' },
	},
	{
		fault: 'an event of which all sources were published before it',
		make: (c) =>
			c.edit('sources', ({ sources }) => {
				for (const s of sources) if (carriers(act).includes(s.id)) s.published = '1999-01-01';
			}),
		...{
			file: 'events',
			id: act.id,
			field: 'when',
			fix: 'All of its sources were published before, the last on 1 January 1999',
		},
	},
	{
		fault: 'what is above the axis and nobody says',
		make: (c) => c.entry('events', operation.id, (e) => delete e.attributedBy),
		...{
			file: 'events',
			id: operation.id,
			field: 'attributedBy',
			fix: 'Above the axis every event is attributed',
		},
	},
	{
		fault: 'what is above the axis and said by an empty list',
		make: (c) => c.entry('events', operation.id, (e) => (e.attributedBy = [])),
		...{
			file: 'events',
			id: operation.id,
			field: 'attributedBy',
			found: 'nobody',
			fix: 'give the ids of the agencies',
		},
	},
	{
		fault: 'a marker outside of the case',
		make: (c) => c.edit('case', (d) => (d.markers[0]!.when = '1999-01-01')),
		...{ file: 'case', id: marker.label, field: 'markers.when', fix: 'It is outside the extent of the case' },
	},
];
test.for(IMPOSSIBLE)('refused: $fault (A17)', (fault) => {
	const copy = new Copy();
	fault.make(copy);
	const problems = copy.problems();
	expect(named(problems, fault), JSON.stringify(problems)).not.toHaveLength(0);
});

test('refused: a cycle of events through a former id, each named (A17)', () => {
	const copy = new Copy();
	const [before] = after.follows as readonly [string];
	copy.entry('events', after.id, (e) => (e.aliases = ['former-id']));
	copy.edit('changes', (d) =>
		d.changes.push({ date: '2026-11-22', events: ['former-id'], what: 'Renamed.', why: 'So.' }),
	);
	copy.entry('events', before, (e) => (e.follows = ['former-id']));
	const circles = copy.problems().filter((p) => p.fix.includes('An event cannot follow itself'));
	expect(circles.map((p) => p.id).toSorted()).toEqual([before, after.id].toSorted());
});

test('a source published today, or tomorrow in the earliest time zone, is public (A17)', () => {
	const now = Date.parse('2026-03-01T12:00:00Z');
	const problems = (published: string) => {
		const found: Diagnostic[] = [];
		const copy = new Copy();
		copy.entry('sources', held.id, (s) => (s.published = published));
		const files = ['case', 'agencies', 'events', 'sources', 'discrepancies', 'disputes', 'changes'] as const;
		const data = Object.fromEntries(files.map((file) => [file, copy.read(file)])) as never;
		checkFacts(data, (p) => found.push(p), now);
		return found.filter((p) => p.id === held.id).map((p) => p.field);
	};
	expect(problems('2026-03-01')).toEqual([]);
	expect(problems('2026-03-02')).toEqual([]);
	expect(problems('2026-03')).toEqual([]);
	expect(problems('2026-03-03')).toEqual(['published']);
	expect(problems('2026-04')).toEqual(['published']);
});

test('every event of the record could be known by its public day (A17)', () => {
	for (const e of toDataset(records).events) expect(e.known, e.id).toBeGreaterThanOrEqual(e.when.start);
});
