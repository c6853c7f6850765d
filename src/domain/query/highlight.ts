/** Splits a text at the words that a search matched, so that the page can highlight them. */

export interface Slice {
	readonly text: string;
	readonly hit: boolean;
}

const LETTERS = String.raw`[\p{L}\p{N}\p{M}]`;
/** "U.S." */
const ABBREVIATION = String.raw`\p{L}(?:\.\p{L})+(?!${LETTERS})\.?`;
/** The "s" of a possessive, which is not a word of its own. */
const POSSESSIVE = String.raw`(?<=[\p{L}\p{N}]['’])s(?!${LETTERS})`;
/** A token: an abbreviation with its full stops, or words joined by hyphens. */
const TOKEN = new RegExp(`${ABBREVIATION}|(?!${POSSESSIVE})${LETTERS}+(?:[-‐‑]${LETTERS}+)*`, 'gu');
const HYPHEN = /[-‐‑]/;
/** A word within a token. A single letter before a hyphen means nothing alone, so "e-mail" stays one word. */
const PART = /(?:^\p{L}\p{M}*[-‐‑])?[\p{L}\p{N}\p{M}]+/gu;

/** Folds case and accents, so that "Kazemí" and "kazemi" match. */
export const fold = (word: string) => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
/** Also drops full stops and hyphens: "U.S." matches "us", "e-mail" "email". Most words take the fast path. */
const bare = (word: string) =>
	/^[a-z\d]+$/i.test(word) ? word.toLowerCase() : fold(word).replace(/[^\p{L}\p{N}]/gu, '');

interface Word {
	readonly from: number;
	readonly to: number;
	readonly term: string;
}
/** A token as written, with the words that hyphens join in it; a single one if there are no hyphens. */
interface Token extends Word {
	readonly text: string;
	readonly parts: readonly Word[];
}

export function* tokensOf(text: string): Generator<Token, undefined> {
	for (const { 0: token, index } of text.matchAll(TOKEN)) {
		const whole = { text: token, from: index, to: index + token.length, term: bare(token) };
		const parts = HYPHEN.test(token)
			? [...token.matchAll(PART)].map(({ 0: part, index: at }) => {
					const from = index + at;
					return { from, to: from + part.length, term: bare(part) };
				})
			: [whole];
		if (whole.term) yield { ...whole, parts };
	}
}

/** The terms of a text. Index and highlighting share this function, so that whatever is found can be highlighted. */
export const termsOf = (text: string): string[] =>
	[...tokensOf(text)].flatMap(({ term, parts }) =>
		parts.length > 1 ? [...parts.map((part) => part.term).filter(Boolean), term] : [term],
	);

function* hitsIn(text: string, words: ReadonlySet<string>): Generator<Word, undefined> {
	for (const token of tokensOf(text)) {
		const parts = token.parts.filter(({ term }) => words.has(term));
		if (parts.length) yield* parts;
		else if (words.has(token.term)) yield token;
	}
}

/** Slices that together are the text: the hits and what is between them. @param words terms, as `termsOf` gives */
export function highlight(text: string, words: ReadonlySet<string>): Slice[] {
	const slices: Slice[] = [];
	let at = 0;
	for (const { from, to } of words.size ? hitsIn(text, words) : []) {
		slices.push({ text: text.slice(at, from), hit: false }, { text: text.slice(from, to), hit: true });
		at = to;
	}
	slices.push({ text: text.slice(at), hit: false });
	return slices.filter((slice) => slice.text);
}

/**
 * The text around the first hit: whole words within `reach` characters on each side; null where there is no hit.
 * @param words terms, as `termsOf` gives
 */
export function snippet(text: string, words: ReadonlySet<string>, reach = 60): Slice[] | null {
	const { value: first } = hitsIn(text, words).next();
	if (!first) return null;
	const from = first.from - reach;
	const start = from > 0 ? Math.min(text.indexOf(' ', from) + 1, first.from) || from : 0;
	const to = first.to + reach;
	const end = to < text.length ? Math.max(text.lastIndexOf(' ', to), first.to) : text.length;
	const near = highlight(text.slice(start, end), words);
	if (start) near.unshift({ text: '…', hit: false });
	if (end < text.length) near.push({ text: '…', hit: false });
	return near;
}
