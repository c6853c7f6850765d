/** Everything drawn in a chart, as boxes, to find overlaps. */
import { boxOf, labelAt } from '../../src/layout/mark-box.ts';
import { DOT } from '../../src/layout/marks.ts';
import type { Chart } from '../../src/state/chart.svelte.ts';

export interface Box {
	/** What the box belongs to: parts of one mark may overlap, such as a label on its bar. */
	readonly of: string;
	readonly what: 'mark' | 'edge cluster' | 'words' | 'note' | 'line' | 'ring' | 'outline';
	readonly y: number;
	readonly from: number;
	readonly to: number;
}

/** Everything in the rows of lanes that is in view, in pixels of the plane. */
export function painted(chart: Chart): Box[] {
	const view = { from: chart.shift, width: chart.width };
	const { delays, outlines, said, notes } = chart.overlay;
	const marks = chart.unpinned.flatMap((mark): Box[] => {
		const of = `${mark.lane}.${mark.track} ${mark.event}`;
		const box = boxOf(mark, chart, view);
		const label = labelAt(mark, box, chart, view);
		const delay = delays.get(mark.event);
		const half = Math.max(mark.count > 1 ? DOT + 3 : DOT, (box.x1 - box.x0) / 2);
		const middle = (box.x0 + box.x1) / 2;
		const at = (what: Box['what'], from: number, to: number): Box => ({ of, what, y: mark.y, from, to });
		return [
			at('mark', middle - half, middle + half),
			...(label === null ? [] : [at('words', box.left + label, box.left + label + mark.labelWidth)]),
			...(delay?.drawn.line ?? []).map(([from, to]) => at('line', from, to)),
			...(delay?.drawn.ring ? [at('ring', delay.drawn.ring - 4.5, delay.drawn.ring + 4.5)] : []),
			...(delay && delay.drawn.x !== null ? [at('words', delay.drawn.x, delay.drawn.x + delay.width)] : []),
		];
	});
	const edgeClusters = chart.pinned.map((edgeCluster): Box => {
		const { x0, x1 } = boxOf(edgeCluster, chart, view);
		return { of: `edge cluster ${edgeCluster.lane}`, what: 'edge cluster', y: edgeCluster.y, from: x0, to: x1 };
	});
	return [
		...marks,
		...edgeClusters,
		...outlines.map(({ y, from, to }, i): Box => ({ of: `outline ${i}`, what: 'outline', y, from, to })),
		...said.map(({ y, from, to }, i): Box => ({ of: `said ${i}`, what: 'words', y, from, to })),
		...notes.map(({ event, x, y, width }): Box => ({ of: `note ${event}`, what: 'note', y, from: x, to: x + width })),
	];
}
export const isWords = ({ what }: Box) => what === 'words' || what === 'note';

/** Text is lower than the lowest row, 14 px. */
export const HIGH = 12;
export const EPSILON = 0.5;

/** Overlaps of text with anything, and of marks with each other. */
export function meetings(boxes: readonly Box[]): string[] {
	const show = ({ what, of, from, to, y }: Box) =>
		`${what} of ${of} (${from.toFixed(1)}–${to.toFixed(1)}, ${y.toFixed(0)})`;
	const sorted = [...boxes].sort((a, b) => a.y - b.y);
	return sorted.flatMap((a, i) => {
		const found: string[] = [];
		for (let j = i + 1; j < sorted.length && sorted[j]!.y - a.y < HIGH; j++) {
			const b = sorted[j]!;
			if (a.from + EPSILON >= b.to || b.from + EPSILON >= a.to) continue;
			const areWords = [a, b].some(isWords);
			const areMarks = [a, b].every(({ what }) => what === 'mark' || what === 'outline');
			const isOnOwnBar = a.of === b.of && [a, b].some(({ what }) => what === 'mark');
			if ((areWords || areMarks) && !isOnOwnBar) found.push(`${show(a)} meets ${show(b)}`);
		}
		return found;
	});
}
