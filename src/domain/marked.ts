/** Cuts a text at the words a search matched, so that the page can mark them. */

export interface Run {
	readonly text: string;
	readonly hit: boolean;
}

/** A word without case or accents, so that "Kazemí" and "kazemi" are one. */
export const fold = (word: string) => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a text, for the index and for marking alike: what is found can be marked. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** Runs whose texts joined give the text back; `words` are folded. */
export function marked(text: string, words: ReadonlySet<string>): Run[] {
	if (!words.size) return [{ text, hit: false }];
	return text
		.split(/([\p{L}\p{N}\p{M}]+)/u)
		.filter(Boolean)
		.map((part) => ({ text: part, hit: words.has(fold(part)) }));
}

/** The neighbourhood of the first hit, about `reach` characters on each side, or null where nothing is hit. */
export function snippet(text: string, words: ReadonlySet<string>, reach = 60): Run[] | null {
	const runs = marked(text, words);
	const first = runs.findIndex((r) => r.hit);
	if (first < 0) return null;
	const before = runs
		.slice(0, first)
		.map((r) => r.text)
		.join('');
	const after = runs.slice(first + 1);
	const from = before.length - reach;
	const start = from > 0 ? `…${before.slice(Math.max(from, before.indexOf(' ', from) + 1))}` : before;
	const kept: Run[] = [];
	let room = reach;
	for (const run of after) {
		if ((room -= run.text.length) < 0) {
			kept.push({ text: '…', hit: false });
			break;
		}
		kept.push(run);
	}
	return [{ text: start, hit: false }, runs[first]!, ...kept].filter((r) => r.text);
}
