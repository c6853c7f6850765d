/** Second stage: every date is valid, coarse dates have a coverage, and chapters are consecutive. */
import { describe, expect, test } from 'vitest';
import { act, Copy, held, named, operation, type Fault } from './faults.ts';
import { records } from './record.ts';

const NOT_A_DATE = [
	'2020-13-01',
	'2020-02-30',
	'2021-02-29',
	'2020-00',
	'2020-13',
	'2020-20',
	'2020-25',
	'2020-1-2',
	'2020-XX',
	'2020-1X',
	'202X',
	'20',
	'October 2020',
	'20.10.2020',
	'2020-10-20T10:00',
	'2020-10-20Z',
	' 2020-10-20',
	'2020-10-20!',
	'2020-23-01',
	'2020-10-20/',
	'/2020-10-20',
	'2020-10-20/never',
	'2020/2021/2022',
	'../..',
	'..',
];

test.for(NOT_A_DATE)('refused: the date “%s”', (when) => {
	const copy = new Copy();
	copy.entry('events', operation.id, (e) => (e.when = when));
	expect(copy.problems()).toEqual([
		{
			file: 'src/data/events.json',
			id: operation.id,
			field: 'when',
			found: `“${when}”`,
			fix: expect.stringMatching(/^The date .+ Write it as in 2020-10-20, /) as string,
		},
	]);
});

test.for(['2020-10-20/2020-10-19', '2020-11/2020-10', '2021/2020', '2020-10-20/2020-10'])(
	'refused: %s, which goes back in time',
	(when) => {
		const copy = new Copy();
		copy.entry('events', operation.id, (e) => (e.when = when));
		expect(copy.problems().map((p) => [p.id, p.field])).toEqual([[operation.id, 'when']]);
		expect(copy.problems()[0]!.fix).toContain('The date ends before it starts.');
	},
);

/** Only problems of the coverage: the changed date may also conflict with the event's sources. */
const ofCoverage = (copy: Copy) => copy.problems().filter((p) => p.field === 'coverage');

test.for(['2020-10', '2020-23', '2020', '2020-10-20/2020-10-21', '2020-10~', '2020-10-20/..'])(
	'refused: %s without saying throughout or within',
	(when) => {
		const copy = new Copy();
		copy.entry('events', act.id, (e) => (e.when = when));
		expect(ofCoverage(copy)).toEqual([
			{
				file: 'src/data/events.json',
				id: act.id,
				field: 'coverage',
				found: 'nothing',
				fix: `“${when}” is not a single day: say "throughout" if it lasted, "within" if it happened at some time between.`,
			},
		]);
		copy.entry('events', act.id, (e) => (e.coverage = 'within'));
		expect(ofCoverage(copy)).toEqual([]);
	},
);

test('a day needs no coverage, not even an approximate or uncertain one', () => {
	const copy = new Copy();
	for (const when of ['2020-10-20', '2020-10-20~', '2020-10-20?', '2020-10-20%']) {
		copy.entry('events', act.id, (e) => (e.when = when));
		expect(ofCoverage(copy)).toEqual([]);
	}
	copy.entry('events', act.id, (e) => (e.coverage = 'within'));
	expect(ofCoverage(copy).map((p) => p.id)).toEqual([act.id]);
});

const bad = 'Soon';
const date = (
	fault: string,
	[file, id, field]: readonly [Fault['file'], string, string],
	make: Fault['make'],
): Fault => ({
	fault,
	make,
	file,
	id,
	field,
	found: '“Soon”',
	fix: '"Soon" is not a day (2020-10-20), month (2020-10), season (2020-23) or year',
});
const marker = records.case.markers[0]!.label;
const chapter = records.case.chapters[1]!.id;

test.for([
	date('release of a source', ['sources', held.id, 'published'], (c) =>
		c.entry('sources', held.id, (s) => (s.published = bad)),
	),
	date('date on a document', ['sources', held.id, 'dated'], (c) => c.entry('sources', held.id, (s) => (s.dated = bad))),
	date('day since we hold it', ['sources', held.id, 'heldSince'], (c) =>
		c.entry('sources', held.id, (s) => (s.heldSince = bad)),
	),
	date('day of a status', ['events', act.id, 'status.since'], (c) =>
		c.entry('events', act.id, (e) => (e.status[0]!.since = bad)),
	),
	date('day of becoming public', ['events', act.id, 'publicOn.date'], (c) =>
		c.entry('events', act.id, (e) => (e.publicOn = { date: bad, reason: 'Said.' })),
	),
	date('extent of the case', ['case', '', 'extent'], (c) => c.edit('case', (d) => (d.extent = bad))),
	date('marker', ['case', marker, 'markers.when'], (c) => c.edit('case', (d) => (d.markers[0]!.when = bad))),
	date('day of a change', ['changes', bad, 'date'], (c) => c.edit('changes', (d) => (d.changes[0]!.date = bad))),
	date('beginning of a chapter', ['case', chapter, 'chapters.from'], (c) =>
		c.edit('case', (d) => (d.chapters[1]!.from = bad)),
	),
])('refused: a $fault that is not a date', (wrong) => {
	const copy = new Copy();
	wrong.make(copy);
	expect(named(copy.problems(), wrong), JSON.stringify(copy.problems())).toHaveLength(1);
});

test('refused: an event that has no status on the day it became public', () => {
	const copy = new Copy();
	const [year] = act.status[0]!.since.split('-');
	copy.entry('events', act.id, (e) => (e.status = e.status.map((s) => ({ ...s, since: `${Number(year) + 1}-01-01` }))));
	expect(copy.problems()).toEqual([
		expect.objectContaining({
			id: act.id,
			field: 'status.since',
			fix: expect.stringMatching(/^It became public on \d+ \w+ \d{4}: give it a status from that day on\.$/) as string,
		}),
	]);
});

test('refused: an event outside the extent of the case', () => {
	const copy = new Copy();
	copy.entry('events', act.id, (e) => (e.when = '1999-01-01'));
	expect(copy.problems().map((p) => [p.id, p.field])).toEqual([[act.id, 'when']]);
	expect(copy.problems()[0]!.fix).toContain(`outside the extent of the case (${records.case.extent})`);
});

describe('chapters', () => {
	const refused = (i: number, change: (chapter: { from: string; to: string }) => void) => {
		const copy = new Copy();
		copy.edit('case', (d) => change(d.chapters.at(i)!));
		return copy.problems().map((p) => `${p.file} ${p.id} ${p.field}: ${p.fix}`);
	};
	const id = (i: number) => records.case.chapters.at(i)!.id;

	test('refused: a gap between two', () => {
		expect(refused(1, (c) => (c.from = '2020-02'))).toEqual([
			`src/data/case.json ${id(1)} chapters.from: It must begin on 1 January 2020, the day after the chapter before it ends.`,
		]);
	});
	test('refused: two that overlap', () => {
		expect(refused(1, (c) => (c.to = '2020-10-20'))).toEqual([
			`src/data/case.json ${id(2)} chapters.from: It must begin on 21 October 2020, the day after the chapter before it ends.`,
		]);
	});
	test('refused: a first one with a beginning, a last one with an end', () => {
		expect(refused(0, (c) => (c.from = '2018'))[0]).toContain('The first chapter is open: write "..".');
		expect(refused(-1, (c) => (c.to = '2030'))[0]).toContain('The last chapter is open: write "..".');
	});
	test('refused: one that ends before it starts', () => {
		expect(refused(1, (c) => (c.to = '2019')).join()).toContain(`${id(1)} chapters.to: It ends before it starts`);
	});
});
