/**
 * Finds texts of the curator (lead, story, annotations) to be checked again, because they or their events have changed
 * since they were last checked. `reviewed` holds a digest of the text and one of each event that it is about.
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
	/** Ids of events changed since then; null where the text itself has changed, or was never checked. */
	readonly changed: readonly string[] | null;
	/** The value for `reviewed` once the text has been checked. */
	readonly reviewed: string;
}

/** Texts to be checked against their events: never checked, or changed since (they or an event). */
export function unread({ records, event }: Dataset): readonly Unread[] {
	const raw = new Map(records.events.flatMap((e) => [e.id, ...(e.aliases ?? [])].map((id) => [id, e] as const)));
	return texts(records).flatMap(({ field, record }): Unread[] => {
		const ids = speaksOf(record).toSorted();
		// Of an event's sources only the day counts on which they made it public.
		const now = [digest([record.text, ids]), ...ids.map((id) => digest([raw.get(id), event.get(id)?.known]))];
		const reviewed = now.join('-');
		if (record.reviewed === reviewed) return [];
		const [text, ...events] = record.reviewed?.split('-') ?? [];
		const changed = text === now[0] ? ids.filter((_, i) => events[i] !== now[i + 1]) : null;
		return [{ field, record, changed, reviewed, words: plain(phrasesOf(record.text, (id) => event.get(id)) ?? []) }];
	});
}
