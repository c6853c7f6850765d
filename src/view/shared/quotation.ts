/** A quote that leaves the page, with everything needed to find it again. */
import { sourceDate, standingWords } from '../../domain/model/cite.ts';
import type { Quote, TimelineEvent } from '../../domain/model/dataset.ts';
import type { Source } from '../../domain/model/records.ts';
import { formatWhen } from '../../domain/model/when.ts';

/** The same twice: for a plain text and for a page. */
export interface Quotation {
	readonly text: string;
	readonly html: string;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!);

/** @param address the permalink of the quote, in full
 *  @param version of the data */
export function quotation(
	quote: Pick<Quote, 'exact' | 'speaker' | 'paragraph'>,
	event: Pick<TimelineEvent, 'title' | 'when' | 'extent'>,
	source: Source,
	address: string,
	version: string,
): Quotation {
	const words = `“${quote.exact}”`;
	const by = [
		// What a document puts in somebody's mouth is never given as that person's own words.
		`${quote.speaker === undefined ? 'As' : `${quote.speaker}, as`} rendered by ${source.publisher}`,
		`${event.title}, ${formatWhen(event.when, event.extent)}`,
		`Source: ${source.title}. ${source.publisher}, ${standingWords(source)}, ${sourceDate(source)}; ${quote.paragraph}`,
	];
	const data = `Data version ${version}`;
	const link = `<a href="${escaped(address)}">${escaped(address)}</a>`;
	return {
		text: [words, ...by, address, data].join('\n'),
		html: [
			`<blockquote cite="${escaped(address)}"><p>${escaped(words).replace(/\n+/g, '<br>')}</p></blockquote>`,
			`<p>${[...by.map(escaped), link, escaped(data)].join('<br>')}</p>`,
		].join(''),
	};
}
