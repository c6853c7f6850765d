/** Years before 1000 and before 1, wherever the page sorts, draws, names or shares them. */
import { expect, test } from 'vitest';
import { toDataset } from '../../src/domain/model/dataset.ts';
import type { Records } from '../../src/domain/model/records.ts';
import { formatPermalink, HOME, parsePermalink } from '../../src/domain/query/permalink.ts';
import { DAY, formatDay, hasDateBox, readWhen } from '../../src/domain/model/when.ts';
import { years } from '../../src/layout/overview.ts';
import { inFull, momentOf, ticks } from '../../src/layout/ticks.ts';
import { trueTime } from '../../src/layout/time-scale.ts';
import { validate } from '../../tools/validate/validate.ts';
import { formatDiagnostics } from '../../tools/validate/diagnostic.ts';
import { FIXTURES } from '../fixtures/fixtures.ts';
import { folder } from './faults.ts';

function recordsOf(name: string): Records {
	const made = folder();
	FIXTURES[name]!(made);
	const verdict = validate(made);
	if (!verdict.ok) throw new Error(formatDiagnostics(verdict.problems));
	return verdict.records;
}

test('the latest of several statuses is current, also in years BCE', () => {
	const records = recordsOf('the year 44 BCE');
	const [first, ...others] = records.events;
	const [since, later] = ['-0043-12-31', '-0042-01-01'];
	const status = [later, since].map((day) => ({ ...first!.status[0]!, since: day }));
	const { event } = toDataset({ ...records, events: [{ ...first!, status }, ...others] });
	expect(event.get(first!.id)!.currentStatus.since).toBe(later);
});

test.for(['the year 501', 'the year 44 BCE', 'the years 1 BCE and 1 CE'])('a link keeps days of %s', (name) => {
	const whole = toDataset(recordsOf(name));
	const { start, end } = whole.extent;
	const link = { ...HOME, asOf: start + DAY, span: { start: start + 3 * DAY, end: end - DAY } };
	expect(parsePermalink(formatPermalink(link), whole)).toEqual({ link, unread: [] });
});

test('years are named by their era on the axis and on the strip below the chart', () => {
	const { extent } = toDataset(recordsOf('the years 1 BCE and 1 CE'));
	expect(years(extent, 900).map((y) => y.label)).toEqual(['1 BCE', '1 CE']);
	expect(years(extent, 40)).toHaveLength(0);
	const all = ticks(trueTime(extent), 900, extent, extent, () => 30);
	expect(all.filter((t) => t.level === 'year').map((t) => t.label)).toEqual(['2 BCE', '1 BCE', '1 CE']);
	for (const tick of all.filter((t) => t.level === 'day')) expect(formatDay(tick.t)).toContain(inFull(tick).slice(-5));
});

test('the strip of a thousand years names round years that have room', () => {
	const extent = { start: readWhen('1021').start, end: readWhen('2020').end };
	expect(years(extent, 500).map((y) => y.label)).toEqual([
		'1100',
		'1200',
		'1300',
		'1400',
		'1500',
		'1600',
		'1700',
		'1800',
		'1900',
	]);
});

test('a date box is an HTML date input only if that supports the years', () => {
	expect(['0001', '0000', '-0043', '2021'].map((year) => hasDateBox(readWhen(year)))).toEqual([
		true,
		false,
		false,
		true,
	]);
});

test.for([-9999, -4000, -3950, -1, 0, 1, 50, 99, 100, 1582, 2020, 9999])(
	'the year %i begins with its first day',
	(year) => {
		const text = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
		expect(momentOf(year)).toBe(readWhen(text).start);
		expect(momentOf(year, 11, 31)).toBe(readWhen(`${text}-12-31`).start);
	},
);
