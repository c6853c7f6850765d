/**
 * Sources as CSL-JSON items, from which BibTeX and RIS are made:
 * https://citeproc-js.readthedocs.io/en/latest/csl-json/
 */
import type { Dataset } from '../model/dataset.ts';
import { citedWords } from '../model/cite.ts';
import type { Source, SourceType } from '../model/records.ts';
import { calendar, formatWhen, readWhen, type Edge, type When } from '../model/when.ts';
import type { Extract, Format } from './extract.ts';
import { recordsOf } from './left-out.ts';
import { addressOf, capital, originOf } from './words.ts';

export interface CslDate {
	/** One date or two (a range), each [year], [year, month] or [year, month, day]. */
	readonly 'date-parts': readonly (readonly number[])[];
	/** 1 is spring, 4 winter. */
	readonly season?: number;
	readonly circa?: true;
}
export interface CslItem {
	readonly id: string;
	readonly type: 'article-newspaper' | 'report' | 'speech' | 'webpage' | 'post' | 'entry-encyclopedia' | 'dataset';
	readonly title: string;
	readonly author?: readonly { readonly literal: string }[];
	readonly 'container-title'?: string;
	readonly publisher?: string;
	readonly issued?: CslDate;
	readonly 'event-date'?: CslDate;
	readonly accessed?: CslDate;
	readonly genre?: string;
	readonly edition?: string;
	readonly version?: string;
	readonly URL?: string;
	readonly note?: string;
}

const TYPES: Readonly<Record<SourceType, CslItem['type']>> = {
	news: 'article-newspaper',
	release: 'webpage',
	remarks: 'speech',
	advisory: 'report',
	notice: 'webpage',
	assessment: 'report',
	order: 'report',
	report: 'report',
	post: 'post',
};

function parts({ start, precision }: Edge): readonly number[] {
	const { length } = { year: 'y', season: 'y', month: 'ym', day: 'ymd' }[precision];
	return calendar(start).slice(0, length);
}
/** Where one end is open, the date is the other end. */
export function cslDate({ from, to }: When): CslDate {
	const edges = [from, to].filter((edge) => edge !== null);
	const isOne = from === to;
	const [first] = edges as [Edge];
	return {
		'date-parts': (isOne ? [first] : edges).map(parts),
		...(isOne && first.precision === 'season' && { season: calendar(first.start)[1] / 3 }),
		...(edges.some((edge) => edge.approximate || edge.uncertain) && { circa: true }),
	};
}
export const cslDay = (t: number): CslDate => ({ 'date-parts': [calendar(t)] });

/** One to four capitalised words. */
const NAME = /^(\p{Lu}\S*\s+){0,3}\p{Lu}\S*$/u;
/** Authors as separate names if every part looks like a person's name, else the text as it is. */
function authors(list: string): readonly { readonly literal: string }[] {
	const names = list.split(/\s+and\s+|,\s+/);
	return (names.every((name) => name.includes(' ') && NAME.test(name)) ? names : [list]).map((literal) => ({
		literal,
	}));
}

/** What readers must know about a source before they cite it. */
function noteOf(source: Source, dataset: Dataset): string {
	const { dated, url, officialUrl, archiveUrl } = source;
	return [
		capital(citedWords(source, originOf(source, dataset))).replace(/\.$/, ''),
		...(dated ? [`Dated ${formatWhen(readWhen(dated))}`] : []),
		...(!url && officialUrl ? ['Official location, not opened by us'] : []),
		...(archiveUrl ? [`Archived copy: ${archiveUrl}`] : []),
	]
		.map((words) => `${words}.`)
		.join(' ');
}

function sourceItem(source: Source, dataset: Dataset): CslItem {
	const { id, title, type, publisher, author, published } = source;
	const address = addressOf(source);
	return {
		id,
		type: TYPES[type],
		title,
		...(author && { author: authors(author) }),
		...((type === 'news' || type === 'post') && { 'container-title': publisher }),
		publisher,
		...(published && { issued: cslDate(readWhen(published)) }),
		...(type !== 'news' && { genre: type }),
		...(address && { URL: address }),
		note: noteOf(source, dataset),
	};
}

/** The sources that the exported events use, and the sources that these derive from. */
export const sourceItems = (extract: Extract): readonly CslItem[] =>
	recordsOf(extract).sources.map((source) => sourceItem(source, extract.dataset));

export const cslText = (items: readonly CslItem[]): string => `${JSON.stringify(items, null, '\t')}\n`;

export const SOURCES_LOSE = 'What each source establishes and which events cite it; held texts and their checksums.';

export const CSL: Format = {
	id: 'csl',
	name: 'CSL-JSON',
	extension: 'csl.json',
	type: 'application/vnd.citationstyles.csl+json',
	holds: 'sources',
	use: 'for Zotero, Pandoc and other reference managers',
	loses: SOURCES_LOSE,
	write: (extract) => cslText(sourceItems(extract)),
};
