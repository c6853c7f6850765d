/** Parses EDTF texts, and writes them in words. */
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import {
	DAY,
	durationWords,
	formatDay,
	formatWhen,
	isCoarse,
	isoDay,
	lastDay,
	machineDate,
	parseWhen,
	readWhen,
	shortDay,
	whenWords,
} from '../../src/domain/model/when.ts';

/** First and last day, as "from..to". */
const days = (text: string) => {
	const when = readWhen(text);
	return `${isFinite(when.start) ? isoDay(when.start) : ''}..${isFinite(when.end) ? isoDay(lastDay(when)) : ''}`;
};

test.for([
	['2020-10-20', '2020-10-20..2020-10-20'],
	['2020-02-29', '2020-02-29..2020-02-29'],
	['2020-02', '2020-02-01..2020-02-29'],
	['2021-02', '2021-02-01..2021-02-28'],
	['2020-12', '2020-12-01..2020-12-31'],
	['2020-21', '2020-03-01..2020-05-31'],
	['2020-22', '2020-06-01..2020-08-31'],
	['2020-23', '2020-09-01..2020-11-30'],
	['2020-24', '2020-12-01..2021-02-28'],
	['2020', '2020-01-01..2020-12-31'],
	['2020-10-20~', '2020-10-20..2020-10-20'],
	['2020?', '2020-01-01..2020-12-31'],
	['2020-10%', '2020-10-01..2020-10-31'],
	['2020-08/2020-11', '2020-08-01..2020-11-30'],
	['2020-10-20~/2020-10-21', '2020-10-20..2020-10-21'],
	['2020-10/2020-10-20', '2020-10-01..2020-10-20'],
	['2020-10-20/..', '2020-10-20..'],
	['../2020', '..2020-12-31'],
] as const)('%s reaches over %s', ([text, reach]) => {
	expect(days(text)).toBe(reach);
});

test('“about” and “uncertain” are kept beside the date', () => {
	expect(readWhen('2020~').from).toMatchObject({ approximate: true, uncertain: false });
	expect(readWhen('2020?').from).toMatchObject({ approximate: false, uncertain: true });
	expect(readWhen('2020%').from).toMatchObject({ approximate: true, uncertain: true });
	expect(readWhen('2020-10-20~/2020-10-21')).toMatchObject({ from: { approximate: true }, to: { approximate: false } });
});

test('an invalid date has a reason, which readWhen throws', () => {
	expect(parseWhen('2020-13')).toBe('"2020-13" is not a day (2020-10-20), month (2020-10), season (2020-23) or year');
	expect(parseWhen('2020/2021/2022')).toBe('has more than one "/"');
	expect(parseWhen('../..')).toBe('is open at both ends, so it says nothing');
	expect(parseWhen('2021/2020')).toBe('ends before it starts');
	expect(() => readWhen('Soon')).toThrow('Soon');
});

test('only a single day is not coarse', () => {
	expect(['2020-10-20', '2020-10-20?'].filter((t) => isCoarse(readWhen(t)))).toEqual([]);
	const coarse = ['2020-10', '2020-23', '2020', '2020-10-20/2020-10-21', '2020-10-20/2020-10-20', '2020-10-20/..'];
	expect(coarse.filter((t) => isCoarse(readWhen(t)))).toEqual(coarse);
});

test.for([
	['2020-10-20', undefined, '20 October 2020'],
	['2020-10-20~', undefined, 'about 20 October 2020'],
	['2020-10-20?', undefined, '20 October 2020 (uncertain)'],
	['2020-10-20%', undefined, 'about 20 October 2020 (uncertain)'],
	['2020-10', 'within', 'October 2020, day not known'],
	['2020-10', 'throughout', 'throughout October 2020'],
	['2020-10~', 'within', 'about October 2020, day not known'],
	['2020-21', 'within', 'spring 2020, day not known'],
	['2020-23', 'within', 'autumn 2020, day not known'],
	['2020-24', 'within', 'winter 2020–21, day not known'],
	['1999-24', 'within', 'winter 1999–00, day not known'],
	['2020', 'within', '2020, day not known'],
	['2020-09-20/2020-09-28', 'throughout', '20–28 September 2020'],
	['2020-09-29/2020-10-17', 'throughout', '29 September – 17 October 2020'],
	['2020-12-29/2021-01-02', 'throughout', '29 December 2020 – 2 January 2021'],
	['2020-08/2020-11', 'throughout', 'August–November 2020'],
	['2020-11/2021-02', 'throughout', 'November 2020 – February 2021'],
	['2020-01/2020-10-19', 'throughout', 'January – 19 October 2020'],
	['2018/2020', 'throughout', '2018–2020'],
	['2020-10-20~/2020-10-21', 'within', 'between about 20 and 21 October 2020, day not known'],
	['2020-10-21~/2020-11-03', 'within', 'between about 21 October and 3 November 2020, day not known'],
	['2020-12/..', 'throughout', 'since December 2020, end open'],
	['../2019', 'throughout', 'until 2019, beginning not known'],
] as const)('%s, %s, reads “%s”', ([text, extent, words]) => {
	expect(formatWhen(readWhen(text), extent)).toBe(words);
});

