/** The overview below the chart, always true to scale: how many events begin in each pixel column of each lane. */
import { bisectLeft } from './bisect.ts';
import { yearOf, yearWords, type Span } from '../domain/model/when.ts';
import type { LaneRows } from './placed.ts';
import { momentOf } from './ticks.ts';

/** SVG path of one lane, with columns as high as the logarithm of their count. O(width · log n). */
export function density(
	{ starts }: Pick<LaneRows, 'starts'>,
	{ start, end }: Span,
	width: number,
	y: number,
	height: number,
	column = 3,
): string {
	const step = ((end - start) * column) / width;
	let path = '';
	let from = bisectLeft(starts, start);
	for (let i = 0; i * column < width; i++) {
		const to = bisectLeft(starts, start + (i + 1) * step, from);
		const count = to - from;
		from = to;
		if (count === 0) continue;
		const h = Math.min(height, height * (0.5 + 0.1 * Math.log2(count + 1)));
		path += `M${i * column},${(y + height).toFixed(1)}v${(-h).toFixed(1)}h${column - 0.5}v${h.toFixed(1)}z`;
	}
	return path;
}

/** Pixels that the label of a year needs, with space around it. */
const room = (words: string) => 4 + 10 * words.length;

/** Beginnings of years within a span, as many as have room: every year, or every 2nd, 5th, 10th, 20th and so on. */
export function years({ start, end }: Span, width: number): { readonly t: number; readonly label: string }[] {
	const [first, last] = [yearOf(start) + 1, yearOf(end)];
	const need = Math.max(room(yearWords(first)), room(yearWords(last)));
	const least = ((last - first + 1) * need) / Math.max(width, 1);
	const decade = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
	const every = [1, 2, 5, 10].map((n) => n * decade).find((n) => n >= least)!;
	const x = (t: number) => ((t - start) / (end - start)) * width;
	return Array.from({ length: last - first + 1 }, (_, i) => first + i)
		.filter((year) => year % every === 0)
		.map((year) => ({ t: momentOf(year), label: yearWords(year) }))
		.filter(({ t, label }) => x(t) < width - room(label) + 12);
}
