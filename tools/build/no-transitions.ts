/** The Vite plugin that leaves out d3-transition, which d3-zoom imports: no zoom is animated here, and it is a tenth of the script. */
import type { Plugin } from 'vite';

/** Replacements for what d3-zoom imports: it interrupts transitions before it zooms, and here there are none. */
const STAND_INS: Readonly<Record<string, string>> = {
	'd3-transition': `
		import { selection } from 'd3-selection';
		selection.prototype.interrupt = function () { return this; };
		export const interrupt = () => undefined;
	`,
	'd3-interpolate': 'export const interpolateZoom = undefined;',
};
const id = (name: string) => `\0no-transitions:${name}`;

export const noTransitions = (): Plugin => ({
	name: 'evidence-timeline:no-transitions',
	enforce: 'pre',
	resolveId: (name, importer = '') =>
		name === 'd3-transition' || (name === 'd3-interpolate' && importer.includes('d3-zoom')) ? id(name) : undefined,
	load: (asked) => Object.entries(STAND_INS).find(([name]) => asked === id(name))?.[1],
});
