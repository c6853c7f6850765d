/** The stretch of a text that most resembles a quote which is not in it: what a curator looks for first. */

const words = (text: string) =>
	[...text.matchAll(/\S+/g)].map((m) => ({ text: m[0], start: m.index, end: m.index + m[0].length }));
const plain = (text: string) =>
	text
		.replace(/[“”„"]/g, '"')
		.replace(/[‘’']/g, "'")
		.replace(/\s+/g, ' ')
		.toLowerCase();
/** Letters in pairs: a measure of likeness that survives a changed letter. */
const pairs = (text: string) => Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));

function likeness(a: readonly string[], b: readonly string[]): number {
	const left = new Map<string, number>();
	for (const p of a) left.set(p, (left.get(p) ?? 0) + 1);
	let shared = 0;
	for (const p of b) {
		const n = left.get(p) ?? 0;
		if (n > 0) shared++;
		left.set(p, n - 1);
	}
	return (2 * shared) / (a.length + b.length);
}

/** Dice's coefficient over letter pairs, for every window of as many words as the quote has. */
export function nearest(text: string, exact: string): { text: string; likeness: number } | null {
	const list = words(text);
	const size = Math.max(1, words(exact).length);
	const goal = pairs(plain(exact));
	let best: { text: string; likeness: number } | null = null;
	for (let i = 0; i + size <= list.length; i++) {
		const window = text.slice(list[i]!.start, list[i + size - 1]!.end);
		const score = likeness(goal, pairs(plain(window)));
		if (!best || score > best.likeness) best = { text: window, likeness: score };
	}
	return best && best.likeness > 0.4 ? best : null;
}

/** How the nearest text differs, in words, where that can be told. */
export function difference(exact: string, near: string): string {
	let i = 0;
	while (i < exact.length && exact[i] === near[i]) i++;
	if (plain(exact) === plain(near))
		return 'It differs only in capitals, quotation marks, apostrophes or spaces: copy it from the file.';
	if (i === exact.length) return 'It goes on differently after the last word.';
	return `The first difference is at letter ${i + 1}: “${exact.slice(Math.max(0, i - 8), i + 8)}” here, “${near.slice(Math.max(0, i - 8), i + 8)}” there.`;
}
