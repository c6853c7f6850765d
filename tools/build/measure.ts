/** Widths of words as a browser would draw them, for the picture of the chart that is made at build. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import type { Measure } from '../../src/prerender.ts';

/** The chart's typefaces, as in src/view/chart/measure.svelte.ts: weight and size in pixels. */
const FONTS = {
	label: [500, 12],
	core: [600, 12.5],
	day: [500, 12],
	month: [600, 12.5],
	year: [700, 12.5],
	told: [700, 16],
	note: ['serif', 15],
} as const;
const { resolve } = createRequire(import.meta.url);
const open = (file: string) => fontkit.create(readFileSync(resolve(file))) as fontkit.Font;
const sans = (weight: number) => open(`@fontsource/public-sans/files/public-sans-latin-${weight}-normal.woff`);
const faces = new Map<number | 'serif', fontkit.Font>([
	...[500, 600, 700].map((weight) => [weight, sans(weight)] as const),
	// A browser slants the upright letters, which keep their widths; 400 is the weight in which the file begins.
	['serif', open('@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2')],
]);

export const measure: Measure = (text, font) => {
	const [weight, size] = FONTS[font];
	const face = faces.get(weight)!;
	return Math.ceil((face.layout(text).advanceWidth * size) / face.unitsPerEm);
};
