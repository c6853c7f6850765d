/** Quotes and words cited as copied, with everything needed to find them again. */
import { escapeMarkup } from '../../domain/exchange/markup.ts';
import { lookUp, NOT_HELD, sourceDate, standingWords, whose } from '../../domain/model/cite.ts';
import type { Quote, TimelineEvent, WordsCited } from '../../domain/model/dataset.ts';
import type { Source } from '../../domain/model/records.ts';
import { formatWhen } from '../../domain/model/when.ts';

/** The same content as plain text and as HTML. */
export interface Quotation {
	readonly text: string;
	readonly html: string;
}

type NamedEvent = Pick<TimelineEvent, 'title' | 'when' | 'coverage'>;
const eventWords = (event: NamedEvent) => `${event.title}, ${formatWhen(event.when, event.coverage)}`;
const named = (source: Source) =>
	`Source: ${source.title}. ${source.publisher}, ${standingWords(source)}, ${sourceDate(source)}`;

/** @param about lines about the words @param where addresses at which they can be found, our own last */
function leaving(exact: string, about: readonly string[], where: readonly string[], version: string): Quotation {
	const words = `“${exact}”`;
	const data = `Data version ${version}`;
	const lines = escapeMarkup(words).replace(/\n+/g, '<br>');
	const links = where.map(escapeMarkup).map((address) => `<a href="${address}">${address}</a>`);
	return {
		text: [words, ...about, ...where, data].join('\n'),
		html: [
			`<blockquote cite="${escapeMarkup(where.at(-1)!)}"><p>${lines}</p></blockquote>`,
			`<p>${[...about.map(escapeMarkup), ...links, escapeMarkup(data)].join('<br>')}</p>`,
		].join(''),
	};
}

/** A quote to be copied. @param address the absolute permalink of the quote
 *  @param version the data version */
export function quotation(
	quote: Pick<Quote, 'exact' | 'speaker' | 'paragraph'>,
	event: NamedEvent,
	source: Source,
	address: string,
	version: string,
): Quotation {
	const by = whose(quote, source);
	// Words that a document attributes to somebody are never given as that person's own.
	const who = by === source.publisher ? by : `${by}, as rendered by ${source.publisher}`;
	return leaving(quote.exact, [who, eventWords(event), `${named(source)}; ${quote.paragraph}`], [address], version);
}

/** Words cited to be copied. @param address the absolute permalink of the event */
export const wordsCited = (
	words: Pick<WordsCited, 'text' | 'by'>,
	event: NamedEvent,
	source: Source,
	address: string,
	version: string,
): Quotation =>
	leaving(
		words.text,
		[words.by, eventWords(event), `${named(source)}; ${NOT_HELD}`],
		[lookUp(source, words.text), address],
		version,
	);
