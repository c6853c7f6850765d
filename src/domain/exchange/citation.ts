/** Citations of an event, a quote, words cited or the whole view, in common citation styles. */
import type { Quote, TimelineEvent, WordsCited } from '../model/dataset.ts';
import { NOT_HELD, whose } from '../model/cite.ts';
import type { Source } from '../model/records.ts';
import { formatDay, isoDay } from '../model/when.ts';
import { bibtexOf } from './bibtex.ts';
import { cslDate, cslDay, cslText, type CslItem } from './csl.ts';
import { eventAddress, quoteAddress, viewAddress, type Extract } from './extract.ts';
import { risOf } from './ris.ts';
import {
	addressOf,
	asOfWords,
	capital,
	dateWords,
	editionWords,
	markedTitle,
	sourceName,
	unsaidStatus,
} from './words.ts';

/** What is cited: the view, or `event` of it, or `quote` or `words` of that event. */
export interface Citable extends Extract {
	readonly event?: TimelineEvent;
	readonly quote?: Quote;
	readonly words?: WordsCited;
	/** Any moment (epoch ms) of the day of access. */
	readonly accessed: number;
}

/** A part of a citation, in italics if it is the title of a whole work. */
export interface CitationPhrase {
	readonly text: string;
	readonly italic?: true;
}
export interface CitationStyle {
	readonly id: string;
	readonly name: string;
	readonly write: (work: Citable) => string;
	/** The same text in parts; only in styles meant for people. */
	readonly phrases?: (work: Citable) => readonly CitationPhrase[];
}

/** The address at which a reader finds what is cited. */
export function citedAddress(work: Citable): string {
	if (work.quote) return quoteAddress(work, work.quote);
	return work.event ? eventAddress(work, work.event.id) : viewAddress(work);
}

const closed = (text: string): string => (/[.?!…]$/.test(text) ? text : `${text}.`);
const nonEmpty = (list: readonly string[]) => list.filter(Boolean);

/** The source with author, paragraph, address, and a remark that readers need. */
function sourcedFrom(source: Source, paragraph: string, remark: string): string {
	const named = nonEmpty([source.author ?? '', sourceName(source), paragraph]).join(', ');
	return nonEmpty([named, addressOf(source) ?? '', remark, source.caution ?? ''])
		.join('; ')
		.replace(/\.$/, '');
}

/**
 * The words, whose they are and the source they are from; null for an event or the view. Words that a copy attributes
 * to somebody are never cited as that person's own.
 */
function quotation({ quote, words, dataset: { source } }: Citable) {
	if (quote) {
		const of = source.get(quote.source)!;
		const by = whose(quote, of);
		const rendered = by === of.publisher ? by : `${by}, as rendered by ${of.publisher}`;
		return { text: quote.exact, by: rendered, from: sourcedFrom(of, quote.paragraph, '') };
	}
	if (!words) return null;
	return { text: words.text, by: words.by, from: sourcedFrom(source.get(words.source)!, '', NOT_HELD) };
}

/** Works department, “words as they are”, in “Minutes”, Harbour Council, 5 March 2021 */
function quotedWords(work: Citable): string {
	const cited = quotation(work);
	if (!cited) return '';
	return `${cited.by}, “${cited.text}”, in ${cited.from}`;
}

/** The filters of the view and how many events it shows; empty where it shows the whole record. */
const viewNote = ({ events, total, filters }: Citable): string =>
	events.length < total || filters ? nonEmpty([filters, `${events.length} of ${total} events`]).join('; ') : '';

/** "as of 22 October 2020, edition of 22 November 2026, data version 1a2b3c" */
const edited = (work: Citable): string => nonEmpty([asOfWords(work), editionWords(work)]).join(', ');

/** “Title” [Alleged]. Event of 21 October 2020: the date is that of the event, not of its entry in the record. */
function chicagoEvent(event: TimelineEvent, { dataset }: Citable): string {
	const status = unsaidStatus(event, dataset);
	const title = status ? `“${event.title}” [${status}].` : `“${closed(event.title)}”`;
	return `${title} Event of ${closed(dateWords(event))}`;
}

