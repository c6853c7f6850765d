/** A query that is a date is understood in every common form, and an ambiguous one is not guessed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordsAsOf } from '../../src/domain/model/asof.ts';
import { toDataset } from '../../src/domain/model/dataset.ts';
import { DAY, formatDay, isoDay, meets, readWhen, whenWords } from '../../src/domain/model/when.ts';
import { datesIn, daysTyped, isDate } from '../../src/domain/query/date-query.ts';
import { around } from '../../src/domain/query/listed.ts';
import { buildIndex } from '../../src/domain/query/search.ts';
import { dataset, records } from './record.ts';

const { extent, events } = dataset;
const index = await buildIndex(dataset);
const days = fc.integer({ min: 0, max: (extent.end - extent.start) / DAY - 1 }).map((i) => extent.start + i * DAY);
/** Day, month and year in writing. */
const partsOf = (t: number) => {
	const [day, month, year] = formatDay(t).split(' ') as [string, string, string];
	const [, mm, dd] = isoDay(t).split('-') as [string, string, string];
	return { day, month, year, mm, dd, m: String(Number(mm)), short: month.slice(0, 3) };
};
type Parts = ReturnType<typeof partsOf>;
const texts = (query: string, of = extent) => datesIn(query, of).map(({ text }) => text);

/** Forms that are always unambiguous. */
const CLEAR: Readonly<Record<string, (parts: Parts) => string>> = {
	'22 October 2020': ({ day, month, year }) => `${day} ${month} ${year}`,
	'October 22, 2020': ({ day, month, year }) => `${month} ${day}, ${year}`,
	'Oct. 22 2020': ({ day, short, year }) => `${short}. ${day} ${year}`,
	'22 oct 20': ({ day, short, year }) => `${day} ${short} ${year.slice(2)}`.toLowerCase(),
	'the 22th of October, 2020': ({ day, month, year }) => `the ${day}th of ${month}, ${year}`,
	'Thursday, October 22, 2020': ({ day, month, year }) => `Thursday, ${month} ${day}, ${year}`,
	'about 22 October 2020': ({ day, month, year }) => `about ${day} ${month} ${year}`,
	'22.10.2020': ({ day, m, year }) => `${day}.${m}.${year}`,
	'2020-10-22': ({ year, mm, dd }) => `${year}-${mm}-${dd}`,
	'2020/10/22': ({ year, m, day }) => `${year}/${m}/${day}`,
};
test.each(Object.entries(CLEAR))('every day of the case is understood, written as %s (F16)', (_, written) => {
	for (let day = extent.start; day < extent.end; day += DAY)
		expect(texts(written(partsOf(day)), extent), written(partsOf(day))).toEqual([isoDay(day)]);
});

/** Forms that may be ambiguous. */
const UNCLEAR: Readonly<Record<string, (parts: Parts) => string>> = {
	'10/22/2020': ({ m, day, year }) => `${m}/${day}/${year}`,
	'22/10/2020': ({ m, day, year }) => `${day}/${m}/${year}`,
	'10-22-20': ({ mm, dd, year }) => `${mm}-${dd}-${year.slice(2)}`,
	'Oct 22': ({ short, day }) => `${short} ${day}`,
	'22 October': ({ day, month }) => `${day} ${month}`,
};
test.each(Object.entries(UNCLEAR))('every day of the case is among the meanings of %s (F16)', (_, written) => {
	for (let day = extent.start; day < extent.end; day += DAY)
		expect(texts(written(partsOf(day))), written(partsOf(day))).toContain(isoDay(day));
});

test('of two numbers that can both be the month neither is preferred (F16)', () => {
	const whole = readWhen('2020');
	expect(texts('10/11/2020', whole)).toEqual(['2020-10-11', '2020-11-10']);
	expect(texts('10/22/2020', whole)).toEqual(['2020-10-22']);
	expect(texts('11/11/2020', whole)).toEqual(['2020-11-11']);
	// With full stops the day comes first.
	expect(texts('10.11.2020', whole)).toEqual(['2020-11-10']);
	const year = formatDay(extent.start + 400 * DAY).split(' ')[2]!;
	const { found, words, dates } = index(`10/11/${year}`, dataset);
	expect(dates).toHaveLength(2);
	expect([found.size, words.size]).toEqual([events.length, 0]);
});

test('months, seasons and years are dates, too', () => {
	const whole = readWhen('2019/2021');
	expect(texts('October 2020', whole)).toEqual(['2020-10']);
	expect(texts('Sept 2020', whole)).toEqual(['2020-09']);
	expect(texts('2020-10', whole)).toEqual(['2020-10']);
	expect(texts('2020', whole)).toEqual(['2020']);
	for (const season of ['2020-21', '2020-22', '2020-23', '2020-24'])
		expect(texts(whenWords(readWhen(season)).date, whole)).toEqual([season]);
	expect(texts('fall 2020', whole)).toEqual(['2020-23']);
});

test('a partly typed year means every year that it may become', () => {
	const whole = readWhen('2019/2021');
	const all = ['2019-10-22', '2020-10-22', '2021-10-22'];
	for (const typed of ['', ' 2', ' 202'])
		expect(texts(`22 Oct${typed}`, whole)).toEqual(typed === ' 202' ? all.slice(1) : all);
	expect(texts('22 Oct 20', whole)).toEqual(['2020-10-22']);
});

