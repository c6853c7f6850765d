/** From what a mark is to the classes that draw it. */
import { ABOUT_END, ABOUT_START, ALLEGED, BAR, OPEN_END, OPEN_START, WITHIN } from '../../layout/columns.ts';
import type { Mark } from '../../layout/marks.ts';

const CLASSES: readonly (readonly [bit: number, name: string])[] = [
	[BAR, 'bar'],
	[WITHIN, 'within'],
	[ALLEGED, 'alleged'],
	[ABOUT_START, 'about-start'],
	[ABOUT_END, 'about-end'],
	[OPEN_START, 'open-start'],
	[OPEN_END, 'open-end'],
];

/** @param state how it stands to the event looked at or chosen */
export function classes({ count, shape, lane, ties, w1, r1 }: Mark, state: string, chosen: boolean): string {
	const all = ['mark', state];
	for (const [bit, name] of CLASSES) if (shape & bit) all.push(name);
	if (count > 1) all.push('cluster');
	// Its row is taken before it ends.
	else if (w1 < r1) all.push('cut');
	if (lane === 0) all.push('above');
	if (ties.length) all.push('tied');
	if (chosen) all.push('chosen');
	return all.join(' ');
}
