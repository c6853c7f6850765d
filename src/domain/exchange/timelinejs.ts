/** The JSON of TimelineJS 3: https://timeline.knightlab.com/docs/json-format.html */
import type { Dataset, TimelineEvent } from '../model/dataset.ts';
import type { Source } from '../model/records.ts';
import { calendar, lastDay, type Edge, type When } from '../model/when.ts';
import { eventAddress, viewAddress, type Extract, type Format } from './extract.ts';
import { escapeMarkup } from './markup.ts';
import {
	addressOf,
	citedWordsWords,
	dateWords,
	publicDayWords,
	quoteWords,
	sourceWords,
	statusWords,
	summaryWords,
	unsaidStatus,
	viewWords,
} from './words.ts';

/** A TimelineJS date, only as precise as is known. Year 0 is 1 BCE. */
interface Day {
	readonly year: number;
	readonly month?: number;
	readonly day?: number;
}

function dayOf(t: number): Day {
	const [year, month, day] = calendar(t);
	return { year, month, day };
}
/** @param isEnd a season gives its last month instead of its first */
function edgeDay({ start, end, precision }: Edge, isEnd: boolean): Day {
	const [year, month, day] = calendar(precision === 'season' && isEnd ? lastDay({ start, end }) : start);
	if (precision === 'year') return { year };
	return precision === 'day' ? { year, month, day } : { year, month };
}
/** An open end is left out; where the beginning is open, the end serves as the beginning. */
function dates({ from, to }: When) {
	const isOne = from === to && from?.precision !== 'season';
	return {
		start_date: edgeDay((from ?? to)!, !from),
		...(from && to && !isOne && { end_date: edgeDay(to, true) }),
	};
}

const link = (address: string, words: string): string =>
	/^https?:/.test(address) ? `<a href="${escapeMarkup(address)}">${escapeMarkup(words)}</a>` : escapeMarkup(words);
const paragraph = (words: string): string => (words ? `<p>${escapeMarkup(words)}</p>` : '');
const quotation = (words: string): string => `<blockquote>${escapeMarkup(words)}</blockquote>`;
const listed = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

/**
 * The group is the lane of the first agency: TimelineJS allows one group per event, and a row for each agency would
 * leave no room for the slide. Events without an agency are grouped under the name of their side.
 */
const groupOf = ({ agencies: [first], side }: TimelineEvent, { agency, vocabulary }: Dataset): string =>
	first === undefined ? vocabulary.sides[side].name : agency.get(first)!.lane;

function slide(event: TimelineEvent, extract: Extract) {
	const { dataset } = extract;
	const status = unsaidStatus(event, dataset);
	const known = publicDayWords(event);
	const agencies = event.named.map((id) => dataset.agency.get(id)!.name).join('; ');
	const source = (s: Source) => link(addressOf(s) ?? '', sourceWords(s, dataset));
	return {
		unique_id: event.id,
		...dates(event.when),
		display_date: escapeMarkup(dateWords(event)),
		text: {
			headline: escapeMarkup(status ? `${status}: ${event.title}` : event.title),
			text: [
				paragraph(summaryWords(event)),
				...event.quotes.map((q) => quotation(quoteWords(q, dataset))),
				...event.words.map((w) => quotation(citedWordsWords(w, dataset))),
				paragraph(`Status: ${statusWords(event, dataset)}`),
				paragraph(known && `Public: ${known}`),
				paragraph(agencies && `Agencies: ${agencies}`),
				listed(event.sources.map(source)),
				extract.site && `<p>${link(eventAddress(extract, event.id), 'Evidence')}</p>`,
			].join(''),
		},
		group: escapeMarkup(groupOf(event, dataset)),
		autolink: false,
	};
}

/** The chapters, limited to the record's extent. */
const eras = ({ chapters, extent }: Dataset) =>
	chapters.flatMap((chapter) => {
		const [start, end] = [Math.max(chapter.start, extent.start), Math.min(chapter.end, extent.end)];
		if (start >= end) return [];
		return [
			{
				start_date: dayOf(start),
				end_date: dayOf(lastDay({ start, end })),
				text: { headline: escapeMarkup(chapter.title) },
			},
		];
	});

const LOSES =
	'Held texts, notes, disputes and corrections; every date is drawn as if it were certain, and only its words say ' +
	'“about” or “until”; an event is in the lane of one agency.';

function write(extract: Extract): string {
	const { dataset, events, site } = extract;
	const { title, deck, footer } = dataset.case;
	const about = [deck, viewWords(extract), `Not in this file: ${LOSES}`, footer].map(paragraph).join('');
	const address = site && `<p>${link(viewAddress(extract), viewAddress(extract))}</p>`;
	const timeline = {
		title: { text: { headline: escapeMarkup(title), text: about + address }, autolink: false },
		events: events.map((event) => slide(event, extract)),
		eras: eras(dataset),
	};
	return `${JSON.stringify(timeline, null, '\t')}\n`;
}

export const TIMELINEJS: Format = {
	id: 'timelinejs',
	name: 'TimelineJS',
	extension: 'timelinejs.json',
	type: 'application/json',
	holds: 'events',
	use: 'for TimelineJS, the timeline of Knight Lab',
	loses: LOSES,
	write,
};
