/** BibTeX entries in UTF-8, with the fields `day`, `url` and `urldate` of BibLaTeX. */
import type { CslDate, CslItem } from './csl.ts';
import { sourceItems, SOURCES_LOSE } from './csl.ts';
import type { Format } from './extract.ts';
import { viewWords } from './words.ts';

const COMMANDS: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	// BibTeX counts braces even where a backslash escapes them.
	'{': '\\textbraceleft{}',
	'}': '\\textbraceright{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
};
/** Escapes the special characters of TeX, and separates doubled - ` ' that TeX would join to another character. */
const escaped = (text: string): string =>
	text.replace(/[\\{}~^]|[&%$#_]/g, (sign) => COMMANDS[sign] ?? `\\${sign}`).replace(/([-`'])(?=\1)/g, '$1{}');
/** TeX takes an address literally, but its braces must balance. */
const address = (url: string): string => url.replace(/[{}\\\s]/g, encodeURIComponent);

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The first day of a range: the note has the whole range in words. */
function dateFields(date: CslDate | undefined): readonly string[] {
	const [year, month, day] = date?.['date-parts'][0] ?? [];
	return [
		...(year === undefined ? [] : [`year = {${year}}`]),
		...(month === undefined ? [] : [`month = ${MONTHS[month - 1]}`]),
		...(day === undefined ? [] : [`day = {${day}}`]),
	];
}
const iso = (date: CslDate): string => date['date-parts'][0]!.map((n) => String(n).padStart(2, '0')).join('-');

/** CSL type → BibTeX entry type, and the names of its fields for container and publisher. */
const TYPES: Readonly<Record<CslItem['type'], readonly [type: string, container: string, publisher: string]>> = {
	'article-newspaper': ['article', 'journal', ''],
	'entry-encyclopedia': ['incollection', 'booktitle', 'publisher'],
	report: ['techreport', '', 'institution'],
	speech: ['misc', '', 'howpublished'],
	webpage: ['misc', '', 'howpublished'],
	post: ['misc', '', 'howpublished'],
	dataset: ['misc', '', 'howpublished'],
};

/** One entry, with the item's id as its key. */
export function bibtexOf(item: CslItem): string {
	const [type, container, publisher] = TYPES[item.type];
	// The inner braces keep a title's capitals, and keep BibTeX from splitting a name at “and”.
	const field = (name: string, text: string | undefined) => (name && text ? [`${name} = {{${escaped(text)}}}`] : []);
	const fields = [
		...field('title', item.title),
		...(item.author ? [`author = {${item.author.map((a) => `{${escaped(a.literal)}}`).join(' and ')}}`] : []),
		...field(container, item['container-title']),
		...field(publisher, item.publisher),
		...field('edition', item.edition),
		...dateFields(item.issued),
		...(item.URL ? [`url = {${address(item.URL)}}`] : []),
		...(item.accessed ? [`urldate = {${iso(item.accessed)}}`] : []),
		...field('note', item.note),
	];
	return `@${type}{${item.id},\n${fields.map((line) => `\t${line},\n`).join('')}}\n`;
}

/** A comment: BibTeX ignores text between entries, but an @ would begin an entry. */
const remark = (text: string): string => `% ${text.replaceAll('@', '(at)').replace(/\s+/g, ' ')}\n`;

export const BIBTEX: Format = {
	id: 'bibtex',
	name: 'BibTeX',
	extension: 'bib',
	type: 'application/x-bibtex;charset=utf-8',
	holds: 'sources',
	use: 'for LaTeX',
	loses: SOURCES_LOSE,
	write: (extract) =>
		[
			remark(`Sources of: ${extract.dataset.case.title}. ${viewWords(extract)}`),
			remark(`Not in this file: ${SOURCES_LOSE}`),
			...sourceItems(extract).map(bibtexOf),
		].join('\n'),
};
