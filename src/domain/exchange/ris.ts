/** RIS for reference managers, one tag per line, in UTF-8: https://en.wikipedia.org/wiki/RIS_(file_format) */
import type { CslDate, CslItem } from './csl.ts';
import { sourceItems, SOURCES_LOSE } from './csl.ts';
import type { Format } from './extract.ts';

const TYPES: Readonly<Record<CslItem['type'], string>> = {
	'article-newspaper': 'NEWS',
	'entry-encyclopedia': 'ENCYC',
	report: 'RPRT',
	speech: 'GEN',
	webpage: 'ELEC',
	post: 'BLOG',
	dataset: 'DATA',
};

/** "2021/03/05/", with unknown parts empty. The first day of a range: the note has the whole range in words. */
function dateOf(date: CslDate): string {
	const [year = 0, ...rest] = date['date-parts'][0]!;
	const [month = '', day = ''] = rest.map((n) => String(n).padStart(2, '0'));
	return `${String(year).padStart(4, '0')}/${month}/${day}/`;
}

const BLANKS = /[ \t\n\v\f\r\u0085\u2028\u2029]+/g;
/** One record. RIS has no escapes, so white space of a value, line breaks too, becomes single spaces. */
export function risOf(item: CslItem): string {
	const { issued, accessed } = item;
	const tags: readonly (readonly [tag: string, value: string | undefined])[] = [
		['TY', TYPES[item.type]],
		['ID', item.id],
		['TI', item.title],
		...(item.author ?? []).map(({ literal }) => ['AU', literal] as const),
		['T2', item['container-title']],
		['PB', item.publisher],
		['PY', issued && String(issued['date-parts'][0]![0])],
		['DA', issued && dateOf(issued)],
		['ET', item.edition],
		['M3', item.genre],
		['UR', item.URL],
		['Y2', accessed && dateOf(accessed)],
		['N1', item.note],
	];
	const lines = tags.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replace(BLANKS, ' ').trim()}`] : []));
	return [...lines, 'ER  - ', ''].join('\r\n');
}

export const RIS: Format = {
	id: 'ris',
	name: 'RIS',
	extension: 'ris',
	type: 'application/x-research-info-systems;charset=utf-8',
	holds: 'sources',
	use: 'for EndNote, Mendeley and Zotero',
	loses: SOURCES_LOSE,
	write: (extract) => sourceItems(extract).map(risOf).join('\r\n'),
};
