/** What formats say of events, quotes, sources and the view in words, so that all of them say it alike. */
import type { Dataset, Quote, TimelineEvent, WordsCited } from '../model/dataset.ts';
import { citedWords, NOT_HELD, sourceDate, whose } from '../model/cite.ts';
import { delayWords } from '../model/known.ts';
import type { Source } from '../model/records.ts';
import { BASES } from '../model/vocabulary.ts';
import { formatDay, formatWhen, readWhen } from '../model/when.ts';
import type { Extract } from './extract.ts';

/** With a capital first letter, as at the beginning of a sentence. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The latest status as the case calls it. */
export const statusOf = ({ currentStatus }: TimelineEvent, { vocabulary }: Dataset) =>
	vocabulary.statuses.get(currentStatus.kind)!;

/** Name of the status where it says that something is only alleged and the title does not say so itself, else ''. */
export function unsaidStatus(event: TimelineEvent, dataset: Dataset): string {
	const { name, alleged } = statusOf(event, dataset);
	return alleged && !event.title.toLowerCase().includes(name.toLowerCase()) ? name : '';
}

/** "Emails are sent [Alleged]": a title that is read without its status never says more than the record does. */
export function markedTitle(event: TimelineEvent, dataset: Dataset): string {
	const name = unsaidStatus(event, dataset);
	return name ? `${event.title} [${name}]` : event.title;
}

/** "Alleged (Department of Works, since 4 May 2021); …", in the order of the record. */
export const statusWords = ({ status }: TimelineEvent, { vocabulary, agency }: Dataset): string =>
	status
		.map(({ kind, by, since }) => {
			const { name } = vocabulary.statuses.get(kind)!;
			return `${name} (${agency.get(by)!.name}, since ${formatWhen(readWhen(since))})`;
		})
		.join('; ');

export const dateWords = ({ when, extent }: TimelineEvent): string => formatWhen(when, extent);

/** "4 May 2021, 379 days later"; empty where nobody knows when it became public. */
export const publicDayWords = (event: TimelineEvent): string =>
	Number.isFinite(event.known) ? `${formatDay(event.known)}, ${delayWords(event, event.when, event.known)}` : '';

/** The summary; what is a conclusion of ours says so. */
export const summaryWords = ({ summary }: TimelineEvent): string =>
	summary.map(({ says, basis }) => (basis === 'inference' ? `${says} (${BASES.inference})` : says)).join(' ');

/** “Minutes of the council”, Harbour Council, 5 March 2021 */
export const sourceName = (source: Source): string => `“${source.title}”, ${source.publisher}, ${sourceDate(source)}`;

/** With what a reader must know of it: that it is a copy, derives from another, has to be read with care. */
export const sourceWords = (source: Source, dataset: Dataset): string =>
	`${source.title}, ${source.publisher}, ${citedWords(source, originOf(source, dataset))}`;

/** Publisher of what a source derives from. */
export const originOf = ({ origin }: Source, { source }: Dataset): string | undefined =>
	source.get(origin ?? '')?.publisher;

/** Where a source is read, if anywhere. */
export const addressOf = ({ url, officialUrl, archiveUrl }: Source): string | undefined =>
	url ?? officialUrl ?? archiveUrl;

/** “Words” (whose they are, in which source). */
export function quoteWords(quote: Quote, { source }: Dataset): string {
	const of = source.get(quote.source)!;
	return `“${quote.exact}” (${whose(quote, of)}, in ${sourceName(of)})`;
}

export const citedWordsWords = ({ text, by, source: id }: WordsCited, { source }: Dataset): string =>
	`“${text}” (${by}, in ${sourceName(source.get(id)!)}; ${NOT_HELD})`;

/** "edition of 22 November 2026, data version 1a2b3c". */
export const editionWords = ({ edition, dataset }: Extract): string =>
	`${edition === null ? '' : `edition of ${formatDay(edition)}, `}data version ${dataset.version}`;

/** "as of 22 October 2020"; empty for today. */
export const asOfWords = ({ asOf }: Pick<Extract, 'asOf'>): string => (asOf === null ? '' : `as of ${formatDay(asOf)}`);

/** "3 of 55 events, as of 22 October 2020. Agency: Mayor. Edition of …, data version …." */
export function viewWords(extract: Extract): string {
	const { events, total, filters } = extract;
	const count = [`${events.length} of ${total} events`, asOfWords(extract)].filter(Boolean).join(', ');
	return [count, filters, capital(editionWords(extract))]
		.filter(Boolean)
		.map((words) => `${words}.`)
		.join(' ');
}
