/** CSV, parsed by csv-parse. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CSV } from '../../src/domain/exchange/csv.ts';
import type { Extract } from '../../src/domain/exchange/extract.ts';
import { isoDay } from '../../src/domain/model/when.ts';
import { anyText, EXTRACTS, extractOf, recordsWith } from './extracts.ts';

type Row = Readonly<Record<string, string>>;
const read = (text: string): Row[] => parse(text, { bom: true, columns: true, record_delimiter: '\r\n' });

/** The value of a cell without the apostrophe that protects from formulas. */
const cell = (text: string) => (/^'(['\s]*[=+\-@＝＋－＠]|'*[\t\r\n])/.test(text) ? text.slice(1) : text);
/** " | " separates entries; a bar inside an entry is escaped with a backslash. */
const entries = (text: string) =>
	text === ''
		? []
		: cell(text)
				.split(' | ')
				.map((entry) => entry.replace(/\\(.)/gs, '$1'));

function compare(rows: readonly Row[], { events, dataset, asOf }: Extract) {
	expect(rows.map((row) => row['id'])).toEqual(events.map((e) => e.id));
	for (const [i, e] of events.entries()) {
		const row = (column: string) => rows[i]![column]!;
		expect(cell(row('title'))).toBe(e.title);
		expect(cell(row('label'))).toBe(e.label);
		expect(cell(row('date_edtf'))).toBe(e.when.text);
		expect(entries(row('quotes'))).toEqual(e.quotes.map((q) => q.exact));
		expect(entries(row('words_cited_not_held'))).toEqual(e.words.map((w) => w.text));
		expect(entries(row('source_titles'))).toEqual(e.sources.map((s) => s.title));
		// Only joined texts are compared: a list with one empty entry looks like an empty list.
		expect(row('source_urls')).toBe(e.sources.map((s) => s.url ?? s.officialUrl ?? s.archiveUrl ?? '').join(' | '));
		expect(entries(row('agencies'))).toEqual(e.named.map((id) => dataset.agency.get(id)!.name));
		expect(entries(row('people'))).toEqual(e.actors.map((id) => dataset.person.get(id)!.name));
		expect(row('alleged')).toBe(dataset.vocabulary.statuses.get(e.currentStatus.kind)!.alleged ? 'yes' : 'no');
		for (const { says } of e.summary) expect(cell(row('summary'))).toContain(says);
		expect(row('public_on')).toBe(Number.isFinite(e.known) ? isoDay(e.known) : '');
		expect(row('as_of')).toBe(asOf === null ? '' : isoDay(asOf));
	}
}

describe.for(Object.entries(EXTRACTS))('%s', ([, extract]) => {
	const text = CSV.write(extract);
	const rows = read(text);
	test('has the same events, dates, quotes and words', () => compare(rows, extract));
	test('has no cell that a spreadsheet would read as a formula', () => {
		for (const row of rows)
			for (const value of Object.values(row)) expect(value).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r]/);
	});
	test('ends every row in CRLF', () => {
		expect(text.endsWith('\r\n')).toBe(true);
		expect(rows).toHaveLength(extract.events.length);
	});
});

test('any text survives', () => {
	fc.assert(
		fc.property(fc.array(anyText, { minLength: 1, maxLength: 6 }), (texts) => {
			const extract = extractOf(recordsWith(texts));
			compare(read(CSV.write(extract)), extract);
		}),
		{ numRuns: 60 },
	);
});

test('unknown days are empty, and a date before the year 1 is no formula', () => {
	const of = (when: string) => read(CSV.write(extractOf(recordsWith(['A'], { when, coverage: 'throughout' }))))[0]!;
	expect(of('2021-03/..')).toMatchObject({
		earliest_day: '2021-03-01',
		latest_day: '',
		date: 'since March 2021, end open',
	});
	expect(of('../2021-03')).toMatchObject({ earliest_day: '', latest_day: '2021-03-31' });
	expect(of('-0043-03-15')).toMatchObject({ date_edtf: "'-0043-03-15", date: '15 March 44 BCE' });
});
