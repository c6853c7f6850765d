import { DAY, type Span } from '../../domain/model/when.ts';
import type { Chart } from '../../state/chart.svelte.ts';

/** @returns whether a span and nothing else is in view, to the day */
export function isAlone({ reader: { span } }: Chart, { start, end }: Span): boolean {
	return span !== null && Math.abs(span.start - start) < DAY && Math.abs(span.end - end) < DAY;
}

/** What a press on the name of a span does: shows it alone; once more shows all again. */
export function showAlone(chart: Chart, span: Span) {
	chart.reader.show(isAlone(chart, span) ? null : span);
	chart.reader.rest();
}
