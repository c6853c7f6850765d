/**
 * Text written by the curator: the lead, the story and the annotations. Dates, delays and counts in it are
 * placeholders, such as `{known:some-event}`, and are computed from the events, so that a corrected date never leaves
 * a sentence false.
 */
import type { TimelineEvent } from './dataset.ts';
import { delay } from './known.ts';
import type { CaseRecord } from './records.ts';
import { DAY, formatDay, whenWords } from './when.ts';

/** A text with placeholders. */
export interface NarrativeRecord {
	readonly text: string;
	/** Ids of events that the text is about, in addition to those in its placeholders. */
	readonly basis: readonly string[];
	/** Digests of the text and of these events when a curator last checked one against the other. */
	readonly reviewed?: string;
}

/** A few words beside an event in the chart. */
export interface AnnotationRecord extends NarrativeRecord {
	/** Id of the event. */
	readonly at: string;
}

export interface StepRecord extends NarrativeRecord {
	readonly id: string;
	readonly title: string;
	/** What the step shows, in the form of URL parameters: an event, days (`t`), a day of knowledge (`asof`). */
	readonly event?: string;
	readonly t?: string;
	readonly asof?: string;
}

/** The fields of an event that placeholders can use. */
export type DatedEvent = Pick<TimelineEvent, 'when' | 'coverage' | 'known'>;

/** A part of a text: literal, or the value of a placeholder. */
export interface Phrase {
	readonly text: string;
	/** Name of the placeholder that it replaces. */
	readonly value?: Placeholder;
}

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
const numberWord = (n: number) => NUMBERS[n] ?? String(n);
const count = (n: number, unit: string) => (n === 1 ? `a ${unit}` : `${n} ${unit}s`);
/** The value that all share; null where they differ. */
const agreed = (words: readonly (string | null)[]) => (words.every((w) => w === words[0]) ? (words[0] ?? null) : null);

/** "about a year", "about six weeks": rounded, in the unit that suits the length. */
function roughly(days: number): string {
	const months = days / 30.44;
	if (days < 21) return `about ${count(Math.max(1, Math.round(days)), 'day')}`;
	if (months < 1.75) return days < 25 ? 'about three weeks' : days < 38 ? 'about a month' : 'about six weeks';
	if (months < 9.5) return `about ${numberWord(Math.round(months))} months`;
	if (months < 15) return 'about a year';
	if (months < 21) return 'about a year and a half';
	return `about ${numberWord(Math.round(months / 12))} years`;
}

const isOneDay = ({ when }: DatedEvent) => when.end - when.start === DAY;

function gap(events: readonly DatedEvent[]): string | null {
	const [first, second, ...more] = events;
	if (!first || more.length) return null;
	if (second) {
		if (!isOneDay(first) || !isOneDay(second) || second.when.start <= first.when.start) return null;
		return count((second.when.start - first.when.start) / DAY, 'day');
	}
	const { min, max } = delay(first, first.when, first.known);
	if (min === 0) return null;
	return min === max ? count(max, 'day') : `${min} to ${max} days`;
}

function about(events: readonly DatedEvent[]): string | null {
	const delays = events.map((e) => delay(e, e.when, e.known));
	if (delays.some(({ min }) => min === 0)) return null;
	return agreed(delays.flatMap(({ min, max }) => [roughly(min), roughly(max)]));
}

/** Name of a placeholder → its text for the events that it names, or null where they have no such text. */
const VALUES = {
	/** The date; several events must share it. */
	day: (events) => agreed(events.map((e) => whenWords(e.when, e.coverage).date)),
	/** The day on which it became public; several events must share it. */
	known: (events) => agreed(events.map((e) => (Number.isFinite(e.known) ? formatDay(e.known) : null))),
	/** One event: how long until it became public. Two: how long from the first to the second. */
	gap,
	/** How long until any number of events became public, in one rounded phrase that is true of each. */
	about,
	/** How many events the placeholder names. */
	count: (events) => (events.length && events.length < NUMBERS.length ? numberWord(events.length) : null),
} satisfies Record<string, (events: readonly DatedEvent[]) => string | null>;
export type Placeholder = keyof typeof VALUES;
export const PLACEHOLDERS = Object.keys(VALUES) as Placeholder[];
const isPlaceholder = (name: string): name is Placeholder => Object.hasOwn(VALUES, name);

/** A placeholder: its literal text, its name and the ids of its events. */
export interface Asked {
	readonly text: string;
	readonly name: string;
	readonly ids: readonly string[];
}
const PLACEHOLDER = /\{([^{}]*)\}/;

/** Splits a text into literal parts and placeholders. */
export const pieces = (text: string): readonly (string | Asked)[] =>
	text
		.split(PLACEHOLDER)
		.map((part, i) => {
			if (i % 2 === 0) return part;
			const [name = '', list = ''] = part.split(':', 2);
			return { text: `{${part}}`, name, ids: list.split(',').map((id) => id.trim()) };
		})
		.filter((part) => part !== '');

/** @returns the text, or null where the placeholder or an event does not exist or these events give no text */
export function valueOf({ name, ids }: Asked, event: (id: string) => DatedEvent | undefined): string | null {
	const events = ids.map(event);
	if (!isPlaceholder(name) || events.includes(undefined)) return null;
	return VALUES[name](events as DatedEvent[]);
}

/** Ids of all events that a text is about: those of `basis`, those in placeholders, and the one it is shown with. */
export const speaksOf = ({ text, basis, event, at }: NarrativeRecord & { event?: string; at?: string }) => [
	...new Set([
		...basis,
		...pieces(text).flatMap((piece) => (typeof piece === 'string' ? [] : piece.ids)),
		...[event, at].filter((id) => id !== undefined),
	]),
];

/** A case without the texts that speak of other events. @param isIn asked for ids, current and former */
export function narrowedTo(theCase: CaseRecord, isIn: (id: string) => boolean): CaseRecord {
	const { lead, story, annotations, ...rest } = theCase;
	const isKept = (text: NarrativeRecord) => speaksOf(text).every(isIn);
	return {
		...rest,
		...(lead && isKept(lead) && { lead }),
		...(story && { story: story.filter(isKept) }),
		...(annotations && { annotations: annotations.filter(isKept) }),
	};
}

/** @returns null where a placeholder has no value. The check refuses such a text; incomplete text is never shown. */
export function phrasesOf(text: string, event: (id: string) => DatedEvent | undefined): readonly Phrase[] | null {
	const phrases = pieces(text).map((piece) =>
		typeof piece === 'string' ? { text: piece } : { text: valueOf(piece, event), value: piece.name as Placeholder },
	);
	return phrases.every((phrase): phrase is Phrase => phrase.text !== null) ? phrases : null;
}

export const plain = (phrases: readonly Phrase[]) => phrases.map((phrase) => phrase.text).join('');
