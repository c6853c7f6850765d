/** The check runs the same code as the build: what it accepts can be derived and rendered. */
import { describe, expect, test } from 'vitest';
import { toDataset } from '../../src/domain/model/dataset.ts';
import type { Records } from '../../src/domain/model/records.ts';
import { validate } from '../../tools/validate/validate.ts';
import type { Diagnostic } from '../../tools/validate/diagnostic.ts';
import type { DataFiles } from '../../tools/validate/schema.ts';
import { loadTrial } from '../../tools/trial.mjs';
import { isLong } from '../long.ts';
import { random } from '../seeded.ts';
import { act, Copy, held, operation } from './faults.ts';
import { records } from './record.ts';

const { trial } = await loadTrial();
const EDGE = 'It must have a beginning and an end: write both.';
const [, second, third] = records.case.chapters as unknown as readonly { id: string }[];
type Case = DataFiles['case'];

/** Data that the build or the page cannot handle. */
const REFUSED: readonly (readonly [
	what: string,
	make: (copy: Copy) => void,
	id: string,
	field: string,
	fix: string,
])[] = [
	...['2021/..', '../2021'].map(
		(extent) =>
			[
				`the extent ${extent}`,
				(c: Copy) => c.edit('case', (d) => (d.extent = extent)),
				...(['', 'extent', EDGE] as const),
			] as const,
	),
	...['../2020-11-03', '2020-11-03/..'].map(
		(when) =>
			[
				`a marker at ${when}`,
				(c: Copy) => c.edit('case', (d) => (d.markers = [{ when, label: 'Vote' }])),
				...(['Vote', 'markers.when', EDGE] as const),
			] as const,
	),
	...(['from', 'to'] as const).map(
		(field) =>
			[
				`a chapter’s ${field} that is an interval`,
				(c: Copy) => c.edit('case', (d) => (d.chapters[1]![field] = '2020-01/2020-02')),
				...([second!.id, `chapters.${field}`, 'Write one day, month or year, or "..".'] as const),
			] as const,
	),
	[
		'a chapter in the middle that is open behind',
		(c) => c.edit('case', (d) => (d.chapters[1]!.to = '..')),
		...([third!.id, 'chapters.from', 'The chapter before it is open: say where that one ends.'] as const),
	],
	[
		'chapters in reverse',
		(c) => c.edit('case', (d) => d.chapters.reverse()),
		...(['', 'chapters.from', 'The first chapter is open'] as const),
	],
	...(['published', 'heldSince', 'dated'] as const).map(
		(field) =>
			[
				`${field} without an end`,
				(c: Copy) => c.entry('sources', held.id, (s) => (s[field] = '2018-09-14/..')),
				...([held.id, field, EDGE] as const),
			] as const,
	),
	[
		'a change without an end',
		(c) => c.edit('changes', (d) => (d.changes[0]!.date = '2020-09-14/..')),
		...(['2020-09-14/..', 'date', EDGE] as const),
	],
];

test.for(REFUSED)('refused: %s (F11) (A5)', ([, make, id, field, fix]) => {
	const copy = new Copy();
	make(copy);
	const problems = copy.problems();
	const there = problems.filter((p) => (!id || p.id === id) && p.field === field && p.fix.includes(fix));
	expect(there, JSON.stringify(problems)).not.toHaveLength(0);
});

const outcome = (copy: Copy): { problems: readonly Diagnostic[]; records?: Records } => {
	const verdict = validate(copy.root);
	return verdict.ok ? { problems: trial(verdict.records), records: verdict.records } : verdict;
};

/** Unusual but valid data, such as everything on one day. */
const moved =
	(extent: string, day: string, chapters = [{ id: 'all', title: 'All', from: '..', to: '..' }]) =>
	(copy: Copy) => {
		const told = { ...copy.read('case'), extent, markers: [], chapters } satisfies Case;
		copy.write('src/data/case.json', JSON.stringify(told));
		copy.edit('events', (d) => {
			for (const e of d.events) {
				e.when = day;
				delete e.coverage;
				delete e.publicOn;
				e.status = e.status.slice(0, 1).map((s) => ({ ...s, since: day }));
			}
		});
		copy.edit('sources', (d) => {
			for (const s of d.sources) s.published = day;
		});
	};
const RENDERED: readonly (readonly [what: string, make: (copy: Copy) => void])[] = [
	[
		'a single chapter that is open at both ends',
		(c) => c.edit('case', (d) => (d.chapters = [{ id: 'all', title: 'All', from: '..', to: '..' }])),
	],
	['a year of three digits', moved('0501', '0501-02-03')],
	['an extent of a day', moved('2020-10-20', '2020-10-20')],
	[
		'an event whose end is open',
		(c) => c.entry('events', operation.id, (e) => (e.when = `${e.when.split('/')[0]!}/..`)),
	],
	[
		'two references to one source',
		(c) => c.entry('events', act.id, (e) => e.references.push({ ...e.references[0]!, establishes: 'another fact' })),
	],
];
test.for(RENDERED)('accepted, and rendered: %s (F11) (A5)', ([, make]) => {
	const copy = new Copy();
	copy.edit('case', (told) => {
		delete told.asofStart;
	});
	make(copy);
	expect(outcome(copy).problems).toEqual([]);
});

test('data that no rule refuses but no document can show are a problem without a stack trace (F11)', () => {
	const broken = { ...records, case: { ...records.case, extent: '2021/..' } };
	const problems = trial(broken);
	expect(problems).toMatchObject([{ file: 'src/data', found: 'Invalid typed array length: Infinity' }]);
	const nameless = { ...records, agencies: records.agencies.filter((a) => a.id !== act.agencies[0]) };
	expect(trial(nameless)[0]!.found).not.toMatch(/\n\s+at /);
});

describe('random dates that the check accepts are rendered', () => {
	const SEEDS = isLong ? [1, 2, 3] : [1];
	const DATES = [
		'..',
		'2020',
		'0999',
		'2020-10',
		'2020-23',
		'2020-24',
		'2020-10-20',
		'2020-10-20~',
		'2020-02-29/2021',
		'2018/..',
		'../2021',
		'9999',
		'2019-12-31/2020-01-01',
	];
	test.for(SEEDS)('seed %i (F11) (A5)', (seed) => {
		const next = random(seed);
		const draw = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
		let accepted = 0;
		for (let i = 0; i < 40; i++) {
			const copy = new Copy();
			const when = draw(DATES);
			draw<() => void>([
				() => copy.edit('case', (d) => (d.markers = [{ when, label: 'Drawn' }])),
				() => copy.edit('case', (d) => (draw(d.chapters)[draw(['from', 'to'] as const)] = when)),
				() => copy.edit('events', (d) => Object.assign(draw(d.events), { when, coverage: 'within' })),
				() => copy.edit('events', (d) => (draw(draw(d.events).status).since = when)),
				() => copy.edit('sources', (d) => (draw(d.sources)[draw(['published', 'heldSince', 'dated'] as const)] = when)),
				() => copy.edit('changes', (d) => (draw(d.changes).date = when)),
			])();
			const verdict = validate(copy.root);
			if (!verdict.ok) continue;
			toDataset(verdict.records);
			// Rendering is slow, so only every eighth accepted case is rendered.
			if (accepted++ % 8) continue;
			expect(trial(verdict.records), `${seed}: ${JSON.stringify(when)}`).toEqual([]);
		}
		expect(accepted).toBeGreaterThan(0);
	});
});
