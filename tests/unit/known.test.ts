/** When the public could know of a source or an event. */
import { describe, expect, test } from 'vitest';
import { delay, delayWords, knownSince, publicDay } from '../../src/domain/model/known.ts';
import type { EventRecord, Source } from '../../src/domain/model/records.ts';
import { isoDay, readWhen } from '../../src/domain/model/when.ts';

const at = (day: string) => readWhen(day).start;
const sources = new Map(
	Object.entries({ day: '2020-10-30', month: '2021-11', later: '2021-11-18', undated: undefined }).map(
		([id, published]) => [id, { id, ...(published && { published }) } as Source],
	),
);
const known = (when: string, ids: readonly string[], more: Partial<EventRecord> = {}) => {
	const references = ids.map((source) => ({ source, establishes: '' }));
	const t = knownSince({ quotes: [], references, ...more }, readWhen(when), sources);
	return isFinite(t) ? isoDay(t) : 'never';
};

describe('a source is public', () => {
	test('from its latest possible day', () => {
		expect(publicDay({ published: '2020-10-30' })).toBe(at('2020-10-30'));
		expect(publicDay({ published: '2021-11' })).toBe(at('2021-11-30'));
		expect(publicDay({ published: '2020-10/2020-11' })).toBe(at('2020-11-30'));
		expect(publicDay({ published: '2020' })).toBe(at('2020-12-31'));
	});
	test('never, as far as we know, if it has no date', () => {
		expect(publicDay({})).toBeNull();
	});
});

describe('an event is known', () => {
	test('from the earliest of its sources', () => {
		expect(known('2020-09-20', ['later', 'day', 'month'])).toBe('2020-10-30');
	});
	test('from its quotes’ sources as well', () => {
		expect(known('2020-09-20', ['later'], { quotes: [{ id: 'q', source: 'day', exact: 'x' }] })).toBe('2020-10-30');
	});
	test('never before it began', () => {
		expect(known('2021-01-06', ['day'])).toBe('2021-01-06');
	});
	test('from its earliest day, if only the month is known', () => {
		expect(known('2020-11', ['day'])).toBe('2020-11-01');
	});
	test('not from undated sources', () => {
		expect(known('2020-09-20', ['undated', 'later'])).toBe('2021-11-18');
		expect(known('2020-09-20', ['undated'])).toBe('never');
	});
	test('from the day that the record gives with a reason, whatever its sources say', () => {
		expect(known('2020-09-20', ['day'], { publicOn: { date: '2020-10-01', reason: 'Said.' } })).toBe('2020-10-01');
	});
});

test.for([
	['2020-10-20', undefined, '2020-10-20', 'the same day'],
	['2020-10-20', undefined, '2020-10-21', '1 day later'],
	['2020-10-20', undefined, '2020-10-22', '2 days later'],
	['2020-10-20~', undefined, '2021-11-18', '394 days later'],
	['2020-10', 'within', '2021-11-18', '383 to 413 days later'],
	['2020-10', 'within', '2020-10-02', 'at most 1 day later'],
	['2020-10', 'within', '2020-10-14', 'at most 13 days later'],
	['2020-10', 'within', '2020-10-01', 'the same day'],
	['2020-10-21/2020-11-03', 'within', '2020-11-03', 'at most 13 days later'],
	// The delay of an event with a duration counts from its end.
	['2020-09-20/2020-09-28', 'throughout', '2020-10-30', '32 days later'],
	['2020-09-20/2020-09-28', 'throughout', '2020-09-28', 'the same day'],
	['2020-08/2020-11', 'throughout', '2021-11-18', '353 to 382 days later'],
	['2020-09-20/2020-09-28', 'throughout', '2020-09-22', 'while it went on'],
	['2020-09-20/2020-09-28', 'throughout', '2020-09-20', 'the same day'],
	['2020-12/..', 'throughout', '2020-12-10', 'at most 9 days later'],
] as const)('%s, %s, known on %s, became public %s', ([when, coverage, day, words]) => {
	expect(delayWords(coverage ? { coverage } : {}, readWhen(when), at(day))).toBe(words);
});

test('a distance is never negative and its ends are in order', () => {
	for (const when of ['2020-10-20', '2020-10', '2020-10-18/2020-10-22', '2020-10-18/2020-11'])
		for (const coverage of ['within', 'throughout'] as const)
			for (let day = 18; day <= 31; day++) {
				const { min, max } = delay({ coverage }, readWhen(when), at(`2020-10-${day}`));
				expect(min).toBeGreaterThanOrEqual(0);
				expect(max).toBeGreaterThanOrEqual(min);
			}
});
