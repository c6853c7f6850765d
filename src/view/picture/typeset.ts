/** Text in pictures: typefaces, widths and line breaking. */

export interface TextStyle {
	readonly family: 'serif' | 'sans';
	readonly weight: 400 | 500 | 600 | 700;
	/** Font size in units of the picture. */
	readonly size: number;
}
export const sans = (weight: TextStyle['weight'], size: number): TextStyle => ({ family: 'sans', weight, size });
export const serif = (weight: TextStyle['weight'], size: number): TextStyle => ({ family: 'serif', weight, size });
/** Width of a text in units of the picture, as measured by the browser or by the build. */
export type Typeset = (text: string, style: TextStyle) => number;

const FAMILIES = { serif: ['Newsreader', 'Georgia, serif'], sans: ['Public Sans', 'Arial, sans-serif'] } as const;
/** Suffixes of family names: the build's renderer has one font file per weight, each a family of its own. */
const WEIGHTS = { 400: '', 500: ' Medium', 600: ' SemiBold', 700: ' Bold' } as const;

/** SVG attributes of a text. Characters that a family lacks are drawn in the next one. */
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
/** Splits a text into graphemes, which may consist of several code points. */
export const lettersOf = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Breaks a word that is too long into pieces that fit, since no letter of an address may be lost. */
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

/** Truncates a text with "…" so that it fits. */
function cut(text: string, width: number, style: TextStyle, typeset: Typeset): string {
	const letters = lettersOf(text);
	while (letters.length && typeset(`${letters.join('').trimEnd()}…`, style) > width) letters.pop();
	return `${letters.join('').trimEnd()}…`;
}

/** Breaks a text into lines no wider than `width`. @param most number of lines, after which the text is truncated */
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

/** Lines of text with their position in a picture. */
export interface Block {
	readonly lines: readonly string[];
	readonly style: TextStyle;
	/** y of the top of the first line, and the line height relative to the font size. */
	readonly y: number;
	readonly leading: number;
}
export const block = (lines: readonly string[], style: TextStyle, y: number, leading: number): Block => ({
	...{ lines, style, y, leading },
});
/** y of the end of a block. */
export const endOf = ({ lines, style, leading, y }: Block) => y + lines.length * style.size * leading;
