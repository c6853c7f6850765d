import { DAY, type Span } from '../../domain/model/when.ts';
import type { Chart } from '../../state/chart.svelte.ts';

/** @returns whether exactly a span is in view, to the day */
export function isAlone({ reader: { span } }: Chart, { start, end }: Span): boolean {
	return span !== null && Math.abs(span.start - start) < DAY && Math.abs(span.end - end) < DAY;
}

/** Toggles between showing only a span and showing everything. */
export function showAlone(chart: Chart, span: Span) {
	chart.reader.show(isAlone(chart, span) ? null : span);
	chart.reader.rest();
}
