/** Sentences of ours about an event, and what each rests on. */
import type { SentenceRecord } from './records.ts';

interface WithSummary {
	readonly summary: string | readonly SentenceRecord[];
}

/** A draft's text is one sentence without a ground. */
export const sentencesOf = ({ summary }: WithSummary): readonly SentenceRecord[] =>
	typeof summary === 'string' ? [{ says: summary }] : summary;

/** The summary as one text. */
export const summaryText = (event: WithSummary): string =>
	sentencesOf(event)
		.map(({ says }) => says)
		.join(' ');
