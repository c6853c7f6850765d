/** Numbers and dates in words, for the page of a million. */
import { formatDay } from '../../src/domain/model/when.ts';
import type { Archive } from '../../src/table/event-table.ts';
import { BAR } from '../../src/layout/columns.ts';
import { measure } from '../../src/view/chart/measure.svelte.ts';

const numbers = new Intl.NumberFormat('en');
/** "1,000,000" */
export const grouped = (n: number) => numbers.format(n);

/** "3 March 2011, 14:05", or from one day to another. */
export function dateWords({ columns: { start, end, shape } }: Archive, row: number): string {
	const [from, to] = [formatDay(start[row]!), formatDay(end[row]! - 1)];
	if (!(shape[row]! & BAR)) return `${from}, ${new Date(start[row]!).toISOString().slice(11, 16)}`;
	return from === to ? from : `${from} to ${to}`;
}

/** Lane and status in words. */
export const laneAndStatus = ({ columns, status, about }: Archive, row: number) =>
	`${about.lanes[columns.lane[row]!]!.name}, ${about.statuses[status[row]!]!.toLowerCase()}`;

/** The first number, date and width cost as much as all others: they are had while the events are still on their way. */
setTimeout(() => measure(grouped(1000) + formatDay(0), 'label'));
