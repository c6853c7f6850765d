/** Corrections and editions as an Atom feed: RFC 4287. */
import { changeDate, isCorrection } from '../model/changes.ts';
import type { Dataset } from '../model/dataset.ts';
import type { ChangeRecord } from '../model/records.ts';
import { isoDay, lastDay, readWhen } from '../model/when.ts';
import { editionDay } from './extract.ts';
import { tagOf } from './identifiers.ts';
import { escapeMarkup } from './markup.ts';
import { CORRECTIONS_FEED } from './record-paths.ts';

const moment = (t: number): string => `${isoDay(t)}T00:00:00Z`;
const dayOf = ({ date }: ChangeRecord): number => lastDay(readWhen(date));
const element = (name: string, text: string): string => `<${name}>${escapeMarkup(text)}</${name}>`;
const link = (rel: string, address: string): string => `<link rel="${rel}" href="${escapeMarkup(address)}"/>`;

type Changed = Pick<Dataset, 'case' | 'changes' | 'event'>;

/** "Correction: Minutes are published"; a retired event is named by its id. */
function titleOf(change: ChangeRecord, { event }: Changed): string {
	if (!isCorrection(change)) return `Edition of ${changeDate(change)}`;
	return `Correction: ${change.events.map((id) => event.get(id)?.title ?? id).join('; ')}`;
}

function entry(change: ChangeRecord, dataset: Changed, site: string): string {
	// Changes of one day are numbered in file order: new ones are added last, so ids of older entries stay the same.
	const number = dataset.changes.filter((c) => c.date === change.date).indexOf(change) + 1;
	const ids = new Set(change.events.flatMap((id) => dataset.event.get(id)?.id ?? []));
	const [only, ...more] = ids;
	const page = only === undefined || more.length ? site : `${site}events/${only}/`;
	return [
		'<entry>',
		element('id', tagOf(dataset, site, `corrections/${change.date.replaceAll('/', '..')}/${number}`)),
		element('title', titleOf(change, dataset)),
		element('updated', moment(dayOf(change))),
		...(site ? [link('alternate', page)] : []),
		element('content', `${change.what} Why: ${change.why}`),
		'</entry>',
	].join('\n');
}

/**
 * The feed, newest entry first.
 * @param site as in `Extract`; where it is not known the feed has no links
 */
export function correctionsFeed(dataset: Changed, site: string): string {
	const { title } = dataset.case;
	const changes = dataset.changes.toReversed().sort((a, b) => dayOf(b) - dayOf(a));
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		'<feed xmlns="http://www.w3.org/2005/Atom">',
		element('id', tagOf(dataset, site, 'corrections')),
		element('title', `${title}: corrections and editions`),
		element('updated', moment(editionDay(dataset) ?? 0)),
		`<author>${element('name', title)}</author>`,
		...(site ? [link('self', `${site}${CORRECTIONS_FEED}`), link('alternate', site)] : []),
		...changes.map((change) => entry(change, dataset, site)),
		'</feed>',
		'',
	].join('\n');
}
