/** The part of an address that opens a plain text at a passage: a text fragment, "#:~:text=[prefix-,]start[,end][,-suffix]". */
import type { Passage } from './quote.ts';

interface Directive {
	readonly prefix?: string;
	readonly start: string;
	readonly end?: string;
	readonly suffix?: string;
}

/** Longer passages are named by their first and last words. */
const WHOLE = 300;
const MOST_WORDS = 8;

/** A browser compares without capitals, and any white space is one blank; lengths stay, so that offsets hold. */
const plain = (text: string) =>
	Array.from({ length: text.length }, (_, i) => {
		const small = text[i]!.toLowerCase();
		return /\s/.test(small) ? ' ' : small.length === 1 ? small : text[i]!;
	}).join('');
const isWord = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
const skip = (text: string, from: number) => {
	let at = from;
	while (text[at] === ' ') at++;
	return at;
};

/** The passage a browser goes to, in plain text with plain words: the first that fits, or null. */
function first(text: string, { prefix = '', start, end = '', suffix = '' }: Directive): Passage | null {
	const bounded = (at: number) => !(isWord(text[at - 1]) && isWord(text[at]));
	const stands = (words: string, at: number) =>
		text.startsWith(words, at) && (!words || (bounded(at) && bounded(at + words.length)));
	const next = (words: string, from: number) => {
		let at = text.indexOf(words, from);
		while (at >= 0 && !stands(words, at)) at = text.indexOf(words, at + 1);
		return at;
	};
	const lead = prefix || start;
	for (let at = next(lead, 0); at >= 0; at = next(lead, at + 1)) {
		const from = prefix ? skip(text, at + prefix.length) : at;
		if (!stands(start, from)) continue;
		const after = from + start.length;
		if (!end) {
			if (stands(suffix, skip(text, after))) return { start: from, end: after };
			continue;
		}
		for (let last = next(end, after); last >= 0; last = next(end, last + 1)) {
			if (stands(suffix, skip(text, last + end.length))) return { start: from, end: last + end.length };
		}
	}
	return null;
}

/** Ways of naming the passage, the plainest first. */
function* directives(text: string, { start, end }: Passage): Generator<Directive> {
	const words = (from: number, to: number) =>
		[...text.slice(from, to).matchAll(/\S+/g)].map((m) => ({
			start: from + m.index,
			end: from + m.index + m[0].length,
		}));
	const [before, inside, after] = [words(0, start), words(start, end), words(end, text.length)];
	const bodies: Directive[] = [];
	if (end - start <= WHOLE) bodies.push({ start: text.slice(start, end) });
	for (let n = 3; n <= MOST_WORDS && 2 * n <= inside.length; n++)
		bodies.push({ start: text.slice(start, inside[n - 1]!.end), end: text.slice(inside.at(-n)!.start, end) });
	for (let n = 0; n <= MOST_WORDS; n++) {
		const prefix = n ? before.at(-Math.min(n, before.length)) : undefined;
		const suffix = n ? after[Math.min(n, after.length) - 1] : undefined;
		for (const body of bodies)
			yield {
				...(prefix && { prefix: text.slice(prefix.start, start).trimEnd() }),
				...body,
				...(suffix && { suffix: text.slice(end, suffix.end).trimStart() }),
			};
	}
}

/** Commas, hyphens and ampersands are the directive's own signs, so words have theirs percent-encoded. */
const encoded = (words: string) => encodeURIComponent(words).replaceAll('-', '%2D');

/** @returns the fragment with its "#"; where nothing tells the passage from others like it, its words alone */
export function textFragment(text: string, passage: Passage): string {
	const haystack = plain(text);
	const whole: Directive = { start: text.slice(passage.start, passage.end) };
	const goal = { start: passage.start, end: passage.end };
	let chosen = whole;
	for (const directive of directives(text, passage)) {
		const found = first(haystack, {
			prefix: plain(directive.prefix ?? ''),
			start: plain(directive.start),
			end: plain(directive.end ?? ''),
			suffix: plain(directive.suffix ?? ''),
		});
		if (found?.start !== goal.start || found.end !== goal.end) continue;
		chosen = directive;
		break;
	}
	const { prefix, start, end, suffix } = chosen;
	const parts = [
		prefix && `${encoded(prefix)}-`,
		encoded(start),
		end && encoded(end),
		suffix && `-${encoded(suffix)}`,
	].filter(Boolean);
	return `#:~:text=${parts.join(',')}`;
}
