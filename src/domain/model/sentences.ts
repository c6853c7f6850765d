/** The curator's sentences about an event, each with its ground. */
import type { SentenceRecord } from './records.ts';

interface WithSummary {
	readonly summary: string | readonly SentenceRecord[];
}

/** The summary as a list; the plain text of a draft becomes one sentence without a ground. */
export const sentencesOf = ({ summary }: WithSummary): readonly SentenceRecord[] =>
	typeof summary === 'string' ? [{ says: summary }] : summary;

/** The summary as one text. */
export const summaryText = (event: WithSummary): string =>
	sentencesOf(event)
		.map(({ says }) => says)
		.join(' ');
