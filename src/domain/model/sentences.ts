/** Sentences of ours about an event, and what each rests on. */
import type { SentenceRecord } from './records.ts';

interface Told {
	readonly summary: string | readonly SentenceRecord[];
}

/** A draft's text is one sentence without a ground. */
export const sentencesOf = ({ summary }: Told): readonly SentenceRecord[] =>
	typeof summary === 'string' ? [{ says: summary }] : summary;

/** The summary as one text. */
export const summaryText = (event: Told): string =>
	sentencesOf(event)
		.map(({ says }) => says)
		.join(' ');
