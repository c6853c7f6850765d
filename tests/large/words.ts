/** Numbers and dates in words, for the page of a million. */
import { formatDay } from '../../src/domain/model/when.ts';
import type { EventTable } from '../../src/table/event-table.ts';
import { BAR } from '../../src/layout/columns.ts';
import { measure } from '../../src/view/chart/measure.svelte.ts';

const numbers = new Intl.NumberFormat('en');
/** "1,000,000" */
export const grouped = (n: number) => numbers.format(n);

/** "3 March 2011, 14:05", or from one day to another. */
export function dateWords({ columns: { start, end, shape } }: EventTable, row: number): string {
	const [from, to] = [formatDay(start[row]!), formatDay(end[row]! - 1)];
	if (!(shape[row]! & BAR)) return `${from}, ${new Date(start[row]!).toISOString().slice(11, 16)}`;
	return from === to ? from : `${from} to ${to}`;
}

/** Lane and status in words. */
export const laneAndStatus = ({ columns, status, about }: EventTable, row: number) =>
	`${about.lanes[columns.lane[row]!]!.name}, ${about.statuses[status[row]!]!.toLowerCase()}`;

/** The first use of each formatter is slow, so it happens while the events are loading. */
setTimeout(() => measure(grouped(1000) + formatDay(0), 'label'));
