/** Text widths as in a browser, for the prerendered picture of the chart. */
import type { Measure } from '../../src/prerender.ts';
import { sans, serif } from '../../src/view/picture/typeset.ts';
import { typeset } from './typefaces.ts';

/** The chart's typefaces, as in src/view/chart/measure.svelte.ts: weight and size in pixels. */
const FONTS = {
	label: sans(500, 12),
	core: sans(600, 12.5),
	day: sans(500, 12),
	month: sans(600, 12.5),
	year: sans(700, 12.5),
	told: sans(700, 16),
	// Browsers slant the upright font, which keeps its widths.
	note: serif(400, 15),
} as const;

export const measure: Measure = (text, font) => Math.ceil(typeset(text, FONTS[font]));
