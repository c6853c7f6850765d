import { DAY, type Span } from '../../domain/model/when.ts';
import type { Chart } from '../../state/chart.svelte.ts';

/** @returns whether a span and nothing else is in view, to the day */
export function isAlone({ reader, data }: Chart, { start, end }: Span): boolean {
	const shown = reader.span ?? data.extent;
	return reader.span !== null && Math.abs(shown.start - start) < DAY && Math.abs(shown.end - end) < DAY;
}

/** What a press on the name of a span does: shows it alone; once more shows all again. */
export function showAlone(chart: Chart, span: Span) {
	chart.reader.show(isAlone(chart, span) ? null : span);
	chart.reader.rest();
}
