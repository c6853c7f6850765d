/** Entries of the case, chosen by their properties so that no test knows an id. A missing one fails with its reason. */
import type { EventRecord } from '../../src/domain/model/records.ts';
import { needed } from '../needed.ts';
import {
	agencies,
	daysOf,
	disputes,
	event,
	events,
	firstDay,
	KINDS,
	names,
	plusDays,
	publicDay,
	quoted,
	quotes,
	readableDay,
	theCase,
} from './facts.ts';
import { summaryText } from '../../src/domain/model/sentences.ts';

const most = <T>(list: readonly T[], measure: (entry: T) => number) =>
	list.toSorted((a, b) => measure(b) - measure(a)).find((entry) => measure(entry) > 0);

export const followersOf = (e: EventRecord) => events.filter((other) => other.follows.includes(e.id));
const isDisputed = (e: EventRecord) => disputes.some((d) => d.events.includes(e.id));
const inLane = (lane: string) => agencies.filter((a) => a.lane === lane);
const hasOwnLane = ({ lane }: { lane: string }) => inLane(lane).length === 1;
export const eventsOf = (agency: string) => events.filter((e) => names(e, agency));

/** Agencies that share a lane, and so are behind "… others". */
export const sharingALane = agencies.filter((a) => !hasOwnLane(a));
export const agencyThatSharesALane = needed(
	'an agency that shares its lane and has events',
	most(sharingALane, (a) => eventsOf(a.id).length),
);
export const agencyWithMostEvents = needed(
	'an agency with events and a lane of its own',
	most(agencies.filter(hasOwnLane), (a) => eventsOf(a.id).length),
);
const byMost = eventsOf(agencyWithMostEvents.id);
/** The agency whose events overlap least with those of the agency with most events. */
export const agencyApart = needed(
	'a second agency with a lane of its own that acts by itself',
	most(
		agencies.filter((a) => hasOwnLane(a) && a !== agencyWithMostEvents),
		(a) => eventsOf(a.id).filter((e) => !byMost.includes(e)).length,
	),
);
const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];
export const kindOfMost = (list: readonly EventRecord[]) =>
	needed(
		'a kind of several events, and not of all',
		most(kinds, (k) => {
			const { length } = list.filter((e) => e.kind === k);
			return length < list.length ? length : 0;
		}),
	);
/** A kind that some, but not all, events of the agency with most events have. */
export const kindOfAgency = kindOfMost(byMost);
export const agencyAndKindOfNothing = needed(
	'an agency and a kind that no event has together',
	agencies
		.flatMap(({ id: agency }) => kinds.map((kind) => ({ agency, kind })))
		.find(({ agency, kind }) => !events.some((e) => names(e, agency) && e.kind === kind)),
);

const isShared = (exact: string) => quotes.filter((q) => q.exact.includes(exact) || exact.includes(q.exact)).length > 1;
const hasOwnWords = (e: EventRecord) => e.quotes.length > 0 && !e.quotes.some((q) => isShared(q.exact));
export const eventWithEverything = needed(
	'an event with three quotes, references, remarks, notes, a dispute, and events before and after it',
	events.find(
		(e) =>
			[e.quotes.length > 2, e.agencies.length, e.references.length, e.later.length, e.notes?.length].every(Boolean) &&
			[isDisputed(e), e.follows.length, followersOf(e).length].every(Boolean),
	),
);
export const quotedEvent = needed(
	'an event with three quotes that no other event has, followed by one that has quotes',
	events.find(
		(e) =>
			e !== eventWithEverything &&
			e.quotes.length > 2 &&
			hasOwnWords(e) &&
			followersOf(e).some((other) => other.quotes.length),
	),
);
export const followerWithQuotes = needed(
	'an event with quotes that follows the quoted one',
	followersOf(quotedEvent).find((e) => e.quotes.length),
);
export const lastQuotedEvent = needed(
	'a later event with quotes of its own',
	events.findLast((e) => e !== quotedEvent && hasOwnWords(e)),
);
export const unquotedEvent = needed(
	'an event without quotes, in a dispute, that the agency with most events has no part in',
	events.find((e) => !e.quotes.length && isDisputed(e) && !byMost.includes(e)),
);
export const eventAfterMost = needed(
	'an event that follows several',
	most(events, (e) => e.follows.length),
);
/** Events that quote the same passage. */
export const eventsWithSharedQuote = needed(
	'a quote that several events have',
	most(
		quotes.map(({ exact }) => ({ exact, events: events.filter((e) => e.quotes.some((q) => q.exact === exact)) })),
		(shared) => (shared.events.length > 1 ? shared.events.length : 0),
	),
);
export const disputeWithMostAccounts = needed(
	'a dispute',
	most(disputes, (d) => d.accounts.length),
);
export const agencyWithoutPartIn = (id: string) =>
	needed(
		`an agency with a lane of its own and events that has no part in ${id}`,
		most(
			agencies.filter((a) => hasOwnLane(a) && !names(event(id), a.id)),
			(a) => eventsOf(a.id).length,
		),
	);

