/** Text widths as measured by the browser. */
import { attributes, type Typeset } from './typeset.ts';

let context: CanvasRenderingContext2D | null = null;
export const typeset: Typeset = (text, style) => {
	context ??= document.createElement('canvas').getContext('2d')!;
	context.font = `${style.weight} ${style.size}px ${attributes(style)['font-family']}`;
	return context.measureText(text).width;
};
