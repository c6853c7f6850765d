/** Characters by what they do to a reader: those that cannot be seen, steer a terminal, or turn the direction of a line. */

/** "U+200B" */
export const codePoint = (character: string) =>
	`U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
/** "U+0065 U+0301" */
export const codePoints = (text: string) => Array.from(text, codePoint).join(' ');

/** Controls, halves of a character, formats such as zero-width and bidi controls, separators of lines. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** Letters and signs by name, of which nothing is drawn. */
const EMPTY = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** A text with what cannot be seen named in its place, as "[U+200B]". */
export const visible = (text: string) => text.replace(UNSEEN, (c) => `[${codePoint(c)}]`);

/** Something that a reader sees: a letter, a number, punctuation or a sign. */
export const isBlank = (text: string) => !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(EMPTY, ''));

const OPEN_BIDI = /[\u202a-\u202e\u2066-\u2069]/g;
const POP = '\u202c';
const POP_ISOLATE = '\u2069';
const ISOLATES = '\u2066\u2067\u2068';

/** The first bidi control of a line that nothing closes, or that closes nothing: what follows it would be turned, too. */
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
	/** Where in the text, from 1. */
	readonly line: number;
}

/** What no text may hold that is shown, sought where most texts have nothing of the kind. */
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