test('the precision is separate from the date', () => {
	expect(whenWords(readWhen('2020-10'), 'within')).toEqual({ date: 'October 2020', precision: 'day not known' });
	expect(whenWords(readWhen('2020-10-20'))).toEqual({ date: '20 October 2020', precision: '' });
});

test('a machine date is given only where HTML has a form for it', () => {
	const dated = ['2020-10-20', '2020-10', '2020'];
	const undated = ['2020-23', '2020-10-20~', '2020-10-20/2020-10-21', '2020-10/..'];
	expect([...dated, ...undated].map((t) => machineDate(readWhen(t)))).toEqual([
		...dated,
		...undated.map(() => undefined),
	]);
});

test('only events that lasted over known days have a length', () => {
	expect(durationWords(readWhen('2020-09-20/2020-09-28'), 'throughout')).toBe('9 days');
	expect(durationWords(readWhen('2020-09-20/2020-09-28'), 'within')).toBe('');
	expect(durationWords(readWhen('2020-08/2020-11'), 'throughout')).toBe('');
	expect(durationWords(readWhen('2020-10-20'), undefined)).toBe('');
});

/** Days of four centuries in EDTF. */
const day = fc.integer({ min: -62_000, max: 84_000 }).map((n) => isoDay(n * DAY));

test('every day is read as its 24 hours, and written back unchanged', () => {
	fc.assert(
		fc.property(day, (text) => {
			const when = readWhen(text);
			expect(when.end - when.start).toBe(DAY);
			expect(isoDay(when.start)).toBe(text);
			expect(machineDate(when)).toBe(text);
		}),
	);
});

test('two days are an interval exactly if the second is not before the first', () => {
	fc.assert(
		fc.property(day, day, (a, b) => {
			const when = parseWhen(`${a}/${b}`);
			if (b < a) expect(when).toBe('ends before it starts');
			else expect(days(`${a}/${b}`)).toBe(`${a}..${b}`);
		}),
	);
});

test('no text makes the parser throw, and every accepted date starts before it ends', () => {
	const piece = fc.constantFrom(
		'2020',
		'-10',
		'-20',
		'-23',
		'-00',
		'-31',
		'/',
		'..',
		'~',
		'?',
		'%',
		'X',
		' ',
		'T10:00',
	);
	const text = fc.oneof(
		fc.string(),
		fc.array(piece, { maxLength: 7 }).map((parts) => parts.join('')),
	);
	fc.assert(
		fc.property(text, (t) => {
			const when = parseWhen(t);
			if (typeof when === 'string') return;
			expect(when.start).toBeLessThan(when.end);
			expect(when.text).toBe(t);
			expect(formatWhen(when)).not.toMatch(/NaN|undefined|Invalid/);
		}),
		{ numRuns: 500 },
	);
});

const zone = process.env['TZ'];
afterEach(() => {
	if (zone === undefined) delete process.env['TZ'];
	else process.env['TZ'] = zone;
});

test.for(['Pacific/Kiritimati', 'America/Anchorage', 'Asia/Tehran', 'UTC'])('a day in %s is the same day', (place) => {
	process.env['TZ'] = place;
	// Makes sure that the time zone has changed: otherwise the test would prove nothing.
	expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(place);
	expect(readWhen('2020-10-20').start).toBe(Date.UTC(2020, 9, 20));
	expect(readWhen('2020-03').end).toBe(Date.UTC(2020, 3, 1));
	expect(formatDay(Date.UTC(2020, 9, 20))).toBe('20 October 2020');
	expect(isoDay(Date.UTC(2020, 9, 20) + DAY - 1)).toBe('2020-10-20');
});

test.for([
	['0501-03-15', '0501-03-15..0501-03-15', '15 March 501 CE'],
	['0044', '0044-01-01..0044-12-31', '44 CE, day not known'],
	['0000-12', '0000-12-01..0000-12-31', 'December 1 BCE, day not known'],
	['-0062-03-15', '-0062-03-15..-0062-03-15', '15 March 63 BCE'],
	['-0062-03-15/-0062-03-20', '-0062-03-15..-0062-03-20', '15–20 March 63 BCE'],
	['-0062-24', '-0062-12-01..-0061-02-28', 'winter 63 BCE–62 BCE, day not known'],
	['-0062/0063', '-0062-01-01..0063-12-31', '63 BCE – 63 CE'],
	['-0000', null, ''],
	['-62-03-15', null, ''],
] as const)('%s is read, written and said, before the year 1000 and before the year 1', ([text, reach, words]) => {
	const when = parseWhen(text);
	if (reach === null) return expect(when).toBeTypeOf('string');
	expect(days(text)).toBe(reach);
	expect(formatWhen(readWhen(text))).toBe(words);
	// HTML dates have no year before 1.
	expect(machineDate(readWhen(text))).toBe(/^-|^0000/.test(text) ? undefined : text);
});

test('a day in short form, without its year beside another day of that year', () => {
	const at = (text: string) => readWhen(text).start;
	expect(shortDay(at('2020-09-01'))).toBe('1 Sep 2020');
	expect(shortDay(at('2020-09-01'), at('2020-12-31'))).toBe('1 Sep');
	expect(shortDay(at('2020-12-31'), at('2021-01-01'))).toBe('31 Dec 2020');
	expect(shortDay(at('-0043-03-15'))).toBe('15 Mar 44 BCE');
});
