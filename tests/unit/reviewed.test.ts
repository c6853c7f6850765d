/** A text of the case must be reread when an event that it mentions has changed; the review lists these texts. */
import { describe, expect, test } from 'vitest';
import { toDataset } from '../../src/domain/model/dataset.ts';
import type { CaseRecord, EventRecord } from '../../src/domain/model/records.ts';
import { isoDay } from '../../src/domain/model/when.ts';
import { review } from '../../tools/validate/review.ts';
import { texts, unread } from '../../tools/validate/reviewed.ts';
import { dataset, records } from './record.ts';

const [first, second] = dataset.events.filter((e) => e.known >= e.when.end) as [
	(typeof dataset.events)[0],
	(typeof dataset.events)[0],
];
const other = dataset.events.find((e) => e !== first && e !== second)!;
const bare: CaseRecord = {
	...records.case,
	lead: { text: `It was public on {known:${first.id}}.`, basis: [] },
	story: [
		{ id: 'a', title: 'A', text: 'Something happened.', basis: [second.id] },
		{ id: 'b', title: 'B', text: `On {day:${first.id}}.`, basis: [second.id] },
	],
	annotations: [{ at: second.id, text: 'with others', basis: [] }],
};
const told = (case_: CaseRecord, events: readonly EventRecord[] = records.events) =>
	unread(toDataset({ ...records, case: case_, events }));
/** The case after somebody has reviewed every text. */
function read(case_: CaseRecord): CaseRecord {
	const by = new Map(told(case_).map(({ field, reviewed }) => [field, reviewed]));
	const { lead, story = [], annotations = [] } = case_;
	return {
		...case_,
		lead: { ...lead!, reviewed: by.get('lead')! },
		story: story.map((s) => ({ ...s, reviewed: by.get(`story.${s.id}`)! })),
		annotations: annotations.map((a) => ({ ...a, reviewed: by.get(`annotations.${a.at}`)! })),
	};
}
const edited = (id: string, change: (e: EventRecord) => Partial<EventRecord>) =>
	records.events.map((e) => (e.id === id ? { ...e, ...change(e) } : e));
const due = (list: ReturnType<typeof told>) => list.map(({ field, changed }) => [field, changed]);

test('unread texts must be read, and after that none', () => {
	expect(due(told(bare))).toEqual(
		['lead', 'story.a', 'story.b', `annotations.${second.id}`].map((field) => [field, null]),
	);
	expect(told(read(bare))).toEqual([]);
});

describe('when an event changes, the texts that mention it must be reread', () => {
	const CHANGES: readonly (readonly [string, (e: EventRecord) => Partial<EventRecord>])[] = [
		['its title', ({ title }) => ({ title: `${title}, corrected` })],
		['its summary', () => ({ summary: [{ says: 'Another account.', basis: 'event' }] })],
		['its status', ({ status }) => ({ status: [...status, status[0]!] })],
		['the day it became public', () => ({ publicOn: { date: isoDay(first.known + 86_400_000), reason: 'Made up.' } })],
	];
	test.for(CHANGES)('%s', ([, change]) => {
		expect(due(told(read(bare), edited(first.id, change)))).toEqual([
			['lead', [first.id]],
			['story.b', [first.id]],
		]);
		expect(told(read(bare), edited(other.id, change))).toEqual([]);
	});
	test('also if only the public day changes, because of a source', () => {
		const sources = records.sources.map((s) =>
			s.published && s.published < '2030' ? { ...s, published: '2030-01-01' } : s,
		);
		const later = unread(toDataset({ ...records, case: read(bare), sources }));
		expect(due(later)).toContainEqual(['lead', [first.id]]);
	});
});

test('a rewritten text must be reread, also if it now names other events', () => {
	const done = read(bare);
	const lead = { ...done.lead!, text: `It was known on {known:${first.id}}.` };
	expect(due(told({ ...done, lead }))).toEqual([['lead', null]]);
	expect(due(told({ ...done, lead: { ...done.lead!, basis: [second.id] } }))).toEqual([['lead', null]]);
});

test('the review shows each text, what changed, and what to enter after reading', () => {
	const words = (case_: CaseRecord, events = records.events) => review(toDataset({ ...records, case: case_, events }));
	const heading = 'Texts to be checked against their events';
	expect(words(read(bare))).toContain(`## ${heading} (0)\n\nNone.`);
	const now = words(
		read(bare),
		edited(second.id, () => ({ title: 'Another title' })),
	);
	expect(now).toContain(`## ${heading} (3)`);
	expect(now).toContain('- 3 texts of the case to be checked against their events');
	expect(now).toContain(
		`- story.a: “Something happened.” (changed since it was checked: ${second.id}). Once it is true`,
	);
	const [, entered] = /story\.a: .*"reviewed": "([^"]+)"/.exec(now)!;
	const story = read(bare).story!.map((s) => (s.id === 'a' ? { ...s, reviewed: entered! } : s));
	expect(
		words(
			{ ...read(bare), story },
			edited(second.id, () => ({ title: 'Another title' })),
		),
	).toContain(`## ${heading} (2)`);
	expect(words(bare)).toContain('(not checked yet)');
});

test('every text of this case is covered by the reviews', () => {
	const { lead, story = [], annotations = [] } = records.case;
	expect(texts(records)).toHaveLength((lead ? 1 : 0) + story.length + annotations.length);
});
