/** One row per event, for spreadsheets. RFC 4180: lines end in CRLF, and the first names the columns. */
import { csvFormatRow } from 'd3-dsv';
import type { Dataset, TimelineEvent } from '../model/dataset.ts';
import { whose } from '../model/cite.ts';
import { delayWords } from '../model/known.ts';
import { isoDay, lastDay } from '../model/when.ts';
import { eventAddress, type Extract, type Format } from './extract.ts';
import { addressOf, dateWords, statusOf, summaryWords } from './words.ts';

const SEPARATOR = ' | ';
/** A list in one cell. Bars and backslashes in entries are escaped with a backslash, so that it can be split again. */
const joined = (list: readonly string[]): string => list.map((text) => text.replace(/[\\|]/g, '\\$&')).join(SEPARATOR);

/**
 * What a spreadsheet would take for a formula, also after spaces and in full-width characters. Cells that have
 * apostrophes there already get one more, so that removing the first apostrophe always restores the text.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^['\s]*[=+\-@＝＋－＠]|^'*[\t\r\n]/;
const safe = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** ISO day, or '' where the time is not known. */
const day = (t: number | null): string => (t === null || !Number.isFinite(t) ? '' : isoDay(t));

type Cell = (event: TimelineEvent, extract: Extract) => string;
const nameOf = (ids: readonly string[], names: ReadonlyMap<string, { readonly name: string }>) =>
	joined(ids.map((id) => names.get(id)!.name));
const titles = (list: readonly { readonly source: string }[], { source }: Dataset) =>
	joined(list.map((of) => source.get(of.source)!.title));

/** Column → what its cell holds. To add a column, add a line. */
const COLUMNS: Readonly<Record<string, Cell>> = {
	id: ({ id }) => id,
	title: ({ title }) => title,
	label: ({ label }) => label,
	date_edtf: ({ when }) => when.text,
	date: (e) => dateWords(e),
	earliest_day: ({ when }) => day(when.start),
	latest_day: ({ when }) => day(lastDay(when)),
	coverage: ({ coverage }) => coverage ?? '',
	kind: ({ kind }, { dataset }) => dataset.vocabulary.kinds.get(kind)!.name,
	tier: ({ tier }) => tier,
	agencies: ({ named }, { dataset }) => nameOf(named, dataset.agency),
	people: ({ actors }, { dataset }) => nameOf(actors, dataset.person),
	status: (e, { dataset }) => statusOf(e, dataset).name,
	alleged: (e, { dataset }) => (statusOf(e, dataset).alleged ? 'yes' : 'no'),
	status_by: ({ currentStatus }, { dataset }) => dataset.agency.get(currentStatus.by)!.name,
	status_since: ({ currentStatus }) => currentStatus.since,
	public_on: ({ known }) => day(known),
	delay: (e) => (Number.isFinite(e.known) ? delayWords(e, e.when, e.known) : ''),
	summary: (e) => summaryWords(e),
	quotes: ({ quotes }) => joined(quotes.map((q) => q.exact)),
	quotes_by: ({ quotes }, { dataset }) => joined(quotes.map((q) => whose(q, dataset.source.get(q.source)!))),
	quotes_from: ({ quotes }, { dataset }) => titles(quotes, dataset),
	words_cited_not_held: ({ words }) => joined(words.map((w) => w.text)),
	words_cited_by: ({ words }) => joined(words.map((w) => w.by)),
	words_cited_from: ({ words }, { dataset }) => titles(words, dataset),
	source_titles: ({ sources }) => joined(sources.map((s) => s.title)),
	source_publishers: ({ sources }) => joined(sources.map((s) => s.publisher)),
	source_urls: ({ sources }) => joined(sources.map((s) => addressOf(s) ?? '')),
	address: ({ id }, extract) => eventAddress(extract, id),
	edition: (_, { edition }) => day(edition),
	data_version: (_, { dataset }) => dataset.version,
	as_of: (_, { asOf }) => day(asOf),
};

/** Spreadsheets recognise UTF-8 by it. */
const BYTE_ORDER_MARK = '\ufeff';

function write(extract: Extract): string {
	const cells = Object.values(COLUMNS);
	const rows = extract.events.map((event) => cells.map((cell) => safe(cell(event, extract))));
	return BYTE_ORDER_MARK + [Object.keys(COLUMNS), ...rows].map((row) => `${csvFormatRow(row)}\r\n`).join('');
}

export const CSV: Format = {
	id: 'csv',
	name: 'CSV',
	extension: 'csv',
	type: 'text/csv;charset=utf-8',
	holds: 'events',
	use: 'for a spreadsheet',
	loses:
		'Held texts, notes, disputes, corrections, earlier statuses and what each sentence rests on; lists are joined ' +
		'by “ | ”, and a cell that a spreadsheet would take for a formula begins with an apostrophe.',
	write,
};
