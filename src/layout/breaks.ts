/** Where a year gets less room than a day elsewhere, which the axis shows by a break sign. */
import type { Span } from '../domain/model/when.ts';
import { momentOf } from './ticks.ts';
import type { TimeScale } from './time-scale.ts';

/** Whole years within a span that get less room than the widest day: their middle and their share of the axis. */
export function narrowYears({ toAxis, dayAtMost }: TimeScale, { start, end }: Span) {
	const found: { readonly year: number; readonly w: number; readonly share: number }[] = [];
	const last = new Date(end).getUTCFullYear();
	let year = new Date(start).getUTCFullYear();
	if (momentOf(year) < start) year++;
	for (; year < last; year++) {
		const [from, to] = [toAxis(momentOf(year)), toAxis(momentOf(year + 1))];
		if (to - from < dayAtMost) found.push({ year, w: (from + to) / 2, share: to - from });
	}
	return found;
}

/** The widest day and the widest year that gets less room, to explain an uneven axis; null where no year gets less. */
export function unevenness(timeScale: TimeScale, extent: Span): { readonly day: number; readonly year: number } | null {
	const years = narrowYears(timeScale, extent);
	if (years.length === 0) return null;
	const { year } = years.reduce((a, b) => (b.share > a.share ? b : a));
	return { day: timeScale.widestDay, year };
}
