/**
 * Elastic time of a case with chapters: a chapter gets room for its events, and within it a day gets room for what
 * began, ended or became public on it. Piecewise linear and strictly increasing. Computed once, from all events, so
 * that no filter and no day of knowledge changes it.
 */
import { DAY, type Span } from '../domain/model/when.ts';
import { timeScaleOf, type Knots, type TimeScale } from './time-scale.ts';

export interface ChapterInput {
	/** Spans of the events, in any order. */
	readonly spans: readonly Span[];
	/** Moments at which events became public, except those public at once. */
	readonly known: readonly number[];
	/** Moments that are marked on the axis. */
	readonly markers: readonly number[];
	/** In time order without gaps; they may reach beyond the extent. */
	readonly chapters: readonly (Span & { readonly title: string })[];
	readonly extent: Span;
}

/** Exponents: room grows more slowly than the number of events. At 0.7 sixteen events get seven times that of one. */
const OF_CHAPTER = 0.7;
const OF_DAY = 0.6;
/** The share of its weight that a day adds to the day after and the day before, since labels reach there. */
const [AFTER, BEFORE] = [0.3, 0.18];
/** Events longer than this many days add less weight to the day on which they begin. */
const LONG = 12;
const WEIGHTS = { short: 1, long: 0.6, known: 0.15, marker: 0.35 };
/** Weight that the days of a chapter share evenly; with more than MANY days each gets EMPTY / MANY. */
const [EMPTY, MANY] = [1.5, 300];
/** A chapter gets at least room for its title: pixels per letter, margin, and the width of the plot assumed. */
const [LETTER, MARGIN, PLOT] = [6.6, 22, 1000];
/** All titles together get at most this share of the plot; beyond it they are cut off. */
const TITLES = 0.6;

/** Raises shares to their minimum; the others pay for it in proportion to what they have above theirs. */
function sharesOf(wanted: readonly number[], least: readonly number[]): number[] {
	let shares = [...wanted];
	// A share that pays may fall below its own minimum, so repeat at most once for each.
	for (let tries = 0; tries < wanted.length; tries++) {
		const lack = shares.reduce((sum, share, i) => sum + Math.max(0, least[i]! - share), 0);
		const free = shares.reduce((sum, share, i) => sum + Math.max(0, share - least[i]!), 0);
		if (lack < 1e-12) break;
		shares = shares.map((share, i) => (share <= least[i]! ? least[i]! : share - (lack * (share - least[i]!)) / free));
	}
	return shares;
}

/** The knots of the time scale, in O(days + events). */
export function chapterKnots({ spans, known, markers, chapters, extent }: ChapterInput): Knots {
	const days = Math.round((extent.end - extent.start) / DAY);
	const dayOf = (t: number) => Math.min(Math.max(Math.floor((t - extent.start) / DAY + 1e-6), 0), days);
	const counts = new Float64Array(days + 1);
	const isLong = ({ start, end }: Span) => end - start > LONG * DAY;
	for (const span of spans) counts[dayOf(span.start)]! += isLong(span) ? WEIGHTS.long : WEIGHTS.short;
	for (const t of known) counts[dayOf(t)]! += WEIGHTS.known;
	for (const t of markers) counts[dayOf(t)]! += WEIGHTS.marker;

	// Make the parts cover the extent from end to end, whatever the chapters are.
	const parts: { from: number; to: number; title: string }[] = [];
	for (const { end, title } of chapters) {
		const from = parts.at(-1)?.to ?? 0;
		if (dayOf(end) > from) parts.push({ from, to: dayOf(end), title });
	}
	const whole = parts.length ? parts : [{ from: 0, to: days, title: '' }];
	whole.at(-1)!.to = days;
	const wanted = whole.map(({ from, to }) => {
		const begin = spans.filter(({ start }) => dayOf(start) >= from && dayOf(start) < to).length;
		return Math.max(begin, 0.5) ** OF_CHAPTER;
	});
	const sum = wanted.reduce((a, b) => a + b, 0);
	const titles = whole.map(({ title }) => (title.length * LETTER + MARGIN) / PLOT);
	const tooWide = Math.max(1, titles.reduce((a, b) => a + b, 0) / TITLES);
	const shares = sharesOf(
		wanted.map((n) => n / sum),
		titles.map((t) => t / tooWide),
	);

	const times = [extent.start];
	const at = [0];
	let share = 0;
	for (const [i, { from, to }] of whole.entries()) {
		const empty = EMPTY / Math.min(to - from, MANY);
		const of = (day: number) => (day >= from && day < to ? counts[day]! ** OF_DAY : 0);
		const weight = (day: number) => empty + of(day) + AFTER * of(day - 1) + BEFORE * of(day + 1);
		let total = 0;
		for (let day = from; day < to; day++) total += weight(day);
		for (let day = from; day < to; day++) {
			share += (weight(day) / total) * shares[i]!;
			// Adjacent days of the same width need only one knot.
			if (day + 1 < to && weight(day + 1) === weight(day)) continue;
			times.push(extent.start + (day + 1) * DAY);
			at.push(share);
		}
	}
	times[times.length - 1] = extent.end;
	const last = at.at(-1)!;
	return { times: Float64Array.from(times), shares: Float64Array.from(at, (s) => s / last) };
}

export const chapterTime = (input: ChapterInput): TimeScale => timeScaleOf(chapterKnots(input));
