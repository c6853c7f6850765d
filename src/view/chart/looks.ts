/** From the bits of a shape to the classes that draw it. */
import { ABOUT_END, ABOUT_START, ALLEGED, BAR, OPEN_END, OPEN_START, WITHIN } from '../../layout/columns.ts';

const CLASSES: readonly (readonly [bit: number, name: string])[] = [
	[BAR, 'bar'],
	[WITHIN, 'within'],
	[ALLEGED, 'alleged'],
	[ABOUT_START, 'about-start'],
	[ABOUT_END, 'about-end'],
	[OPEN_START, 'open-start'],
	[OPEN_END, 'open-end'],
];

export const looks = (shape: number) => CLASSES.flatMap(([bit, name]) => (shape & bit ? [name] : []));
