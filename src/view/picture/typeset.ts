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

const segmenter = new Intl.Segmenter('en');
/** What a reader takes for a letter, also where it is made of several characters. */
export const lettersOf = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** A word in pieces, each as long as there is room for: of an address every letter is needed. */
function pieces(word: string, width: number, style: TextStyle, typeset: Typeset): string[] {
	if (typeset(word, style) <= width) return [word];
	const found = [''];
	for (const letter of lettersOf(word)) {
		const last = found.at(-1)! + letter;
		if (typeset(last, style) <= width || !found.at(-1)) found[found.length - 1] = last;
		else found.push(letter);
	}
	return found;
}

/** A text as short as it fits, ending in "…". */
function cut(text: string, width: number, style: TextStyle, typeset: Typeset): string {
	const letters = lettersOf(text);
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
		else lines.push(...pieces(word, width, style, typeset));
	}
	if (lines.length <= most) return lines;
	return [...lines.slice(0, most - 1), cut(lines.slice(most - 1).join(' '), width, style, typeset)];
}

/** Lines with their place in a picture. */
export interface Block {
	readonly lines: readonly string[];
	readonly style: TextStyle;
	/** Top of the first line, and the height of a line in heights of a letter. */
	readonly y: number;
	readonly leading: number;
}
export const block = (lines: readonly string[], style: TextStyle, y: number, leading: number): Block => ({
	...{ lines, style, y, leading },
});
/** Where it ends, from the top of the picture. */
export const endOf = ({ lines, style, leading, y }: Block) => y + lines.length * style.size * leading;
