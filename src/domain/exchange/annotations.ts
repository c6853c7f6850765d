/** Quotes and words cited as W3C Web Annotations: https://www.w3.org/TR/annotation-model/ */
import type { Quote, TimelineEvent, WordsCited } from '../model/dataset.ts';
import { NOT_HELD, whose } from '../model/cite.ts';
import type { Source } from '../model/records.ts';
import { isoDay } from '../model/when.ts';
import { eventAddress, quoteAddress, viewAddress, type Extract, type Format } from './extract.ts';
import { tagOf } from './identifiers.ts';
import { addressOf, dateWords, markedTitle, statusWords, viewWords } from './words.ts';

/** Characters of context before and after a quote. */
const CONTEXT = 32;
/** Converts an offset in code units, as strings have it, to code points, as the W3C recommendation counts. */
function codePoints(text: string, end: number): number {
	let count = 0;
	for (let at = 0; at < end; at += text.codePointAt(at)! > 0xffff ? 2 : 1) count++;
	return count;
}
/** Half a surrogate pair, where the cut splits a character. */
const HALF = /^[\udc00-\udfff]|[\ud800-\udbff]$/g;

/** The quote's place in the held text. Where the record gives no prefix or suffix, surrounding text serves as both. */
function selectors({ id, exact, prefix, suffix, source }: Quote, { dataset }: Extract) {
	const { text, quotes } = dataset.documents.get(source)!;
	const { start, end } = quotes.find((p) => p.of.id === id)!;
	const from = codePoints(text, start);
	return [
		{
			type: 'TextQuoteSelector',
			exact,
			prefix: prefix ?? text.slice(Math.max(0, start - CONTEXT), start).replace(HALF, ''),
			suffix: suffix ?? text.slice(end, end + CONTEXT).replace(HALF, ''),
		},
		{ type: 'TextPositionSelector', start: from, end: from + codePoints(exact, exact.length) },
	];
}

/** The source as the annotation's target. @param id address of its text; `via` is where a held copy came from */
const described = (source: Source, id: string) => ({
	id,
	type: 'Text',
	'dcterms:title': source.title,
	'dcterms:publisher': source.publisher,
	...(source.author && { 'dcterms:creator': source.author }),
	...(source.published && { 'dcterms:issued': source.published }),
});

/** What the words are evidence of: the event, by its address and as text. */
const body = (event: TimelineEvent, extract: Extract, id: (path: string) => string) => [
	{
		id: extract.site ? eventAddress(extract, event.id) : id(`events/${event.id}`),
		type: 'Text',
		format: 'text/html',
		'dcterms:date': event.when.text,
	},
	{
		type: 'TextualBody',
		purpose: 'describing',
		format: 'text/plain',
		value: [markedTitle(event, extract.dataset), dateWords(event), statusWords(event, extract.dataset)].join('. '),
	},
];

function write(extract: Extract): string {
	const { dataset, events, site, edition } = extract;
	const { source } = dataset;
	const id = (path: string) => tagOf(dataset, site, path);
	const day = edition !== null && { created: `${isoDay(edition)}T00:00:00Z` };
	const annotation = (path: string, event: TimelineEvent, target: object) => ({
		id: id(path),
		type: 'Annotation',
		motivation: 'linking',
		...day,
		body: body(event, extract, id),
		target: { type: 'SpecificResource', ...target },
	});
	const ofQuote = (event: TimelineEvent, quote: Quote) => {
		const of = source.get(quote.source)!;
		return {
			...annotation(`quotes/${quote.id}`, event, {
				source: {
					...described(of, site ? `${site}documents/${of.id}/` : id(`documents/${of.id}`)),
					...(addressOf(of) && { via: addressOf(of) }),
				},
				selector: selectors(quote, extract),
				'schema:spokenByCharacter': whose(quote, of),
			}),
			...(site && { 'schema:url': quoteAddress(extract, quote) }),
		};
	};
	const ofWords = (event: TimelineEvent, words: WordsCited) => {
		const of = source.get(words.source)!;
		const path = `events/${event.id}/words/${of.id}/${encodeURIComponent(words.text)}`;
		return {
			...annotation(path, event, {
				source: described(of, addressOf(of) ?? id(`sources/${of.id}`)),
				selector: { type: 'TextQuoteSelector', exact: words.text },
				'schema:spokenByCharacter': words.by,
			}),
			label: NOT_HELD,
		};
	};
	const items = events.flatMap((event) => [
		...event.quotes.map((quote) => ofQuote(event, quote)),
		...event.words.map((words) => ofWords(event, words)),
	]);
	const collection = {
		'@context': 'http://www.w3.org/ns/anno.jsonld',
		id: id('annotations'),
		type: 'AnnotationCollection',
		label: dataset.case.title,
		'dcterms:description': `${viewWords(extract)} Not in this file: ${LOSES} ${dataset.case.footer}`,
		...(site && { 'schema:url': viewAddress(extract) }),
		...day,
		total: items.length,
		first: { id: id('annotations/1'), type: 'AnnotationPage', startIndex: 0, items },
	};
	return `${JSON.stringify(collection, null, '\t')}\n`;
}

const LOSES = 'Events without a quote or words cited; held texts, references without words, notes and disputes.';

export const ANNOTATIONS: Format = {
	id: 'annotations',
	name: 'Web Annotations',
	extension: 'annotations.jsonld',
	type: 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"',
	holds: 'quotes',
	use: 'for annotation tools, and to check quotes in their sources',
	loses: LOSES,
	write,
};
