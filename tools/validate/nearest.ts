/** The stretch of a text that most resembles a quote which is not in it: what a curator looks for first. */

/** Letters that are alike for a reader who compares: capitals, quotation marks, apostrophes and blanks. */
export const plain = (text: string) =>
	text
		.replace(/[“”„"]/g, '"')
		.replace(/[‘’']/g, "'")
		.replace(/\s+/g, ' ')
		.toLowerCase();

/** What a letter is for the quote that is looked for: one of its own by number, or one of these. */
const [OTHER, BLANK, UNKNOWN] = [0, 1, 0xffff];
/** Of how many different letters pairs are counted: more than any alphabet has. */
const ALPHABET = 1000;

/** Letters of a quote by number, and how often it has each pair of them. */
function goalOf(exact: string) {
	const text = plain(exact);
	const numbers = new Map<string, number>();
	for (const unit of new Set([' ', ...text.split('')]))
		if (numbers.size < ALPHABET) numbers.set(unit, numbers.size + 1);
	const size = numbers.size + 1;
	const classes = new Uint16Array(0x10000).fill(UNKNOWN);
	/** Of a code unit. Capitals that become several letters are no letter of the quote. */
	const classOf = (unit: number) => {
		const known = classes[unit]!;
		return known === UNKNOWN ? (classes[unit] = numbers.get(plain(String.fromCharCode(unit))) ?? OTHER) : known;
	};
	const pairs = new Int32Array(size * size);
	for (let i = 1; i < text.length; i++) {
		const [before, here] = [numbers.get(text[i - 1]!), numbers.get(text[i]!)];
		if (before && here) pairs[before * size + here]!++;
	}
	return { classOf, size, pairs, length: Math.max(0, text.length - 1) };
}

/**
 * Of all windows of as many words as the quote has, the one most like it by Dice's coefficient over pairs of letters, which
 * survives a changed letter. From one window to the next only the pairs of the word that leaves and of the one that comes are
 * counted, so the work is that of reading the text twice.
 * @param meter is told how many pairs were looked at
 */
export function nearest(
	text: string,
	exact: string,
	meter?: (pairs: number) => void,
): { text: string; likeness: number } | null {
	const { classOf, size, pairs, length } = goalOf(exact);
	const words = Math.max(1, exact.match(/\S+/g)?.length ?? 0);
	/** How often the window has each pair of the quote's letters, and how many of them the quote has, too. */
	const held = new Int32Array(size * size);
	let [shared, total, work] = [0, 0, 0];
	/** Counts the pairs of letters between two places in (1) or out (-1); blanks in a row are one. */
	const count = (from: number, to: number, by: 1 | -1) => {
		let before = classOf(text.charCodeAt(from));
		for (let i = from + 1; i < to; i++) {
			const here = classOf(text.charCodeAt(i));
			if (here === BLANK && before === BLANK) continue;
			work++;
			total += by;
			if (here !== OTHER && before !== OTHER) {
				const pair = before * size + here;
				// In: a pair counts while the quote has more of it than the window had. Out: the other way about.
				const had = by > 0 ? held[pair]! : held[pair]! - 1;
				if (had < pairs[pair]!) shared += by;
				held[pair]! += by;
			}
			before = here;
		}
	};

	const starts: number[] = [];
	/** First word of the window, where its last one ends, and the best window so far. */
	let [first, end] = [0, 0];
	let best = { start: 0, end: 0, likeness: -1 };
	for (const { index, 0: word } of text.matchAll(/\S+/g)) {
		const isFirst = starts.length === first;
		starts.push(index);
		// From the last letter of the word before: its pair with the blank belongs to the window.
		count(isFirst ? index : end - 1, index + word.length, 1);
		end = index + word.length;
		if (starts.length - first < words) continue;
		const likeness = (2 * shared) / (length + total);
		if (likeness > best.likeness) best = { start: starts[first]!, end, likeness };
		const next = starts[first + 1] ?? end;
		count(starts[first]!, next < end ? next + 1 : end, -1);
		first++;
	}
	meter?.(work);
	return best.likeness > 0.4 ? { text: text.slice(best.start, best.end), likeness: best.likeness } : null;
}
