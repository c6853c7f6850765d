/**
 * Annotations: a few words by the curator after or below an event's label. They are placed last and give way to
 * everything else that is drawn; only the dotted lines of markers are interrupted for them.
 */
import { boxOf, labelAt, pixels, type Delay, type Transform, type Window } from './mark-box.ts';
import { HALF, middle, type Geometry } from './geometry.ts';
import type { Mark } from './marks.ts';
import type { Drawn as InTrack } from './unpublished-words.ts';
import { without, type Piece } from './pieces.ts';
import type { Item } from './placed.ts';

/** Everything that is drawn, in pixels of the plane. */
export interface Drawn {
	readonly marks: readonly Mark[];
	/** What else takes room in tracks: places of hidden events, and clusters pinned to the ends of the view. */
	readonly others: readonly Item[];
	/** Words already in tracks, beside places of events that are not shown. */
	readonly said: readonly InTrack[];
	readonly geometry: Geometry;
	readonly transform: Transform;
	readonly view: Window;
	/** End of the day of knowledge; annotations do not reach beyond it. */
	readonly end: number;
	/** x of vertical lines across all tracks: dotted ones, and solid ones. */
	readonly dotted: readonly number[];
	readonly solid: readonly number[];
	/** The line to the day on which an act became public, and the width of its words; null where none is drawn. */
	readonly delay: (mark: Mark) => { readonly drawn: Delay; readonly width: number } | null;
}
/** Words and their width in pixels. */
export interface Words {
	readonly text: string;
	readonly width: number;
}
export interface Annotation extends Words {
	/** Row of Columns. */
	readonly event: number;
	readonly x: number;
	/** Middle of the line of text. */
	readonly y: number;
}

/** Distances in pixels: before the words, and after them. */
const SPACE = 7;
export const AIR = 5;
/** In tracks lower than LOW the words move down by OFF pixels, away from the label above, if nothing is below. */
const [LOW, OFF] = [17, 2];

const meets = (x: number, width: number, [from, to]: Piece) => x - AIR < to && x + width + AIR > from;
/** The label of a mark, if it is drawn. */
function labelOf(mark: Mark, { transform, view }: Drawn): Piece | null {
	const box = boxOf(mark, transform, view);
	const at = labelAt(mark, box, transform, view);
	return at === null ? null : [box.left + at, box.left + at + mark.labelWidth];
}
/** The stretches of its track that a mark takes with all that belongs to it. */
function piecesOf(mark: Mark, drawn: Drawn): Piece[] {
	const { x0, x1 } = boxOf(mark, drawn.transform, drawn.view);
	const half = Math.max(HALF, (x1 - x0) / 2);
	const label = labelOf(mark, drawn);
	const way = drawn.delay(mark);
	return [
		[(x0 + x1) / 2 - half, (x0 + x1) / 2 + half],
		...(label ? [label] : []),
		...(way
			? [...way.drawn.line, ...(way.drawn.ring === null ? [] : [[way.drawn.ring - 5, way.drawn.ring + 5] as const])]
			: []),
		...(way?.drawn.x != null ? [[way.drawn.x, way.drawn.x + way.width] as const] : []),
	];
}

/** @param words the annotation of an event, by row of Columns; null where it has none */
export function annotations(drawn: Drawn, words: (event: number) => Words | null): Annotation[] {
	const withWords = drawn.marks.flatMap((mark) => {
		const own = mark.count === 1 ? words(mark.event) : null;
		return own ? [{ mark, ...own }] : [];
	});
	if (!withWords.length) return [];
	const { transform, view, geometry } = drawn;
	const tracks = new Map<string, Piece[]>();
	const taken = (lane: number, track: number) => {
		const key = `${lane} ${track}`;
		if (!tracks.has(key)) tracks.set(key, []);
		return tracks.get(key)!;
	};
	for (const mark of drawn.marks) taken(mark.lane, mark.track).push(...piecesOf(mark, drawn));
	for (const { lane, track, w0, w1 } of drawn.others)
		taken(lane, track).push([pixels(w0, transform) - HALF, pixels(w1, transform) + HALF]);
	for (const { lane, track, from, to } of drawn.said) taken(lane, track).push([from, to]);
	const [dotted, solid] = [drawn.dotted, drawn.solid].map((xs) => xs.map((x): Piece => [x - 1, x + 1]));

	return withWords.flatMap(({ mark, text, width }): Annotation[] => {
		const { lane, track } = mark;
		const label = labelOf(mark, drawn);
		if (!label) return [];
		const { pitch, tracks: count } = geometry.lanes[lane]!;
		const isLow = pitch < LOW;
		const after = { track, off: 0, x: Math.max(...piecesOf(mark, drawn).map(([, to]) => to)) + SPACE };
		const hasBelow = lane > 0 && mark.placement !== 'inside' && track + 1 < count && (!isLow || track + 2 === count);
		const below = [label[0], label[1] - width].map((x) => ({ track: track + 1, off: isLow ? OFF : 0, x }));
		const candidates = [after, ...(hasBelow ? below : [])];
		const isFree = (candidate: { track: number; x: number }, lines: readonly Piece[]) =>
			candidate.x >= view.from &&
			candidate.x + width <= Math.min(view.from + view.width, drawn.end - AIR) &&
			![...taken(lane, candidate.track), ...lines].some((piece) => meets(candidate.x, width, piece));
		const found =
			candidates.find((p) => isFree(p, [...solid!, ...dotted!])) ?? candidates.find((p) => isFree(p, solid!));
		if (!found) return [];
		taken(lane, found.track).push([found.x, found.x + width]);
		return [{ event: mark.event, text, width, x: found.x, y: middle(geometry.lanes[lane]!, found.track) + found.off }];
	});
}

/** Half the height of the gap that words make in a vertical line. */
export const TALL = 10;

/** The pieces that words leave of a vertical line. */
export const pastWords = (
	x: number,
	from: number,
	to: number,
	words: readonly Pick<Annotation, 'x' | 'y' | 'width'>[],
) =>
	without(
		[from, to],
		words.filter((a) => x > a.x - AIR && x < a.x + a.width + AIR).map(({ y }): Piece => [y - TALL, y + TALL]),
	);
