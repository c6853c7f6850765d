/** Outlines in the places of hidden events: those begun but not yet public, and those filtered out. */
import { pixels, type Transform } from './mark-box.ts';
import { middle, type Geometry } from './geometry.ts';
import type { Drawn } from './unpublished-words.ts';
import { DOT } from './marks.ts';
import type { Item } from './placed.ts';

/** In pixels of the plane. */
export interface Outline extends Drawn {
	/** How many events it holds. */
	readonly count: number;
	/** y of its middle. */
	readonly y: number;
}

type Heights = Pick<Geometry, 'half' | 'lanes'>;

/** Half the height of an outline, small enough that outlines in adjacent tracks do not touch. */
export const outlineHalf = ({ half, lanes }: Heights) => Math.min(DOT, half - 1, lanes.at(-1)!.pitch / 2 - 1);

export function outlineOf({ lane, track, count, w0, w1 }: Item, transform: Transform, geometry: Heights): Outline {
	const [x0, x1] = [pixels(w0, transform), pixels(w1, transform)];
	const half = Math.max((x1 - x0) / 2, outlineHalf(geometry));
	const centre = (x0 + x1) / 2;
	return { lane, track, count, from: centre - half, to: centre + half, y: middle(geometry.lanes[lane]!, track) };
}
