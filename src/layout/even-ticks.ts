/** Evenly spaced ticks for a small axis: every nth day, month or year, as many as their labels have room for. */
import { utcDay, utcMonth, utcYear, type TimeInterval } from 'd3';
import { yearWords, type Span } from '../domain/model/when.ts';
import { MONTHS } from './ticks.ts';

export interface EvenTick {
	readonly t: number;
	readonly x: number;
	readonly label: string;
}

const every = (unit: typeof utcDay, ...steps: readonly number[]) => steps.map((step) => unit.every(step)!);
const INTERVALS: readonly { readonly unit: 'day' | 'month' | 'year'; readonly all: readonly TimeInterval[] }[] = [
	{ unit: 'day', all: every(utcDay, 1) },
	{ unit: 'month', all: every(utcMonth, 1, 3, 6) },
	{ unit: 'year', all: every(utcYear, 1, 2, 5, 10, 20, 50, 100, 500, 1000) },
];

/** The full date on the first tick; on others what differs from the tick before. */
function labelOf(date: Date, unit: 'day' | 'month' | 'year', isFirst: boolean): string {
	const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
	const named = MONTHS[month]!;
	if (unit === 'year' || (!isFirst && month === 0 && day === 1)) return yearWords(year);
	if (isFirst) return `${unit === 'day' ? `${day} ` : ''}${named} ${yearWords(year)}`;
	return unit === 'month' || day === 1 ? named : String(day);
}

/** @param xOf x of a moment @param measure width of a label @param air space between a label and the next tick */
export function evenTicks(
	{ start, end }: Span,
	xOf: (t: number) => number,
	measure: (label: string) => number,
	air: number,
): readonly EvenTick[] {
	for (const { unit, all } of INTERVALS) {
		for (const interval of all) {
			const dates = interval.range(new Date(start), new Date(end));
			// So many cannot fit, so do not measure them.
			if (dates.length > 60) continue;
			const ticks = dates.map((date, i) => ({ t: +date, x: xOf(+date), label: labelOf(date, unit, i === 0) }));
			if (ticks.length && ticks.every(({ x, label }, i) => x + measure(label) + air <= (ticks[i + 1]?.x ?? Infinity)))
				return ticks;
		}
	}
	return [];
}
