/** Wording shared by all formats for events, quotes, sources and the view. */
import type { Dataset, Quote, TimelineEvent, WordsCited } from '../model/dataset.ts';
import { citedWords, NOT_HELD, sourceDate, whose } from '../model/cite.ts';
import { delayWords } from '../model/known.ts';
import type { Source } from '../model/records.ts';
import { BASES } from '../model/vocabulary.ts';
import { formatDay, formatWhen, readWhen } from '../model/when.ts';
import type { Extract } from './extract.ts';

/** Capitalises the first letter, as at the beginning of a sentence. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The kind of the event's current status, as the case defines it. */
export const statusOf = ({ currentStatus }: TimelineEvent, { vocabulary }: Dataset) =>
	vocabulary.statuses.get(currentStatus.kind)!;

/** Name of the status if it marks an allegation that the title does not itself call one, else ''. */
export function unsaidStatus(event: TimelineEvent, dataset: Dataset): string {
	const { name, alleged } = statusOf(event, dataset);
	return alleged && !event.title.toLowerCase().includes(name.toLowerCase()) ? name : '';
}

/** "Emails are sent [Alleged]": so that the title, read alone, never claims more than the record does. */
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

export const dateWords = ({ when, coverage }: TimelineEvent): string => formatWhen(when, coverage);

/** "4 May 2021, 379 days later"; empty where it is not known when the event became public. */
export const publicDayWords = (event: TimelineEvent): string =>
	Number.isFinite(event.known) ? `${formatDay(event.known)}, ${delayWords(event, event.when, event.known)}` : '';

/** The summary, with the curator's own inferences marked as such. */
export const summaryWords = ({ summary }: TimelineEvent): string =>
	summary.map(({ says, basis }) => (basis === 'inference' ? `${says} (${BASES.inference})` : says)).join(' ');

/** “Minutes of the council”, Harbour Council, 5 March 2021 */
export const sourceName = (source: Source): string => `“${source.title}”, ${source.publisher}, ${sourceDate(source)}`;

/** The source with what readers must know: that it is a copy, derives from another source, or needs caution. */
export const sourceWords = (source: Source, dataset: Dataset): string =>
	`${source.title}, ${source.publisher}, ${citedWords(source, originOf(source, dataset))}`;

/** Publisher of the source that a source derives from. */
export const originOf = ({ origin }: Source, { source }: Dataset): string | undefined =>
	source.get(origin ?? '')?.publisher;

/** Address at which a source can be read, if it has any. */
export const addressOf = ({ url, officialUrl, archiveUrl }: Source): string | undefined =>
	url ?? officialUrl ?? archiveUrl;

/** “Words” (speaker, source). */
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
