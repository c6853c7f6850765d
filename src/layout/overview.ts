/** The strip below the chart, always true to scale: how many events begin in each pixel column of each lane. */
import { bisectLeft } from './bisect.ts';
import type { Span } from '../domain/model/when.ts';
import type { LaneRows } from './placed.ts';

/** One SVG path a lane: a column is as high as the logarithm of its count. O(width · log n). */
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