/** Chicago 17th edition, notes and bibliography, but with the day before the month and titles' own capitals. */
function chicago(work: Citable): readonly CitationPhrase[] {
	const { event, dataset, accessed } = work;
	const cited = quotedWords(work);
	const before = nonEmpty([cited ? `${cited}.` : '', event ? `${chicagoEvent(event, work)} In` : '']);
	const after = nonEmpty([
		`, ${edited(work)}.`,
		event ? '' : viewNote(work) && closed(viewNote(work)),
		`Accessed ${formatDay(accessed)}.`,
		citedAddress(work),
	]);
	return [
		...(before.length ? [{ text: `${before.join(' ')} ` }] : []),
		{ text: dataset.case.title, italic: true },
		{ text: after.join(' ') },
	];
}

/** "2026, November 22" */
function yearFirst(t: number): string {
	const [day, month, ...year] = formatDay(t).split(' ');
	return `${year.join(' ')}, ${month} ${day}`;
}
/** "November 22, 2026" */
function monthFirst(t: number): string {
	const [day, month, ...year] = formatDay(t).split(' ');
	return `${month} ${day}, ${year.join(' ')}`;
}

/** APA 7th edition: an entry in a reference work that has no named author and changes over time. */
function apa(work: Citable): readonly CitationPhrase[] {
	const { event, dataset, edition, accessed } = work;
	const cited = quotation(work);
	const published = `(${edition === null ? 'n.d.' : yearFirst(edition)}).`;
	const version = `(${nonEmpty([`data version ${dataset.version}`, asOfWords(work)]).join(', ')})`;
	const address = citedAddress(work);
	const retrieved = `Retrieved ${monthFirst(accessed)}${address && `, from ${address}`}`;
	const name = { text: dataset.case.title, italic: true } as const;
	const narrowed = viewNote(work) && ` [${viewNote(work)}]`;
	if (!event) return [name, { text: ` ${version}${narrowed}. ${published} ${retrieved}` }];
	const named = `${markedTitle(event, dataset)} (${dateWords(event)})`;
	const quoted = cited && `Quoted from ${cited.from}`;
	const before = cited ? `“${cited.text}” [${cited.by}]. ${published} In ${named}, ` : `${named}. ${published} In `;
	return [{ text: before }, name, { text: ` ${version}. ${quoted ? `${quoted}. ` : ''}${retrieved}` }];
}

/** Unique for each thing cited, so that no two entries of a bibliography share an id. */
function idOf({ event, quote, words, asOf }: Citable): string {
	const cited = words && event ? `${event.id}-words-${event.words.indexOf(words) + 1}` : (event?.id ?? 'view');
	return `${quote?.id ?? cited}${asOf === null ? '' : `-${isoDay(asOf)}`}`;
}

/** An event is an entry in a reference work, the view a data set. The note has what no field can hold. */
function cslOf(work: Citable): CslItem {
	const { event, dataset, edition, accessed } = work;
	const cited = quotedWords(work);
	const address = citedAddress(work);
	const note = [cited, event ? `Date of the event: ${dateWords(event)}` : viewNote(work), capital(edited(work))];
	return {
		id: idOf(work),
		type: event ? 'entry-encyclopedia' : 'dataset',
		title: event ? markedTitle(event, dataset) : dataset.case.title,
		...(event && { 'container-title': dataset.case.title, 'event-date': cslDate(event.when) }),
		...(edition !== null && { issued: cslDay(edition), edition: formatDay(edition) }),
		version: dataset.version,
		accessed: cslDay(accessed),
		...(address && { URL: address }),
		note: nonEmpty(note).map(closed).join(' '),
	};
}

const written = (phrases: (work: Citable) => readonly CitationPhrase[]) => (work: Citable) =>
	phrases(work)
		.map(({ text }) => text)
		.join('');

/** All styles, in the order offered. To add one, add a line. */
export const CITATION_STYLES: readonly CitationStyle[] = [
	{ id: 'chicago', name: 'Chicago', phrases: chicago, write: written(chicago) },
	{ id: 'apa', name: 'APA', phrases: apa, write: written(apa) },
	{ id: 'bibtex', name: 'BibTeX', write: (work) => bibtexOf(cslOf(work)) },
	{ id: 'ris', name: 'RIS', write: (work) => risOf(cslOf(work)) },
	{ id: 'csl', name: 'CSL-JSON', write: (work) => cslText([cslOf(work)]) },
];
