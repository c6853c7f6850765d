/** Words in a picture: their typefaces and widths, and how a sentence becomes lines. */

export interface TextStyle {
	readonly family: 'serif' | 'sans';
	readonly weight: 400 | 500 | 600 | 700;
	/** In units of the picture. */
	readonly size: number;
}
export const sans = (weight: TextStyle['weight'], size: number): TextStyle => ({ family: 'sans', weight, size });
export const serif = (weight: TextStyle['weight'], size: number): TextStyle => ({ family: 'serif', weight, size });
/** Width of a text in units of the picture: by the browser, or by the build. */
export type Typeset = (text: string, style: TextStyle) => number;

const FAMILIES = { serif: ['Newsreader', 'Georgia, serif'], sans: ['Public Sans', 'Arial, sans-serif'] } as const;
/** A renderer that is given a file for each weight knows each as a family of its own. */
const WEIGHTS = { 400: '', 500: ' Medium', 600: ' SemiBold', 700: ' Bold' } as const;

/** Attributes of a text in SVG. What lacks a letter gives it to the next family. */
export function attributes({ family, weight, size }: TextStyle) {
	const [name, others] = FAMILIES[family];
	const all = weight === 400 ? [name] : [`${name}${WEIGHTS[weight]}`, name];
	return {
		'font-family': [...all.map((one) => `'${one}'`), others].join(', '),
		'font-weight': weight,
		'font-size': size,
	};
}

/** A text as short as it fits, ending in "…" where it was cut. */
function cut(text: string, width: number, style: TextStyle, typeset: Typeset): string {
	const letters = [...text];
	while (letters.length && typeset(`${letters.join('').trimEnd()}…`, style) > width) letters.pop();
	return `${letters.join('').trimEnd()}…`;
}

/** Lines no wider than asked for, broken between words. @param most what does not fit in so many lines is cut */
export function linesOf(text: string, width: number, style: TextStyle, typeset: Typeset, most = Infinity): string[] {
	const lines: string[] = [];
	for (const word of text.split(/\s+/).filter(Boolean)) {
		const last = lines.at(-1);
		const together = last === undefined ? word : `${last} ${word}`;
		if (last !== undefined && typeset(together, style) <= width) lines[lines.length - 1] = together;
		else lines.push(word);
	}
	const shown = lines.slice(0, most);
	const rest = lines.slice(most).join(' ');
	return shown.map((line, i) => {
		const isCut = i === most - 1 && rest !== '';
		return isCut || typeset(line, style) > width ? cut(isCut ? `${line} ${rest}` : line, width, style, typeset) : line;
	});
}