/** An event that was public before any quoted text could be read. */
export const eventBeforeItsQuotes = needed(
	'an act with quotes that was public before the text they stand in',
	events.find((e) => e.agencies.length && e.quotes.length && quoted.every((s) => readableDay(s) > publicDay(e))),
);
export const dayBeforeQuotes = publicDay(eventBeforeItsQuotes);
export const eventOfLater = needed(
	'an event that became public later',
	events.findLast((e) => !e.publicOn && e.quotes.length && publicDay(e) > dayBeforeQuotes),
);
/** An event that happened earlier than another one, but became public later. */
export const overtaken = needed(
	'an event that became public after what happened later',
	events
		.flatMap((earlier) => events.map((later) => ({ earlier, later })))
		.find(
			({ earlier, later }) => firstDay(earlier.when) < firstDay(later.when) && publicDay(earlier) > publicDay(later),
		),
);

const beginningOn = (day: string) => events.filter((e) => firstDay(e.when) === day).length;
const days = [...new Set(events.map((e) => firstDay(e.when)))];
const crowdedDay = needed('a day', most(days, beginningOn));
const HALF_A_YEAR = 180;
const secondCrowdedDay = needed(
	'a second crowded day, half a year from the first',
	most(
		days.filter((d) => Math.abs(Date.parse(d) - Date.parse(crowdedDay)) > HALF_A_YEAR * 86_400_000),
		beginningOn,
	),
);
const range = (day: string) => (before: number, after: number) => `${plusDays(day, -before)}..${plusDays(day, after)}`;
/** Days around the most crowded one, in the form of an address. */
export const around = range(crowdedDay);
export const aroundTheSecond = range(secondCrowdedDay);
export const FIRST = firstDay(theCase.extent);
export const LAST = daysOf(theCase.chapters.at(-1)!)[1];

const wordsIn = (text: string) => [...new Set(text.match(/[A-Za-z]{6,}/g))];
/** The words of an event that a search finds. */
export const says = (e: EventRecord) => `${e.title} ${summaryText(e)}`;
const inAgencies = agencies.map((a) => `${a.name} ${a.short}`.toLowerCase());
/** Not a word of an agency's name, because the record marks no hits there. */
export const commonWord = needed(
	'a word that several events say, and not all',
	most(
		wordsIn(events.map(says).join(' ').toLowerCase()).filter((word) => !inAgencies.some((a) => a.includes(word))),
		(word) => {
			const { length } = events.filter((e) => new RegExp(`\\b${word}\\b`, 'i').test(says(e)));
			return length < events.length / 2 ? length : 0;
		},
	),
);
/** A word that is in the first text and in none of the others. */
export const wordOnlyIn = (what: string, texts: readonly string[], others: readonly string[]) =>
	needed(
		`a word that stands in ${what} and nowhere else`,
		texts.flatMap(wordsIn).find((word) => !others.some((other) => other.toLowerCase().includes(word.toLowerCase()))),
	);
