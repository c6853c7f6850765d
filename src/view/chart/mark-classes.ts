/** CSS classes of marks. */
import { ABOUT_END, ABOUT_START, BAR, holds, OPEN_END, OPEN_START, WITHIN } from '../../layout/columns.ts';
import type { Scene } from '../../layout/scene.ts';
import type { Chart } from '../../state/chart.svelte.ts';
import type { Mark } from '../../layout/marks.ts';

const CLASSES: readonly (readonly [bit: number, name: string])[] = [
	[BAR, 'bar'],
	[WITHIN, 'within'],
	[ABOUT_START, 'about-start'],
	[ABOUT_END, 'about-end'],
	[OPEN_START, 'open-start'],
	[OPEN_END, 'open-end'],
];

/** `told`: in the current step; `kin`: the focused or chosen event or connected with it; `faded`: all others then. */
export type MarkLook = 'plain' | 'kin' | 'faded' | 'told';
/** @param lit rows of the focused or chosen event and of those it has threads with */
export function stateOf({ rows }: Mark, scene: Scene | null, lit: readonly number[]): MarkLook {
	if (scene) return rows.some((row) => scene.mentioned.has(row)) ? 'told' : 'faded';
	if (lit.length === 0) return 'plain';
	return lit.some((row) => holds(rows, row)) ? 'kin' : 'faded';
}

const TIERS = ['core', 'related', 'context'];

/** @param tier tier of its event @param state its relation to the focused or chosen event */
export function classes({ count, shape, lane, w1, r1 }: Mark, tier: number, state: MarkLook, chosen: boolean): string {
	const all = ['mark', state];
	for (const [bit, name] of CLASSES) if (shape & bit) all.push(name);
	all.push(count > 1 ? 'cluster' : TIERS[tier]!);
	// It is cut off, as the next item in its track begins before it ends.
	if (count === 1 && w1 < r1) all.push('cut');
	if (lane === 0) all.push('above');
	if (chosen) all.push('chosen');
	return all.join(' ');
}

/** Classes for the stacking order. In the strip, where tracks are low, dots with threads are above bars. */
export function layer({ count, shape }: Mark, state: string, chosen: boolean): string {
	if (chosen) return 'at chosen';
	if (count > 1) return 'at cluster';
	return state === 'kin' && !(shape & BAR) ? 'at joined' : 'at';
}

/** In tracks lower than this, full-size marks would touch those of the next track. */
const TIGHT = 16;
export const plotClasses = ({
	geometry,
	isStrip,
	scene,
	reader,
}: Pick<Chart, 'geometry' | 'isStrip' | 'scene' | 'reader'>) => [
	'plot',
	!reader.span && 'unzoomed',
	isStrip ? 'reading' : scene ? 'telling' : geometry.lanes.at(-1)!.pitch < TIGHT && 'tight',
];
