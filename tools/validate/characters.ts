/** Problematic characters: invisible ones, those that control a terminal, and those that change text direction. */

/** "U+200B" */
export const codePoint = (character: string) =>
	`U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
/** "U+0065 U+0301" */
export const codePoints = (text: string) => Array.from(text, codePoint).join(' ');

/** Control characters, unpaired surrogates, format characters such as zero-width and bidi controls, line separators. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** Characters that are classified as letters or symbols but drawn as nothing. */
const EMPTY = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** Replaces invisible characters by their code points: "[U+200B]". */
export const visible = (text: string) => text.replace(UNSEEN, (c) => `[${codePoint(c)}]`);

/** Whether a text has nothing visible: no letter, number, punctuation or symbol. */
export const isBlank = (text: string) => !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(EMPTY, ''));

const OPEN_BIDI = /[\u202a-\u202e\u2066-\u2069]/g;
const POP = '\u202c';
const POP_ISOLATE = '\u2069';
const ISOLATES = '\u2066\u2067\u2068';

/** The first unpaired bidi control of a line, which would also affect the text after it. */
function unclosed(line: string): string | undefined {
	const open: string[] = [];
	for (const [control] of line.matchAll(OPEN_BIDI)) {
		if (control !== POP && control !== POP_ISOLATE) {
			open.push(control);
			continue;
		}
		const last = open.pop();
		if (last === undefined || ISOLATES.includes(last) !== (control === POP_ISOLATE)) return control;
	}
	return open[0];
}

export interface Oddity {
	readonly what: string;
	readonly fix: string;
	/** Line in the text, from 1. */
	readonly line: number;
}

/** Characters that no displayed text may contain. */
const REFUSED: readonly (readonly [sign: RegExp, noun: string, fix: string])[] = [
	[
		/\p{Cs}/u,
		'half of a character,',
		'A character beyond U+FFFF is written as two; take out this half of one, or add the other.',
	],
	[/(?![\t\n\r\f])\p{Cc}/u, 'the control character', 'No page can show it: take it out.'],
	[
		/\ufffd/,
		'the replacement character',
		'It replaces what could not be read: take the text from its source again, in its own encoding.',
	],
	[/[\u202d\u202e]/, 'the bidi override', 'It shows letters in another order than they are in: take it out.'],
];

export function oddity(text: string): Oddity | null {
	const lineOf = (at: number) => text.slice(0, at).split(/\r\n?|\n/).length;
	for (const [sign, noun, fix] of REFUSED) {
		const found = sign.exec(text);
		if (found) return { what: `${noun} ${codePoint(found[0])}`, fix, line: lineOf(found.index) };
	}
	if (text.search(OPEN_BIDI) < 0) return null;
	const lines = text.split(/\r\n?|\n/).map(unclosed);
	const left = lines.find(Boolean);
	if (!left) return null;
	const fix = 'It turns the direction of what follows: take it out, or close within the line what it opens.';
	return { what: `the unpaired bidi control ${codePoint(left)}`, fix, line: lines.indexOf(left) + 1 };
}