test('a year has its era when a number alone is ambiguous', () => {
	const antique = readWhen('-0099/0600');
	expect(texts('15 March 44 BCE', antique)).toEqual(['-0043-03-15']);
	expect(texts('501 CE', antique)).toEqual(['0501']);
	expect(texts('501', antique)).toEqual([]);
});

test.each([
	'',
	'22',
	'202',
	'31 February 2020',
	'13/13/2020',
	'22 emails 2020',
	'October',
	'1066',
	'2020-13-01',
	'2020 x',
])('no date: “%s”', (query) => {
	expect(texts(query, readWhen('2018/2026'))).toEqual([]);
});

test('no query makes it throw, and every result overlaps the time of the case', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-z.\-/ ]{1,14}$/)), (query) => {
			for (const when of datesIn(query, extent)) expect(meets(when, extent)).toBe(true);
		}),
	);
});

describe('a search for a date', () => {
	test('finds the events that overlap it, and marks no words', () => {
		fc.assert(
			fc.property(days, (day) => {
				const { found, words, dates } = index(formatDay(day), dataset);
				expect([...found]).toEqual(events.filter(({ when }) => meets(when, dates[0]!)).map(({ id }) => id));
				expect([dates.length, words.size]).toEqual([1, 0]);
			}),
		);
	});
	test('finds each event by its date as the page writes it, where that is one day, month or year', () => {
		for (const e of events.filter(({ when }) => when.from && when.from === when.to))
			expect(index(whenWords(e.when).date, dataset).found, whenWords(e.when).date).toContain(e.id);
	});
	test('without a year means the only year in which something began on that day', () => {
		const beganOn = (date: string) =>
			events.filter(({ when }) => when.from?.precision === 'day' && isoDay(when.start).endsWith(date));
		const years = (date: string) => new Set(beganOn(date).map(({ when }) => isoDay(when.start).slice(0, 4)));
		for (const e of events.filter(({ when }) => when.from?.precision === 'day')) {
			const { day, short } = partsOf(e.when.start);
			const { dates } = index(`${short} ${day}`, dataset);
			expect(dates).toHaveLength(years(isoDay(e.when.start).slice(4)).size);
		}
	});
	test('separates events that began then from those that were going on or may have happened then', () => {
		fc.assert(
			fc.property(days, (t) => {
				const day = readWhen(isoDay(t));
				const { on, about } = around(events, day);
				expect([...on, ...about].toSorted((a, b) => a.rank - b.rank)).toEqual(
					events.filter(({ when }) => meets(when, day)),
				);
				for (const { when } of on) expect([when.start, when.from!.precision]).toEqual([t, 'day']);
				for (const { when, coverage } of about)
					expect(when.start < t || when.from!.precision !== 'day' || coverage === 'within').toBe(true);
			}),
		);
	});
	test('as of a day finds only what was public by then', () => {
		let fewer = 0;
		for (const e of events.filter(({ known, when }) => known > when.start && known < extent.end)) {
			const then = toDataset(recordsAsOf(records, e.known - DAY));
			const query = formatDay(e.when.start);
			expect(index(query, dataset).found).toContain(e.id);
			const { found } = index(query, then);
			expect([...found].filter((id) => !then.event.has(id))).toEqual([]);
			if (!found.has(e.id)) fewer++;
		}
		expect(fewer).toBeGreaterThan(0);
	});
});

describe('in a box for one day', () => {
	const whole = readWhen('2019-03-10/2021');
	const days = (text: string, end: 'first' | 'last') => daysTyped(text, whole, end).map(isoDay);
	test('a date in any form gives its day', () => {
		for (const written of Object.values(CLEAR))
			for (let day = extent.start; day < extent.end; day += 17 * DAY) {
				expect(daysTyped(written(partsOf(day)), extent, 'first')).toEqual([day]);
				expect(daysTyped(written(partsOf(day)), extent, 'last')).toEqual([day]);
			}
	});
	test('a month or year gives its first or last day, within the case', () => {
		expect([days('Oct 2020', 'first'), days('Oct 2020', 'last')]).toEqual([['2020-10-01'], ['2020-10-31']]);
		expect([days('2019', 'first'), days('2019', 'last')]).toEqual([['2019-03-10'], ['2019-12-31']]);
		expect(days('March 2019', 'first')).toEqual(['2019-03-10']);
	});
	test('both meanings of an ambiguous date are offered, and each day only once', () => {
		expect(days('10/11/2020', 'first')).toEqual(['2020-10-11', '2020-11-10']);
		expect(days('11/11/2020', 'first')).toEqual(['2020-11-11']);
		expect(days('22 Oct', 'first')).toEqual(['2019-10-22', '2020-10-22', '2021-10-22']);
	});
	test('a date outside the case is distinguished from an invalid date', () => {
		for (const text of ['1999-01-01', '14 October 1066', 'May 2024'])
			expect([days(text, 'first'), isDate(text)]).toEqual([[], true]);
		for (const text of ['soon', '31 February 2020', '2020-13-01', ''])
			expect([days(text, 'first'), isDate(text)]).toEqual([[], false]);
	});
});
