/**
 * What the case tells in sentences, and whether the events it speaks of are still as they were when somebody read it
 * beside them. `reviewed` has a digest of the text and one of each of those events.
 */
import type { Dataset } from '../../src/domain/model/dataset.ts';
import { plain, speaksOf, phrasesOf, type NarrativeRecord } from '../../src/domain/model/narrative.ts';
import type { Records } from '../../src/domain/model/records.ts';
import { sha256 } from './evidence.ts';

/** Characters of each digest. */
const LENGTH = 6;
const digest = (value: unknown) => sha256(JSON.stringify(value)).slice(0, LENGTH);

export interface Text {
	/** "lead", "story.the-id", "annotations.the-event" */
	readonly field: string;
	readonly record: NarrativeRecord;
}
export const texts = ({ case: { lead, story = [], annotations = [] } }: Pick<Records, 'case'>): readonly Text[] => [
	...(lead ? [{ field: 'lead', record: lead }] : []),
	...story.map((record) => ({ field: `story.${record.id}`, record })),
	...annotations.map((record) => ({ field: `annotations.${record.at}`, record })),
];

export interface Unread extends Text {
	/** The text with its placeholders filled in. */
	readonly words: string;
	/** Ids of the events that changed since; null where the text itself did, or nobody has read it yet. */
	readonly changed: readonly string[] | null;
	/** What `reviewed` is once it has been read. */
	readonly reviewed: string;
}

/** Texts to be read beside their events: those that have not been, and those of which one has changed since. */
export function unread({ records, event }: Dataset): readonly Unread[] {
	const raw = new Map(records.events.flatMap((e) => [e.id, ...(e.aliases ?? [])].map((id) => [id, e] as const)));
	return texts(records).flatMap(({ field, record }): Unread[] => {
		const ids = speaksOf(record).toSorted();
		// Of a source only the day counts on which it made an event public.
		const now = [digest([record.text, ids]), ...ids.map((id) => digest([raw.get(id), event.get(id)?.known]))];
		const reviewed = now.join('-');
		if (record.reviewed === reviewed) return [];
		const [text, ...events] = record.reviewed?.split('-') ?? [];
		const changed = text === now[0] ? ids.filter((_, i) => events[i] !== now[i + 1]) : null;
		return [{ field, record, changed, reviewed, words: plain(phrasesOf(record.text, (id) => event.get(id)) ?? []) }];
	});
}
