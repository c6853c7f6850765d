/** Cuts a text at the words a search matched, so that the page can mark them. */

export interface Run {
	readonly text: string;
	readonly hit: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** A word without case or accents, so that "Kazemí" and "kazemi" are one. */
export const fold = (word: string) => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a text, for the index and for marking alike: what is found can be marked. */
export const wordsOf = (text: string): string[] => text.match(WORD) ?? [];

interface Hit {
	readonly from: number;
	readonly to: number;
}

function* hitsIn(text: string, words: ReadonlySet<string>): Generator<Hit, undefined> {
	for (const { 0: word, index } of text.matchAll(WORD))
		if (words.has(fold(word))) yield { from: index, to: index + word.length };
}

/** Runs whose texts joined give the text back, hits and what lies between them; `words` are folded. */
export function marked(text: string, words: ReadonlySet<string>): Run[] {
	const runs: Run[] = [];
	let at = 0;
	for (const { from, to } of words.size ? hitsIn(text, words) : []) {
		runs.push({ text: text.slice(at, from), hit: false }, { text: text.slice(from, to), hit: true });
		at = to;
	}
	runs.push({ text: text.slice(at), hit: false });
	return runs.filter((run) => run.text);
}

/**
 * The neighbourhood of the first hit, whole words within `reach` characters on each side, or null where nothing is
 * hit.
 */
export function snippet(text: string, words: ReadonlySet<string>, reach = 60): Run[] | null {
	const { value: first } = hitsIn(text, words).next();
	if (!first) return null;
	const from = first.from - reach;
	const start = from > 0 ? Math.min(text.indexOf(' ', from) + 1, first.from) || from : 0;
	const to = first.to + reach;
	const end = to < text.length ? Math.max(text.lastIndexOf(' ', to), first.to) : text.length;
	const near = marked(text.slice(start, end), words);
	if (start) near.unshift({ text: '…', hit: false });
	if (end < text.length) near.push({ text: '…', hit: false });
	return near;
}
